/** Reports by SQL: the same on every engine, but for how lists and joins are written. */
import type { Mode } from '../facts.ts'
import { decode } from './columns.ts'
import { MOST_ADDED, type ReportReads, type SpanFigures, type TotalsQuery } from './reports.ts'
import { IS_UNPAID } from './list-filters.ts'
import type { RewardStatus } from './reward-rows.ts'
import { DAY_MS, FIGURES, type Figures } from './rollup-rows.ts'
import * as tables from './tables.ts'

type Found = Record<string, unknown>
/** `?` stands for each value in turn. */
type Ask = (sql: string, ...values: (string | number)[]) => Promise<Found[]>

export interface ReportDialect {
  /** A join that walks its left side first. */
  readonly join: string
  /** A list of `n`, `begin_at`, `end_at` of one JSON value. */
  readonly spans: string
  /** Where a text is in another, from 1; 0 where it is not. */
  readonly position: string
}

const SUMS = FIGURES.map((name) => `CAST(sum(r.${name}) AS bigint) AS ${name}`).join(', ')
const COUNTED = 1000
const CLICKS_LOOKED_AT = 5000
const testOf = (mode: Mode): number => (mode === 'test' ? 1 : 0)
const figuresOf = (found: Found): Figures =>
  Object.fromEntries(FIGURES.map((name) => [name, Number(found[name])])) as Record<keyof Figures, number>
/** Behind every text that begins so, byte by byte. */
const end = (prefix: string): string => `${prefix}\u{10ffff}`
const utcDay = (at: number): number => Math.round(at / DAY_MS) * DAY_MS

/** The conditions of a sum, and what they bind. */
function narrowed(of: 'payments' | 'rewards', query: TotalsQuery): [where: string, values: (string | number)[]] {
  const { mode, partnerKey, customer, minCreated, maxCreated, currency, statuses } = query
  const live = of === 'payments' ? `t.state = 'recorded' AND t.archived IS NULL` : 't.archived = 0'
  const among = statuses && `t.status IN (${statuses.map(() => '?').join(', ')})`
  const all: [sql: string, values: readonly (string | number | undefined)[]][] = [
    [`t.test = ? AND ${live}`, [testOf(mode)]],
    ['t.partner_key = ?', [partnerKey]],
    ['t.customer = ?', [customer]],
    ['t.created_at >= ?', [minCreated]],
    ['t.created_at <= ?', [maxCreated]],
    ['t.currency = ?', [currency]],
    ...(among ? [[among, statuses] as [string, readonly string[]]] : []),
  ]
  const given = all.filter(([, values]) => values.every((value) => value !== undefined))
  return [given.map(([sql]) => sql).join(' AND '), given.flatMap(([, values]) => values as (string | number)[])]
}

