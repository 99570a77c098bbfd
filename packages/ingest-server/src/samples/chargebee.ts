/** Chargebee's deliveries: JSON events of API version 2. */
import { basicHeader, numberOf, type Sample, type Sampler, type SampleValues } from './sample.ts'

type Fields = Readonly<Record<string, unknown>>

interface Made {
  readonly content: Fields
  readonly ids: Sample['ids']
}

type Make = (type: string, values: SampleValues) => Made

const seconds = ({ now }: SampleValues): number => Math.floor(now / 1000)
const customerIdOf = ({ providerKey }: SampleValues): string => providerKey ?? 'sample-customer'
const subscriptionIdOf = (values: SampleValues): string => `${customerIdOf(values)}-subscription`
const paymentIdOf = ({ paymentId, seed }: SampleValues): string => paymentId ?? `txn_${seed}`

function customerOf(values: SampleValues): Fields {
  const labels = Object.entries({ customer_key: values.customerKey, partner_key: values.partnerKey })
  const meta_data = Object.fromEntries(labels.filter(([, value]) => value !== null))
  const at = seconds(values)
  return {
    id: customerIdOf(values),
    first_name: values.name[0],
    last_name: values.name[1],
    email: values.email,
    auto_collection: 'on',
    net_term_days: 0,
    created_at: at - 5,
    updated_at: at,
    resource_version: values.now,
    deleted: false,
    object: 'customer',
    card_status: 'valid',
    preferred_currency_code: values.currency ?? 'USD',
    ...(Object.keys(meta_data).length > 0 && { meta_data }),
  }
}

function subscriptionOf(type: string, values: SampleValues): Fields {
  const at = seconds(values)
  const gone = type === 'subscription_cancelled' || type === 'subscription_deleted'
  return {
    id: subscriptionIdOf(values),
    customer_id: customerIdOf(values),
    plan_id: values.productKey ?? 'basic-monthly',
    plan_quantity: 1,
    plan_unit_price: values.amount,
    plan_amount: values.amount,
    billing_period: 1,
    billing_period_unit: 'month',
    status: gone ? 'cancelled' : 'active',
    current_term_start: at,
    current_term_end: at + 30 * 86_400,
    created_at: at - 5,
    updated_at: at,
    ...(gone && { cancelled_at: at }),
    resource_version: values.now,
    deleted: type === 'subscription_deleted',
    object: 'subscription',
    currency_code: values.currency ?? 'USD',
  }
}

function invoiceOf(values: SampleValues): Fields {
  const { amount, productKey, currency } = values
  const line = { id: `li_${values.seed}`, object: 'line_item', unit_amount: amount, quantity: 1, amount }
  return {
    id: `inv_${paymentIdOf(values).replace(/^txn_/, '')}`,
    customer_id: customerIdOf(values),
    subscription_id: subscriptionIdOf(values),
    status: 'paid',
    date: seconds(values),
    total: amount,
    amount_paid: amount,
    object: 'invoice',
    currency_code: currency ?? 'USD',
    line_items: [{ ...line, entity_type: 'plan', entity_id: productKey ?? 'basic-monthly', description: 'Basic' }],
  }
}

const transactionOf = (values: SampleValues, over: Fields): Fields => ({
  customer_id: customerIdOf(values),
  subscription_id: subscriptionIdOf(values),
  payment_method: 'card',
  gateway: 'chargebee',
  date: seconds(values),
  exchange_rate: 1,
  amount: values.amount,
  updated_at: seconds(values),
  resource_version: values.now,
  deleted: false,
  object: 'transaction',
  currency_code: values.currency ?? 'USD',
  base_currency_code: 'USD',
  masked_card_number: '************4242',
  ...over,
})

const payment: Make = (type, values) => {
  const id = paymentIdOf(values)
  const status = type === 'payment_failed' ? 'late_failure' : 'success'
  const transaction = transactionOf(values, { id, type: 'payment', status })
  const subscription = subscriptionOf(type, values)
  const content = { transaction, invoice: invoiceOf(values), customer: customerOf(values), subscription }
  return { content, ids: { payment_id: id, provider_key: customerIdOf(values) } }
}

const refund: Make = (_type, values) => {
  const [id, payment] = [values.refundId ?? `txn_refund_${values.seed}`, paymentIdOf(values)]
  const transaction = transactionOf(values, { id, type: 'refund', status: 'success', refunded_txn_id: payment })
  const content = { transaction, invoice: invoiceOf(values), customer: customerOf(values) }
  return { content, ids: { payment_id: payment, refund_id: id } }
}

const customer: Make = (_type, values) => ({
  content: { customer: customerOf(values) },
  ids: { provider_key: customerIdOf(values) },
})

const subscription: Make = (type, values) => ({
  content: { subscription: subscriptionOf(type, values), customer: customerOf(values) },
  ids: { subscription_id: subscriptionIdOf(values), provider_key: customerIdOf(values) },
})

const SUBSCRIPTION_EVENTS = [
  ...['created', 'changed', 'started', 'activated', 'reactivated', 'renewed', 'cancelled', 'deleted'],
].map((what) => [`subscription_${what}`, subscription] as const)

const makers: ReadonlyMap<string, Make> = new Map([
  ['customer_created', customer],
  ['customer_changed', customer],
  ['payment_succeeded', payment],
  ['payment_refunded', refund],
  ['payment_failed', payment],
  ...SUBSCRIPTION_EVENTS,
])

export const chargebee: Sampler = {
  events: [...makers.keys()],
  unsaid: [],
  story: { customer: 'customer_created', payment: 'payment_succeeded', refund: 'payment_refunded' },
  customerId: (customerKey) => `cb${numberOf(customerKey)}`,
  sample(type, values) {
    const made = makers.get(type)?.(type, values)
    if (!made) return null
    const event = {
      id: `ev_${values.seed}`,
      occurred_at: seconds(values),
      source: 'api',
      object: 'event',
      api_version: 'v2',
      content: made.content,
      event_type: type,
      webhook_status: 'scheduled',
    }
    return {
      body: JSON.stringify(event),
      headers: { 'content-type': 'application/json;charset=UTF-8' },
      ids: made.ids,
    }
  },
  sign: (_sample, credentials) => ({ authorization: basicHeader(credentials) }),
}
