/**
 * Works one import to its end, a stretch of rows at a time: while one is committed, the next is sent, so that the books never wait
 * for it, and another is read. Where it was stopped it goes on, since how far it has come is kept with each stretch.
 */
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises'
import { AppError } from '../errors.ts'
import type { FileRow, FileStretch } from '../entry.ts'
import { rows } from '../importer/rows.ts'
import type { Delimiter } from '../importer/delimiter.ts'
import type { Books } from '../ledger/books.ts'
import type { ImportRow } from '../store/import-rows.ts'
import { byteWindow, piecesFrom } from './pieces.ts'

/**
 * Rows of a stretch. Whoever calls meanwhile may wait for a whole one; and what a stretch of more rows needs outlives the
 * collection of young memory, and lies about until all of it is collected.
 */
const ROWS = 250
/** Stretches that are sent and not committed yet. */
const AHEAD = 2
/** Bytes of a stretch, about: long rows come fewer at a time. */
const BYTES = 1024 * 1024
/** How often a commit is tried that the database could not take just now, and the pause before each further time. */
const ATTEMPTS = 30
const PAUSE_MS = 1_000

export interface WorkOptions {
  now(): number
  /** Told after each commit. */
  onProgress?(row: ImportRow): void
  /** Asked between two commits. */
  isStopped?(): boolean
  /** Told of a row that met a fault of ours. */
  onBug?(error: unknown): void
}

/** What became of it: it ended, it was told to stop, or another works it now. */
export type Worked = 'ended' | 'stopped' | 'taken'

const isTaken = (error: unknown): boolean => error instanceof AppError && error.code === 'KEY_TAKEN'
const OUR_FAULT = 'The server could not work this row: see its log.'

export async function workImport(books: Books, begun: ImportRow, options: WorkOptions): Promise<Worked> {
  const { now, onProgress, isStopped, onBug } = options
  const { key, mode, type, layout, sha256, createdAt } = begun
  const { unit, currency } = begun.options
  let standing = begun

  const commit = async (file: FileStretch): Promise<void> => {
    for (let left = ATTEMPTS; ; left--) {
      try {
        const receipt = await books.record({ mode, at: now(), facts: [], delivery: null, file })
        standing = receipt.file ?? standing
        return onProgress?.(standing)
      } catch (error) {
        if (!(error instanceof AppError && error.code === 'UNAVAILABLE') || left === 1) throw error
        await wait(PAUSE_MS)
      }
    }
  }
  /** A stretch that meets a fault of ours is halved until the row is alone that meets it. */
  const mended = async (file: FileStretch, sent: Promise<void>): Promise<void> => {
    try {
      await sent
    } catch (error) {
      if (error instanceof AppError || file.rows.length === 0) throw error
      onBug?.(error)
      if (file.rows.length > 1) for (const half of halves(file)) await mended(half, commit(half))
      else await commit({ ...file, rows: file.rows.map(unworkable) })
    }
  }
  /** Sends a stretch behind another. Where that one was delayed this one came too early, is refused, and sent again. */
  const sendBehind = async (before: Promise<void>, file: FileStretch): Promise<void> => {
    const early = commit(file)
    early.catch(() => undefined) // met below
    await before
    const inTime = early.catch((error: unknown) => {
      if (isTaken(error)) return commit(file)
      throw error
    })
    await mended(file, inTime)
  }

  const window = byteWindow()
  const { worked: from, line } = begun
  const file = window.passing(piecesFrom(books, begun, from), from)
  const read = { type, layout: { ...layout, delimiter: layout.delimiter as Delimiter, start: from, line } }
  const context = { unit, currency, now: createdAt, sha256 }
  let next = { offset: from, line }
  let batch: FileRow[] = []
  /** What was sent, the oldest first; each ends behind the one before it. */
  const sent: Promise<void>[] = []
  const room = async (): Promise<void> => {
    if (sent.length === AHEAD) await sent.shift()
  }
  const send = (file: FileStretch): void => {
    const sending = sendBehind(sent.at(-1) ?? Promise.resolve(), file)
    sending.catch(() => undefined) // met where it is awaited
    sent.push(sending)
  }

  const stretch = (last: boolean): FileStretch => {
    const [begins, ends] = [next.offset, last ? begun.bytes : (batch.at(-1)?.end ?? next.offset)]
    const bytes = window.cut(begins, ends)
    const lines = batch.at(-1) ? lineBehind(batch.at(-1) as FileRow, bytes, begins) : next.line
    next = { offset: ends, line: lines }
    const made = {
      importKey: key,
      claim: begun.claim ?? '',
      from: begins,
      to: ends,
      line: lines,
      bytes,
      rows: batch,
      last,
    }
    batch = []
    return made
  }
  try {
    for await (const some of rows(file, { ...read, context, ...next })) {
      for (const row of some) {
        batch.push(row)
        if (batch.length < ROWS && row.end - next.offset < BYTES) continue
        await room()
        if (isStopped?.()) {
          await sent.at(-1)
          return 'stopped'
        }
        send(stretch(false))
      }
      await turn() // a server answers its callers in between
    }
    await room()
    send(stretch(true))
    await sent.at(-1)
    await books.removeImportPieces(key)
    return 'ended'
  } catch (error) {
    await sent.at(-1)?.catch(() => undefined)
    if (isTaken(error)) return 'taken'
    if (!(error instanceof AppError) || error.code === 'UNAVAILABLE') throw error
    if (!(await books.failImport(key, begun.claim ?? '', error.message, now()))) return 'taken'
    await books.removeImportPieces(key)
    return 'ended'
  }
}

/** The line behind a row. */
function lineBehind({ line, start, end }: FileRow, bytes: Uint8Array, offset: number): number {
  const text = Buffer.from(bytes.subarray(start - offset, end - offset)).toString('latin1')
  return line + (text.match(/\r\n|\n|\r/g)?.length ?? 0)
}

function halves(file: FileStretch): FileStretch[] {
  const middle = Math.ceil(file.rows.length / 2)
  const second = file.rows[middle] as FileRow
  const cut = second.start - file.from
  return [
    {
      ...file,
      to: second.start,
      line: second.line,
      bytes: file.bytes.slice(0, cut),
      rows: file.rows.slice(0, middle),
      last: false,
    },
    { ...file, from: second.start, bytes: file.bytes.slice(cut), rows: file.rows.slice(middle) },
  ]
}

const unworkable = (row: FileRow): FileRow => ({ ...row, fact: null, problems: [{ column: null, reason: OUR_FAULT }] })
