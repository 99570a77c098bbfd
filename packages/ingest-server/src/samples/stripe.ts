/** Stripe's deliveries: snapshot events of the newest API version. */
import { hmacSha256 } from '../providers/hmac.ts'
import { numberOf, type Sample, type Sampler, type SampleValues } from './sample.ts'
import * as shapes from './stripe-objects.ts'
import type { Fields } from './stripe-objects.ts'

/** The `Stripe-Signature` header for these bytes, signed at `atMs`. */
export function stripeSignature(body: string | Uint8Array, secret: string, atMs: number): string {
  const time = Math.floor(atMs / 1000)
  return `t=${time},v1=${hmacSha256(secret, `${time}.`, body).toString('hex')}`
}

interface Made {
  readonly object: Fields
  readonly ids: Sample['ids']
}

type Make = (type: string, values: SampleValues) => Made

const seconds = ({ now }: SampleValues): number => Math.floor(now / 1000)
const currencyOf = ({ currency }: SampleValues): string => (currency ?? 'USD').toLowerCase()
/** One for each customer that is named, or a second customer's payment would be the first one's. */
const customerOf = ({ providerKey, customerKey }: SampleValues): string =>
  providerKey ?? (customerKey ? `cus_sample_${customerKey}` : 'cus_sample')
const chargeOf = ({ paymentId, seed }: SampleValues): string => paymentId ?? `ch_${seed}`
/** As Stripe has it: one payment, one intent, whichever event tells of it. */
const intentOf = (values: SampleValues): string => `pi_${chargeOf(values).replace(/^ch_/, '')}`

function labels({ customerKey, partnerKey, productKey }: SampleValues): Fields {
  const named = { customer_key: customerKey, partner_key: partnerKey, product_key: productKey }
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== null))
}

const common = (values: SampleValues): Fields => ({
  livemode: values.mode === 'production',
  currency: currencyOf(values),
})

const charge: Make = (type, values) => {
  const id = chargeOf(values)
  const failed = { captured: false, amount_captured: 0, paid: false, status: 'failed', failure_code: 'card_declined' }
  const object = shapes.charge(seconds(values), {
    ...common(values),
    ...{ id, payment_intent: intentOf(values), customer: customerOf(values), metadata: labels(values) },
    ...{ amount: values.amount, amount_captured: values.amount },
    ...(type === 'charge.refunded' && { amount_refunded: values.amount, refunded: true }),
    ...(type === 'charge.failed' && failed),
  })
  return { object, ids: { payment_id: id, provider_key: customerOf(values) } }
}

/** Only a refund that did not reach the customer says more than its charge does. */
const refund: Make = (_type, values) => {
  const [id, payment] = [values.refundId ?? `re_${values.seed}`, chargeOf(values)]
  const of = { charge: payment, payment_intent: intentOf(values), amount: values.amount, status: 'failed' }
  const object = shapes.refund(seconds(values), { id, ...of, currency: currencyOf(values) })
  return { object, ids: { payment_id: payment, refund_id: id } }
}

const dispute: Make = (type, values) => {
  const payment = chargeOf(values)
  const id = values.refundId ?? `dp_${payment.replace(/^ch_/, '')}`
  const status = type === 'charge.dispute.funds_reinstated' ? 'won' : 'needs_response'
  const of = { charge: payment, payment_intent: intentOf(values), amount: values.amount, status }
  return {
    object: shapes.dispute(seconds(values), { ...common(values), id, ...of }),
    ids: { payment_id: payment, refund_id: id },
  }
}

const invoiceOf = ({ paymentId, seed }: SampleValues): string => paymentId ?? `in_${seed}`

const invoice: Make = (_type, values) => {
  const { amount } = values
  const id = invoiceOf(values)
  const object = shapes.invoice(seconds(values), {
    ...common(values),
    ...{ id, customer: customerOf(values), metadata: labels(values) },
    ...{ subtotal: amount, total: amount, amount_due: amount, amount_paid: amount },
  })
  return { object, ids: { payment_id: id, provider_key: customerOf(values) } }
}

const invoicePayment: Make = (_type, values) => {
  const id = invoiceOf(values)
  const payment = { type: 'payment_intent', payment_intent: `pi_${id.replace(/^in_/, '')}` }
  const object = shapes.invoicePayment(seconds(values), { ...common(values), invoice: id, payment })
  return { object, ids: { payment_id: id, payment_intent: payment.payment_intent } }
}

const customer: Make = (_type, values) => {
  const id = customerOf(values)
  const { mode, email } = values
  const metadata = labels({ ...values, productKey: null })
  const own = { id, email, name: values.name.join(' '), metadata, livemode: mode === 'production' }
  return { object: shapes.customer(seconds(values), own), ids: { provider_key: id } }
}

const subscription: Make = (type, values) => {
  const [at, id] = [seconds(values), `sub_${customerOf(values).replace(/^cus_/, '')}`]
  const ended = { status: 'canceled', canceled_at: at, ended_at: at }
  const object = shapes.subscription(at, {
    ...common(values),
    ...{ id, customer: customerOf(values), metadata: labels({ ...values, productKey: null }) },
    ...(type === 'customer.subscription.deleted' && ended),
  })
  return { object, ids: { subscription_id: id, provider_key: customerOf(values) } }
}

const makers: ReadonlyMap<string, Make> = new Map([
  ['customer.created', customer],
  ['customer.updated', customer],
  ['charge.succeeded', charge],
  ['charge.captured', charge],
  ['charge.updated', charge],
  ['charge.refunded', charge],
  ['charge.failed', charge],
  ['refund.failed', refund],
  ['charge.refund.updated', refund],
  ['charge.dispute.funds_withdrawn', dispute],
  ['charge.dispute.funds_reinstated', dispute],
  ['invoice.payment_succeeded', invoice],
  ['invoice_payment.paid', invoicePayment],
  ['customer.subscription.created', subscription],
  ['customer.subscription.updated', subscription],
  ['customer.subscription.deleted', subscription],
])

export const stripe: Sampler = {
  events: [...makers.keys()],
  unsaid: [],
  story: { customer: 'customer.created', payment: 'charge.succeeded', refund: 'charge.refunded' },
  customerId: (customerKey) => `cus_${numberOf(customerKey)}`,
  sample(type, values) {
    const made = makers.get(type)?.(type, values)
    if (!made) return null
    const event = {
      id: `evt_${values.seed}`,
      object: 'event',
      api_version: '2025-09-30.clover',
      created: seconds(values),
      livemode: values.mode === 'production',
      pending_webhooks: 1,
      request: { id: null, idempotency_key: null },
      type,
      data: { object: made.object },
    }
    return {
      body: JSON.stringify(event),
      headers: { 'content-type': 'application/json; charset=utf-8' },
      ids: made.ids,
    }
  },
  sign: ({ body }, { secrets: [secret = ''] }, at) => ({ 'stripe-signature': stripeSignature(body, secret, at) }),
}
