/** A file read as an import reads it: taken in, turned into UTF-8, and read row by row. */
import type { RowFact } from '../../src/facts.ts'
import type { ImportType } from '../../src/facts.ts'
import { intake } from '../../src/importer/intake.ts'
import type { Taken } from '../../src/importer/intake.ts'
import { rows } from '../../src/importer/rows.ts'
import type { RowContext } from '../../src/importer/row.ts'

export const NOW = Date.UTC(2026, 0, 1)

export interface ReadFile {
  readonly taken: Taken
  readonly utf8: Buffer
  readonly facts: readonly RowFact[]
  /** `line column: reason`, one of each. */
  readonly problems: readonly string[]
}

export interface ReadOptions extends Partial<RowContext> {
  /** Bytes that come at a time. */
  readonly step?: number
}

export async function readFile(type: ImportType, file: string | Buffer, options: ReadOptions = {}): Promise<ReadFile> {
  const { step = 64 * 1024, ...given } = options
  const bytes = Buffer.from(file)
  const reading = intake(type)
  const utf8: Buffer[] = []
  for (let at = 0; at < bytes.length; at += step) utf8.push(await reading.take(bytes.subarray(at, at + step)))
  utf8.push(await reading.rest())
  const taken = reading.taken()
  const text = Buffer.concat(utf8)
  const { layout, sha256 } = taken
  const context = { unit: 'minor', currency: 'USD', now: NOW, sha256, ...given } as const
  const facts: RowFact[] = []
  const problems: string[] = []
  const { start: offset, line } = layout
  for await (const some of rows([text.subarray(offset)], { type, layout, context, offset, line })) {
    for (const row of some) {
      if (row.fact) facts.push(row.fact)
      else problems.push(...row.problems.map(({ column, reason }) => `${row.line} ${column ?? '-'}: ${reason}`))
    }
  }
  return { taken, utf8: text, facts, problems }
}
