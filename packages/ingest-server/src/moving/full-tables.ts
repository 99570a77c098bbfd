/** What a full export holds: for each kind the tables it is made of, and every column of them but the mode, which is chosen anew. */
import type { Column, Table } from '../store/columns.ts'
import type { DumpedRow } from '../store/store.ts'
import type { TableName } from '../store/table-order.ts'
import * as tables from '../store/tables.ts'

export const EXPORT_TYPES = ['partners', 'customers', 'transactions', 'rewards', 'clicks', 'deliveries'] as const
export type ExportType = (typeof EXPORT_TYPES)[number]

/** In the order in which they can be written again. Keys, secrets and what is on its way to others are the installation's own. */
const OF_TYPE = {
  partners: ['groups', 'partners', 'links'],
  customers: ['customers', 'platformIds', 'waitingIds'],
  transactions: ['payments', 'waits', 'ties', 'subscriptions'],
  rewards: ['triggers', 'actions', 'rewards'],
  clicks: ['clicks'],
  deliveries: ['deliveries'],
} as const satisfies Record<ExportType, readonly TableName[]>

const ALL: readonly TableName[] = ['settings', ...EXPORT_TYPES.flatMap((type) => OF_TYPE[type]), 'prospects', 'audit']

/** Null is everything the books of a mode hold. */
export const tablesOf = (type: ExportType | null): readonly TableName[] => (type === null ? ALL : OF_TYPE[type])

export const tableOf = (name: TableName): Table<object> => tables[name] as Table<object>

/** A delivery brings its body beside its row. */
const BODY: Column = { field: 'body', name: 'body', kind: 'text' }

export function columnsOf(name: TableName): readonly Column[] {
  const columns = tableOf(name).columns.filter(({ kind }) => kind !== 'mode')
  return name === 'deliveries' ? [...columns, BODY] : columns
}

/** A row's values by the names of its columns; bytes as base64. */
export function plainRow(name: TableName, { row, body }: DumpedRow): Record<string, unknown> {
  const fields = row as Record<string, unknown>
  const values = columnsOf(name).map(({ field, name: column }) => [column, fields[field]])
  return { ...Object.fromEntries(values), ...(body && { body: Buffer.from(body).toString('base64') }) }
}

export function dumpedRow(name: TableName, values: Readonly<Record<string, unknown>>, mode: string): DumpedRow {
  const row: Record<string, unknown> = {}
  for (const { field, name: column, kind } of tableOf(name).columns)
    row[field] = kind === 'mode' ? mode : (values[column] ?? null)
  const body = name === 'deliveries' ? Buffer.from(String(values['body'] ?? ''), 'base64') : null
  return { row, body: body && new Uint8Array(body) }
}
