/**
 * Stripe events in the shapes of each API version, made for tests. `overrides` replace fields of the object; an override of
 * `undefined` leaves the field out when sent. Ids are the same at every call unless given (`newId('ch')` makes one), except
 * the event's own, which is always new.
 */
import { randomBytes } from 'node:crypto'
import { stripeSignature } from '../../src/samples/stripe.ts'
import * as shapes from '../../src/samples/stripe-objects.ts'
import { list, type Fields } from '../../src/samples/stripe-objects.ts'

export type { Fields }

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
  const url = `/v1/charges/${String(overrides['id'] ?? 'ch_ada')}/refunds`
  return shapes.charge(created, {
    ...(since(version, '2020-08-27') ? {} : { amount_captured: undefined }),
    ...(since(version, '2025-03-31.basil') ? {} : { invoice: null }),
    ...(since(version, '2024-10-28.acacia') ? {} : { refunds: list(url, []) }),
    ...overrides,
  })
}

export function chargeEvent(type: string, overrides: Fields = {}, envelope: Envelope = {}): StripeEventBody {
  return event(type, charge(overrides, envelope.api_version), envelope)
}

/** A paid invoice: 50.00 USD and 20% tax, for `sub_ada`, by `cus_ada`. */
export function invoice(overrides: Fields = {}, version: ApiVersion = latest): Fields {
  const details = since(version, '2024-10-28.acacia') ? { subscription_details: { metadata: {} } } : {}
  const ties = { charge: 'ch_ada', payment_intent: 'pi_ada', subscription: 'sub_ada' }
  const before = { parent: undefined, paid: true, paid_out_of_band: false, ...ties, ...details }
  return shapes.invoice(created, { ...(since(version, '2025-03-31.basil') ? {} : before), ...overrides })
}

export function invoiceEvent(type: string, overrides: Fields = {}, envelope: Envelope = {}): StripeEventBody {
  return event(type, invoice(overrides, envelope.api_version), envelope)
}

/** What paid an invoice, as told since Basil: `pi_ada` for `in_ada`. */
export function invoicePaymentPaid(overrides: Fields = {}, envelope: Envelope = {}): StripeEventBody {
  return event('invoice_payment.paid', shapes.invoicePayment(created, overrides), envelope)
}

export const customer = (overrides: Fields = {}): Fields => shapes.customer(created, overrides)

export function customerEvent(type: string, overrides: Fields = {}, envelope: Envelope = {}): StripeEventBody {
  return event(type, customer(overrides), envelope)
}

/** A refund of 10.00 USD on `ch_ada` that went through. */
export function refundEvent(type: string, overrides: Fields = {}, envelope: Envelope = {}): StripeEventBody {
  const failed = type === 'refund.failed' ? { status: 'failed' } : {}
  return event(type, shapes.refund(created, { ...failed, ...overrides }), envelope)
}

/** A dispute over all of `ch_ada`. */
export function disputeEvent(type: string, overrides: Fields = {}, envelope: Envelope = {}): StripeEventBody {
  const won = type === 'charge.dispute.funds_reinstated' ? { status: 'won' } : {}
  return event(type, shapes.dispute(created, { ...won, ...overrides }), envelope)
}

/** Two seats of a 15.00 USD price, renewing in thirty days. */
export function subscription(overrides: Fields = {}, version: ApiVersion = latest): Fields {
  const period = { current_period_start: created, current_period_end: created + 30 * 86_400 }
  const basil = since(version, '2025-03-31.basil')
  const item = shapes.item(created, {
    ...(basil ? {} : { current_period_start: undefined, current_period_end: undefined }),
    ...(since(version, '2020-08-27') ? {} : { price: undefined }),
  })
  return shapes.subscription(created, {
    ...(since(version, '2024-10-28.acacia') ? {} : { currency: undefined }),
    ...(basil ? {} : period),
    items: list('/v1/subscription_items?subscription=sub_ada', [item]),
    ...overrides,
  })
}

export function subscriptionEvent(type: string, overrides: Fields = {}, envelope: Envelope = {}): StripeEventBody {
  const ended =
    type === 'customer.subscription.deleted' ? { status: 'canceled', canceled_at: created, ended_at: created } : {}
  return event(type, subscription({ ...ended, ...overrides }, envelope.api_version), envelope)
}

/** The `Stripe-Signature` header for these bytes, signed at `atMs`. */
export const sign = stripeSignature
