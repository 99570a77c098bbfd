/** Deals and leads, on PostgreSQL. */
import { decode } from '../columns.ts'
import { prospectFilters } from '../list-filters.ts'
import type { ProspectReads, ProspectView } from '../prospects.ts'
import * as tables from '../tables.ts'
import type { Ask, Row } from './ask.ts'
import { list } from './list.ts'
import { columns, testOf } from './views.ts'

const PROSPECTS = `SELECT ${columns(tables.prospects, 't', '')}, ${columns(tables.partners, 'p', 'p_')},
    ${columns(tables.groups, 'g', 'g_')}, ${columns(tables.customers, 'c', 'c_')} FROM prospects AS t
  LEFT JOIN partners AS p ON p.test = t.test AND p.partner_key = t.partner_key
  LEFT JOIN groups AS g ON g.key = coalesce(t.group_key, p.group_key) LEFT JOIN customers AS c ON c.key = t.customer`

const prospectView = (row: Row): ProspectView => ({
  prospect: decode(tables.prospects, row),
  partner: row['p_key'] === null ? null : decode(tables.partners, row, 'p_'),
  group: row['g_key'] === null ? null : decode(tables.groups, row, 'g_'),
  customer: row['c_key'] === null ? null : decode(tables.customers, row, 'c_'),
})

export function prospectReads(ask: Ask): ProspectReads {
  return {
    async prospects(query) {
      const source = {
        select: PROSPECTS,
        table: 'prospects',
        where: [`t.kind = '${query.kind}'`],
        live: 't.archived = 0',
      }
      const { items, hasMore } = await list(ask, source, query, prospectFilters(query))
      return { items: items.map(prospectView), hasMore }
    },
    async prospect(mode, kind, ref) {
      const one = (rank: number, column: string): string =>
        `(SELECT ${rank} AS rank, ${PROSPECTS.slice('SELECT '.length)} WHERE t.test = ? AND t.kind = ? AND t.${column} = ?)`
      const sql = `SELECT * FROM (${one(1, 'key')} UNION ALL ${one(2, 'external_key')}) AS named ORDER BY rank LIMIT 1`
      const test = testOf(mode)
      const [row] = await ask(sql, test, kind, ref, test, kind, ref)
      return row ? prospectView(row) : null
    },
  }
}
