/**
 * A subscription, for information only: it makes nobody and moves no money.
 * @see https://apidocs.chargebee.com/docs/api/subscriptions?prod_cat_ver=2
 */
import { z } from 'zod'
import { amount, currency, id, lenient, maybe, text, time, word } from '../fields.ts'
import { hintsOf, payer } from './customer.ts'
import { at, reading } from './event.ts'

/** Product catalog 2.0 sells items instead of a plan. */
const Item = z.object({ item_price_id: text, item_type: text, quantity: lenient(amount), amount: lenient(amount) })

const Subscription = z.object({
  id,
  status: word,
  customer_id: lenient(id),
  created_at: lenient(time),
  /** In ms, and finer than the event's own time: several events tell of one second. */
  resource_version: lenient(z.int().nonnegative()),
  deleted: maybe(z.boolean()).catch(null),
  plan_id: text,
  plan_quantity: lenient(amount),
  plan_amount: lenient(amount),
  subscription_items: lenient(z.array(Item)),
  currency_code: lenient(currency),
  current_term_end: lenient(time),
  cancelled_at: lenient(time),
})

type Items = readonly z.infer<typeof Item>[]

/** What one period costs; null where that is not fixed. */
function costOf(items: Items): number | null {
  const sum = items.reduce((total, item) => total + (item.amount ?? NaN), 0)
  return items.length > 0 && Number.isSafeInteger(sum) ? sum : null
}

export const subscription = reading(
  z.object({ subscription: Subscription, customer: payer }),
  ({ subscription: seen, customer }, event) => {
    const items = seen.subscription_items ?? []
    const plan = items.find((item) => item.item_type === 'plan') ?? items[0]
    return [
      {
        kind: 'subscription',
        at: seen.resource_version ?? event.at,
        subscription: at(seen.id),
        who: { ...hintsOf(customer, seen.customer_id), mayCreate: false },
        status: seen.status,
        // One that was cancelled can be reactivated: a newer event, which then stands.
        deleted: seen.deleted === true || seen.status === 'cancelled' || event.type === 'subscription_deleted',
        planKey: seen.plan_id ?? plan?.item_price_id ?? null,
        quantity: seen.plan_quantity ?? plan?.quantity ?? null,
        amount: seen.plan_amount ?? costOf(items),
        currency: seen.currency_code,
        currentPeriodEnd: seen.current_term_end,
        cancelledAt: seen.cancelled_at,
        createdAt: seen.created_at ?? event.at,
      },
    ]
  },
)
