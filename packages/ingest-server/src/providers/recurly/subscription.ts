/**
 * A subscription, for information only: it makes nobody and moves no money.
 * @see https://docs.recurly.com/recurly-subscriptions/docs/subscription-notifications
 */
import { z } from 'zod'
import type { SubscriptionFact } from '../../facts.ts'
import type { ReadOptions } from '../provider.ts'
import { lenient } from '../fields.ts'
import { About, at, cents, code, hintsOf, reading, type RecurlyEvent, time } from './notification.ts'
import { text } from './xml.ts'

const Subscription = z.object({
  uuid: code,
  state: code,
  plan: lenient(z.object({ plan_code: text })),
  quantity: lenient(cents),
  total_amount_in_cents: lenient(cents),
  activated_at: lenient(time),
  canceled_at: lenient(time),
  current_period_ends_at: lenient(time),
  updated_at: lenient(time),
})

const WithSubscription = About.extend({ subscription: Subscription })

function factOf(
  { account, subscription: seen }: z.infer<typeof WithSubscription>,
  { receivedAt }: RecurlyEvent,
  { currency }: ReadOptions,
): SubscriptionFact {
  return {
    kind: 'subscription',
    // Recurly names no time of the event itself, and retries in the order of creation.
    at: seen.updated_at ?? receivedAt,
    subscription: at(seen.uuid),
    who: { ...hintsOf(account), mayCreate: false },
    status: seen.state,
    // One that is canceled still runs to the end of its term.
    deleted: seen.state === 'expired',
    planKey: seen.plan?.plan_code ?? null,
    quantity: seen.quantity,
    amount: seen.total_amount_in_cents,
    currency,
    currentPeriodEnd: seen.current_period_ends_at,
    cancelledAt: seen.canceled_at,
    createdAt: seen.activated_at ?? receivedAt,
  }
}

export const subscription = reading(WithSubscription, (content, event, options) => [factOf(content, event, options)])

/** An account was made, changed or came back; with the subscription by which it did, in one notification of that name. */
export const account = reading(
  About.extend({ subscription: Subscription.nullish().catch(null) }),
  ({ account, subscription }, event, options) => {
    const seen = { kind: 'customer.seen', at: event.receivedAt, who: hintsOf(account) } as const
    return subscription ? [seen, factOf({ account, subscription }, event, options)] : [seen]
  },
)
