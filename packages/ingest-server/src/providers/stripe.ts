/**
 * Stripe: signed snapshot events, of every API version since 2017.
 * @see https://docs.stripe.com/webhooks
 * @see https://docs.stripe.com/api/events/types
 */
import type { Provider, RawDelivery, Reading, ReadOptions } from './provider.ts'
import { answer, digestOf, jsonOf, NOT_OURS } from './reading.ts'
import { charge } from './stripe/charge.ts'
import { customer } from './stripe/customer.ts'
import { dispute } from './stripe/dispute.ts'
import { labelOf, openEvent, type Translation } from './stripe/event.ts'
import { invoicePayment } from './stripe/invoice-payment.ts'
import { invoice } from './stripe/invoice.ts'
import { refund } from './stripe/refund.ts'
import { verify } from './stripe/signature.ts'
import { subscription } from './stripe/subscription.ts'

/** A map, not an object: an event's type comes from outside, and could be `constructor`. */
const translations: ReadonlyMap<string, Translation> = new Map([
  ['customer.created', customer],
  ['customer.updated', customer],
  ['charge.succeeded', charge],
  ['charge.captured', charge],
  ['charge.updated', charge],
  ['charge.refunded', charge],
  ['charge.failed', charge],
  ['refund.failed', refund],
  // The older name, sent for some means of payment only; the newer one, since 2024-10-28, for all.
  ['charge.refund.updated', refund],
  ['refund.updated', refund],
  ['charge.dispute.funds_withdrawn', dispute],
  ['charge.dispute.funds_reinstated', dispute],
  ['invoice.payment_succeeded', invoice],
  ['invoice_payment.paid', invoicePayment],
  ['customer.subscription.created', subscription],
  ['customer.subscription.updated', subscription],
  ['customer.subscription.deleted', subscription],
])

function read(delivery: RawDelivery, options: ReadOptions): Reading {
  const json = jsonOf(delivery.body, 'The body is not JSON. Stripe sends one event as a JSON object.')
  const named = labelOf(json)
  const { id, type, account } = named
  const label = { account: account ?? '', eventId: id ?? digestOf(delivery.body), type: type ?? 'unknown' }

  const translate = translations.get(label.type)
  const opened = openEvent(json, named, options.mode, translate !== undefined)
  return answer(label, 'state' in opened ? opened : (translate?.(opened, options) ?? NOT_OURS))
}

export const stripe: Provider = {
  name: 'stripe',
  title: 'Stripe',
  signs: 'secret',
  keepHeaders: ['stripe-signature', 'user-agent'],
  verify,
  read,
}
