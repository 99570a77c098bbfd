/** Everything out again: as tables to read and to import elsewhere, or full, every column of every row, to restore. */
import { csvRow } from '../importer/safe-cell.ts'
import type { Mode } from '../facts.ts'
import type { DumpedRow, Store } from '../store/store.ts'
import type { TableName } from '../store/table-order.ts'
import { cellOf } from './full-cells.ts'
import { columnsOf, plainRow, tablesOf } from './full-tables.ts'
import type { ExportType } from './full-tables.ts'
import { PLAIN } from './plain-tables.ts'
import type { Exporting } from './plain-tables.ts'

export type ExportFormat = 'csv' | 'ndjson'

export interface ExportOptions {
  readonly mode: Mode
  /** Null is everything, which only a full export is. */
  readonly type: ExportType | null
  readonly format: ExportFormat
  readonly full: boolean
}

/** Rows read at once. */
const PAGE = 1_000

/** The text of an export, a thousand rows at a time. */
export const exported = (books: Exporting, { mode, type, format, full }: ExportOptions): AsyncGenerator<string> =>
  full || type === null ? fully(books, mode, type, format) : plainly(books, mode, type, format)

async function* plainly(books: Exporting, mode: Mode, type: ExportType, format: ExportFormat): AsyncGenerator<string> {
  const { columns, pages } = PLAIN[type]
  if (format === 'csv') yield csvRow(columns)
  for await (const rows of pages(books, mode)) {
    if (rows.length === 0) continue
    const write = (row: Record<string, unknown>): string =>
      format === 'csv' ? csvLine(columns, row) : `${JSON.stringify(row)}\n`
    yield rows.map(write).join('')
  }
}

/** A row under these columns. */
export const csvLine = (columns: readonly string[], row: Readonly<Record<string, unknown>>): string =>
  csvRow(columns.map((name) => readable(name, row[name])))

/** As the importer reads it; times in words. */
function readable(column: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' && column.endsWith('_at')) return new Date(value).toISOString()
  if (Array.isArray(value)) return value.join('; ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Marks of works under way are the installation's own. */
const isOwn = (name: TableName, { row }: DumpedRow): boolean =>
  name === 'settings' && / of /.test((row as { readonly name: string }).name)

/** Every row of a table of one mode, in the order of its key. */
async function* rowsOf(books: Pick<Store, 'dump'>, name: TableName, mode: Mode): AsyncGenerator<DumpedRow[]> {
  for (let after: DumpedRow | null = null; ;) {
    const page: DumpedRow[] = await books.dump(name, after, PAGE)
    yield page.filter((one) => (one.row as { readonly mode: Mode }).mode === mode && !isOwn(name, one))
    after = page.at(-1) ?? after
    if (page.length < PAGE) return
  }
}

async function* fully(
  books: Pick<Store, 'dump'>,
  mode: Mode,
  type: ExportType | null,
  format: ExportFormat,
): AsyncGenerator<string> {
  const names = tablesOf(type)
  const header = [...new Set(names.flatMap((name) => columnsOf(name).map((column) => column.name)))]
  if (format === 'csv') yield csvRow(['table', ...header])
  for (const table of names) {
    const places = new Map(columnsOf(table).map((column) => [column.name, column]))
    for await (const rows of rowsOf(books, table, mode)) {
      const text = rows.map((one) => {
        const values = plainRow(table, one)
        if (format === 'ndjson') return `${JSON.stringify({ table, ...values })}\n`
        const cells = header.map((name) => {
          const column = places.get(name)
          return column ? cellOf(column, values[name]) : ''
        })
        return csvRow([table, ...cells])
      })
      if (text.length > 0) yield text.join('')
    }
  }
}
