/** What the samples of Chargify say, so that a test states only what matters. */
import type { Hints, PaymentFact, PlatformRef } from '../../src/facts.ts'
import type { Credentials } from '../../src/providers/provider.ts'
import { numberOf } from '../../src/samples/sample.ts'
import { at, bodyOf, readBody, type Values } from './read-sample.ts'

export const holding = (...secrets: string[]): Credentials => ({ secrets, username: null, passwords: [] })
export const ref = (id: string): PlatformRef => ({ provider: 'chargify', account: '', id })
export const body = (event: string, values: Values = {}): string => bodyOf('chargify', event, values)
export const read = (form: string, options = {}) => readBody('chargify', form, options)

export const who = (over: Partial<Hints> = {}): Hints => ({
  customerKey: null,
  platform: ref('14585695'),
  email: 'customer@sample.example',
  name: 'Sample Customer',
  partnerKey: null,
  mayCreate: true,
  ...over,
})

export const payment = (over: Partial<PaymentFact> = {}): PaymentFact => ({
  kind: 'payment',
  at,
  payment: ref('p1'),
  happenedAt: at,
  role: 'payment',
  records: true,
  who: who(),
  amount: 5000,
  captured: null,
  paid: null,
  currency: 'EUR',
  refundedTotal: null,
  productKey: 'basic',
  categoryKey: null,
  metadata: {},
  intent: null,
  ...over,
})

export const subscription = (over = {}) => ({
  kind: 'subscription' as const,
  at,
  subscription: ref(String(numberOf('subscription 14585695'))),
  who: who({ mayCreate: false }),
  status: 'active',
  deleted: false,
  planKey: 'basic',
  quantity: null,
  amount: 5000,
  currency: 'EUR',
  currentPeriodEnd: at + 30 * 86_400_000,
  cancelledAt: null,
  createdAt: at - 86_400_000,
  ...over,
})

export const paid = body('payment_success', { paymentId: 'p1' })
export const euros = { currency: 'EUR' }
