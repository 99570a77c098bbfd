/** SQL about figures of longer spans: the same on every engine. `$1` and so on stand for what is bound. */
import { table, type Table } from './columns.ts'
import { COUNTS, REFUNDED, begin } from './rollups.ts'
import { FIGURES } from './rollup-rows.ts'
import { REWARD_STATUSES } from './reward-rows.ts'
import { HOUR, HOUR_MS, STRETCH, STRETCH_MS, SUM_GROUPS, type SumRow } from './sum-rows.ts'

export const sums = table<SumRow>('sums', ['mode', 'span', 'at', 'partnerKey', 'currency'], {
  ...{ mode: 'mode', span: 'int', at: 'int', partnerKey: 'text', currency: 'text' },
  ...{ clicks: 'int', signups: 'int', paying: 'int', payments: 'int', revenue: 'int', refunds: 'int', rewards: 'int' },
  ...{ listed: 'int', listedAmount: 'int', listedRefunded: 'int' },
  ...{ holdRewards: 'int', holdAmount: 'int', pendingRewards: 'int', pendingAmount: 'int' },
  ...{ approvedRewards: 'int', approvedAmount: 'int', paidRewards: 'int', paidAmount: 'int' },
  ...{ declinedRewards: 'int', declinedAmount: 'int' },
})

const ALL = sums.columns.map(({ name }) => name)
/** Beside the key. */
const ADDED = ALL.filter((name) => !sums.key.includes(name))

const into = (names: readonly string[]): string => `INSERT INTO sums (${names.join(', ')})`
const growing = (names: readonly string[]): string =>
  `ON CONFLICT (${sums.key.join(', ')}) DO UPDATE SET ${names.map((name) => `${name} = sums.${name} + excluded.${name}`).join(', ')}`
const INSERT_SUMS = into(ALL)
const GROW_SUMS = growing(ADDED)

/** Which groups of figures rows have anything of, a bit for each. */
export function groupsOf(rows: readonly SumRow[]): number {
  let groups = 0
  for (const row of rows)
    for (const [n, names] of SUM_GROUPS.entries())
      if ((groups & (1 << n)) === 0 && names.some((name) => row[name] !== 0)) groups |= 1 << n
  return groups
}

export interface Growth {
  /** The table with the columns of these groups only; the others are nothing in a new row, and stay as they are in one that stands. */
  readonly table: Table<SumRow>
  /** `INSERT INTO sums …`, and what stands behind the rows: what is there grows by what comes. */
  readonly insert: string
  readonly grow: string
}

export function growthOf(groups: number): Growth {
  const fields = new Set<string>(SUM_GROUPS.flatMap((names, n) => ((groups & (1 << n)) === 0 ? [] : names)))
  const columns = sums.columns.filter(({ name, field }) => sums.key.includes(name) || fields.has(field))
  const grown = columns.filter(({ field }) => fields.has(field)).map(({ name }) => name)
  return { table: { ...sums, columns }, insert: into(columns.map(({ name }) => name)), grow: growing(grown) }
}

/** All that is added up, of which these are given. */
const added = (given: Readonly<Record<string, string>>): string =>
  ADDED.map((name) => `${given[name] ?? '0'} AS ${name}`).join(', ')

const FIGURES_KEPT = added(Object.fromEntries(FIGURES.map((name) => [name, `t.${name}`])))
const TRANSACTIONS = added({ listed: '1', listed_amount: 't.amount', listed_refunded: 't.refunded' })
const REWARDS = added(
  Object.fromEntries(
    REWARD_STATUSES.flatMap((status) => [
      [`${status}_rewards`, `CASE WHEN t.status = '${status}' THEN 1 ELSE 0 END`],
      [`${status}_amount`, `CASE WHEN t.status = '${status}' THEN t.amount ELSE 0 END`],
    ]),
  ),
)
const TOGETHER = ADDED.map((name) => `sum(${name}) AS ${name}`).join(', ')

/** From the first moment to before the last: `$2` and `$3`. */
const within = (column: string): string => `t.test = $1 AND ${column} >= $2 AND ${column} < $3`

