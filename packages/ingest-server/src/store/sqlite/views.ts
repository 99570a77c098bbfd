/** What several reads select: rows joined with those that are shown beside them. */
import type { Mode } from '../../facts.ts'
import type { Table } from '../columns.ts'

/** A table's columns under a prefix, for a join. */
export const columns = (table: Table<unknown>, alias: string, prefix: string): string =>
  table.columns.map(({ name }) => `${alias}.${name} AS ${prefix}${name}`).join(', ')

export const testOf = (mode: Mode): number => (mode === 'test' ? 1 : 0)
