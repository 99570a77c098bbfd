/** Deals and leads, on PostgreSQL. */
import { decode } from '../columns.ts'
import type { ProspectReads, ProspectView } from '../prospects.ts'
import * as tables from '../tables.ts'
import type { Ask, Row } from './ask.ts'
import { list } from './list.ts'
import type { Filter } from './list.ts'
import { columns, GROUP_KEY, testOf } from './views.ts'

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
      const test = testOf(query.mode)
      const filters: Filter[] = [['t.kind = ?', query.kind]]
      if (query.partnerKey !== undefined) filters.push(['t.partner_key = ?', query.partnerKey])
      if (query.partnershipKey !== undefined)
        filters.push([
          't.partner_key = (SELECT partner_key FROM partners WHERE test = ? AND key = ?)',
          test,
          query.partnershipKey,
        ])
      if (query.group !== undefined)
        filters.push([`coalesce(t.group_key, p.group_key) = ${GROUP_KEY}`, test, query.group, query.group])
      if (query.externalKey !== undefined) filters.push(['t.external_key = ?', query.externalKey])
      const source = { select: PROSPECTS, table: 'prospects', where: [], live: 't.archived = 0' }
      const { items, hasMore } = await list(ask, source, query, filters)
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
