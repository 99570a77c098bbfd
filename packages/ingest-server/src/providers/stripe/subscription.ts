/**
 * A subscription, for information only: it makes nobody and moves no money.
 * @see https://docs.stripe.com/api/subscriptions/object
 */
import { z } from 'zod'
import { at, reading } from './event.ts'
import { amount, currency, id, lenient, metadata, text, time, word } from './fields.ts'
import { hintsOf, payer } from './hints.ts'

/** A price, or a plan of before 2020: the same thing, whose amount changed its name. */
const Price = lenient(
  z.object({ id: text, unit_amount: lenient(amount), amount: lenient(amount), currency: lenient(currency) }),
)

const Item = z.object({ price: Price, plan: Price, quantity: lenient(amount), current_period_end: lenient(time) })

const Subscription = z.object({
  id,
  created: time,
  status: word,
  customer: payer,
  metadata,
  canceled_at: lenient(time),
  currency: lenient(currency),
  /** On the items since 2025-03-31. */
  current_period_end: lenient(time),
  items: lenient(z.object({ data: z.array(Item) })),
})

/** What one period costs; null where that is not fixed (metered, tiered or sold by the fraction). */
function costOf(items: readonly z.infer<typeof Item>[]): number | null {
  const costs = items.map(({ price, plan, quantity }) => {
    const each = price?.unit_amount ?? plan?.amount ?? null
    return each === null || quantity === null ? NaN : each * quantity
  })
  const sum = costs.reduce((total, cost) => total + cost, 0)
  return costs.length > 0 && Number.isSafeInteger(sum) ? sum : null
}

/** With items of several lengths: when the first of them renews. */
function periodEndOf(items: readonly z.infer<typeof Item>[]): number | null {
  const ends = items.flatMap((item) => item.current_period_end ?? [])
  return ends.length > 0 ? Math.min(...ends) : null
}

export const subscription = reading(Subscription, (seen, event) => {
  const items = seen.items?.data ?? []
  const [first] = items
  return [
    {
      kind: 'subscription',
      at: event.at,
      subscription: at(event, seen.id),
      who: { ...hintsOf(event, seen.metadata, seen.customer), mayCreate: false },
      status: seen.status,
      deleted: event.type === 'customer.subscription.deleted',
      // Not the lookup key, which a vendor may move from one price to another.
      planKey: first?.price?.id ?? first?.plan?.id ?? null,
      quantity: first?.quantity ?? null,
      amount: costOf(items),
      currency: seen.currency ?? first?.price?.currency ?? first?.plan?.currency ?? null,
      currentPeriodEnd: seen.current_period_end ?? periodEndOf(items),
      cancelledAt: seen.canceled_at,
      createdAt: seen.created,
    },
  ]
})
