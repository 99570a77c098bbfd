import { describe, expect, it } from 'vitest'
import { stripe } from '../../src/providers/stripe.ts'
import {
  chargeEvent,
  customerEvent,
  disputeEvent,
  event,
  invoicePaymentPaid,
  refundEvent,
  subscriptionEvent,
} from '../support/stripe-events.ts'
import { chargeFact, read, ref, who } from './read-stripe.ts'

const account = 'acct_connected'

describe('the envelope of a Stripe event', () => {
  it('names the delivery in the inbox', () => {
    const reading = read(chargeEvent('charge.succeeded', {}, { id: 'evt_7', account }))
    expect(reading).toMatchObject({ eventId: 'evt_7', type: 'charge.succeeded', account })
  })

  it("is the platform's own where it names no account", () => {
    expect(read(chargeEvent('charge.succeeded')).account).toBe('')
  })

  it('puts every id it names into the connected account it happened in', () => {
    const [fact] = read(chargeEvent('charge.succeeded', {}, { account })).facts
    expect(fact).toEqual(
      chargeFact({ payment: ref('ch_ada', account), who: who({ platform: ref('cus_ada', account) }) }),
    )
  })

  it.each([
    ['a customer', customerEvent('customer.created', {}, { account }), { who: { platform: { account } } }],
    ['a failure', chargeEvent('charge.failed', {}, { account }), { payment: { account } }],
    ['a refund', refundEvent('refund.failed', {}, { account }), { payment: { account } }],
    ['a dispute', disputeEvent('charge.dispute.funds_withdrawn', {}, { account }), { payment: { account } }],
    ['a tie', invoicePaymentPaid({}, { account }), { part: { account } }],
    [
      'a subscription',
      subscriptionEvent('customer.subscription.created', {}, { account }),
      { subscription: { account } },
    ],
  ])('puts %s into its connected account', (_name, sent, expected) => {
    expect(read(sent).facts).toMatchObject([expected])
  })

  it.each([
    'account.updated',
    'checkout.session.completed',
    'charge.pending',
    'charge.dispute.created',
    'charge.dispute.closed',
    'customer.deleted',
    'invoice.paid',
    'invoice.created',
    'payment_intent.succeeded',
    'constructor',
    '__proto__',
  ])('is ignored when its type is %s', (type) => {
    const reading = read(event(type, { id: 'obj_1', amount: 100 }))
    expect(reading).toMatchObject({
      type,
      facts: [],
      verdict: { state: 'ignored', reason: 'not an event this server acts on' },
    })
  })

  it.each([
    ['live, on the test URL', true, 'test', 'a live event on the test URL; use the production URL'],
    ['of test mode, on the production URL', false, 'production', 'a test event on the production URL'],
  ] as const)('is ignored when it is %s', (_name, livemode, mode, reason) => {
    const reading = read(chargeEvent('charge.succeeded', {}, { livemode }), { mode })
    expect(reading).toMatchObject({ facts: [], verdict: { state: 'ignored', reason } })
  })

  it('counts when it is live, on the production URL', () => {
    const reading = read(chargeEvent('charge.succeeded', {}, { livemode: true }), { mode: 'production' })
    expect(reading).toMatchObject({ facts: [{ kind: 'payment' }], verdict: null })
  })

  it("goes by the event's own livemode, not by the object's", () => {
    const reading = read(chargeEvent('charge.succeeded', { livemode: true }))
    expect(reading.verdict).toBeNull()
  })

  it.each([
    [
      'is thin',
      {
        id: 'evt_thin',
        object: 'v2.core.event',
        type: 'v1.charge.succeeded',
        created: '2026-05-28T20:26:40.000Z',
        livemode: false,
        related_object: { id: 'ch_ada', type: 'charge', url: '/v1/charges/ch_ada' },
      },
    ],
    ['is thin, with data of its own', { ...event('charge.succeeded', { id: 'ch_ada' }), object: 'v2.core.event' }],
    ['has no data', { ...event('charge.succeeded', {}), data: undefined }],
    ['has data without an object', { ...event('charge.succeeded', {}), data: {} }],
    ['has a list for an object', { ...event('charge.succeeded', {}), data: { object: [] } }],
  ])('is unsupported when it %s, and says how to mend it', (_name, sent) => {
    const reading = read(sent)
    expect(reading.facts).toEqual([])
    expect(reading.verdict).toMatchObject({
      state: 'unsupported',
      reason: expect.stringMatching(/thin.*snapshot/) as string,
    })
  })

  it.each([
    ['when it was made', { created: '1780000000' }, /^created could not be read/],
    ['when it was made, being a fraction', { created: 1.5 }, /^created could not be read/],
    ['when it was made, being beyond any calendar', { created: 1e15 }, /^created could not be read/],
    ['which mode it is of', { livemode: 'false' }, /^livemode could not be read/],
    ['whose account it is of', { account: 7 }, /^account could not be read/],
  ])('is ignored when it does not say %s', (_name, spoilt, reason) => {
    const reading = read({ ...chargeEvent('charge.succeeded'), ...spoilt })
    expect(reading).toMatchObject({
      facts: [],
      verdict: { state: 'ignored', reason: expect.stringMatching(reason) as string },
    })
  })

  it.each([
    ['an empty object', {}],
    ['a list', []],
    ['null', null],
    ['a number', 42],
    ['a text', 'charge.succeeded'],
    ['an event without an id', { ...chargeEvent('charge.succeeded'), id: undefined }],
    ['an event whose id is empty', { ...chargeEvent('charge.succeeded'), id: '' }],
    ['an event without a type', { ...chargeEvent('charge.succeeded'), type: undefined }],
  ])('is ignored when it is %s', (_name, sent) => {
    expect(read(sent)).toMatchObject({
      facts: [],
      verdict: { state: 'ignored', reason: 'not a Stripe event: it has no id or no type' },
    })
  })

  it('tells bodies without an id apart by their bytes', () => {
    const [one, other] = [read({}).eventId, read([]).eventId]
    expect(one).toMatch(/^[0-9a-f]{64}$/)
    expect(one).not.toBe(other)
    expect(read({}).eventId).toBe(one)
  })

  it('is read though something in it is nested beyond any reason', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    const body = JSON.stringify(chargeEvent('charge.succeeded', { metadata: { note: 'DEEP' } })).replace('"DEEP"', deep)
    const reading = stripe.read(
      { body: Buffer.from(body), headers: {}, receivedAt: 0 },
      { mode: 'test', currency: 'USD', recordFrom: () => 'charge' },
    )
    expect(reading.facts).toEqual([chargeFact()])
  })

  it.each([
    ['nothing', ''],
    ['half an event', '{"id":"evt_1",'],
    ['a form', 'id=evt_1'],
    ['very deep', '['.repeat(500_000)],
  ])('cannot be read when the body is %s', (_name, body) => {
    const reading = (): unknown =>
      stripe.read(
        { body: Buffer.from(body), headers: {}, receivedAt: 0 },
        { mode: 'test', currency: 'USD', recordFrom: () => 'charge' },
      )
    expect(reading).toThrow(expect.objectContaining({ code: 'MALFORMED_JSON', status: 400 }))
  })
})
