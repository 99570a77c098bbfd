/** Reads an event as a test installation would, and spells out facts in full so that a test states only what matters. */
import type { Hints, PaymentFact, PlatformRef, TieFact } from '../../src/facts.ts'
import type { Reading, ReadOptions } from '../../src/providers/provider.ts'
import { stripe } from '../../src/providers/stripe.ts'
import { created } from '../support/stripe-events.ts'

/** When the events of these tests were made, in ms. */
export const at = created * 1000

export function read(event: unknown, options: Partial<ReadOptions> = {}): Reading {
  const body = Buffer.from(JSON.stringify(event))
  return stripe.read(
    { body, headers: {}, receivedAt: at },
    { mode: 'test', currency: 'USD', recordFrom: () => 'charge', ...options },
  )
}

export const invoices: Partial<ReadOptions> = { recordFrom: () => 'invoice' }

export function ref(id: string, account = ''): PlatformRef {
  return { provider: 'stripe', account, id }
}

export function who(over: Partial<Hints> = {}): Hints {
  return {
    customerKey: null,
    platform: ref('cus_ada'),
    email: null,
    name: null,
    partnerKey: null,
    mayCreate: true,
    ...over,
  }
}

/** What the default charge of the factory says. */
export function chargeFact(over: Partial<PaymentFact> = {}): PaymentFact {
  return {
    kind: 'payment',
    at,
    payment: ref('ch_ada'),
    happenedAt: at - 5000,
    role: 'payment',
    records: true,
    who: who(),
    amount: 5000,
    captured: 5000,
    paid: null,
    currency: 'USD',
    refundedTotal: 0,
    productKey: null,
    categoryKey: null,
    metadata: {},
    intent: 'pi_ada',
    ...over,
  }
}

/** What the default invoice of the factory says, where invoices count. */
export function invoiceFact(over: Partial<PaymentFact> = {}): PaymentFact {
  return chargeFact({ payment: ref('in_ada'), captured: null, paid: 6000, refundedTotal: null, intent: null, ...over })
}

export function tieFact(part: string, whole = 'in_ada'): TieFact {
  return { kind: 'tie', at, part: ref(part), whole }
}
