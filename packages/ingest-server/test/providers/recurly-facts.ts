/** What the samples of Recurly say, so that a test states only what matters. */
import type { Hints, PaymentFact, PlatformRef } from '../../src/facts.ts'
import { numberOf } from '../../src/samples/sample.ts'
import { at, bodyOf, readBody, type Values } from './read-sample.ts'

export const ref = (id: string): PlatformRef => ({ provider: 'recurly', account: '', id })
export const body = (what: string, values: Values = {}): string => bodyOf('recurly', `${what}_notification`, values)
export const read = (xml: string, options = {}) => readBody('recurly', xml, options)
export const number = numberOf('abc123')

export const who = (code = 'sample-account', over: Partial<Hints> = {}): Hints => ({
  customerKey: code,
  platform: ref(code),
  email: 'customer@sample.example',
  name: 'Sample Customer',
  partnerKey: null,
  mayCreate: true,
  ...over,
})

export const payment = (over: Partial<PaymentFact> = {}): PaymentFact => ({
  kind: 'payment',
  at,
  payment: ref('abc123'),
  happenedAt: at,
  role: 'payment',
  records: true,
  who: who(),
  amount: 5000,
  captured: null,
  paid: null,
  currency: 'EUR',
  refundedTotal: null,
  productKey: null,
  categoryKey: null,
  metadata: {},
  intent: `sample-account#${number}`,
  ...over,
})

export const subscription = (over = {}) => ({
  kind: 'subscription' as const,
  at,
  subscription: ref('sample-account-subscription'),
  who: who('sample-account', { mayCreate: false }),
  status: 'active',
  deleted: false,
  planKey: 'basic-monthly',
  quantity: 1,
  amount: 5000,
  currency: 'EUR',
  currentPeriodEnd: at + 30 * 86_400_000,
  cancelledAt: null,
  createdAt: at,
  ...over,
})
