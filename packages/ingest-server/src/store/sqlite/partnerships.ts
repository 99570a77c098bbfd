/** Partners, their groups and their links, on SQLite. */
import type { DatabaseSync } from 'node:sqlite'
import { decode } from '../columns.ts'
import type { PartnershipReads, PartnerView } from '../partnerships.ts'
import * as tables from '../tables.ts'
import { list } from './list.ts'
import type { Filter } from './list.ts'
import { columns, GROUP_KEY, testOf } from './views.ts'

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
      const filters: Filter[] = []
      if (query.partnerKeys)
        filters.push(['t.partner_key IN (SELECT value FROM json_each(?))', JSON.stringify(query.partnerKeys)])
      if (query.partnershipKey !== undefined) filters.push(['t.key = ?', query.partnershipKey])
      if (query.group !== undefined)
        filters.push([`t.group_key = ${GROUP_KEY}`, testOf(query.mode), query.group, query.group])
      if (query.email !== undefined) filters.push(['t.email = ?', query.email])
      const ownIndex = query.group !== undefined
      const source = { select: PARTNERS, table: 'partners', where: [], live: 't.archived = 0', ownIndex }
      const { items, hasMore } = list(db, source, query, filters)
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
      const { items, hasMore } = list(db, source, query, [['t.partner_key = ?', query.partnerKey]])
      return { items: items.map((found) => decode(tables.links, found)), hasMore }
    },
  }
}
