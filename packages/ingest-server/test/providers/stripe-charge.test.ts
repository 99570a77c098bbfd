import { describe, expect, it } from 'vitest'
import {
  chargeEvent,
  created,
  customer,
  type Fields,
  type StripeEventBody,
  versions,
} from '../support/stripe-events.ts'
import { at, chargeFact, invoices, read, ref, tieFact, who } from './read-stripe.ts'

const paid = (over: Fields = {}): StripeEventBody => chargeEvent('charge.succeeded', over)

describe('a charge that is money', () => {
  it.each(versions)('is read in the shape of API version %s', (api_version) => {
    const captured = api_version === '2017-12-14' ? null : 5000
    expect(read(chargeEvent('charge.succeeded', {}, { api_version }))).toMatchObject({
      facts: [chargeFact({ captured })],
      verdict: null,
    })
  })

  it.each([
    ['charge.succeeded', 'payment'],
    ['charge.updated', 'payment'],
    ['charge.captured', 'capture'],
    ['charge.refunded', 'refund'],
  ] as const)('has its role from %s', (type, role) => {
    expect(read(chargeEvent(type)).facts).toEqual([chargeFact({ role })])
  })

  it.each([
    ['captured later, by charge.updated', chargeEvent('charge.updated', { captured: true }), chargeFact()],
    [
      'captured in part, before Basil: the rest shows as refunded',
      chargeEvent('charge.captured', { amount_captured: 3000, amount_refunded: 2000 }, { api_version: '2020-08-27' }),
      chargeFact({ role: 'capture', captured: 3000, refundedTotal: 2000 }),
    ],
    [
      'captured in part, as early versions tell it: no amount_captured',
      chargeEvent('charge.captured', { amount_refunded: 2000 }, { api_version: '2017-12-14' }),
      chargeFact({ role: 'capture', captured: null, refundedTotal: 2000 }),
    ],
    [
      'captured in part, since Basil: nothing shows as refunded',
      chargeEvent('charge.captured', { amount_captured: 3000 }, { api_version: '2025-03-31.basil' }),
      chargeFact({ role: 'capture', captured: 3000 }),
    ],
    [
      'the charge.refunded that a partial capture sends before Basil',
      chargeEvent('charge.refunded', { amount_captured: 3000, amount_refunded: 2000 }, { api_version: '2020-08-27' }),
      chargeFact({ role: 'refund', captured: 3000, refundedTotal: 2000 }),
    ],
    [
      'refunded in part: the sum so far',
      chargeEvent('charge.refunded', { amount_refunded: 1500, refunded: false }),
      chargeFact({ role: 'refund', refundedTotal: 1500 }),
    ],
    [
      'refunded whole',
      chargeEvent('charge.refunded', { amount_refunded: 5000, refunded: true }),
      chargeFact({ role: 'refund', refundedTotal: 5000 }),
    ],
    [
      'shown by charge.updated after a refund',
      chargeEvent('charge.updated', { amount_refunded: 5000, refunded: true }),
      chargeFact({ refundedTotal: 5000 }),
    ],
    ['without a word on refunds', paid({ amount_refunded: undefined }), chargeFact({ refundedTotal: null })],
    ['without a status, and paid', paid({ status: undefined }), chargeFact()],
    ['of nothing', paid({ amount: 0, amount_captured: 0 }), chargeFact({ amount: 0, captured: 0 })],
    [
      'of the largest amount that can be told exactly',
      paid({ amount: Number.MAX_SAFE_INTEGER }),
      chargeFact({ amount: Number.MAX_SAFE_INTEGER }),
    ],
    ['without an intent', paid({ payment_intent: null }), chargeFact({ intent: null })],
    ['with its intent expanded', paid({ payment_intent: { id: 'pi_ada', object: 'payment_intent' } }), chargeFact()],
    ['without its own time', paid({ created: undefined }), chargeFact({ happenedAt: at })],
    ['with fields nobody knows yet', paid({ moon_phase: { waxing: true } }), chargeFact()],
  ])('is read when it is %s', (_name, sent, expected) => {
    expect(read(sent)).toMatchObject({ facts: [expected], verdict: null })
  })

  it('has happened when the charge was made, and was told when the event was', () => {
    const sent = chargeEvent('charge.updated', { created: created - 60 }, { created: created + 60 })
    expect(read(sent).facts).toMatchObject([{ at: at + 60_000, happenedAt: at - 60_000 }])
  })

  it.each([
    ['jpy', 'JPY', 500],
    ['krw', 'KRW', 9900],
    ['isk', 'ISK', 50000],
    ['kwd', 'KWD', 5120],
    ['bhd', 'BHD', 1230],
    ['EUR', 'EUR', 999],
  ])('keeps the minor units of %s as they come', (currency, written, amount) => {
    expect(read(paid({ currency, amount, amount_captured: amount })).facts).toEqual([
      chargeFact({ currency: written, amount, captured: amount }),
    ])
  })
})

