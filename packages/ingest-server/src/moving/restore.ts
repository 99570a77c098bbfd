/**
 * Takes a full export back into a mode that holds nothing yet: every row under its own key, in the order of the file, which is
 * that of its references. Stopped in the middle, it begins again with the same file.
 */
import { AppError } from '../errors.ts'
import type { Mode } from '../facts.ts'
import { records } from '../importer/records.ts'
import { plainCell } from '../importer/safe-cell.ts'
import type { SettingRow } from '../store/config-rows.ts'
import { NO_CHANGES } from '../store/no-changes.ts'
import type { PartnerRow } from '../store/rows.ts'
import type { Changes, DumpedRow, Store } from '../store/store.ts'
import type { TableName } from '../store/table-order.ts'
import { valueOf } from './full-cells.ts'
import { columnsOf, dumpedRow, tablesOf } from './full-tables.ts'
import type { ExportType } from './full-tables.ts'
import { linesOf } from './lines.ts'

/** Rows written at once. */
const BATCH = 1_000
/** Bytes of a row at most: a delivery's body is 1 MiB before it becomes base64. */
const LONGEST = 4 * 1024 * 1024
/** Says in the target's settings which file a restore has begun with. */
const MARK = 'restore of'

export interface RestoreOptions {
  readonly mode: Mode
  /** Null for a file of everything. */
  readonly type: ExportType | null
  readonly sha256: string
  onProgress(rows: number): void
}

interface FullRow {
  readonly line: number
  readonly table: string
  values(name: TableName): Record<string, unknown>
}

const notFull = (why: string): AppError =>
  new AppError('UNREADABLE_FILE', `This is no full export: ${why}. Make one: export --full`)

async function* ndjsonRows(file: AsyncIterable<Uint8Array>): AsyncGenerator<FullRow> {
  for await (const { line, text } of linesOf(file, LONGEST)) {
    const { table, ...values } = parsed(line, text)
    yield { line, table: String(table), values: () => values }
  }
}

function parsed(line: number, text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    throw notFull(`line ${line} is not JSON`)
  }
}

async function* csvRows(file: AsyncIterable<Uint8Array>): AsyncGenerator<FullRow> {
  let header: readonly string[] | null = null
  for await (const items of records(file, { delimiter: ',', offset: 0, line: 1, longest: LONGEST })) {
    for (const { cells, line } of items) {
      if (cells === null) throw notFull(`line ${line} cannot be read`)
      if (header === null) {
        header = cells
        if (cells[0] !== 'table') throw notFull("its first column is not 'table'")
        continue
      }
      const places = new Map(header.map((name, at) => [name, at]))
      const values = (name: TableName): Record<string, unknown> =>
        Object.fromEntries(
          columnsOf(name).map((column) => [
            column.name,
            valueOf(column, plainCell(cells[places.get(column.name) ?? -1] ?? '\\N')),
          ]),
        )
      yield { line, table: cells[0] ?? '', values }
    }
  }
}

/** By its first byte, one or the other. */
async function* rowsOf(file: AsyncIterable<Uint8Array>): AsyncGenerator<FullRow> {
  const pieces = file[Symbol.asyncIterator]()
  const first = await pieces.next()
  if (first.done) throw notFull('it is empty')
  const whole = (async function* () {
    yield first.value
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value
  })()
  yield* first.value[0] === 0x7b ? ndjsonRows(whole) : csvRows(whole)
}

/** The test partner, the default group and trigger: what every mode begins with, and what the file brings itself. */
async function makeRoom(to: Store, { mode, type, sha256 }: RestoreOptions): Promise<void> {
  const mark = (await to.settings(mode))[MARK]
  if (mark === sha256) return
  const names = tablesOf(type)
  const filled = await to.filled(mode, names)
  const begun = new Set<TableName>(['groups', 'triggers', 'audit'])
  const partners = filled.includes('partners') ? await to.partners({ mode, limit: 2, orderBy: 'created_at' }) : null
  const isBeginner = ({ partnerKey }: PartnerRow): boolean => mode === 'test' && partnerKey === 'gstest'
  if (partners?.items.every(({ partner }) => isBeginner(partner))) begun.add('partners').add('links')
  const groups = await to.groups({ mode, limit: 2, orderBy: 'created_at', includeArchived: true })
  const triggers = await to.triggers({ mode, limit: 2, orderBy: 'created_at', includeArchived: true })
  if (groups.items.some(({ isDefault }) => !isDefault)) begun.delete('groups')
  if (triggers.items.length > 1) begun.delete('triggers')
  const own = filled.filter((name) => !begun.has(name))
  if (own.length > 0)
    throw new AppError('KEY_TAKEN', `This mode holds ${own.join(', ')} already. Restore into one that is empty.`)
  await to.clear(mode, names)
  await to.putSetting({ mode, name: MARK, value: sha256 })
}

async function write(to: Store, table: TableName, rows: readonly DumpedRow[]): Promise<void> {
  if (table === 'settings') for (const { row } of rows) await to.putSetting(row as SettingRow)
  else {
    const changes = { ...NO_CHANGES, [table]: table === 'deliveries' ? rows : rows.map(({ row }) => row) }
    await to.atomically((tx) => tx.save(changes as Changes))
  }
}

/** How many rows there were. */
export async function restore(to: Store, file: AsyncIterable<Uint8Array>, options: RestoreOptions): Promise<number> {
  const { mode, type, onProgress } = options
  const names = new Set<string>(tablesOf(type))
  await makeRoom(to, options)
  let count = 0
  let open: { readonly table: TableName; readonly rows: DumpedRow[] } | null = null
  const flush = async (): Promise<void> => {
    if (!open) return
    await write(to, open.table, open.rows)
    count += open.rows.length
    onProgress(count)
    open = null
  }
  for await (const { line, table, values } of rowsOf(file)) {
    if (!names.has(table))
      throw notFull(`line ${line} is of '${table.slice(0, 40)}', which is no part of ${type ?? 'it'}`)
    const name = table as TableName
    if (open && (open.table !== name || open.rows.length >= BATCH)) await flush()
    open ??= { table: name, rows: [] }
    try {
      open.rows.push(dumpedRow(name, values(name), mode))
    } catch (error) {
      throw notFull(`line ${line}: ${(error as Error).message}`)
    }
  }
  await flush()
  await to.recount(mode)
  await to.removeSetting(mode, MARK)
  return count
}
