/** Reports by SQL: the same on every engine, but for how lists and joins are written. */
import type { Mode } from '../facts.ts'
import { decode } from './columns.ts'
import { figureReads } from './figure-reads.ts'
import type { ReportReads } from './reports.ts'
import { IS_UNPAID, type FilterDialect } from './list-filters.ts'
import * as tables from './tables.ts'
import { totalReads } from './total-reads.ts'

type Found = Record<string, unknown>
/** `?` stands for each value in turn. */
export type Ask = (sql: string, ...values: (string | number)[]) => Promise<Found[]>

export interface ReportDialect {
  /** A join that walks its left side first. */
  readonly join: string
  /**
   * For each of a list of spans (one JSON value), and each currency, sums of the rows `r` of a table of figures that begin
   * within it and fulfil a condition.
   */
  perSpan(sums: string, table: string, where: string): string
  /** As lists have it. */
  readonly someOf: FilterDialect['someOf']
  /** Where a text is in another, from 1; 0 where it is not. */
  readonly position: string
}

const COUNTED = 1000
const CLICKS_LOOKED_AT = 5000
const testOf = (mode: Mode): number => (mode === 'test' ? 1 : 0)
/** Behind every text that begins so, byte by byte. */
const end = (prefix: string): string => `${prefix}\u{10ffff}`

export function reportReads(ask: Ask, { join, position, perSpan, someOf }: ReportDialect): ReportReads {
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
    ...figureReads(ask, perSpan),
    ...totalReads(ask, someOf),
    async attention(mode, waitingBefore) {
      const test = testOf(mode)
      const [parked, unmatched, failed, rewardsToApprove, flagged] = await Promise.all([
        counted(`${waiting} AND (w.key IS NULL OR w.created_at >= ?)`, test, waitingBefore),
        counted(`${waiting} AND w.created_at < ?`, test, waitingBefore),
        // `+ 0`, and a column that it has not, so that the index of what failed serves, not the one of everything by time.
        counted(`deliveries AS t WHERE t.test + 0 = ? AND t.state = 'failed' AND t.attempts >= 0`, test),
        counted(`rewards AS t WHERE t.test = ? AND t.status = 'pending' AND t.${IS_UNPAID} AND t.archived = 0`, test),
        counted(`customers AS t WHERE t.test = ? AND t.flagged_at IS NOT NULL AND t.archived = 0`, test),
      ])
      return { parked, unmatched, failed, rewardsToApprove, flagged }
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