describe('a charge that is not money, or not yet', () => {
  const cancelled = { captured: false, refunded: true, amount_captured: 0, amount_refunded: 5000 }
  it.each([
    ['authorised only', paid({ captured: false, amount_captured: 0 }), 'authorised only; nothing was captured yet'],
    [
      'authorised only, told by charge.updated',
      chargeEvent('charge.updated', { captured: false, amount_captured: 0 }),
      'authorised only; nothing was captured yet',
    ],
    [
      'authorised only, with a customer to be made',
      paid({ captured: false, metadata: { customer_key: 'ada', partner_key: 'grace' } }),
      'authorised only; nothing was captured yet',
    ],
    [
      'a cancelled authorisation, before Basil',
      chargeEvent('charge.refunded', cancelled, { api_version: '2020-08-27' }),
      'the authorisation was cancelled; nothing had been captured',
    ],
    [
      'a cancelled authorisation, told by charge.updated',
      chargeEvent('charge.updated', { ...cancelled, amount_refunded: 0 }),
      'the authorisation was cancelled; nothing had been captured',
    ],
    ['pending', paid({ status: 'pending', paid: false }), 'the payment is still pending'],
    ['pending, by a bank debit', chargeEvent('charge.updated', { status: 'pending' }), 'the payment is still pending'],
    ['without a status, and not paid', paid({ status: undefined, paid: false }), 'the charge is not paid'],
    ['without a status or a word on being paid', paid({ status: null, paid: null }), 'the charge is not paid'],
    ['of a status nobody knows', paid({ status: 'levitating' }), 'the charge has not succeeded'],
  ])('is ignored when it is %s', (_name, sent, reason) => {
    expect(read(sent)).toMatchObject({ facts: [], verdict: { state: 'ignored', reason } })
    expect(read(sent, invoices)).toMatchObject({ facts: [], verdict: { state: 'ignored', reason } })
  })

  const failure = { kind: 'failure', at, payment: ref('ch_ada'), intent: null }
  it.each([
    ['charge.failed', chargeEvent('charge.failed', { status: 'failed', captured: false, paid: false })],
    [
      'charge.failed without a status',
      chargeEvent('charge.failed', { status: undefined, captured: false, paid: false }),
    ],
    ['charge.failed of a charge that once was captured', chargeEvent('charge.failed', { status: 'failed' })],
    ['charge.updated with the status failed', chargeEvent('charge.updated', { status: 'failed', paid: false })],
    ['charge.failed without an amount', chargeEvent('charge.failed', { status: 'failed', amount: undefined })],
  ])('is a failure when it is %s', (_name, sent) => {
    expect(read(sent)).toMatchObject({ facts: [failure], verdict: null })
  })

  it('fails alone: the next attempt at its invoice has the same intent, and must not fail with it', () => {
    const sent = chargeEvent('charge.failed', { status: 'failed', invoice: 'in_ada' }, { api_version: '2020-08-27' })
    expect(read(sent, invoices).facts).toEqual([failure])
  })
})

describe('a charge whose facts cannot be read', () => {
  it.each([
    ['id', undefined],
    ['id', 42],
    ['id', ''],
    ['amount', undefined],
    ['amount', null],
    ['amount', '5000'],
    ['amount', 50.5],
    ['amount', -1],
    ['amount', 2 ** 53],
    ['amount', 1e300],
    ['amount_captured', '3000'],
    ['amount_captured', -1],
    ['amount_refunded', 0.5],
    ['currency', undefined],
    ['currency', 'dollars'],
    ['currency', 'u$d'],
    ['captured', undefined],
    ['captured', 'true'],
    ['status', 1],
    ['customer', 42],
    ['customer', { email: 'ada@example.test' }],
    ['payment_intent', []],
    ['invoice', 7],
  ])('is ignored, naming %s, when that is %j', (field, value) => {
    const { facts, verdict } = read(paid({ [field]: value }))
    expect(facts).toEqual([])
    expect(verdict?.state).toBe('ignored')
    expect(verdict?.reason).toContain(`data.object.${field} could not be read`)
  })

  it('is ignored when charge.refunded does not say how much', () => {
    expect(read(chargeEvent('charge.refunded', { amount_refunded: null }))).toMatchObject({
      facts: [],
      verdict: { state: 'ignored', reason: 'data.object.amount_refunded is missing' },
    })
  })
})

