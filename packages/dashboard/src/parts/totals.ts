/** What all rows that fit add up to: counts and money, each currency by itself. */
import { useRead } from '../api/reads.ts'
import { totals } from './money.ts'
import { countOf, queryOf } from './words.ts'

export interface Total {
  readonly currency: string
  /** Of rewards. */
  readonly status: string | null
  readonly count: number
  readonly amount: number
  /** Of that amount, what was taken back. */
  readonly refunded: number
}
interface Read {
  readonly items: readonly Total[]
  /** Whether all are in it: beyond a number only the newest are added up. */
  readonly complete: boolean
}

/** `filters` as the list has them; an empty text is no filter. */
export const useTotals = (resource: string, filters: Readonly<Record<string, string>>) =>
  useRead<Read>(`/totals${resource}?${queryOf(filters)}`)

export const countIn = (rows: readonly Total[]): number => rows.reduce((sum, { count }) => sum + count, 0)

/** `12 rewards: $120.00 · €5.00`. */
export const totalText = (rows: readonly Total[], one: string, isComplete: boolean): string => {
  const sums = totals(rows.map(({ amount, refunded, currency }) => ({ amount: amount - refunded, currency })))
  return `${isComplete ? '' : 'at least '}${countOf(countIn(rows), one)}: ${sums.join(' · ')}`
}
