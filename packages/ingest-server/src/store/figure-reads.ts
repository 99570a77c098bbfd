/**
 * Figures by SQL: the same on every engine, but for how lists and joins are written. Each is read of the longest spans that lie
 * within what was asked for, and of shorter ones at its ends; until the longer ones are all there, of the shorter ones alone.
 */
import type { Mode } from '../facts.ts'
import type { Ask, ReportDialect } from './report-reads.ts'
import type { ReportReads, Span, SpanFigures } from './reports.ts'
import { DAY_MS, FIGURES, type Figures } from './rollup-rows.ts'
import { HOUR, HOUR_MS, STRETCH, STRETCH_MS } from './sum-rows.ts'
import { cut, isSummed } from './summed.ts'

type Found = Record<string, unknown>

const SUMS = FIGURES.map((name) => `CAST(sum(r.${name}) AS bigint) AS ${name}`).join(', ')
const EACH = FIGURES.map((name) => `r.${name}`).join(', ')
const testOf = (mode: Mode): number => (mode === 'test' ? 1 : 0)
const figuresOf = (found: Found): Figures =>
  Object.fromEntries(FIGURES.map((name) => [name, Number(found[name])])) as Record<keyof Figures, number>
const utcDay = (at: number): number => Math.round(at / DAY_MS) * DAY_MS

export type FigureReads = Pick<ReportReads, 'figures' | 'topPartners' | 'partnerDays'>

export function figureReads(ask: Ask, perSpan: ReportDialect['perSpan']): FigureReads {
  /** Each piece is a part of one of the spans that were asked for. */
  const pieced = async (
    mode: Mode,
    from: string,
    pieces: readonly (readonly [span: number, piece: Span])[],
  ): Promise<SpanFigures[]> => {
    if (pieces.length === 0) return []
    const sql = perSpan(SUMS, from, `r.test = ? AND r.span = ${from === 'sums' ? HOUR : 15}`)
    const found = await ask(sql, JSON.stringify(pieces.map(([, piece]) => piece)), testOf(mode))
    return found.map((row) => ({
      ...{ span: pieces[Number(row['n'])]![0], currency: row['currency'] as string },
      ...figuresOf(row),
    }))
  }

  return {
    async figures(mode, asked) {
      const byHour = await isSummed(ask, mode)
      const cuts = asked.map((span) => (byHour ? cut(span, HOUR_MS) : { whole: null, ends: [span] }))
      const [hours, quarters] = await Promise.all([
        pieced(
          mode,
          'sums',
          cuts.flatMap(({ whole }, n) => (whole ? [[n, whole] as const] : [])),
        ),
        pieced(
          mode,
          'rollups',
          cuts.flatMap(({ ends }, n) => ends.map((end) => [n, end] as const)),
        ),
      ])
      const same = Map.groupBy([...hours, ...quarters], ({ span, currency }) => `${span} ${currency}`)
      const added = (parts: readonly SpanFigures[]): SpanFigures => ({
        ...parts[0]!,
        ...(Object.fromEntries(
          FIGURES.map((name) => [name, parts.reduce((sum, part) => sum + part[name], 0)]),
        ) as unknown as Figures),
      })
      return [...same.values()].map(added).sort((a, b) => a.span - b.span || (a.currency < b.currency ? -1 : 1))
    },
    async topPartners(mode, [from, until], limit) {
      const days: Span = [utcDay(from), utcDay(until)]
      const { whole, ends } = (await isSummed(ask, mode)) ? cut(days, STRETCH_MS) : { whole: null, ends: [days] }
      // The span, or one that there is not: by itself it would let the index by partner be walked from end to end.
      const part = (table: string, span: number): string =>
        `SELECT r.partner_key, r.currency, ${EACH} FROM ${table} AS r
           WHERE r.test = ? AND r.span IN (${span}, -1) AND r.at >= ? AND r.at < ? AND r.partner_key <> ''`
      const parts = [...(whole ? [part('sums', STRETCH)] : []), ...ends.map(() => part('rollups', 1440))]
      const values = [...(whole ? [whole] : []), ...ends].flatMap((span) => [testOf(mode), ...span])
      if (parts.length === 0) return []
      const sql = `SELECT * FROM (SELECT r.partner_key, r.currency, ${SUMS}, row_number() OVER (PARTITION BY r.currency
          ORDER BY sum(r.revenue) - sum(r.refunds) DESC, sum(r.signups) DESC, sum(r.clicks) DESC, r.partner_key) AS place
          FROM (${parts.join(' UNION ALL ')}) AS r GROUP BY r.partner_key, r.currency) AS g
        WHERE place <= ? ORDER BY currency, place`
      const found = await ask(sql, ...values, limit)
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
  }
}
