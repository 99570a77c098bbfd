/** Deals and leads, on SQLite. */
import type { DatabaseSync } from 'node:sqlite'
import { decode } from '../columns.ts'
import type { ProspectReads, ProspectView } from '../prospects.ts'
import * as tables from '../tables.ts'
import { list } from './list.ts'
import type { Filter } from './list.ts'
import { columns, GROUP_KEY, testOf } from './views.ts'

type Found = Record<string, unknown>

const PROSPECTS = `SELECT ${columns(tables.prospects, 't', '')}, ${columns(tables.partners, 'p', 'p_')},
    ${columns(tables.groups, 'g', 'g_')}, ${columns(tables.customers, 'c', 'c_')} FROM prospects AS t
  LEFT JOIN partners AS p ON p.test = t.test AND p.partner_key = t.partner_key
  LEFT JOIN groups AS g ON g.key = coalesce(t.group_key, p.group_key) LEFT JOIN customers AS c ON c.key = t.customer`

const prospectView = (found: Found): ProspectView => ({
  prospect: decode(tables.prospects, found),
  partner: found['p_key'] === null ? null : decode(tables.partners, found, 'p_'),
  group: found['g_key'] === null ? null : decode(tables.groups, found, 'g_'),
  customer: found['c_key'] === null ? null : decode(tables.customers, found, 'c_'),
})

export function prospectReads(db: DatabaseSync): ProspectReads {
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
      const { items, hasMore } = list(db, source, query, filters)
      return { items: items.map(prospectView), hasMore }
    },
    async prospect(mode, kind, ref) {
      const one = (column: string): Found | undefined =>
        db.prepare(`${PROSPECTS} WHERE t.test = ? AND t.kind = ? AND t.${column} = ?`).get(testOf(mode), kind, ref)
      const found = one('key') ?? one('external_key')
      return found ? prospectView(found) : null
    },
  }
}
