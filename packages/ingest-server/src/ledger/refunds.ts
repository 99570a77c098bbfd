/**
 * What a payment collected and what was taken back of it: pure functions of the set of events known, whatever their order.
 * `merge` is commutative, associative and idempotent; everything else is computed from what it kept.
 */
import type { DisputeFact, FailureFact, PaymentFact, RefundFact } from '../facts.ts'
import type { Evidence } from '../store/rows.ts'

export type MoneyFact = PaymentFact | RefundFact | DisputeFact | FailureFact

export const NO_EVIDENCE: Evidence = {
  paid: null,
  counts: false,
  capture: null,
  refunded: null,
  refunds: {},
  disputes: {},
  failedAt: null,
  whole: null,
  who: null,
}

/**
 * The newer of two; of one moment, the one `rank` puts higher; of equal rank, the one whose text is: any order of arrival ends
 * alike.
 */
function newer<T extends { readonly at: number }>(one: T | null | undefined, two: T, rank: (of: T) => number): T {
  if (!one || two.at !== one.at) return !one || two.at > one.at ? two : one
  const [standing, coming] = [rank(one), rank(two)]
  if (coming !== standing) return coming > standing ? two : one
  return JSON.stringify(two) > JSON.stringify(one) ? two : one
}

/** What is kept under an id that comes from outside, and may read like a property every object has. */
const kept = <T>(of: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.hasOwn(of, id) ? of[id] : undefined

/** Adds what an event tells to what is known. */
export function merge(known: Evidence, fact: MoneyFact): Evidence {
  const { at } = fact
  switch (fact.kind) {
    case 'failure':
      return { ...known, failedAt: Math.max(known.failedAt ?? at, at) }
    case 'refund': {
      const refund = newer(
        kept(known.refunds, fact.refundId),
        { at, amount: fact.amount, failed: fact.failed },
        ({ failed, amount }) => (failed ? 2 ** 53 : 0) + amount,
      )
      return { ...known, refunds: { ...known.refunds, [fact.refundId]: refund } }
    }
    case 'dispute': {
      const dispute = newer(
        kept(known.disputes, fact.disputeId),
        { at, amount: fact.amount, state: fact.state },
        ({ state, amount }) => (state === 'reinstated' ? 2 ** 53 : 0) + amount,
      )
      return { ...known, disputes: { ...known.disputes, [fact.disputeId]: dispute } }
    }
    case 'payment': {
      const total = fact.refundedTotal
      const refunded =
        total === null ? known.refunded : newer(known.refunded, { at, amount: total }, ({ amount }) => amount)
      if (fact.role === 'refund') return { ...known, refunded }
      const { whole, ...paid } = newer(
        known.paid && { ...known.paid, whole: known.whole },
        { at, amount: fact.amount, captured: fact.captured, whole: fact.paid },
        ({ amount, captured }) => captured ?? amount,
      )
      const capture =
        fact.role === 'capture'
          ? newer(known.capture, { at, refunded: total ?? 0 }, (one) => one.refunded)
          : known.capture
      return { ...known, paid, capture, refunded, counts: known.counts || fact.records, whole }
    }
  }
}

/** What came in, minor units. Platforms that do not tell what was captured tell at the capture what was let go. */
export function collected({ paid, capture }: Evidence): number {
  if (!paid) return 0
  return paid.captured ?? Math.max(0, paid.amount - (capture?.refunded ?? 0))
}

/**
 * The part of the cumulative refund that is none: before Stripe's 2025-03-31 version, what a partial capture lets go counts as
 * refunded. Where the capture itself was never seen, a refund as large as what was not captured is taken for it.
 */
function baseline({ paid, capture, refunded }: Evidence): number {
  if (capture) return capture.refunded
  if (!paid || paid.captured === null || !refunded) return 0
  const letGo = Math.max(0, paid.amount - paid.captured)
  return refunded.amount >= letGo ? letGo : 0
}

/** A failure counts unless money was shown to come in after it. */
export const hasFailed = ({ failedAt, paid }: Evidence): boolean => failedAt !== null && (!paid || failedAt >= paid.at)

/** What was taken back, minor units, 0 to `collected` (unbounded where nothing is known of what came in). */
export function takenBack(evidence: Evidence, { disputes }: { readonly disputes: boolean }): number {
  const most = evidence.paid ? collected(evidence) : Number.MAX_SAFE_INTEGER
  if (hasFailed(evidence)) return evidence.paid ? most : 0
  const refunds = Object.values(evidence.refunds)
  const sum = (amounts: readonly { readonly amount: number }[]): number =>
    amounts.reduce((total, { amount }) => total + amount, 0)
  const since = evidence.refunded?.at ?? -Infinity
  const failedSince = sum(refunds.filter(({ failed, at }) => failed && at > since))
  const cumulative = Math.max(0, (evidence.refunded?.amount ?? 0) - baseline(evidence) - failedSince)
  const single = sum(refunds.filter(({ failed }) => !failed))
  const disputed = disputes ? sum(Object.values(evidence.disputes).filter(({ state }) => state === 'withdrawn')) : 0
  return Math.min(most, cumulative + single + disputed)
}

/** `part` of `amount` as `whole` is to it: round(amount × taken ÷ whole), half up, exact beyond 2^53, at most the amount. */
export function proportion(amount: number, taken: number, whole: number): number {
  if (whole <= 0) return 0
  const [a, t, w] = [BigInt(amount), BigInt(Math.min(taken, whole)), BigInt(whole)]
  return Math.min(amount, Number((2n * a * t + w) / (2n * w)))
}
