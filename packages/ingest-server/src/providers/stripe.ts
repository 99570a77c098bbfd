/**
 * Stripe: signed snapshot events, of every API version since 2017.
 * @see https://docs.stripe.com/webhooks
 * @see https://docs.stripe.com/api/events/types
 */
import { createHash } from 'node:crypto'
import { AppError } from '../errors.ts'
import type { Provider, RawDelivery, Reading, ReadOptions } from './provider.ts'
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

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch (cause) {
    throw new AppError('MALFORMED_JSON', 'The body is not JSON. Stripe sends one event as a JSON object.', { cause })
  }
}

function read(delivery: RawDelivery, options: ReadOptions): Reading {
  const json = jsonOf(delivery.body)
  const { id, type, account } = labelOf(json)
  // Without an id of its own, a delivery is known again by its bytes.
  const eventId = id ?? createHash('sha256').update(delivery.body).digest('hex')
  const label = { account: account ?? '', eventId, type: type ?? 'unknown' }

  const translate = translations.get(label.type)
  const opened = openEvent(json, options.mode, translate !== undefined)
  if ('state' in opened) return { ...label, facts: [], verdict: opened }
  const told = translate?.(opened, options) ?? 'not an event this server acts on'
  return typeof told === 'string'
    ? { ...label, facts: [], verdict: { state: 'ignored', reason: told } }
    : { ...label, facts: told, verdict: null }
}

export const stripe: Provider = {
  name: 'stripe',
  title: 'Stripe',
  signs: 'secret',
  keepHeaders: ['stripe-signature', 'user-agent'],
  verify,
  read,
}
