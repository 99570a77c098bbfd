/** Reading the books from a SQLite connection that sees only what is committed. */
import type { DatabaseSync } from 'node:sqlite'
import { decode } from '../columns.ts'
import type { Bound } from '../columns.ts'
import { dumpStatement } from '../dump.ts'
import { customerFilters, transactionFilters } from '../list-filters.ts'
import type { ListedDelivery } from '../rows.ts'
import type { Reads } from '../store.ts'
import * as tables from '../tables.ts'
import { reportReads, type ReportDialect } from '../report-reads.ts'
import { adminReads } from './admin.ts'
import { conditionReads } from './condition.ts'
import { hookReads } from './hooks.ts'
import { importReads } from './imports.ts'
import { rewardReads } from './rewards.ts'
import { FILTERS, list } from './list.ts'
import { partnershipReads } from './partnerships.ts'
import { prospectReads } from './prospects.ts'
import { columns, testOf } from './views.ts'

type Record_ = Record<string, unknown>
/** A condition with `?` for each value it binds. */
type Condition = readonly [sql: string, ...values: Bound[]]

const PARTNER = 'JOIN partners AS p ON p.test = t.test AND p.partner_key = t.partner_key'
const CUSTOMERS = `SELECT ${columns(tables.customers, 't', '')}, ${columns(tables.partners, 'p', 'p_')} FROM customers AS t ${PARTNER}`
/** CROSS JOIN keeps the payments on the outside, so that a list walks their index and stops at the end of its page. */
const TRANSACTIONS = `SELECT ${columns(tables.payments, 't', '')}, ${columns(tables.customers, 'c', 'c_')}, ${columns(tables.partners, 'p', 'p_')}
  FROM payments AS t CROSS JOIN customers AS c ON c.key = t.customer CROSS ${PARTNER}`
const DELIVERIES = `SELECT ${tables.deliveries.columns.map(({ name }) => `t.${name}`).join(', ')}, w.created_at AS waiting_since,
    coalesce(s.customer, c.key) AS customer FROM deliveries AS t LEFT JOIN payments AS w ON w.key = t.waiting_on
  LEFT JOIN payments AS s ON s.key = t.subject LEFT JOIN customers AS c ON c.key = t.subject`

const listedDelivery = (record: Record_): ListedDelivery => ({
  ...decode(tables.deliveries, record),
  customer: record['customer'] as string | null,
  waitingSince: record['waiting_since'] as number | null,
})

const customerView = (record: Record_) => ({
  customer: decode(tables.customers, record),
  partner: decode(tables.partners, record, 'p_'),
})
const transactionView = (record: Record_) => ({
  payment: decode(tables.payments, record),
  customer: decode(tables.customers, record, 'c_'),
  partner: decode(tables.partners, record, 'p_'),
})
const REPORTS: ReportDialect = {
  join: 'CROSS JOIN',
  perSpan: (sums, table, where) =>
    `SELECT s.n, r.currency, ${sums} FROM (SELECT key AS n, json_extract(value, '$[0]') AS begin_at,
       json_extract(value, '$[1]') AS end_at FROM json_each(?)) AS s
     CROSS JOIN ${table} AS r ON r.at >= s.begin_at AND r.at < s.end_at AND ${where} GROUP BY s.n, r.currency`,
  someOf: FILTERS.someOf,
  position: 'instr',
}

