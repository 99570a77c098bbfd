/** Reading the books from PostgreSQL: each read is one statement, and sees what is committed. */
import type pg from 'pg'
import { decode } from '../columns.ts'
import { dumpStatement } from '../dump.ts'
import { customerFilters, transactionFilters } from '../list-filters.ts'
import type { Reads } from '../store.ts'
import * as tables from '../tables.ts'
import type { Ask, Row } from './ask.ts'
import { FILTERS, list } from './list.ts'
import { deliveryReads } from './deliveries.ts'
import { reportReads, type ReportDialect } from '../report-reads.ts'
import { adminReads } from './admin.ts'
import { conditionReads } from './condition.ts'
import { hookReads } from './hooks.ts'
import { importReads } from './imports.ts'
import { partnershipReads } from './partnerships.ts'
import { prospectReads } from './prospects.ts'
import { rewardReads } from './rewards.ts'
import { CUSTOMERS, PARTNER, TRANSACTIONS, columns, testOf } from './views.ts'

const customerView = (row: Row) => ({
  customer: decode(tables.customers, row),
  partner: decode(tables.partners, row, 'p_'),
})
const transactionView = (row: Row) => ({
  payment: decode(tables.payments, row),
  customer: decode(tables.customers, row, 'c_'),
  partner: decode(tables.partners, row, 'p_'),
})

const REPORTS: ReportDialect = {
  join: 'JOIN',
  // Each span by itself along the index: joined, all rows would be held against all spans.
  perSpan: (sums, table, where) =>
    `SELECT s.n, g.* FROM (SELECT ordinality - 1 AS n, (value ->> 0)::bigint AS begin_at, (value ->> 1)::bigint AS end_at
       FROM json_array_elements(?::json) WITH ORDINALITY) AS s
     CROSS JOIN LATERAL (SELECT r.currency, ${sums} FROM ${table} AS r
       WHERE r.at >= s.begin_at AND r.at < s.end_at AND ${where} GROUP BY r.currency) AS g`,
  someOf: FILTERS.someOf,
  position: 'strpos',
}

