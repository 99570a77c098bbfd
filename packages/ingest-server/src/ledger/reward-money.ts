/**
 * What is earned by a payment, as pure functions of the payment as it stands. Whole minor units, half up; below 0 the same with
 * the sign turned, so that a payment and its exact opposite earn what cancels out. Exact beyond 2^53.
 */
import type { Rate, RewardRow } from '../store/reward-rows.ts'
import type { PaymentRow } from '../store/rows.ts'
import { proportion } from './refunds.ts'

const WHOLE = 1_000_000

type Money = Pick<PaymentRow, 'amount' | 'refunded' | 'archived'>

/** What is left of a payment. */
export const netOf = ({ amount, refunded, archived }: Money): number => (archived === null ? amount - refunded : 0)

/** A percentage of what is left; or its part of a flat amount, of which nothing is earned by less than something. */
export function earnedBy(rate: Rate, payment: Money): number {
  const net = netOf(payment)
  if (rate.kind === 'flat') return proportion(rate.amount, net, payment.amount)
  return Math.sign(net) * proportion(Math.abs(net), rate.millionths, WHOLE) + 0 // never -0
}

/** As if nothing of the payment had been taken back. */
export const firstEarnedBy = (rate: Rate, { amount }: Pick<PaymentRow, 'amount'>): number =>
  earnedBy(rate, { amount, refunded: 0, archived: null })

/** Paid or declined: it never changes any more. */
export const isSettled = ({ status }: Pick<RewardRow, 'status'>): boolean => status === 'paid' || status === 'declined'

/**
 * What is still to be given, or to be taken back where it is below 0: the difference between what is earned now and what is
 * settled. A part that was declined counts as settled. But nobody gives back what they never got, nor gets twice what they were
 * let keep: what a partner has been paid moves towards nothing or towards what is earned, and never past them.
 */
export function stillDue(earned: number, settled: { readonly paid: number; readonly declined: number }): number {
  const { paid, declined } = settled
  const open = earned - paid - declined
  const least = Math.min(0, earned - paid, -paid)
  const most = Math.max(0, earned - paid, -paid)
  return Math.min(most, Math.max(least, open)) + 0 // never -0
}
