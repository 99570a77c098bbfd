/** A subscription, for information only: it makes nobody and moves no money. */
import { z } from 'zod'
import { id, maybe } from '../fields.ts'
import { customer, hintsOf } from './customer.ts'
import { at, cents, currencyOf, optional, reading, time, type Translation } from './form.ts'

const Subscription = z.object({
  id,
  state: z.string('it does not say how the subscription stands').max(100),
  product: optional,
  price: maybe(cents).catch(null),
  current_period_ends_at: time,
  canceled_at: time,
  created_at: time,
  updated_at: time,
  /** Of events about one of its components, which say little of the subscription itself. */
  timestamp: time,
  allocation: maybe(cents).catch(null),
})

const NAMES = {
  id: 'payload[subscription][id]',
  state: 'payload[subscription][state]',
  product: 'payload[subscription][product][handle]',
  price: 'payload[subscription][product_price_in_cents]',
  current_period_ends_at: 'payload[subscription][current_period_ends_at]',
  canceled_at: 'payload[subscription][canceled_at]',
  created_at: 'payload[subscription][created_at]',
  updated_at: 'payload[subscription][updated_at]',
  timestamp: 'payload[timestamp]',
  allocation: 'payload[new_allocation]',
}

/** States in which a subscription has ended. @see https://docs.maxio.com/hc/en-us/articles/24252119027853-Subscription-States */
const ENDED = new Set(['canceled', 'expired', 'trial_ended', 'failed_to_create'])

export const subscription = reading(NAMES, Subscription, (seen, event, options) => {
  const changedAt = seen.updated_at ?? seen.timestamp ?? event.receivedAt
  return [
    {
      kind: 'subscription',
      at: changedAt,
      subscription: at(seen.id),
      who: { ...hintsOf(event), mayCreate: false },
      status: seen.state,
      deleted: ENDED.has(seen.state),
      planKey: seen.product,
      quantity: seen.allocation,
      amount: seen.price,
      currency: currencyOf(event.form, options),
      currentPeriodEnd: seen.current_period_ends_at,
      cancelledAt: seen.canceled_at,
      createdAt: seen.created_at ?? changedAt,
    },
  ]
})

/** A sign-up makes a customer and a subscription at once. Where one of them cannot be read, the other still counts. */
export const signup: Translation = (event, options) => {
  const [who, what] = [customer(event, options), subscription(event, options)]
  if (typeof who === 'string') return what
  return typeof what === 'string' ? who : [...who, ...what]
}
