/** What was refused of a file: told row by row, and as a file of the same columns to mend and import again. */
import { parse } from 'csv-parse/sync'
import { plainCell, csvRow } from '../importer/safe-cell.ts'
import { bare, readHeader } from '../importer/header.ts'
import type { Books } from '../ledger/books.ts'
import type { ImportErrorRow, ImportRow } from '../store/import-rows.ts'

/** Errors read at once. */
const PAGE = 1_000

/** The cells of a row as they are in the file; a row that cannot be read is one cell. */
function cellsOf(raw: string, delimiter: string): string[] {
  const line = raw.replace(/[\r\n]+$/, '')
  try {
    const options = { delimiter, relax_quotes: true, relax_column_count: true }
    return parse(raw, options)[0] ?? [line]
  } catch {
    return [line]
  }
}

/** Which of the file's columns a problem is about. */
function placesOf({ type, layout }: ImportRow): ReadonlyMap<string, number> {
  const named = readHeader(type, layout.header).map((meaning) => ('name' in meaning ? meaning.name : null))
  return new Map(named.flatMap((name, at) => (name === null ? [] : [[name, at] as const])))
}

export interface ToldError {
  readonly line: number
  readonly column: string | null
  readonly value: string | null
  readonly reason: string
}

/** Characters of a value that are shown. */
const SHOWN = 200

/** The first errors of an import, each with the value it is about. */
export async function firstErrors(books: Books, row: ImportRow, limit: number): Promise<ToldError[]> {
  if (row.failed === 0) return []
  const places = placesOf(row)
  let cells: readonly string[] = []
  return (await books.importErrors(row.key, null, limit)).map(({ line, no, columnName, reason, raw }) => {
    if (no === 0) cells = cellsOf(raw, row.layout.delimiter)
    const at = columnName === null ? undefined : places.get(columnName)
    const value = at === undefined ? null : (cells[at] ?? '').slice(0, SHOWN)
    return { line, column: columnName, value, reason }
  })
}

const told = ({ columnName, reason }: ImportErrorRow): string =>
  columnName === null ? reason : `${columnName}: ${reason}`

/** A spreadsheet that wrote a byte order mark, or no UTF-8, takes UTF-8 for something else without one. */
const needsMark = ({ layout }: ImportRow): boolean => layout.encoding !== 'utf-8'

/** The rejects as CSV: the columns of the file, and why. */
export async function* errorFile(books: Books, row: ImportRow): AsyncGenerator<string> {
  const { header, delimiter } = row.layout
  const kept = header.flatMap((name, at) => (bare(name) === 'error' ? [] : [at]))
  const line = (cells: readonly string[], why: string): string =>
    csvRow([...kept.map((at) => plainCell(cells[at] ?? '')), why])
  yield `${needsMark(row) ? '\ufeff' : ''}${line(header, 'error')}`

  let open: ImportErrorRow[] = []
  const written = (): string => {
    const [first] = open
    return first ? line(cellsOf(first.raw, delimiter), open.map(told).join('; ')) : ''
  }
  for (let after: ImportErrorRow | null = null; ;) {
    const page: ImportErrorRow[] = await books.importErrors(row.key, after, PAGE)
    let text = ''
    for (const error of page) {
      if (error.no === 0) {
        text += written()
        open = []
      }
      open.push(error)
    }
    if (text !== '') yield text
    after = page.at(-1) ?? after
    if (page.length < PAGE) break
  }
  yield written()
}
