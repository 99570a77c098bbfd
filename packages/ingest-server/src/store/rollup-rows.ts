/** Figures that are kept added up, so that a year costs a reader no more than a day does. */
import type { Mode } from '../facts.ts'

/** What is counted. Money is in minor units of the row's currency; counts of people and clicks have none (`''`). */
export interface Figures {
  readonly clicks: number
  /** Customers that are not archived, by when they signed up. */
  readonly signups: number
  /** Those of them who ever paid, by when they first did. */
  readonly paying: number
  /** Transactions that count or were taken back, by when they happened. */
  readonly payments: number
  readonly revenue: number
  /** What was taken back of that revenue, whenever that was. */
  readonly refunds: number
  /** Earned and not declined or taken back; never of test mode. */
  readonly rewards: number
}

export const FIGURES = [
  'clicks',
  'signups',
  'paying',
  'payments',
  'revenue',
  'refunds',
  'rewards',
] as const satisfies readonly (keyof Figures)[]

/**
 * All partners together (`partnerKey` '') by the quarter hour, which every time zone's days are made of; each partner by the
 * day, UTC.
 */
export interface RollupRow extends Figures {
  readonly mode: Mode
  /** Minutes. */
  readonly span: 15 | 1440
  /** When the span begins. */
  readonly at: number
  readonly partnerKey: string
  readonly currency: string
}

export const QUARTER_MS = 900_000
export const DAY_MS = 86_400_000

export const NO_FIGURES: Figures = {
  ...{ clicks: 0, signups: 0, paying: 0, payments: 0, revenue: 0, refunds: 0, rewards: 0 },
}
