/** The statement that reads a table in the order of its key, from behind a row on; the same on every engine. */
import { decode, encode } from './columns.ts'
import type { Bound, Table } from './columns.ts'
import type { DumpedRow } from './store.ts'
import type { DumpedTable } from './table-order.ts'
import * as tables from './tables.ts'

export interface DumpStatement {
  /** `?` stands for each value in turn. */
  readonly sql: string
  readonly values: Bound[]
  read(record: Record<string, unknown>): DumpedRow
}

export function dumpStatement(name: DumpedTable, after: DumpedRow | null, limit: number): DumpStatement {
  const table = tables[name] as Table<object>
  const hasBody = name === 'deliveries'
  const key = table.key.join(', ')
  const values = after === null ? [] : encode(table, after.row)
  const cursor =
    after === null
      ? []
      : table.key.map((column) => values[table.columns.findIndex((one) => one.name === column)] ?? null)
  const behind = after === null ? '' : `WHERE (${key}) > (${table.key.map(() => '?').join(', ')})`
  const columns = [...table.columns.map((column) => column.name), ...(hasBody ? ['body'] : [])].join(', ')
  return {
    sql: `SELECT ${columns} FROM ${table.name} ${behind} ORDER BY ${key} LIMIT ?`,
    values: [...cursor, limit],
    read: (record) => ({ row: decode(table, record), body: hasBody ? (record['body'] as Uint8Array) : null }),
  }
}
