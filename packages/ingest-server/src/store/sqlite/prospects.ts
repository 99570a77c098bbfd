/** Deals and leads, on SQLite. */
import type { DatabaseSync } from 'node:sqlite'
import { decode } from '../columns.ts'
import { prospectFilters } from '../list-filters.ts'
import type { ProspectReads, ProspectView } from '../prospects.ts'
import * as tables from '../tables.ts'
import { list } from './list.ts'
import { columns, testOf } from './views.ts'

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
      const source = {
        select: PROSPECTS,
        table: 'prospects',
        where: [`t.kind = '${query.kind}'`],
        live: 't.archived = 0',
      }
      const { items, hasMore } = list(db, source, query, prospectFilters(query))
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
