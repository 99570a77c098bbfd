/** The store's promises to whoever forgets a person: of rows that stand, only what may say who somebody is is written. */
import type { Mode } from '../facts.ts'
import type { Column, Table } from './columns.ts'
import type { TableName } from './table-order.ts'
import * as tables from './tables.ts'

/** Of each of these tables, the columns that may; of a delivery, its body goes as well. */
const SAYING = {
  deliveries: ['reason', 'headers'],
  messages: ['data'],
  audit: ['detail'],
  idempotency: ['receipt'],
  importErrors: ['reason', 'raw'],
  prospects: ['data'],
  rewards: ['description'],
  payments: ['metadata', 'page'],
  subscriptions: ['customerKey'],
} as const satisfies Partial<Record<TableName, readonly string[]>>

export type ScrubbedTable = keyof typeof SAYING
export const SCRUBBED = Object.keys(SAYING) as ScrubbedTable[]

export interface Erasing {
  /** Writes those columns of these rows, and no other. A row that is gone stays gone. */
  scrub(table: ScrubbedTable, rows: readonly object[]): Promise<void>
  /** Payments of the mode that are no transactions no longer tell e-mail and name of whom they name by this e-mail. */
  forgetWho(mode: Mode, emailKey: string): Promise<void>
}

/** What is written of a table, and by which columns a row is found. */
export function scrubbedColumns(name: ScrubbedTable): { readonly set: Column[]; readonly key: Column[] } {
  const { columns, key } = tables[name] as Table<unknown>
  const fields: readonly string[] = SAYING[name]
  return {
    set: columns.filter(({ field }) => fields.includes(field)),
    key: columns.filter((column) => key.includes(column.name)),
  }
}
