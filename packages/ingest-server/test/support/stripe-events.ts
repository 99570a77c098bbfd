/**
 * Stripe events as Stripe shapes them, made for tests: the fields that carry meaning, and enough of the others to be
 * realistic. `overrides` replace fields of the object; an override of `undefined` leaves the field out when sent.
 * Ids are the same at every call unless given (`newId('ch')` makes one), except the event's own, which is always new.
 */
import { createHmac, randomBytes } from 'node:crypto'

export type Fields = Readonly<Record<string, unknown>>

/** API versions between which the shapes we read differ. */
export const versions = [
  '2017-12-14',
  '2020-08-27',
  '2024-10-28.acacia',
  '2025-03-31.basil',
  '2025-09-30.clover',
] as const
export type ApiVersion = (typeof versions)[number]

export interface StripeEventBody {
  readonly id: string
  readonly object: string
  readonly api_version: string
  readonly account?: string
  readonly created: number
  readonly livemode: boolean
  readonly pending_webhooks: number
  readonly request: Fields
  readonly type: string
  readonly data: { readonly object: Fields }
}

/** Fields of the event around the object. `api_version` also decides the object's shape. */
export type Envelope = Partial<Omit<StripeEventBody, 'type' | 'data' | 'api_version'>> & {
  readonly api_version?: ApiVersion
}

/** Unix seconds: when everything here happened, unless said otherwise. */
export const created = 1_780_000_000

const latest: ApiVersion = '2025-09-30.clover'
const since = (version: ApiVersion, change: ApiVersion): boolean =>
  versions.indexOf(version) >= versions.indexOf(change)
const list = (url: string, data: readonly Fields[]): Fields => ({
  object: 'list',
  data,
  has_more: false,
  total_count: data.length,
  url,
})

/** A new id of Stripe's form: `newId('ch')` → `ch_3f…`. */
export function newId(prefix: string): string {
  return `${prefix}_${randomBytes(12).toString('hex')}`
}

export function event(type: string, object: Fields, envelope: Envelope = {}): StripeEventBody {
  return {
    id: newId('evt'),
    object: 'event',
    api_version: latest,
    created,
    livemode: false,
    pending_webhooks: 1,
    request: { id: 'req_ada', idempotency_key: null },
    type,
    ...envelope,
    data: { object },
  }
}

/** A captured charge of 50.00 USD by `cus_ada`. */
export function charge(overrides: Fields = {}, version: ApiVersion = latest): Fields {
  const id = overrides['id'] ?? 'ch_ada'
  return {
    id,
    object: 'charge',
    amount: 5000,
    ...(since(version, '2020-08-27') ? { amount_captured: 5000 } : {}),
    amount_refunded: 0,
    balance_transaction: 'txn_ada',
    billing_details: { address: null, email: 'typed@checkout.test', name: 'Typed At Checkout', phone: null },
    captured: true,
    created: created - 5,
    currency: 'usd',
    customer: 'cus_ada',
    description: null,
    disputed: false,
    failure_code: null,
    failure_message: null,
    ...(since(version, '2025-03-31.basil') ? {} : { invoice: null }),
    livemode: false,
    metadata: {},
    outcome: { network_status: 'approved_by_network', risk_level: 'normal', type: 'authorized' },
    paid: true,
    payment_intent: 'pi_ada',
    receipt_email: 'receipt@checkout.test',
    refunded: false,
    ...(since(version, '2024-10-28.acacia') ? {} : { refunds: list(`/v1/charges/${String(id)}/refunds`, []) }),
    status: 'succeeded',
    ...overrides,
  }
}

export function chargeEvent(type: string, overrides: Fields = {}, envelope: Envelope = {}): StripeEventBody {
  return event(type, charge(overrides, envelope.api_version), envelope)
}

/** A paid invoice: 50.00 USD and 20% tax, for `sub_ada`, by `cus_ada`. */
export function invoice(overrides: Fields = {}, version: ApiVersion = latest): Fields {
  const details = { metadata: {} }
  return {
    id: 'in_ada',
    object: 'invoice',
    amount_due: 6000,
    amount_paid: 6000,
    amount_remaining: 0,
    billing_reason: 'subscription_cycle',
    collection_method: 'charge_automatically',
    created: created - 3600,
    currency: 'usd',
    customer: 'cus_ada',
    customer_email: 'on-the-invoice@checkout.test',
    customer_name: 'On The Invoice',
    livemode: false,
    metadata: {},
    number: 'ADA-0001',
    status: 'paid',
    status_transitions: {
      finalized_at: created - 3600,
      paid_at: created - 5,
      marked_uncollectible_at: null,
      voided_at: null,
    },
    subtotal: 5000,
    total: 6000,
    ...(since(version, '2025-03-31.basil')
      ? {
          parent: {
            type: 'subscription_details',
            quote_details: null,
            subscription_details: { ...details, subscription: 'sub_ada' },
          },
        }
      : {
          charge: 'ch_ada',
          paid: true,
          paid_out_of_band: false,
          payment_intent: 'pi_ada',
          subscription: 'sub_ada',
          ...(since(version, '2024-10-28.acacia') ? { subscription_details: details } : {}),
        }),
    ...overrides,
  }
}