export function reportReads(ask: Ask, { join, spans, position }: ReportDialect): ReportReads {
  const counted = async (sql: string, ...values: number[]): Promise<number> => {
    const [found] = await ask(
      `SELECT count(*) AS n FROM (SELECT 1 AS one FROM ${sql} LIMIT ${COUNTED}) AS found`,
      ...values,
    )
    return Number(found?.['n'])
  }
  const waiting = `deliveries AS t LEFT JOIN payments AS w ON w.key = t.waiting_on
    WHERE t.waiting_on IS NOT NULL AND t.test + 0 = ? AND t.state = 'parked'`
  return {
    async figures(mode, asked) {
      const sql = `SELECT s.n, r.currency, ${SUMS} FROM ${spans} AS s ${join} rollups AS r
        ON r.at >= s.begin_at AND r.at < s.end_at AND r.test = ? AND r.span = 15 GROUP BY s.n, r.currency ORDER BY s.n, r.currency`
      const found = await ask(sql, JSON.stringify(asked), testOf(mode))
      return found.map((row): SpanFigures => ({
        ...{ span: Number(row['n']), currency: row['currency'] as string },
        ...figuresOf(row),
      }))
    },
    async topPartners(mode, [from, until], limit) {
      const sql = `SELECT * FROM (SELECT r.partner_key, r.currency, ${SUMS}, row_number() OVER (PARTITION BY r.currency
          ORDER BY sum(r.revenue) - sum(r.refunds) DESC, sum(r.signups) DESC, sum(r.clicks) DESC, r.partner_key) AS place
          FROM rollups AS r WHERE r.test = ? AND r.span = 1440 AND r.at >= ? AND r.at < ? GROUP BY r.partner_key, r.currency) AS g
        WHERE place <= ? ORDER BY currency, place`
      const found = await ask(sql, testOf(mode), utcDay(from), utcDay(until), limit)
      return found.map((row) => ({
        ...{ partnerKey: row['partner_key'] as string, currency: row['currency'] as string },
        ...figuresOf(row),
      }))
    },
    async partnerDays(mode, partnerKey, [from, until]) {
      const sql = `SELECT r.* FROM rollups AS r
        WHERE r.test = ? AND r.partner_key = ? AND r.at >= ? AND r.at < ? AND r.span = 1440 ORDER BY r.at, r.currency`
      const found = await ask(sql, testOf(mode), partnerKey, utcDay(from), utcDay(until))
      return found.map((row) => ({
        ...{ partnerKey, at: Number(row['at']), currency: row['currency'] as string },
        ...figuresOf(row),
      }))
    },
    async attention(mode, waitingBefore) {
      const test = testOf(mode)
      const [parked, unmatched, failed, rewardsToApprove, flagged] = await Promise.all([
        counted(`${waiting} AND (w.key IS NULL OR w.created_at >= ?)`, test, waitingBefore),
        counted(`${waiting} AND w.created_at < ?`, test, waitingBefore),
        // `+ 0`, so that the index of what failed, or waits, serves, not the one of everything by time.
        counted(`deliveries AS t WHERE t.test + 0 = ? AND t.state = 'failed'`, test),
        counted(`rewards AS t WHERE t.test = ? AND t.status = 'pending' AND t.${IS_UNPAID} AND t.archived = 0`, test),
        counted(`customers AS t WHERE t.test = ? AND t.flagged_at IS NOT NULL AND t.archived = 0`, test),
      ])
      return { parked, unmatched, failed, rewardsToApprove, flagged }
    },
    async totals(of, query) {
      const [where, values] = narrowed(of, query)
      const columns = of === 'rewards' ? 't.status, 0 AS refunded' : 'NULL AS status, t.refunded'
      const sql = `SELECT currency, status, count(*) AS n, CAST(sum(amount) AS bigint) AS amount, CAST(sum(refunded) AS bigint) AS refunded
        FROM (SELECT t.currency, t.amount, ${columns} FROM ${of} AS t WHERE ${where} ORDER BY t.created_at DESC, t.key DESC LIMIT ${MOST_ADDED}) AS some_of
        GROUP BY currency, status ORDER BY currency, status`
      const found = await ask(sql, ...values)
      return found.map((row) => ({
        ...{ currency: row['currency'] as string, status: row['status'] as RewardStatus | null },
        ...{ count: Number(row['n']), amount: Number(row['amount']), refunded: Number(row['refunded']) },
      }))
    },
    async click(mode, xid) {
      const [found] = await ask('SELECT t.* FROM clicks AS t WHERE t.xid = ? AND t.test = ?', xid, testOf(mode))
      return found ? decode(tables.clicks, found) : null
    },
    async clicksSince(mode, xid, limit) {
      const sql = `SELECT s.* FROM (SELECT t.* FROM clicks AS t WHERE t.xid > ? ORDER BY t.xid DESC LIMIT ${CLICKS_LOOKED_AT}) AS s
        WHERE s.test = ? ORDER BY s.xid DESC LIMIT ?`
      return (await ask(sql, xid, testOf(mode), limit)).map((row) => decode(tables.clicks, row))
    },
    async searchCustomers(mode, text, limit) {
      const test = testOf(mode)
      const [prefix, mail] = [text.trim(), text.trim().toLowerCase()]
      const looks: [sql: string, ...values: (string | number)[]][] = [
        [
          'FROM customers AS t WHERE t.customer_key >= ? AND t.customer_key < ? AND t.test = ? ORDER BY t.customer_key',
          prefix,
          end(prefix),
          test,
        ],
        ['FROM customers AS t WHERE t.key = ? AND t.test = ?', prefix, test],
        [
          `FROM platform_ids AS i ${join} customers AS t ON t.key = i.customer WHERE i.id = ? AND i.test = ?`,
          prefix,
          test,
        ],
        [
          'FROM customers AS t WHERE t.email_key >= ? AND t.email_key < ? AND t.test = ? ORDER BY t.email_key',
          mail,
          end(mail),
          test,
        ],
      ]
      const found = await Promise.all(
        looks.map(([from, ...values]) => ask(`SELECT t.customer_key ${from} LIMIT ?`, ...values, limit)),
      )
      return [...new Set(found.flat().map((row) => row['customer_key'] as string))].slice(0, limit)
    },
    async searchPartners(mode, text, limit) {
      const part = text.trim().toLowerCase()
      const whole = `lower(coalesce(t.first_name, '') || ' ' || coalesce(t.last_name, ''))`
      const sql = `SELECT t.partner_key FROM partners AS t WHERE t.test = ? AND (${position}(lower(t.partner_key), ?) = 1
          OR ${position}(lower(t.email), ?) = 1 OR ${position}(${whole}, ?) > 0) ORDER BY t.created_at, t.key LIMIT ?`
      const found = await ask(sql, testOf(mode), part, part, part, limit)
      return found.map((row) => row['partner_key'] as string)
    },
    async platformIds(mode, customer) {
      const sql = 'SELECT t.* FROM platform_ids AS t WHERE t.customer = ? AND t.test = ? ORDER BY t.at, t.id'
      return (await ask(sql, customer, testOf(mode))).map((row) => decode(tables.platformIds, row))
    },
    async auditLog({ mode, limit, subject, actor, action, from, until, startingAfter, endingBefore }) {
      const kind = action?.endsWith('.')
        ? ([`substr(t.action, 1, ${action.length}) = ?`, action] as const)
        : (['t.action = ?', action] as const)
      const wanted = [
        // `+ 0`, so that of a subject only its own index can serve, not the one that begins with the mode.
        [subject === undefined ? 't.test = ?' : 't.test + 0 = ?', testOf(mode)],
        ...[['t.subject = ?', subject] as const, ['t.actor = ?', actor] as const, kind],
        ...[['t.at >= ?', from] as const, ['t.at <= ?', until] as const],
        ...[['t.key < ?', startingAfter] as const, ['t.key > ?', endingBefore] as const],
      ].filter((one): one is [string, string | number] => one[1] !== undefined)
      const isBackwards = endingBefore !== undefined
      const sql = `SELECT t.* FROM audit AS t WHERE ${wanted.map(([condition]) => condition).join(' AND ')}
        ORDER BY t.key ${isBackwards ? 'ASC' : 'DESC'} LIMIT ?`
      const found = await ask(sql, ...wanted.map(([, value]) => value), limit + 1)
      const items = found.slice(0, limit).map((row) => decode(tables.audit, row))
      return { items: isBackwards ? items.reverse() : items, hasMore: found.length > limit }
    },
  }
}
