/** Lists by cursor, on PostgreSQL. */
import type { FilterDialect } from '../list-filters.ts'
import { fewest, foundPage, listing, unknownCursor } from '../listing.ts'
import type { Filter, Found, ListDialect, ListSource, Statement } from '../listing.ts'
import type { PageQuery } from '../queries.ts'
import type { Ask, Row } from './ask.ts'

/** A condition within another is no index's, and a sum is no column's. */
const DIALECT: ListDialect = {
  hiddenCondition: (sql) => `(${sql}) IS TRUE`,
  hiddenColumn: (name) => `(${name} + 0)`,
  chooses: true,
}

export const FILTERS: FilterDialect = {
  oneOf: (column) => `t.${column} = ANY (?::text[])`,
  texts: (values) => values,
  someOf: (column, select) => `t.${column} = ANY (ARRAY(${select}))`,
  position: 'strpos',
  email: 'lower(t.email) = lower(?::text COLLATE "C")',
}

/** Runs a list; rows come in the query's order, whichever side of the cursor was asked for. */
export async function list(
  ask: Ask,
  source: ListSource,
  query: PageQuery,
  filters: readonly Filter[],
): Promise<Found<Row>> {
  const all = ({ sql, values }: Statement): Promise<Row[]> => ask(sql, ...values)
  const { cursor, findable, page } = listing(source, query, filters, DIALECT)
  const at = cursor && (await all(cursor))[0]
  if (cursor && !at) throw unknownCursor(query)
  const count = async (one: (typeof findable)[number]) => ({
    findable: one,
    n: Number((await all(one.count))[0]?.['n']),
  })
  const few = fewest(await Promise.all(findable.map(count)))
  if (few?.n === 0) return { items: [], hasMore: false }
  return foundPage(await all(page(at ? Number(at['at']) : null, few?.findable.filter ?? null)), query)
}
