/** Importing a file into books, as a server does: taken in, claimed, worked to its end. */
import { randomBytes } from 'node:crypto'
import type { AmountUnit, ImportType, Mode } from '../../src/facts.ts'
import type { Books } from '../../src/ledger/books.ts'
import { newId } from '../../src/ledger/keys.ts'
import { upload } from '../../src/moving/upload.ts'
import type { UploadOptions } from '../../src/moving/upload.ts'
import { workImport } from '../../src/moving/work-import.ts'
import type { ImportErrorRow, ImportRow } from '../../src/store/import-rows.ts'
import { T0 } from './ledger-facts.ts'

export interface Imported {
  readonly row: ImportRow
  /** `line column: reason` */
  readonly errors: readonly string[]
  readonly refused: readonly ImportErrorRow[]
  /** What the rows came to, as a table of tests writes it. */
  readonly counts: string
}

export interface ImportOptions extends Partial<Omit<UploadOptions, 'asked'>> {
  readonly at?: number
  readonly dryRun?: boolean
  readonly unit?: AmountUnit
}

async function* once(text: string | Buffer): AsyncGenerator<Buffer> {
  yield Buffer.from(text)
}

/** Takes a file in; nobody works it yet, unless `claim` says who. */
export function uploadText(
  books: Books,
  type: ImportType,
  text: string | Buffer,
  { at = T0, dryRun = false, unit = 'minor', ...given }: ImportOptions = {},
): Promise<ImportRow> {
  const options: UploadOptions = {
    ...{ key: `impo_${newId(at, randomBytes)}`, mode: 'production', type, fileName: 'test.csv', actor: 'test' },
    ...{ asked: async () => ({ dryRun, unit }), currency: 'USD', claim: null },
    ...given,
  }
  return upload(books, once(text), options, () => at)
}

export async function outcomeOf(books: Books, key: string, mode: Mode = 'production'): Promise<Imported> {
  const row = await books.importOf(mode, key)
  if (!row) throw new Error(`there is no import ${key}`)
  const refused = await books.importErrors(key, null, 10_000)
  const errors = refused.map(({ line, columnName, reason }) => `${line} ${columnName ?? '-'}: ${reason}`)
  const { created, updated, unchanged, failed } = row
  const counts = Object.entries({ created, updated, unchanged, failed }).filter(([, count]) => count > 0)
  return { row, errors, refused, counts: counts.map(([what, count]) => `${count} ${what}`).join(', ') }
}

export async function importText(
  books: Books,
  type: ImportType,
  text: string | Buffer,
  options: ImportOptions = {},
): Promise<Imported> {
  const row = await uploadText(books, type, text, { claim: 'test', ...options })
  const now = (): number => options.at ?? T0
  await workImport(books, row, { now })
  return outcomeOf(books, row.key, row.mode)
}
