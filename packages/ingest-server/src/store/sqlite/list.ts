/** Lists by cursor, on SQLite. */
import type { DatabaseSync } from 'node:sqlite'
import type { FilterDialect } from '../list-filters.ts'
import { fewest, foundPage, listing, unknownCursor } from '../listing.ts'
import type { Filter, Found, ListDialect, ListSource, Statement } from '../listing.ts'
import type { PageQuery } from '../queries.ts'

/** A plus before it keeps an index from a condition. */
const DIALECT: ListDialect = {
  hiddenCondition: (sql) => `+(${sql})`,
  hiddenColumn: (name) => `+${name}`,
  chooses: false,
}

export const FILTERS: FilterDialect = {
  oneOf: (column) => `t.${column} IN (SELECT value FROM json_each(?))`,
  texts: (values) => JSON.stringify(values),
  someOf: (column, select) => `t.${column} IN (${select})`,
  email: 't.email = ?',
  position: 'instr',
}

type Row = Record<string, unknown>

/** Runs a list; rows come in the query's order, whichever side of the cursor was asked for. */
export function list(db: DatabaseSync, source: ListSource, query: PageQuery, filters: readonly Filter[]): Found<Row> {
  const all = ({ sql, values }: Statement): Row[] => db.prepare(sql).all(...(values as (string | number)[]))
  const { cursor, findable, page } = listing(source, query, filters, DIALECT)
  const at = cursor && all(cursor)[0]
  if (cursor && !at) throw unknownCursor(query)
  const counted = findable.map((one) => ({ findable: one, n: Number(all(one.count)[0]?.['n']) }))
  const few = fewest(counted)
  if (few?.n === 0) return { items: [], hasMore: false }
  return foundPage(all(page(at ? Number(at['at']) : null, few?.findable.filter ?? null)), query)
}
