/**
 * Moving a whole installation from one store to another: every row as it is, in the order of its key, piece by piece. How far it
 * came is kept in the target, so that a copy that was stopped goes on; when it is done, both are read again and compared.
 */
import { createHash } from 'node:crypto'
import { AppError } from '../errors.ts'
import type { AdminRow } from '../store/admin-rows.ts'
import type { ApiKeyRow, SettingRow, WebhookRow } from '../store/config-rows.ts'
import { TABLE_NAMES } from '../store/table-order.ts'
import type { Changes, DumpedRow, Store } from '../store/store.ts'
import type { TableName } from '../store/table-order.ts'
import { NO_CHANGES } from '../store/no-changes.ts'

const PIECE = 1_000
/** Marks in the target's settings how far each table came; gone when the copy is done. */
const MARK = 'copy of '
/** A setting of a backup, in which it says what it holds. */
export const MANIFEST = 'backup of'

/** Whatever can be read out table by table. */
export type Dumped = Pick<Store, 'dump'>

export interface Progress {
  readonly table: TableName
  /** Rows written since this run began. */
  readonly rows: number
}

const isMark = (name: TableName, { row }: DumpedRow): boolean =>
  name === 'settings' && ((row as SettingRow).name.startsWith(MARK) || (row as SettingRow).name === MANIFEST)
const settingName = (table: TableName): string => `${MARK}${table}`

/** Writes rows under their own keys. */
async function write(to: Store, table: TableName, rows: readonly DumpedRow[]): Promise<void> {
  const plain = rows.map(({ row }) => row)
  if (table === 'settings') for (const row of plain) await to.putSetting(row as SettingRow)
  else if (table === 'apiKeys') for (const row of plain) await to.putApiKey(row as ApiKeyRow)
  else if (table === 'webhooks') for (const row of plain) await to.putWebhook(row as WebhookRow)
  else if (table === 'admins') for (const row of plain) await to.putAdmin(row as AdminRow, null)
  else {
    const changes = { ...NO_CHANGES, [table]: table === 'deliveries' ? rows : plain } as Changes
    await to.atomically((tx) => tx.save(changes))
  }
}

/** Refuses a target that holds what no copy has put there: mixing two installations cannot be undone. */
async function mustBeOurs(to: Store): Promise<Map<TableName, DumpedRow>> {
  const marks = new Map<TableName, DumpedRow>()
  const kept = await to.settings('production')
  for (const table of TABLE_NAMES) {
    const mark = kept[settingName(table)]
    if (mark !== undefined) marks.set(table, { row: JSON.parse(mark) as object, body: null })
  }
  if (marks.size > 0) return marks
  for (const table of TABLE_NAMES) {
    if ((await to.dump(table, null, 1)).length === 0) continue
    throw new AppError(
      'KEY_TAKEN',
      `The target holds ${table} already, which no copy has put there. Copy into an empty database.`,
    )
  }
  return marks
}

/** Copies every table; goes on where a copy before was stopped. */
export async function copyStore(from: Dumped, to: Store, onProgress: (progress: Progress) => void): Promise<void> {
  const marks = await mustBeOurs(to)
  await to.putSetting({
    mode: 'production',
    name: settingName('settings'),
    value: JSON.stringify({ mode: 'production', name: '', value: '' }),
  })
  for (const table of TABLE_NAMES) {
    let rows = 0
    for (let after = marks.get(table) ?? null; ;) {
      const piece = await from.dump(table, after, PIECE)
      await write(to, table, piece)
      rows += piece.length
      onProgress({ table, rows })
      after = piece.at(-1) ?? after
      if (after) await to.putSetting({ mode: 'production', name: settingName(table), value: JSON.stringify(after.row) })
      if (piece.length < PIECE) break
    }
  }
  for (const mode of ['production', 'test'] as const) await to.recount(mode)
}

/** Takes the marks of how far it came out of the target. */
export async function finishCopy(to: Store): Promise<void> {
  for (const table of TABLE_NAMES) await to.removeSetting('production', settingName(table))
}

/** What all tables amount to. */
export async function sumsOf(store: Dumped): Promise<Sums> {
  const sums: Partial<Record<TableName, Sum>> = {}
  for (const table of TABLE_NAMES) sums[table] = await sumOf(store, table)
  return sums as Sums
}

export type Sums = Readonly<Record<TableName, Sum>>

/** Tables of which the two do not hold the same. */
export const differing = (one: Sums, other: Sums): TableName[] =>
  TABLE_NAMES.filter((name) => one[name].rows !== other[name].rows || one[name].sha256 !== other[name].sha256)

export interface Sum {
  readonly rows: number
  /** SHA-256 over every row in the order of its key, hex. */
  readonly sha256: string
}

/** What a table amounts to. */
export async function sumOf(store: Dumped, table: TableName): Promise<Sum> {
  const hash = createHash('sha256')
  let rows = 0
  for (let after: DumpedRow | null = null; ;) {
    const piece: DumpedRow[] = await store.dump(table, after, PIECE)
    for (const dumped of piece) {
      if (isMark(table, dumped)) continue
      hash.update(JSON.stringify(dumped.row))
      if (dumped.body) hash.update(dumped.body)
      rows++
    }
    after = piece.at(-1) ?? after
    if (piece.length < PIECE) return { rows, sha256: hash.digest('hex') }
  }
}
