/** Chargify's deliveries: forms, with the repeated keys and unescaped brackets that it sends. */
import { hmacSha256 } from '../providers/hmac.ts'
import { numberOf, type Sample, type Sampler, type SampleValues } from './sample.ts'

/** Names under `payload`, in order; a name may stand more than once. */
type Pairs = readonly (readonly [name: string, value: string | number | null])[]

/** New York's time without summer time: it only has to be a time with an offset. */
function timeOf({ now }: SampleValues, days = 0): string {
  const [date, time] = new Date(now + days * 86_400_000 - 5 * 3_600_000).toISOString().split(/[T.]/)
  return `${date} ${time} -0500`
}

const customerIdOf = ({ providerKey }: SampleValues): string => providerKey ?? '14585695'
const subscriptionIdOf = (values: SampleValues): number => numberOf(`subscription ${customerIdOf(values)}`)
const paymentIdOf = ({ paymentId, seed }: SampleValues): string => paymentId ?? String(numberOf(`payment ${seed}`))

const under = (root: string, pairs: Pairs): Pairs => pairs.map(([name, value]) => [`${root}[${name}]`, value])

const site: Pairs = [
  ['[site][id]', 31615],
  ['[site][subdomain]', 'sample-site'],
]

const customerOf = (values: SampleValues): Pairs => [
  ['id', customerIdOf(values)],
  ['first_name', values.name[0]],
  ['last_name', values.name[1]],
  ['organization', null],
  ['email', values.email],
  ['created_at', timeOf(values, -1)],
  ['updated_at', timeOf(values)],
  ['reference', values.customerKey],
  ['phone', null],
]

const productOf = ({ amount, productKey }: SampleValues): Pairs => [
  ['id', 3792003],
  ['name', 'Basic Plan'],
  ['handle', productKey ?? 'basic'],
  ['price_in_cents', amount],
  ['interval', 1],
  ['interval_unit', 'month'],
  ['product_family][id', 527890],
  ['product_family][handle', 'billing-plans'],
  ...[281054, 281240].flatMap((page): Pairs => [
    ['public_signup_pages][id', page],
    ['public_signup_pages][return_url', null],
    ['public_signup_pages][url', `https://sample-site.chargify.com/subscribe/${page}/basic`],
  ]),
]

/** `currency` stands on newer sites only. */
const subscriptionOf = (values: SampleValues, state = 'active'): Pairs =>
  under('[subscription]', [
    ['id', subscriptionIdOf(values)],
    ['state', state],
    ['activated_at', timeOf(values, -1)],
    ['created_at', timeOf(values, -1)],
    ['updated_at', timeOf(values)],
    ['current_period_started_at', timeOf(values)],
    ['current_period_ends_at', timeOf(values, 30)],
    ['canceled_at', state === 'canceled' ? timeOf(values) : null],
    ['previous_state', 'active'],
    ['product_price_in_cents', values.amount],
    ...(values.currency === null ? [] : [['currency', values.currency] as const]),
    ...customerOf(values).map(([name, value]) => [`customer][${name}`, value] as const),
    ...productOf(values).map(([name, value]) => [`product][${name}`, value] as const),
  ])

function transactionOf(values: SampleValues, success: boolean): Pairs {
  const { amount } = values
  return under('[transaction]', [
    ['id', paymentIdOf(values)],
    ['subscription_id', subscriptionIdOf(values)],
    ['type', 'Payment'],
    ['kind', null],
    ['transaction_type', 'payment'],
    ['success', String(success)],
    ['amount_in_cents', amount],
    ['memo', 'Basic Plan: Renewal payment'],
    ['created_at', timeOf(values)],
    ['gateway_used', 'bogus'],
    ['payment_id', null],
    ['product_id', 3792003],
    ['customer_id', customerIdOf(values)],
    ['card_number', 'XXXX-XXXX-XXXX-1'],
    ['refunded_amount_in_cents', 0],
  ])
}

interface Made {
  readonly payload: Pairs
  readonly ids: Sample['ids']
}

type Make = (values: SampleValues) => Made

const payment =
  (success: boolean): Make =>
  (values) => ({
    payload: [...subscriptionOf(values), ...transactionOf(values, success)],
    ids: { payment_id: paymentIdOf(values), provider_key: customerIdOf(values) },
  })

const refund: Make = (values) => {
  const ids = {
    payment_id: paymentIdOf(values),
    refund_id: values.refundId ?? String(numberOf(`refund ${values.seed}`)),
  }
  const iso = new Date(values.now).toISOString().replace(/\.\d+Z$/, 'Z')
  const payload: Pairs = [
    ['[subscription_id]', subscriptionIdOf(values)],
    ['[customer_reference]', values.customerKey],
    ['[payment_id]', ids.payment_id],
    ['[refund_id]', ids.refund_id],
    ['[amount_in_cents]', values.amount],
    ['[payment_amount_in_cents]', values.amount],
    ['[memo]', 'Refunded'],
    ['[timestamp]', iso],
  ]
  return { payload, ids }
}

const customer: Make = (values) => ({
  payload: under('[customer]', customerOf(values)),
  ids: { provider_key: customerIdOf(values) },
})

const subscription =
  (state: string, more: Pairs = []): Make =>
  (values) => ({
    payload: [...subscriptionOf(values, state), ...more],
    ids: { subscription_id: String(subscriptionIdOf(values)), provider_key: customerIdOf(values) },
  })

const allocation: Pairs = [
  ['[component][id]', 277221],
  ['[component][kind]', 'quantity_based_component'],
  ['[component][name]', 'Seats'],
  ['[previous_allocation]', 1],
  ['[new_allocation]', 3],
]

const makers: ReadonlyMap<string, Make> = new Map([
  ['signup_success', subscription('active')],
  ['customer_update', customer],
  ['payment_success', payment(true)],
  ['payment_failure', payment(false)],
  ['refund_success', refund],
  ['subscription_state_change', subscription('canceled')],
  ['subscription_product_change', subscription('active', [['[previous_product][handle]', 'starter']])],
  ['component_allocation_change', subscription('active', allocation)],
  ['test', () => ({ payload: [['[chargify]', 'testing']], ids: {} })],
])

export const chargify: Sampler = {
  events: [...makers.keys()],
  unsaid: ['partnerKey'],
  story: { customer: 'signup_success', payment: 'payment_success', refund: 'refund_success' },
  customerId: (customerKey) => String(numberOf(customerKey)),
  sample(type, values) {
    const made = makers.get(type)?.(values)
    if (!made) return null
    const id = String(numberOf(`event ${values.seed}`))
    const payload = [...site, ...made.payload, ['[event_id]', numberOf(values.seed)] as const]
    // Chargify escapes values and leaves the brackets of names as they are.
    const pairs = payload.map(([name, value]) => `payload${name}=${encodeURIComponent(String(value ?? ''))}`)
    return {
      body: [`id=${id}`, `event=${type}`, ...pairs].join('&'),
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-chargify-webhook-id': id },
      ids: made.ids,
    }
  },
  sign: ({ body }, { secrets: [secret = ''] }) => ({
    'x-chargify-webhook-signature-hmac-sha-256': hmacSha256(secret, body).toString('hex'),
  }),
}
