/**
 * Totals of what lists show, by SQL: of sums where they are kept of what was asked for, else of rows, one by one. The same on every
 * engine.
 */
import type { Mode } from '../facts.ts'
import { REWARDS_OF_CUSTOMER } from './list-filters.ts'
import type { Ask, ReportDialect } from './report-reads.ts'
import { MOST_ADDED, type ReportReads, type Span, type Total, type TotalsQuery } from './reports.ts'
import { REWARD_STATUSES } from './reward-rows.ts'
import { HOUR, HOUR_MS, STRETCH } from './sum-rows.ts'
import { cut, isSummed } from './summed.ts'

type Found = Record<string, unknown>
type Values = (string | number)[]
const testOf = (mode: Mode): number => (mode === 'test' ? 1 : 0)

const totalOf = (found: Found): Total => ({
  ...{ currency: found['currency'] as string, status: found['status'] as Total['status'] },
  ...{ count: Number(found['n']), amount: Number(found['amount']), refunded: Number(found['refunded']) },
})

/** Of the same currency and status together, in their order. */
function together(parts: readonly Total[]): Total[] {
  const id = ({ currency, status }: Total): string => `${currency} ${status ?? ''}`
  return [...Map.groupBy(parts, id)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, same]) => {
      const sum = (of: (total: Total) => number): number => same.reduce((all, one) => all + of(one), 0)
      const whole = { count: sum(({ count }) => count), amount: sum(({ amount }) => amount) }
      return { ...same[0]!, ...whole, refunded: sum(({ refunded }) => refunded) }
    })
    .filter(({ count }) => count > 0)
}

const LISTED = `CAST(sum(r.listed) AS bigint) AS n, CAST(sum(r.listed_amount) AS bigint) AS amount, CAST(sum(r.listed_refunded) AS bigint) AS refunded`
const EARNED = REWARD_STATUSES.flatMap((status) => [`${status}_rewards`, `${status}_amount`])
  .map((name) => `CAST(sum(r.${name}) AS bigint) AS ${name}`)
  .join(', ')

/** A row of sums as totals: of transactions one, of rewards one for each status. */
const totalsOf = (of: 'payments' | 'rewards', found: Found): Total[] =>
  of === 'payments'
    ? [totalOf({ ...found, status: null })]
    : REWARD_STATUSES.map((status) =>
        totalOf({ ...found, status, n: found[`${status}_rewards`], amount: found[`${status}_amount`], refunded: 0 }),
      )

/** The conditions of a sum over rows, and what they bind. */
function narrowed(
  of: 'payments' | 'rewards',
  query: TotalsQuery,
  someOf: ReportDialect['someOf'],
): [where: string, values: Values] {
  const { mode, partnerKey, customer, minCreated, maxCreated, currency, statuses } = query
  const live = of === 'payments' ? `t.state = 'recorded' AND t.archived IS NULL` : 't.archived = 0'
  const among = statuses && `t.status IN (${statuses.map(() => '?').join(', ')})`
  const all: [sql: string, values: readonly (string | number | undefined)[]][] = [
    // `+ 0`, so that the customer's own index serves, and not the one of everything by time.
    [`t.test${customer === undefined ? '' : ' + 0'} = ? AND ${live}`, [testOf(mode)]],
    ['t.partner_key = ?', [partnerKey]],
    of === 'payments'
      ? ['t.customer = ?', [customer]]
      : [someOf('key', REWARDS_OF_CUSTOMER), [customer, customer, customer, customer]],
    ['t.created_at >= ?', [minCreated]],
    ['t.created_at <= ?', [maxCreated]],
    ['t.currency = ?', [currency]],
    ...(among ? [[among, statuses] as [string, readonly string[]]] : []),
  ]
  const given = all.filter(([, values]) => values.every((value) => value !== undefined))
  return [given.map(([sql]) => sql).join(' AND '), given.flatMap(([, values]) => values as Values)]
}

/** On the hour, and before and after all that there is. */
const LAST = 8_640_000 * 1e9 - 1
const FIRST = -8_640_000 * 1e9

export function totalReads(ask: Ask, someOf: ReportDialect['someOf']): Pick<ReportReads, 'totals'> {
  /** Of rows, one by one, the newest of them. */
  const counted = async (of: 'payments' | 'rewards', query: TotalsQuery): Promise<Total[]> => {
    const [where, values] = narrowed(of, query, someOf)
    const columns = of === 'rewards' ? 't.status, 0 AS refunded' : 'NULL AS status, t.refunded'
    const sql = `SELECT currency, status, count(*) AS n, CAST(sum(amount) AS bigint) AS amount, CAST(sum(refunded) AS bigint) AS refunded
      FROM (SELECT t.currency, t.amount, ${columns} FROM ${of} AS t WHERE ${where} ORDER BY t.created_at DESC, t.key DESC LIMIT ${MOST_ADDED}) AS some_of
      GROUP BY currency, status`
    return (await ask(sql, ...values)).map(totalOf)
  }

  /** Of sums: all that there are of a partner or of all together, or those by the hour within whole hours. */
  const summed = async (
    of: 'payments' | 'rewards',
    { mode, partnerKey = '', currency, statuses }: TotalsQuery,
    hours: Span | null,
  ): Promise<Total[]> => {
    // `+ 0`, so that the index that begins with the partner serves, and not the one of everything by time.
    const [where, values]: [string, Values] = hours
      ? [`r.test = ? AND r.span = ${HOUR} AND r.at >= ? AND r.at < ?`, [testOf(mode), ...hours]]
      : [`r.test + 0 = ? AND r.span = ${STRETCH} AND r.partner_key = ?`, [testOf(mode), partnerKey]]
    const also = currency === undefined ? '' : ' AND r.currency = ?'
    const sql = `SELECT r.currency, ${of === 'payments' ? LISTED : EARNED} FROM sums AS r WHERE ${where}${also} GROUP BY r.currency`
    const found = await ask(sql, ...values, ...(currency === undefined ? [] : [currency]))
    const all = found.flatMap((row) => totalsOf(of, row))
    return statuses ? all.filter(({ status }) => status !== null && statuses.includes(status)) : all
  }

  return {
    async totals(of, query) {
      const { mode, partnerKey, customer, minCreated, maxCreated } = query
      const isTimed = minCreated !== undefined || maxCreated !== undefined
      const isKept = customer === undefined && !(isTimed && partnerKey !== undefined) && (await isSummed(ask, mode))
      if (isKept && !isTimed) return { items: together(await summed(of, query, null)), isComplete: true }
      const { whole, ends } = isKept
        ? cut([minCreated ?? FIRST, (maxCreated ?? LAST) + 1], HOUR_MS)
        : { whole: null, ends: [null] }
      const rows = ends.map((end) =>
        counted(of, end ? { ...query, minCreated: end[0], maxCreated: end[1] - 1 } : query),
      )
      const [hours, ...counts] = await Promise.all([whole ? summed(of, query, whole) : [], ...rows])
      const most = Math.max(0, ...counts.map((items) => items.reduce((sum, { count }) => sum + count, 0)))
      return { items: together([...hours, ...counts.flat()]), isComplete: most < MOST_ADDED }
    },
  }
}