/** `pools` are those whose connections are told of. */
export function postgresReads(ask: Ask, pools: readonly pg.Pool[] = []): Reads {
  return {
    async dump(table, after, limit) {
      const { sql, values, read } = dumpStatement(table, after, limit)
      return (await ask(sql, ...values)).map(read)
    },
    ...deliveryReads(ask),
    ...adminReads(ask),
    ...conditionReads(ask, pools),
    ...reportReads(ask, REPORTS),
    ...hookReads(ask),
    ...importReads(ask),
    ...partnershipReads(ask),
    ...prospectReads(ask),
    ...rewardReads(ask),
    async customers(query) {
      const source = { select: CUSTOMERS, table: 'customers', where: [], live: 't.archived = 0' }
      const page = await list(ask, source, query, customerFilters(query, FILTERS))
      return { items: page.items.map(customerView), hasMore: page.hasMore }
    },
    async transactions(query) {
      const where = [`t.state = 'recorded'`]
      const source = { select: TRANSACTIONS, table: 'payments', where, live: 't.archived IS NULL' }
      const page = await list(ask, source, query, transactionFilters(query))
      return { items: page.items.map(transactionView), hasMore: page.hasMore }
    },
    async customer(mode, ref) {
      const [test, email] = [testOf(mode), ref.trim().toLowerCase()]
      // In one statement: which name of the customer it is, and of those with the e-mail the unarchived ones first.
      const rows = await ask(
        `SELECT * FROM (
           (SELECT 1 AS rank, ${CUSTOMERS.slice('SELECT '.length)} WHERE t.test + 0 = ? AND t.customer_key = ?)
           UNION ALL (SELECT 2, ${CUSTOMERS.slice('SELECT '.length)} WHERE t.test + 0 = ? AND t.key = ?)
           UNION ALL (SELECT 3, ${CUSTOMERS.slice('SELECT '.length)} WHERE t.test + 0 = ? AND t.email_key = ? ORDER BY t.archived LIMIT 2)
         ) AS named ORDER BY rank, archived`,
        ...[test, ref, test, ref, test, email],
      )
      const [first, second] = rows.map(customerView)
      const byEmail = rows[0]?.['rank'] === 3
      return byEmail && first && second && !second.customer.archived ? 'several' : (first ?? null)
    },
    async transaction(mode, ref) {
      // What is not recorded has no customer, so it is not among those joined with theirs.
      const one = (rank: number, column: string): string =>
        `(SELECT ${rank} AS rank, ${TRANSACTIONS.slice('SELECT '.length)}
          WHERE t.test + 0 = ? AND t.${column} = ? ORDER BY t.created_at + 0 LIMIT 1)`
      const [row] = await ask(
        `SELECT * FROM (${one(1, 'given_key')} UNION ALL ${one(2, 'source_key')} UNION ALL ${one(3, 'key')}) AS named
         ORDER BY rank LIMIT 1`,
        ...[0, 1, 2].flatMap(() => [testOf(mode), ref]),
      )
      return row ? transactionView(row) : null
    },
    async subscriptions(mode, customer, includeArchived) {
      const sql = `SELECT t.* FROM subscriptions AS t WHERE t.test = ? AND t.key IN (
          SELECT s.key FROM platform_ids AS i JOIN subscriptions AS s ON s.test = i.test AND s.platform_customer = i.id
            AND i.provider IN ('', s.provider) AND (i.provider = '' OR i.account = s.account) WHERE i.customer = ?
          UNION SELECT s.key FROM customers AS c JOIN subscriptions AS s ON s.test = c.test AND s.customer_key = c.customer_key WHERE c.key = ?)
        AND (? = 1 OR t.deleted = 0) ORDER BY t.created_at DESC, t.key DESC`
      const rows = await ask(sql, testOf(mode), customer, customer, includeArchived ? 1 : 0)
      return rows.map((row) => decode(tables.subscriptions, row))
    },
    async partner(mode, partnerKey) {
      const [row] = await ask('SELECT * FROM partners WHERE test = ? AND partner_key = ?', testOf(mode), partnerKey)
      return row ? decode(tables.partners, row) : null
    },
    async link(path) {
      const [row] = await ask(
        `SELECT ${columns(tables.links, 't', '')}, ${columns(tables.partners, 'p', 'p_')}, ${columns(tables.groups, 'g', 'g_')}
         FROM links AS t ${PARTNER} JOIN groups AS g ON g.key = p.group_key WHERE t.path = ?`,
        path,
      )
      if (!row) return null
      const [link, partner] = [decode(tables.links, row), decode(tables.partners, row, 'p_')]
      return { link, partner, group: decode(tables.groups, row, 'g_') }
    },
    async links(mode, partnerKey) {
      const sql = 'SELECT * FROM links WHERE test = ? AND partner_key = ? ORDER BY key'
      return (await ask(sql, testOf(mode), partnerKey)).map((row) => decode(tables.links, row))
    },
    async settings(mode) {
      const rows = await ask('SELECT name, value FROM settings WHERE test = ?', testOf(mode))
      return Object.fromEntries(rows.map((row) => [row['name'], row['value'] as string]))
    },
    async apiKey(publicKey) {
      const [row] = await ask('SELECT * FROM api_keys WHERE public_key = ?', publicKey)
      return row ? decode(tables.apiKeys, row) : null
    },
    async apiKeys() {
      const rows = await ask('SELECT * FROM api_keys ORDER BY created_at, public_key')
      return rows.map((row) => decode(tables.apiKeys, row))
    },
    async webhooks() {
      const rows = await ask('SELECT * FROM webhooks ORDER BY test, provider')
      return rows.map((row) => decode(tables.webhooks, row))
    },
    async audit(mode, limit) {
      const rows = await ask('SELECT * FROM audit WHERE test = ? ORDER BY key DESC LIMIT ?', testOf(mode), limit)
      return rows.map((row) => decode(tables.audit, row))
    },
  }
}
