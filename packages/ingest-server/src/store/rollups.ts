/** SQL about figures that are kept added up: the same on every engine. */
import { table } from './columns.ts'
import { DAY_MS, FIGURES, QUARTER_MS, type RollupRow } from './rollup-rows.ts'

export const rollups = table<RollupRow>('rollups', ['mode', 'span', 'at', 'partnerKey', 'currency'], {
  ...{ mode: 'mode', span: 'int', at: 'int', partnerKey: 'text', currency: 'text' },
  ...{ clicks: 'int', signups: 'int', paying: 'int', payments: 'int', revenue: 'int', refunds: 'int', rewards: 'int' },
})

const KEY = rollups.key.join(', ')
const NAMES = rollups.columns.map(({ name }) => name).join(', ')

/** Behind `INSERT INTO rollups …`: what stands grows by what comes. */
export const GROW = `ON CONFLICT (${KEY}) DO UPDATE SET ${FIGURES.map((name) => `${name} = rollups.${name} + excluded.${name}`).join(', ')}`
export const INSERT = `INSERT INTO rollups (${NAMES})`

/** A recorded payment `t` counts, and what was taken back of it. */
export const COUNTS = `t.state = 'recorded' AND t.approved = 1 AND (t.archived IS NULL OR t.archived = 'reversed')`
export const REFUNDED = `CASE WHEN t.archived = 'reversed' THEN t.amount ELSE t.refunded END`

const figures = (given: Readonly<Partial<Record<(typeof FIGURES)[number], string>>>): string =>
  FIGURES.map((name) => `${given[name] ?? '0'} AS ${name}`).join(', ')
const PAID = { payments: '1', revenue: 't.amount', refunds: REFUNDED }

/** One row for each thing that counts: when, whose, in which currency, and what. Binds the mode in each. */
const SOURCES = [
  `SELECT t.created_at AS moment, t.partner_key, '' AS currency, ${figures({ clicks: '1' })} FROM clicks AS t WHERE t.test = $1 AND t.counted = 1`,
  `SELECT t.created_at, t.partner_key, '', ${figures({ signups: '1' })} FROM customers AS t WHERE t.test = $1 AND t.archived = 0`,
  `SELECT t.paid_at, t.partner_key, '', ${figures({ paying: '1' })} FROM customers AS t WHERE t.test = $1 AND t.archived = 0 AND t.paid_at IS NOT NULL`,
  `SELECT t.created_at, t.partner_key, t.currency, ${figures(PAID)} FROM payments AS t WHERE t.test = $1 AND ${COUNTS}`,
  `SELECT t.created_at, t.partner_key, t.currency, ${figures({ rewards: 't.amount' })} FROM rewards AS t
     WHERE t.test = $1 AND t.test = 0 AND t.archived = 0 AND t.status <> 'declined'`,
].join(' UNION ALL ')

const sums = FIGURES.map((name) => `sum(${name})`).join(', ')
/** Whole spans since 1970, for times before it as well. */
export const begin = (moment: string, ms: number): string => `${moment} - ((${moment} % ${ms}) + ${ms}) % ${ms}`
const NOTHING = FIGURES.map((name) => `sum(${name}) <> 0`).join(' OR ')

const recount = (span: 15 | 1440, ms: number, partner: string): string =>
  `${INSERT} SELECT $1, ${span}, ${begin('moment', ms)}, ${partner}, currency, ${sums} FROM (${SOURCES}) AS s
   GROUP BY 3, 4, 5 HAVING ${NOTHING}`

/** Adds everything of a mode up anew; each binds the mode as `$1`. */
export const RECOUNT = [
  'DELETE FROM rollups WHERE test = $1',
  recount(15, QUARTER_MS, `''`),
  recount(1440, DAY_MS, 'partner_key'),
]

/**
 * What moves from partner to partner when all transactions of customers do; before they do. `moves` gives a list of customers
 * (`m.customer`) with their new partners (`m.partner_key`).
 */
export const move = (moves: string): string => {
  const moved = (sign: number, partner: string): string =>
    `SELECT t.test, ${begin('t.created_at', DAY_MS)} AS day, ${partner} AS partner_key, t.currency, ${sign} AS sign, t.amount,
       ${REFUNDED} AS refunded
     FROM ${moves} JOIN payments AS t ON t.customer = m.customer WHERE ${COUNTS} AND t.partner_key <> m.partner_key`
  return `${INSERT} SELECT test, 1440, day, partner_key, currency, 0, 0, 0, sum(sign), sum(sign * amount), sum(sign * refunded), 0
    FROM (${moved(-1, 't.partner_key')} UNION ALL ${moved(1, 'm.partner_key')}) AS both_ways
    WHERE true GROUP BY test, day, partner_key, currency ${GROW}`
}
