/** Why a reward waits, in plain words, and when it need not any longer. */
import type { Outcome } from '../entry.ts'
import type { HoldsDueFact } from '../facts.ts'
import type { RewardRow } from '../store/reward-rows.ts'
import type { CustomerRow, PaymentRow } from '../store/rows.ts'
import type { Desk } from './desk.ts'
import { standingReasons } from './flags.ts'
import { DAY_MS } from './parking.ts'

export const IN_TEST_MODE = 'test mode: it is never paid'
export const NOT_APPROVED = 'its transaction is not approved yet'

export interface EarnedThrough {
  readonly customer: CustomerRow | undefined
  readonly payment: PaymentRow | undefined
}

type Waiting = Pick<RewardRow, 'status' | 'holds' | 'holdUntil'>

/** How a reward begins. What takes money back does not wait for a hold period: nothing can come back of it. */
export function beginning(desk: Desk, { customer, payment }: EarnedThrough, amount: number, at: number): Waiting {
  const isTest = desk.mode === 'test'
  const holds = [
    ...(isTest ? [IN_TEST_MODE] : []),
    ...(customer ? standingReasons(customer) : []),
    ...(payment && !payment.approved ? [NOT_APPROVED] : []),
  ]
  const { holdDays } = desk.settings
  const holdUntil = holdDays > 0 && amount > 0 && !isTest ? at + holdDays * DAY_MS : null
  return { status: holds.length > 0 || holdUntil !== null ? 'hold' : 'pending', holds, holdUntil }
}

/** Where nothing holds it any longer, it goes on. */
function onward(row: RewardRow, holds: readonly string[], at: number): RewardRow {
  const holdUntil = row.holdUntil !== null && row.holdUntil > at ? row.holdUntil : null
  const isFree = holds.length === 0 && holdUntil === null
  return { ...row, holds, holdUntil, status: isFree ? 'pending' : 'hold', updatedAt: at }
}

/** One more reason to wait, for what nobody has approved yet. */
export function holdFor(desk: Desk, row: RewardRow, reason: string, at: number): void {
  if ((row.status !== 'pending' && row.status !== 'hold') || row.holds.includes(reason)) return
  desk.rewards.put({ ...row, status: 'hold', holds: [...row.holds, reason], updatedAt: at })
}

/** This is no reason to wait any longer. */
export function freeOf(desk: Desk, row: RewardRow, reason: string, at: number): void {
  if (row.status !== 'hold' || !row.holds.includes(reason)) return
  desk.rewards.put(
    onward(
      row,
      row.holds.filter((one) => one !== reason),
      at,
    ),
  )
}

/** Lets go of those whose hold period is over; one that also waits for something else only forgets its period. */
export function letGoOfHolds(desk: Desk, { until, limit }: HoldsDueFact, at: number): Outcome {
  const isDue = ({ status, holdUntil }: RewardRow): boolean => status === 'hold' && (holdUntil ?? Infinity) <= until
  const due = desk.rewards.all().filter(isDue).slice(0, limit)
  for (const row of due) desk.rewards.put(onward(row, row.holds, Math.max(at, until)))
  const changed = due.map(({ key }) => key)
  if (changed.length === 0) return { state: 'unchanged', reason: 'no hold period is over', changed }
  return { state: 'applied', reason: 'their hold period is over', changed }
}
