/** Looks at the beginning of a file before it is sent: what its columns are, and how its first rows read. Nothing is kept. */
import express, { type RequestHandler } from 'express'
import { z } from 'zod'
import { AppError } from '../../errors.ts'
import type { ImportType } from '../../facts.ts'
import { IMPORT_TYPES } from '../../importer/columns.ts'
import { readHeader } from '../../importer/header.ts'
import { intake } from '../../importer/intake.ts'
import { records } from '../../importer/records.ts'
import { bytesOf } from '../body.ts'
import { answer } from '../envelope.ts'
import { readFields } from '../fields.ts'

/** Bytes that are looked at: those of the longest header, and some rows. */
const LIMIT = 128 * 1024
const SHOWN_ROWS = 3
const SHOWN_CELL = 100

const Asked = z.object({
  /** Whether these bytes are the whole file. */
  whole: z.enum(['true', 'false'], 'must be true or false').default('false'),
})

interface Checked {
  readonly encoding: string
  readonly delimiter: string
  /** As they stand in the file, with what each is taken for. */
  readonly columns: readonly { readonly header: string; readonly kind: string; readonly name: string | null }[]
  readonly rows: readonly (readonly string[])[]
}

async function check(type: ImportType, bytes: Buffer, isWhole: boolean): Promise<Checked> {
  const reading = intake(type)
  const text = [await reading.take(bytes)]
  if (isWhole) text.push(await reading.rest())
  const { encoding, layout } = reading.taken()
  const { delimiter, header, start, line } = layout
  const whole = Buffer.concat(text)
  const rows: (readonly string[])[] = []
  for await (const items of records([whole.subarray(start)], { delimiter, offset: start, line })) {
    // The last row of bytes that go on may go on itself.
    const read = items.filter(({ end }) => isWhole || end < whole.length).flatMap(({ cells }) => (cells ? [cells] : []))
    const told = read.filter((cells) => cells.some((cell) => cell.trim() !== ''))
    rows.push(...told.slice(0, SHOWN_ROWS - rows.length))
    if (rows.length === SHOWN_ROWS) break
  }
  return {
    encoding,
    delimiter,
    columns: readHeader(type, header).map((meaning, at) => ({
      ...{ header: header[at] ?? '', kind: meaning.kind, name: 'name' in meaning ? meaning.name : null },
    })),
    rows: rows.map((cells) => cells.map((cell) => cell.slice(0, SHOWN_CELL))),
  }
}

async function fits(type: ImportType, bytes: Buffer, isWhole: boolean): Promise<boolean> {
  try {
    await check(type, bytes, isWhole)
    return true
  } catch (error) {
    if (error instanceof AppError) return false
    throw error
  }
}

export function importCheck(): RequestHandler[] {
  const look: RequestHandler = async (req, res) => {
    const type = IMPORT_TYPES.find((one) => one === req.params['type'])
    if (!type) throw new AppError('NOT_FOUND', `There is no such import. Possible: ${IMPORT_TYPES.join(', ')}.`)
    const isWhole = readFields(Asked, req.query).whole === 'true'
    const bytes = bytesOf(req)
    try {
      answer(res, '/admin/api', 'File checked', await check(type, bytes, isWhole))
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'WRONG_COLUMNS') throw error
      for (const other of IMPORT_TYPES)
        if (other !== type && (await fits(other, bytes, isWhole)))
          throw new AppError('WRONG_COLUMNS', `${error.message} It fits an import of ${other}.`, { cause: error })
      throw error
    }
  }
  return [express.raw({ type: () => true, limit: LIMIT, inflate: false }), look]
}
