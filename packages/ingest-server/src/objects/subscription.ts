/** A subscription, as a platform told of it; information only. */
import { z } from 'zod'
import type { CustomerRow, SubscriptionRow } from '../store/rows.ts'
import { keyOrNull, textOrNull, time } from './shapes.ts'

export const Subscription = z
  .strictObject({
    key: z.string(),
    provider: z.string(),
    provider_key: z.string(),
    customer_key: z.string(),
    status: z.string(),
    plan_key: keyOrNull,
    quantity: z.int().nullable(),
    amount: z.int().nullable(),
    currency: textOrNull,
    current_period_end: z.int().nullable(),
    cancelled_at: z.int().nullable(),
    created_at: time,
    updated_at: time,
  })
  .meta({ id: 'Subscription' })

export const subscriptionObject = (
  subscription: SubscriptionRow,
  customer: CustomerRow,
): z.input<typeof Subscription> => ({
  key: subscription.key,
  provider: subscription.provider,
  provider_key: subscription.id,
  customer_key: customer.customerKey,
  status: subscription.deleted ? 'canceled' : subscription.status,
  plan_key: subscription.planKey,
  quantity: subscription.quantity,
  amount: subscription.amount,
  currency: subscription.currency,
  current_period_end: subscription.currentPeriodEnd,
  cancelled_at: subscription.cancelledAt,
  created_at: subscription.createdAt,
  updated_at: subscription.updatedAt,
})

export const exampleSubscription: z.input<typeof Subscription> = {
  key: 'sub_0SlGpYh3Kq9Zb1',
  provider: 'stripe',
  provider_key: 'sub_1MowQVLkdIwHu7ix',
  customer_key: 'user-42',
  status: 'active',
  plan_key: 'price_pro',
  quantity: 1,
  amount: 4900,
  currency: 'USD',
  current_period_end: 1769904000000,
  cancelled_at: null,
  created_at: 1767225600000,
  updated_at: 1767225600000,
}
