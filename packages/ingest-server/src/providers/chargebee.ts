/**
 * Chargebee: events of API version 2, whole as JSON. It signs nothing; a user name and password of ours show who it is.
 * @see https://www.chargebee.com/docs/billing/2.0/site-configuration/webhook_settings
 * @see https://apidocs.chargebee.com/docs/api/events?prod_cat_ver=2#event_types
 */
import { verifyBasic } from './basic.ts'
import { customer } from './chargebee/customer.ts'
import { labelOf, openEvent, type Translation } from './chargebee/event.ts'
import { subscription } from './chargebee/subscription.ts'
import { anyTransaction, transaction } from './chargebee/transaction.ts'
import type { Provider, RawDelivery, Reading } from './provider.ts'
import { answer, digestOf, jsonOf, NOT_OURS } from './reading.ts'

/** A map, not an object: an event's type comes from outside, and could be `constructor`. */
const translations: ReadonlyMap<string, Translation> = new Map([
  ['customer_created', customer],
  ['customer_changed', customer],
  ['payment_succeeded', transaction],
  ['payment_refunded', transaction],
  ['payment_failed', transaction],
  ['transaction_created', anyTransaction],
  ['transaction_updated', anyTransaction],
])

/** Created, changed, started, activated, reactivated, renewed, cancelled, deleted, and whatever follows: all carry it whole. */
const translationOf = (type: string): Translation | undefined =>
  translations.get(type) ?? (type.startsWith('subscription_') ? subscription : undefined)

function read({ body }: RawDelivery): Reading {
  const json = jsonOf(body, 'The body is not JSON. Chargebee sends one event as a JSON object.')
  const { id, event_type } = labelOf(json)
  const label = { account: '', eventId: id ?? digestOf(body), type: event_type ?? 'unknown' }
  const translate = translationOf(label.type)
  const opened = openEvent(json, translate !== undefined)
  return answer(label, 'state' in opened ? opened : (translate?.(opened) ?? NOT_OURS))
}

export const chargebee: Provider = {
  name: 'chargebee',
  title: 'Chargebee',
  signs: 'password',
  keepHeaders: ['user-agent'],
  verify: (delivery, credentials) => verifyBasic(delivery, credentials, 'Chargebee', 'chargebee'),
  read,
}