describe('who a charge is by', () => {
  const long = 'x'.repeat(501)
  it.each([
    ['its customer at Stripe', {}, who()],
    ['nobody, for a guest', { customer: null }, who({ platform: null })],
    ['nobody, where the field is missing', { customer: undefined }, who({ platform: null })],
    [
      'a guest whose checkout knew both keys, without our script',
      { customer: null, metadata: { customer_key: 'ada', partner_key: 'grace' } },
      who({ platform: null, customerKey: 'ada', partnerKey: 'grace' }),
    ],
    [
      'an expanded customer, with an e-mail and name of its own',
      { customer: customer() },
      who({ email: 'ada@example.test', name: 'Ada Lovelace' }),
    ],
    ['an expanded customer without either', { customer: customer({ email: null, name: null }) }, who()],
    [
      'an expanded customer that was deleted',
      { customer: { id: 'cus_ada', object: 'customer', deleted: true } },
      who(),
    ],
    ['a customer_key, trimmed', { metadata: { customer_key: '  ada\n' } }, who({ customerKey: 'ada' })],
    ['no customer_key, when it is empty', { metadata: { customer_key: '' } }, who()],
    ['no customer_key, when it is blank', { metadata: { customer_key: '   ' } }, who()],
    ['no customer_key, when it is over-long', { metadata: { customer_key: long } }, who()],
    ['a customer_key of 500', { metadata: { customer_key: long.slice(1) } }, who({ customerKey: long.slice(1) })],
    ['a customer_key sent as a number', { metadata: { customer_key: 42 } }, who({ customerKey: '42' })],
    [
      'a legacy customer_id, only to find',
      { metadata: { customer_id: 'ada' } },
      who({ customerKey: 'ada', mayCreate: false }),
    ],
    [
      'the customer_key, where there is a customer_id too',
      { metadata: { customer_id: 'other', customer_key: 'ada' } },
      who({ customerKey: 'ada' }),
    ],
    [
      'a customer_id with a partner_key, still only to find',
      { metadata: { customer_id: 'ada', partner_key: 'grace' } },
      who({ customerKey: 'ada', partnerKey: 'grace', mayCreate: false }),
    ],
    ['no partner_key, when it is blank', { metadata: { partner_key: ' ' } }, who()],
    ['no customer_key, when it is an object', { metadata: { customer_key: { id: 'ada' } } }, who()],
  ])('is %s', (_name, over, expected) => {
    expect(read(paid(over)).facts).toMatchObject([{ kind: 'payment', who: expected }])
  })

  it('is never told by a billing address or a receipt', () => {
    const said = JSON.stringify(read(paid({ customer: null })).facts)
    expect(said).not.toContain('checkout.test')
  })
})

describe('the metadata of a charge', () => {
  it.each([
    ['an empty object', {}, {}],
    ['null', null, {}],
    ['absent', undefined, {}],
    ['an empty list, as PHP writes an empty object', [], {}],
    ['a text', 'customer_key=ada', {}],
    ['strings', { order: '6735', note: '' }, { order: '6735', note: '' }],
    ['numbers and booleans', { order: 6735, gift: true }, { order: '6735', gift: 'true' }],
    ['objects and nulls among strings', { order: '6735', a: {}, b: null, c: [1] }, { order: '6735' }],
    ['text that no database keeps', { note: 'a\0b', half: '\ud83d!' }, { note: 'ab', half: '\ufffd!' }],
  ])('is read when it is %s', (_name, metadata, expected) => {
    expect(read(paid({ metadata })).facts).toEqual([chargeFact({ metadata: expected })])
  })

  it('holds product and category', () => {
    const metadata = { product_key: ' pro ', category_key: 'saas' }
    expect(read(paid({ metadata })).facts).toEqual([chargeFact({ metadata, productKey: 'pro', categoryKey: 'saas' })])
  })

  it('cannot reach into every object there is', () => {
    const sent = JSON.parse(
      JSON.stringify(paid()).replace('"metadata":{}', '"metadata":{"__proto__":"polluted"}'),
    ) as unknown
    expect(read(sent).facts).toHaveLength(1)
    expect(Object.getPrototypeOf({})).toBe(Object.prototype)
  })
})

describe('a charge and its invoice', () => {
  const api_version = '2020-08-27'
  it.each([
    ['by id', 'in_ada'],
    ['expanded', { id: 'in_ada', object: 'invoice' }],
  ])('are tied where the charge names it %s, before Basil', (_name, invoice) => {
    const sent = chargeEvent('charge.succeeded', { invoice }, { api_version })
    expect(read(sent).facts).toEqual([chargeFact(), tieFact('ch_ada')])
    expect(read(sent, invoices).facts).toEqual([chargeFact({ records: false }), tieFact('ch_ada')])
  })

  it.each(['charge.captured', 'charge.updated', 'charge.refunded'])('are tied by %s as well', (type) => {
    const sent = chargeEvent(type, { invoice: 'in_ada' }, { api_version })
    expect(read(sent, invoices).facts).toContainEqual(tieFact('ch_ada'))
  })

  it('leave the charge as evidence only, where invoices count: its refunds are the invoice’s', () => {
    const sent = chargeEvent('charge.refunded', { amount_refunded: 5000, refunded: true })
    expect(read(sent, invoices).facts).toEqual([chargeFact({ role: 'refund', refundedTotal: 5000, records: false })])
  })

  it('are chosen between by when the event was made, not by when it came', () => {
    const recordFrom = (when: number): 'charge' | 'invoice' => (when < at ? 'invoice' : 'charge')
    const before = chargeEvent('charge.succeeded', {}, { created: created - 1 })
    expect(read(before, { recordFrom }).facts).toMatchObject([{ records: false }])
    expect(read(paid(), { recordFrom }).facts).toMatchObject([{ records: true }])
  })
})
