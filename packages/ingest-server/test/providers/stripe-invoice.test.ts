import { describe, expect, it } from 'vitest'
import {
  created,
  customer,
  type Envelope,
  type Fields,
  invoiceEvent,
  invoicePaymentPaid,
  type StripeEventBody,
} from '../support/stripe-events.ts'
import { at, invoiceFact, invoices, read, tieFact, who } from './read-stripe.ts'

const paid = (over: Fields = {}, envelope: Envelope = {}): StripeEventBody =>
  invoiceEvent('invoice.payment_succeeded', over, envelope)
const details = (metadata: unknown): Fields => ({ type: 'subscription_details', subscription_details: { metadata } })

describe('a paid invoice, where invoices count', () => {
  it.each([
    ['2017-12-14', [tieFact('ch_ada'), tieFact('pi_ada')]],
    ['2020-08-27', [tieFact('ch_ada'), tieFact('pi_ada')]],
    ['2024-10-28.acacia', [tieFact('ch_ada'), tieFact('pi_ada')]],
    ['2025-03-31.basil', []],
    ['2025-09-30.clover', []],
  ] as const)('is a payment of its subtotal, in the shape of API version %s', (api_version, ties) => {
    expect(read(paid({}, { api_version }), invoices)).toMatchObject({ facts: [invoiceFact(), ...ties], verdict: null })
  })

  it.each([
    [
      'with tax: the subtotal counts, what was paid is kept',
      { subtotal: 8333, amount_paid: 10000 },
      { amount: 8333, paid: 10000 },
    ],
    [
      'with a discount: less was paid than it was for',
      { subtotal: 5000, amount_paid: 2500 },
      { amount: 5000, paid: 2500 },
    ],
    ['in yen', { currency: 'jpy', subtotal: 500, amount_paid: 550 }, { currency: 'JPY', amount: 500, paid: 550 }],
    ['of an old balance only', { subtotal: 0, amount_paid: 700 }, { amount: 0, paid: 700 }],
    ['paid out of band', { paid_out_of_band: true, charge: null }, {}],
    ['without its own times', { status_transitions: undefined }, { happenedAt: at }],
    ['with times that say nothing', { status_transitions: { paid_at: null } }, { happenedAt: at }],
    ['of a guest', { customer: null }, { who: who({ platform: null }) }],
    [
      'of an expanded customer',
      { customer: customer() },
      { who: who({ email: 'ada@example.test', name: 'Ada Lovelace' }) },
    ],
    ['of no subscription', { parent: null }, {}],
    [
      'of a quote',
      { parent: { type: 'quote_details', quote_details: { quote: 'qt_1' }, subscription_details: null } },
      {},
    ],
  ])('is read %s', (_name, over, expected) => {
    expect(read(paid(over), invoices).facts).toEqual([invoiceFact(expected)])
  })

  it('is not known by the e-mail that was written on it', () => {
    expect(JSON.stringify(read(paid(), invoices).facts)).not.toContain('checkout.test')
  })

  it.each([
    ['the charge alone', { payment_intent: null }, [tieFact('ch_ada')]],
    ['the intent alone', { charge: null }, [tieFact('pi_ada')]],
    ['neither', { charge: null, payment_intent: null }, []],
    [
      'both, expanded',
      { charge: { id: 'ch_ada' }, payment_intent: { id: 'pi_ada' } },
      [tieFact('ch_ada'), tieFact('pi_ada')],
    ],
  ])('is tied to %s, as it says before Basil', (_name, over, ties) => {
    const sent = paid(over, { api_version: '2024-10-28.acacia' })
    expect(read(sent, invoices).facts).toEqual([invoiceFact(), ...ties])
  })

  it.each([
    ['nothing was paid: a trial', { subtotal: 0, amount_paid: 0 }, 'nothing was paid'],
    ['nothing was paid: a credit covered it', { subtotal: 5000, amount_paid: 0 }, 'nothing was paid'],
    ['what it is for is missing', { subtotal: undefined }, /data\.object\.subtotal could not be read/],
    ['what it is for is negative', { subtotal: -500 }, /data\.object\.subtotal could not be read/],
    ['what was paid is a text', { amount_paid: '6000' }, /data\.object\.amount_paid could not be read/],
    ['the currency is missing', { currency: undefined }, /data\.object\.currency could not be read/],
    ['it has no id', { id: null }, /data\.object\.id could not be read/],
    ['its charge is a number', { charge: 7 }, /data\.object\.charge could not be read/],
  ])('is ignored when %s', (_name, over, reason) => {
    const { facts, verdict } = read(paid(over), invoices)
    expect(facts).toEqual([])
    expect(verdict?.state).toBe('ignored')
    expect(verdict?.reason).toMatch(reason)
  })
})

