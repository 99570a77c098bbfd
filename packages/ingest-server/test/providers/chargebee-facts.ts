/** What the samples of Chargebee say, so that a test states only what matters. */
import type { Hints, PaymentFact, PlatformRef } from '../../src/facts.ts'
import { at, bodyOf, readBody, type Values } from './read-sample.ts'

export const ref = (id: string): PlatformRef => ({ provider: 'chargebee', account: '', id })

export const who = (over: Partial<Hints> = {}): Hints => ({
  customerKey: null,
  platform: ref('sample-customer'),
  email: 'customer@sample.example',
  name: 'Sample Customer',
  partnerKey: null,
  mayCreate: true,
  ...over,
})

export const payment = (over: Partial<PaymentFact> = {}): PaymentFact => ({
  kind: 'payment',
  at,
  payment: ref('txn_abc123'),
  happenedAt: at,
  role: 'payment',
  records: true,
  who: who(),
  amount: 5000,
  captured: null,
  paid: null,
  currency: 'USD',
  refundedTotal: null,
  productKey: 'basic-monthly',
  categoryKey: null,
  metadata: {},
  intent: null,
  ...over,
})

export const body = (event: string, values: Values = {}): string => bodyOf('chargebee', event, values)

export type Json = ReturnType<typeof JSON.parse>

/** A sample, changed by hand. */
export function changed(event: string, change: (delivery: Json) => void, values: Values = {}) {
  const json = JSON.parse(body(event, values))
  change(json)
  return readBody('chargebee', JSON.stringify(json))
}