export function invoiceEvent(type: string, overrides: Fields = {}, envelope: Envelope = {}): StripeEventBody {
  return event(type, invoice(overrides, envelope.api_version), envelope)
}

/** What paid an invoice, as told since Basil: `pi_ada` for `in_ada`. */
export function invoicePaymentPaid(overrides: Fields = {}, envelope: Envelope = {}): StripeEventBody {
  const object: Fields = {
    id: 'inpay_ada',
    object: 'invoice_payment',
    amount_paid: 6000,
    amount_requested: 6000,
    created: created - 3600,
    currency: 'usd',
    invoice: 'in_ada',
    is_default: true,
    livemode: false,
    payment: { type: 'payment_intent', payment_intent: 'pi_ada' },
    status: 'paid',
    status_transitions: { canceled_at: null, paid_at: created - 5 },
    ...overrides,
  }
  return event('invoice_payment.paid', object, envelope)
}

export function customer(overrides: Fields = {}): Fields {
  return {
    id: 'cus_ada',
    object: 'customer',
    address: null,
    balance: 0,
    created: created - 5,
    currency: null,
    default_source: null,
    delinquent: false,
    description: null,
    email: 'ada@example.test',
    livemode: false,
    metadata: {},
    name: 'Ada Lovelace',
    phone: null,
    ...overrides,
  }
}

export function customerEvent(type: string, overrides: Fields = {}, envelope: Envelope = {}): StripeEventBody {
  return event(type, customer(overrides), envelope)
}

/** A refund of 10.00 USD on `ch_ada` that went through. */
export function refundEvent(type: string, overrides: Fields = {}, envelope: Envelope = {}): StripeEventBody {
  const object: Fields = {
    id: 're_ada',
    object: 'refund',
    amount: 1000,
    balance_transaction: 'txn_ada_refund',
    charge: 'ch_ada',
    created,
    currency: 'usd',
    metadata: {},
    payment_intent: 'pi_ada',
    reason: 'requested_by_customer',
    status: type === 'refund.failed' ? 'failed' : 'succeeded',
    ...overrides,
  }
  return event(type, object, envelope)
}

/** A dispute over all of `ch_ada`. */
export function disputeEvent(type: string, overrides: Fields = {}, envelope: Envelope = {}): StripeEventBody {
  const object: Fields = {
    id: 'dp_ada',
    object: 'dispute',
    amount: 5000,
    balance_transactions: [
      { id: 'txn_ada_dispute', object: 'balance_transaction', amount: -4600, currency: 'eur', fee: 1500 },
    ],
    charge: 'ch_ada',
    created,
    currency: 'usd',
    evidence: { customer_email_address: 'typed@checkout.test' },
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: 'pi_ada',
    reason: 'fraudulent',
    status: type === 'charge.dispute.funds_reinstated' ? 'won' : 'needs_response',
    ...overrides,
  }
  return event(type, object, envelope)
}

/** Two seats of a 15.00 USD price, renewing in thirty days. */
export function subscription(overrides: Fields = {}, version: ApiVersion = latest): Fields {
  const period = { current_period_start: created, current_period_end: created + 30 * 86_400 }
  const basil = since(version, '2025-03-31.basil')
  const plan = {
    id: 'price_seat',
    object: 'plan',
    active: true,
    amount: 1500,
    currency: 'usd',
    interval: 'month',
    product: 'prod_app',
  }
  const price = {
    id: 'price_seat',
    object: 'price',
    active: true,
    currency: 'usd',
    lookup_key: 'seat-monthly',
    type: 'recurring',
    unit_amount: 1500,
  }
  const item = {
    id: 'si_ada',
    object: 'subscription_item',
    created,
    ...(basil ? period : {}),
    plan,
    ...(since(version, '2020-08-27') ? { price } : {}),
    quantity: 2,
  }
  return {
    id: 'sub_ada',
    object: 'subscription',
    cancel_at_period_end: false,
    canceled_at: null,
    created,
    ...(since(version, '2024-10-28.acacia') ? { currency: 'usd' } : {}),
    ...(basil ? {} : period),
    customer: 'cus_ada',
    ended_at: null,
    items: list('/v1/subscription_items?subscription=sub_ada', [item]),
    livemode: false,
    metadata: {},
    status: 'active',
    ...overrides,
  }
}

export function subscriptionEvent(type: string, overrides: Fields = {}, envelope: Envelope = {}): StripeEventBody {
  const ended =
    type === 'customer.subscription.deleted' ? { status: 'canceled', canceled_at: created, ended_at: created } : {}
  return event(type, subscription({ ...ended, ...overrides }, envelope.api_version), envelope)
}

/** The `Stripe-Signature` header for these bytes, signed at `atMs`. */
export function sign(body: string | Uint8Array, secret: string, atMs: number): string {
  const time = Math.floor(atMs / 1000)
  return `t=${time},v1=${createHmac('sha256', secret).update(`${time}.`).update(body).digest('hex')}`
}