/** Statements are prepared at first use and kept. */
export function sqliteReads(db: DatabaseSync): Reads {
  const kept = new Map<string, ReturnType<DatabaseSync['prepare']>>()
  const prepare = (sql: string) => {
    const statement = kept.get(sql) ?? db.prepare(sql)
    kept.set(sql, statement)
    return statement
  }
  const one = (sql: string, ...values: (string | number)[]): Record_ | null =>
    (prepare(sql).get(...values) as Record_ | undefined) ?? null
  const all = (sql: string, ...values: (string | number)[]): Record_[] => prepare(sql).all(...values) as Record_[]

  return {
    async dump(table, after, limit) {
      const { sql, values, read } = dumpStatement(table, after, limit)
      return db
        .prepare(sql)
        .all(...values)
        .map(read)
    },
    ...adminReads(db),
    ...conditionReads(db),
    ...reportReads(async (sql, ...values) => all(sql, ...values), REPORTS),
    ...hookReads(db),
    ...importReads(db),
    ...partnershipReads(db),
    ...prospectReads(db),
    ...rewardReads(db),
    async customers(query) {
      const source = { select: CUSTOMERS, table: 'customers', where: [], live: 't.archived = 0' }
      const page = list(db, source, query, customerFilters(query, FILTERS))
      return { items: page.items.map(customerView), hasMore: page.hasMore }
    },
    async transactions(query) {
      const where = [`t.state = 'recorded'`]
      const source = { select: TRANSACTIONS, table: 'payments', where, live: 't.archived IS NULL' }
      const page = list(db, source, query, transactionFilters(query))
      return { items: page.items.map(transactionView), hasMore: page.hasMore }
    },
    async customer(mode, ref) {
      const test = testOf(mode)
      const named =
        one(`${CUSTOMERS} WHERE t.test = ? AND t.customer_key = ?`, test, ref) ??
        one(`${CUSTOMERS} WHERE t.test = ? AND t.key = ?`, test, ref)
      if (named) return customerView(named)
      const same = all(
        `${CUSTOMERS} WHERE t.test = ? AND t.email_key = ? ORDER BY t.archived LIMIT 2`,
        test,
        ref.trim().toLowerCase(),
      ).map(customerView)
      const [first, second] = same
      if (first && second && !second.customer.archived) return 'several'
      return first ?? null
    },
    async transaction(mode, ref) {
      const find = (column: string): Record_ | null =>
        one(
          `${TRANSACTIONS} WHERE t.test = ? AND t.${column} = ? AND t.state = 'recorded' ORDER BY +t.created_at LIMIT 1`,
          testOf(mode),
          ref,
        )
      const record = find('given_key') ?? find('source_key') ?? find('key')
      return record && transactionView(record)
    },
    async subscriptions(mode, customer, includeArchived) {
      const sql = `SELECT t.* FROM subscriptions AS t WHERE +t.test = ?1 AND t.key IN (
          SELECT s.key FROM platform_ids AS i JOIN subscriptions AS s ON s.test = i.test AND s.platform_customer = i.id
            AND i.provider IN ('', s.provider) AND (i.provider = '' OR i.account = s.account) WHERE i.customer = ?2
          UNION SELECT s.key FROM customers AS c JOIN subscriptions AS s ON s.test = c.test AND s.customer_key = c.customer_key WHERE c.key = ?2)
        AND (?3 = 1 OR t.deleted = 0) ORDER BY t.created_at DESC, t.key DESC`
      return all(sql, testOf(mode), customer, includeArchived ? 1 : 0).map((record) =>
        decode(tables.subscriptions, record),
      )
    },
    async partner(mode, partnerKey) {
      const record = one('SELECT * FROM partners WHERE test = ? AND partner_key = ?', testOf(mode), partnerKey)
      return record && decode(tables.partners, record)
    },
    async link(path) {
      const record = one(
        `SELECT ${columns(tables.links, 't', '')}, ${columns(tables.partners, 'p', 'p_')}, ${columns(tables.groups, 'g', 'g_')}
         FROM links AS t ${PARTNER} JOIN groups AS g ON g.key = p.group_key WHERE t.path = ?`,
        path,
      )
      return (
        record && {
          link: decode(tables.links, record),
          partner: decode(tables.partners, record, 'p_'),
          group: decode(tables.groups, record, 'g_'),
        }
      )
    },
    async links(mode, partnerKey) {
      return all('SELECT * FROM links WHERE test = ? AND partner_key = ? ORDER BY key', testOf(mode), partnerKey).map(
        (record) => decode(tables.links, record),
      )
    },
    async deliveries(query) {
      const filters: Condition[] = [['t.test = ?', testOf(query.mode)]]
      if (query.customer !== undefined || query.hints !== undefined) {
        // By indexes of their own: as conditions joined by OR they would be looked for in every row.
        const theirs = `t.key IN (SELECT key FROM deliveries WHERE subject = ?
          UNION SELECT d.key FROM payments AS p CROSS JOIN deliveries AS d ON d.subject = p.key WHERE p.customer = ?
          UNION SELECT d.key FROM waits AS h CROSS JOIN deliveries AS d ON d.waiting_on = h.payment
            WHERE h.test = ? AND h.hint IN (SELECT value FROM json_each(?)))`
        const customer = query.customer ?? ''
        filters.push([theirs, customer, customer, testOf(query.mode), JSON.stringify(query.hints ?? [])])
      }
      if (query.waitingBefore !== undefined) filters.push(['w.created_at < ?', query.waitingBefore])
      if (query.notWaitingBefore !== undefined)
        filters.push(['(w.key IS NULL OR w.created_at >= ?)', query.notWaitingBefore])
      if (query.states?.length === 1) filters.push(['t.state = ?', query.states[0] ?? null])
      else if (query.states) filters.push(['t.state IN (SELECT value FROM json_each(?))', JSON.stringify(query.states)])
      if (query.provider !== undefined) filters.push(['t.provider = ?', query.provider])
      if (query.since !== undefined) filters.push(['t.received_at >= ?', query.since])
      if (query.until !== undefined) filters.push(['t.received_at <= ?', query.until])
      if (query.startingAfter !== undefined) {
        const cursor = '(SELECT received_at, key FROM deliveries WHERE key = ?)'
        filters.push([`(t.received_at, t.key) < ${cursor}`, query.startingAfter])
      }
      const where = filters.map(([sql]) => sql).join(' AND ')
      const records = db
        .prepare(
          `${DELIVERIES}
           WHERE ${where} ORDER BY t.received_at DESC, t.key DESC LIMIT ?`,
        )
        .all(...filters.flatMap(([, ...values]) => values), query.limit + 1) as Record_[]
      return {
        items: records.slice(0, query.limit).map(listedDelivery),
        hasMore: records.length > query.limit,
      }
    },
    async delivery(key) {
      const record = one(`${DELIVERIES} WHERE t.key = ?`, key)
      return record && listedDelivery(record)
    },
    async deliveryBody(key) {
      const record = one('SELECT body FROM deliveries WHERE key = ?', key)
      const body = record?.['body'] as Uint8Array | undefined
      return body?.length ? body : null
    },
    async settings(mode) {
      return Object.fromEntries(
        all('SELECT name, value FROM settings WHERE test = ?', testOf(mode)).map((row) => [row['name'], row['value']]),
      )
    },
    async apiKey(publicKey) {
      const record = one('SELECT * FROM api_keys WHERE public_key = ?', publicKey)
      return record && decode(tables.apiKeys, record)
    },
    async apiKeys() {
      return all('SELECT * FROM api_keys ORDER BY created_at, public_key').map((record) =>
        decode(tables.apiKeys, record),
      )
    },
    async webhooks() {
      return all('SELECT * FROM webhooks ORDER BY test, provider').map((record) => decode(tables.webhooks, record))
    },
    async audit(mode, limit) {
      return all('SELECT * FROM audit WHERE test = ? ORDER BY key DESC LIMIT ?', testOf(mode), limit).map((record) =>
        decode(tables.audit, record),
      )
    },
  }
}
