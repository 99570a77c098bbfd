/** Partners, their groups and their links, on SQLite. */
import type { DatabaseSync } from 'node:sqlite'
import { decode } from '../columns.ts'
import { linkFilters, partnerFilters } from '../list-filters.ts'
import type { PartnershipReads, PartnerView } from '../partnerships.ts'
import * as tables from '../tables.ts'
import { FILTERS, list } from './list.ts'
import { columns, testOf } from './views.ts'

type Found = Record<string, unknown>

/** CROSS JOIN keeps the partners on the outside, so that a list walks their index and stops at the end of its page. */
const PARTNERS = `SELECT ${columns(tables.partners, 't', '')}, ${columns(tables.groups, 'g', 'g_')}
  FROM partners AS t CROSS JOIN groups AS g ON g.key = t.group_key`

const partnerView = (found: Found): PartnerView => ({
  partner: decode(tables.partners, found),
  group: decode(tables.groups, found, 'g_'),
})

export function partnershipReads(db: DatabaseSync): PartnershipReads {
  return {
    async partners(query) {
      const source = { select: PARTNERS, table: 'partners', where: [], live: 't.archived = 0' }
      const { items, hasMore } = list(db, source, query, partnerFilters(query, FILTERS))
      return { items: items.map(partnerView), hasMore }
    },
    async partnership(mode, ref) {
      const one = (where: string, value: string): Found | undefined =>
        db.prepare(`${PARTNERS} WHERE t.test = ? AND ${where}`).get(testOf(mode), value)
      const found =
        one('t.partner_key = ?', ref) ??
        one('t.key = ?', ref) ??
        one('t.email = ? ORDER BY t.archived, t.key LIMIT 1', ref.trim())
      return found ? partnerView(found) : null
    },
    async partnerByToken(hash) {
      const found = db.prepare('SELECT * FROM partners WHERE token_hash = ? AND archived = 0').get(hash)
      return found ? decode(tables.partners, found) : null
    },
    async groups(query) {
      const source = { select: 'SELECT t.* FROM groups AS t', table: 'groups', where: [], live: 't.archived = 0' }
      const { items, hasMore } = list(db, source, query, [])
      return { items: items.map((found) => decode(tables.groups, found)), hasMore }
    },
    async group(mode, ref) {
      const one = (column: string): Found | undefined =>
        db.prepare(`SELECT * FROM groups WHERE test = ? AND ${column} = ?`).get(testOf(mode), ref)
      const found = one('slug') ?? one('key')
      return found ? decode(tables.groups, found) : null
    },
    async linksOf(query) {
      const source = { select: 'SELECT t.* FROM links AS t', table: 'links', where: [], live: '1 = 1' }
      const { items, hasMore } = list(db, source, query, linkFilters(query))
      return { items: items.map((found) => decode(tables.links, found)), hasMore }
    },
  }
}