/** What figures that are kept already tell, and what rows do, by the hour, partner and currency; '' is all of them together. */
const FINE = `
  SELECT ${begin('t.created_at', HOUR_MS)} AS at, t.partner_key, t.currency, 1 AS is_whole, ${TRANSACTIONS} FROM payments AS t
    WHERE ${within('t.created_at')} AND t.state = 'recorded' AND t.archived IS NULL
  UNION ALL SELECT ${begin('t.created_at', HOUR_MS)}, t.partner_key, t.currency, 1, ${REWARDS} FROM rewards AS t
    WHERE ${within('t.created_at')} AND t.archived = 0
  UNION ALL SELECT ${begin('t.at', HOUR_MS)}, t.partner_key, t.currency, 0, ${FIGURES_KEPT} FROM rollups AS t
    WHERE ${within('t.at')} AND t.span IN (15, 1440)`

const coarse = (span: number, ms: number, partner: string, where: string): string =>
  `SELECT ${span} AS span, ${begin('at', ms)} AS at, ${partner} AS partner_key, currency, ${ADDED.join(', ')} FROM fine WHERE ${where}`

/** Adds up anew what lies between two moments on the bounds of stretches: binds the mode and both. */
export const RESUM = [
  'DELETE FROM sums WHERE test = $1 AND span IN (60, 23040) AND at >= $2 AND at < $3',
  `WITH fine AS (SELECT at, partner_key, currency, is_whole, ${TOGETHER} FROM (${FINE}) AS f GROUP BY at, partner_key, currency, is_whole)
   ${INSERT_SUMS} SELECT $1, span, at, partner_key, currency, ${ADDED.map((name) => `sum(${name})`).join(', ')} FROM (
     ${coarse(HOUR, HOUR_MS, `''`, `is_whole = 1 OR partner_key = ''`)}
     UNION ALL ${coarse(STRETCH, STRETCH_MS, `''`, `is_whole = 1 OR partner_key = ''`)}
     UNION ALL ${coarse(STRETCH, STRETCH_MS, 'partner_key', `partner_key <> ''`)}
   ) AS spread GROUP BY span, at, partner_key, currency`,
]

/** The first and last moment of which there is anything; null where there is nothing. Binds the mode. */
export const EXTENT = `SELECT min(first_at) AS first_at, max(last_at) AS last_at FROM (${[
  ['rollups', 'at', ' AND t.span IN (15)'],
  ['payments', 'created_at', ` AND t.state = 'recorded'`],
  ['rewards', 'created_at', ''],
]
  .flatMap(([name, at, more]) =>
    ['', ' DESC'].map(
      (down) =>
        `SELECT * FROM (SELECT t.${at} AS first_at, t.${at} AS last_at FROM ${name} AS t WHERE t.test = $1${more} ORDER BY t.${at}${down} LIMIT 1) AS one`,
    ),
  )
  .join(' UNION ALL ')}) AS ends`

/**
 * As `move` of the figures by day: what moves from partner to partner when all transactions of customers do; before they do.
 */
export const moveSums = (moves: string): string => {
  const counts = `CASE WHEN ${COUNTS} THEN 1 ELSE 0 END`
  const lists = 'CASE WHEN t.archived IS NULL THEN 1 ELSE 0 END'
  const moved = (sign: number, partner: string): string =>
    `SELECT t.test, ${begin('t.created_at', STRETCH_MS)} AS at, ${partner} AS partner_key, t.currency, ${sign} * ${counts} AS counted,
       ${sign} * ${lists} AS listed, t.amount, ${REFUNDED} AS taken_back, t.refunded
     FROM ${moves} JOIN payments AS t ON t.customer = m.customer WHERE t.state = 'recorded' AND t.partner_key <> m.partner_key`
  const given = added({
    ...{ payments: 'sum(counted)', revenue: 'sum(counted * amount)', refunds: 'sum(counted * taken_back)' },
    ...{ listed: 'sum(listed)', listed_amount: 'sum(listed * amount)', listed_refunded: 'sum(listed * refunded)' },
  })
  return `${INSERT_SUMS} SELECT test, ${STRETCH}, at, partner_key, currency, ${given}
    FROM (${moved(-1, 't.partner_key')} UNION ALL ${moved(1, 'm.partner_key')}) AS both_ways
    WHERE true GROUP BY test, at, partner_key, currency ${GROW_SUMS}`
}
