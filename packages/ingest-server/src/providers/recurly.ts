/**
 * Recurly: XML notifications, which carry everything. JSON ones only name what happened, so that nothing can be made of them
 * without access to Recurly's API.
 * @see https://docs.recurly.com/recurly-subscriptions/docs/webhooks
 * @see https://docs.recurly.com/recurly-subscriptions/docs/webhook-payloads-json-vs-xml
 */
import { z } from 'zod'
import { id, lenient } from './fields.ts'
import type { Provider, RawDelivery, Reading, ReadOptions } from './provider.ts'
import { answer, digestOf, jsonOf, NOT_OURS } from './reading.ts'
import type { Translation } from './recurly/notification.ts'
import { verify } from './recurly/signature.ts'
import { account, subscription } from './recurly/subscription.ts'
import { failedPayment, successfulPayment, successfulRefund, transactionName } from './recurly/transaction.ts'
import { notificationOf } from './recurly/xml.ts'

/** A map, not an object: a root's name comes from outside, and could be `constructor`. */
const translations: ReadonlyMap<string, Translation> = new Map([
  ['new_account_notification', account],
  ['billing_info_updated_notification', account],
  ['reactivated_account_notification', account],
  ['successful_payment_notification', successfulPayment],
  ['void_payment_notification', failedPayment],
  ['failed_payment_notification', failedPayment],
  ['successful_refund_notification', successfulRefund],
])

/** New, updated, canceled, expired, renewed, and whatever follows: all carry it whole. */
const SUBSCRIPTION = /^[a-z]+_subscription_notification$/

const JSON_NOTIFICATION =
  'a JSON notification, which carries no amounts and no customer. In Recurly, edit this endpoint and choose XML as its payload'

const Json = z.object({ id: lenient(id), event_type: lenient(id) })

function readJson({ body }: RawDelivery): Reading {
  const json = jsonOf(
    body,
    'The body is neither XML nor JSON. Recurly sends one notification, and should send it as XML.',
  )
  const { data } = Json.safeParse(json)
  const label = { account: '', eventId: data?.id ?? digestOf(body), type: data?.event_type ?? 'unknown' }
  return answer(label, { state: 'unsupported', reason: JSON_NOTIFICATION })
}

function read(delivery: RawDelivery, options: ReadOptions): Reading {
  if (/^\s*[{[]/.test(delivery.body.toString('utf8', 0, 100))) return readJson(delivery)
  const { root, content } = notificationOf(delivery.body)
  const type = root.slice(0, 100)
  // Where no transaction names it, a notification is known again by its bytes.
  const eventId = `${type}:${transactionName(content) ?? digestOf(delivery.body)}`
  const translate = translations.get(root) ?? (SUBSCRIPTION.test(root) ? subscription : undefined)
  const told = translate?.({ type, content, receivedAt: delivery.receivedAt }, options)
  return answer({ account: '', eventId, type }, told ?? NOT_OURS)
}

export const recurly: Provider = {
  name: 'recurly',
  title: 'Recurly',
  signs: 'password',
  keepHeaders: ['recurly-signature', 'user-agent'],
  verify,
  read,
}
