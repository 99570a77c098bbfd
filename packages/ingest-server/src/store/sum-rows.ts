/** Figures of longer spans than those of `rollups`, and what lists show: so that a year costs a reader little more than a day. */
import type { Mode, RewardStatus } from '../facts.ts'
import { REWARD_STATUSES } from './reward-rows.ts'
import { DAY_MS, NO_FIGURES, type Figures } from './rollup-rows.ts'

type Counted = `${RewardStatus}Rewards`
type Earned = `${RewardStatus}Amount`

/** What is not archived, in test mode too: transactions, and rewards of each status. Money is in minor units. */
export interface Standing extends Readonly<Record<Counted | Earned, number>> {
  readonly listed: number
  readonly listedAmount: number
  /** Of that amount, what was taken back. */
  readonly listedRefunded: number
}

export interface Sums extends Figures, Standing {}

/** What changes together: of a row that grows, only those are written of which any does. */
export const SUM_GROUPS = [
  ['clicks', 'signups', 'paying'],
  ['payments', 'revenue', 'refunds', 'rewards', 'listed', 'listedAmount', 'listedRefunded'],
  ...REWARD_STATUSES.map((status) => [`${status}Rewards`, `${status}Amount`] as const),
] as const satisfies readonly (readonly (keyof Sums)[])[]
export const SUMS: readonly (keyof Sums)[] = SUM_GROUPS.flat()

export const NO_SUMS: Sums = {
  ...NO_FIGURES,
  ...{ listed: 0, listedAmount: 0, listedRefunded: 0 },
  ...{ holdRewards: 0, holdAmount: 0, pendingRewards: 0, pendingAmount: 0, approvedRewards: 0, approvedAmount: 0 },
  ...{ paidRewards: 0, paidAmount: 0, declinedRewards: 0, declinedAmount: 0 },
}

/** Minutes. */
export const HOUR = 60
export const STRETCH = 23_040

/** All partners together (`partnerKey` '') by the hour and by the stretch of sixteen days, UTC; each partner by the stretch. */
export interface SumRow extends Sums {
  readonly mode: Mode
  readonly span: typeof HOUR | typeof STRETCH
  /** When the span begins. */
  readonly at: number
  readonly partnerKey: string
  readonly currency: string
}

export const HOUR_MS = 3_600_000
export const STRETCH_MS = 16 * DAY_MS
