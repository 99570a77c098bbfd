/** Partners, their groups and their links, on PostgreSQL. */
import { decode } from '../columns.ts'
import { linkFilters, partnerFilters } from '../list-filters.ts'
import type { PartnershipReads, PartnerView } from '../partnerships.ts'
import * as tables from '../tables.ts'
import type { Ask, Row } from './ask.ts'
import { FILTERS, list } from './list.ts'
import { columns, testOf } from './views.ts'

const PARTNERS = `SELECT ${columns(tables.partners, 't', '')}, ${columns(tables.groups, 'g', 'g_')}
  FROM partners AS t JOIN groups AS g ON g.key = t.group_key`

const partnerView = (row: Row): PartnerView => ({
  partner: decode(tables.partners, row),
  group: decode(tables.groups, row, 'g_'),
})

export function partnershipReads(ask: Ask): PartnershipReads {
  return {
    async partners(query) {
      const source = { select: PARTNERS, table: 'partners', where: [], live: 't.archived = 0' }
      const { items, hasMore } = await list(ask, source, query, partnerFilters(query, FILTERS))
      return { items: items.map(partnerView), hasMore }
    },
    async partnership(mode, ref) {
      const one = (rank: number, where: string): string =>
        `(SELECT ${rank} AS rank, ${PARTNERS.slice('SELECT '.length)} WHERE t.test = ? AND ${where} ORDER BY t.archived, t.key LIMIT 1)`
      const names = [
        one(1, 't.partner_key = ?'),
        one(2, 't.key = ?'),
        one(3, 'lower(t.email) = lower(?::text COLLATE "C")'),
      ]
      const test = testOf(mode)
      const sql = `SELECT * FROM (${names.join(' UNION ALL ')}) AS named ORDER BY rank LIMIT 1`
      const [row] = await ask(sql, test, ref, test, ref, test, ref.trim())
      return row ? partnerView(row) : null
    },
    async partnerByToken(hash) {
      const [row] = await ask('SELECT * FROM partners WHERE token_hash = ? AND archived = 0', hash)
      return row ? decode(tables.partners, row) : null
    },
    async groups(query) {
      const source = { select: 'SELECT t.* FROM groups AS t', table: 'groups', where: [], live: 't.archived = 0' }
      const { items, hasMore } = await list(ask, source, query, [])
      return { items: items.map((row) => decode(tables.groups, row)), hasMore }
    },
    async group(mode, ref) {
      const sql = 'SELECT * FROM groups WHERE test = ? AND (slug = ? OR key = ?) ORDER BY slug = ? DESC LIMIT 1'
      const [row] = await ask(sql, testOf(mode), ref, ref, ref)
      return row ? decode(tables.groups, row) : null
    },
    async linksOf(query) {
      const source = { select: 'SELECT t.* FROM links AS t', table: 'links', where: [], live: '1 = 1' }
      const { items, hasMore } = await list(ask, source, query, linkFilters(query))
      return { items: items.map((row) => decode(tables.links, row)), hasMore }
    },
  }
}