describe('what an invoice is labelled with', () => {
  const both = { product_key: 'pro', category_key: 'saas', customer_key: 'ada', partner_key: 'grace' }
  const labelled = {
    productKey: 'pro',
    categoryKey: 'saas',
    who: who({ customerKey: 'ada', partnerKey: 'grace' }),
    metadata: both,
  }
  it.each([
    ['its own metadata', { metadata: both }, labelled],
    ["its subscription's, since Basil", { parent: details(both) }, labelled],
    ["its subscription's, before Basil", { parent: undefined, subscription_details: { metadata: both } }, labelled],
    [
      'its own before its subscription’s, label by label',
      { metadata: { product_key: 'setup' }, parent: details(both) },
      { ...labelled, productKey: 'setup', metadata: { ...both, product_key: 'setup' } },
    ],
    [
      'the customer_key of its subscription before a customer_id of its own',
      { metadata: { customer_id: 'other' }, parent: details({ customer_key: 'ada' }) },
      { who: who({ customerKey: 'ada' }), metadata: { customer_id: 'other', customer_key: 'ada' } },
    ],
    ['nothing, where all are empty', { metadata: null, parent: details([]) }, {}],
    ['nothing, where the details cannot be read', { parent: { subscription_details: 'none' } }, {}],
  ])('is %s', (_name, over, expected) => {
    expect(read(paid(over), invoices).facts).toEqual([invoiceFact(expected)])
  })
})

describe('a paid invoice, where charges count', () => {
  it('is ignored, and says what counts instead', () => {
    expect(read(paid())).toMatchObject({ facts: [], verdict: { state: 'ignored', reason: 'recorded from charges' } })
  })

  it('still ties its charge, so that a later change of the setting counts nothing twice', () => {
    const reading = read(paid({}, { api_version: '2020-08-27' }))
    expect(reading).toMatchObject({ facts: [tieFact('ch_ada'), tieFact('pi_ada')], verdict: null })
  })

  it('is chosen by when the event was made', () => {
    const recordFrom = (when: number): 'charge' | 'invoice' => (when < at ? 'invoice' : 'charge')
    expect(read(paid({}, { created: created - 1 }), { recordFrom }).facts).toMatchObject([{ kind: 'payment' }])
    expect(read(paid(), { recordFrom }).facts).toEqual([])
  })
})

describe('invoice_payment.paid', () => {
  it.each([
    ['an intent', {}, [tieFact('pi_ada')]],
    [
      'an expanded intent',
      { payment: { type: 'payment_intent', payment_intent: { id: 'pi_ada' } } },
      [tieFact('pi_ada')],
    ],
    ['a charge', { payment: { type: 'charge', charge: 'ch_ada' } }, [tieFact('ch_ada')]],
    ['both', { payment: { charge: 'ch_ada', payment_intent: 'pi_ada' } }, [tieFact('ch_ada'), tieFact('pi_ada')]],
    ['an expanded invoice', { invoice: { id: 'in_ada', object: 'invoice' } }, [tieFact('pi_ada')]],
  ])('ties %s to its invoice, whatever counts', (_name, over, ties) => {
    const sent = invoicePaymentPaid(over)
    expect(read(sent)).toMatchObject({ facts: ties, verdict: null })
    expect(read(sent, invoices).facts).toEqual(ties)
  })

  it.each([
    [
      'was made outside Stripe',
      { payment: { type: 'payment_record', payment_record: 'pr_1' } },
      /neither a charge nor a payment intent/,
    ],
    ['names no invoice', { invoice: null }, /data\.object\.invoice could not be read/],
    ['has no payment', { payment: undefined }, /data\.object\.payment could not be read/],
    [
      'names its intent by a number',
      { payment: { payment_intent: 7 } },
      /data\.object\.payment\.payment_intent could not be read/,
    ],
  ])('is ignored when it %s', (_name, over, reason) => {
    const { facts, verdict } = read(invoicePaymentPaid(over))
    expect(facts).toEqual([])
    expect(verdict?.reason).toMatch(reason)
  })
})
