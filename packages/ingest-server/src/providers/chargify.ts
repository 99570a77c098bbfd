/**
 * Chargify, now Maxio Advanced Billing: signed forms.
 * @see https://docs.maxio.com/hc/en-us/articles/24266143173901-Webhooks-Overview
 */
import { customer } from './chargify/customer.ts'
import { formOf, type Translation } from './chargify/form.ts'
import { failure, payment, refund } from './chargify/payment.ts'
import { SIGNATURE_HEADER, verify } from './chargify/signature.ts'
import { signup, subscription } from './chargify/subscription.ts'
import { id } from './fields.ts'
import type { Provider, RawDelivery, Reading, ReadOptions } from './provider.ts'
import { answer, digestOf, NOT_OURS } from './reading.ts'

/** The same on every retry and replay; also in the body, as `id`, where it is signed. */
const ID_HEADER = 'x-chargify-webhook-id'

/** A map, not an object: an event's name comes from outside, and could be `constructor`. */
const translations: ReadonlyMap<string, Translation> = new Map([
  ['signup_success', signup],
  ['customer_update', customer],
  ['payment_success', payment],
  ['payment_failure', failure],
  ['refund_success', refund],
  ['subscription_state_change', subscription],
  ['subscription_product_change', subscription],
  ['component_allocation_change', subscription],
  ['test', () => "Chargify's test arrived: this address and its key work"],
])

function read({ body, headers, receivedAt }: RawDelivery, options: ReadOptions): Reading {
  const form = formOf(body)
  const known = (text: string | null | undefined): string | null => id.safeParse(text).data ?? null
  const type = known(form.get('event')) ?? 'unknown'
  const eventId = known(form.get('id')) ?? known(headers[ID_HEADER]) ?? digestOf(body)
  const told = translations.get(type)?.({ type, form, receivedAt }, options)
  return answer({ account: '', eventId, type }, told ?? NOT_OURS)
}

export const chargify: Provider = {
  name: 'chargify',
  title: 'Chargify',
  signs: 'secret',
  keepHeaders: [SIGNATURE_HEADER, ID_HEADER, 'user-agent'],
  verify,
  read,
}
