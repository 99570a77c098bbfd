import { describe, expect, it } from 'vitest'
import type { Fact } from '../../src/facts.ts'
import { providers } from '../../src/providers/index.ts'
import type { Credentials } from '../../src/providers/provider.ts'
import { samplers } from '../../src/samples/index.ts'
import { basicHeader, sampleValues } from '../../src/samples/sample.ts'
import { at, bodyOf, readBody } from './read-sample.ts'

type Kinds = readonly Fact['kind'][]

const payment: Kinds = ['payment']
const customer: Kinds = ['customer.seen']
const subscription: Kinds = ['subscription']

/** Every event of the contract's table, and what it is. */
const events: Readonly<Record<string, Readonly<Record<string, Kinds>>>> = {
  stripe: {
    'customer.created': customer,
    'customer.updated': customer,
    'charge.succeeded': payment,
    'charge.captured': payment,
    'charge.updated': payment,
    'charge.refunded': payment,
    'charge.failed': ['failure'],
    'refund.failed': ['refund'],
    'charge.refund.updated': ['refund'],
    'charge.dispute.funds_withdrawn': ['dispute'],
    'charge.dispute.funds_reinstated': ['dispute'],
    'invoice.payment_succeeded': payment,
    'invoice_payment.paid': ['tie'],
    'customer.subscription.created': subscription,
    'customer.subscription.updated': subscription,
    'customer.subscription.deleted': subscription,
  },
  chargebee: {
    customer_created: customer,
    customer_changed: customer,
    payment_succeeded: payment,
    payment_refunded: ['refund'],
    payment_failed: ['failure'],
    subscription_created: subscription,
    subscription_changed: subscription,
    subscription_started: subscription,
    subscription_activated: subscription,
    subscription_reactivated: subscription,
    subscription_renewed: subscription,
    subscription_cancelled: subscription,
    subscription_deleted: subscription,
  },
  recurly: {
    new_account_notification: customer,
    billing_info_updated_notification: customer,
    reactivated_account_notification: ['customer.seen', 'subscription'],
    successful_payment_notification: payment,
    void_payment_notification: ['failure'],
    failed_payment_notification: ['failure'],
    successful_refund_notification: ['loose-refund'],
    new_subscription_notification: subscription,
    renewed_subscription_notification: subscription,
    updated_subscription_notification: subscription,
    canceled_subscription_notification: subscription,
    expired_subscription_notification: subscription,
  },
  chargify: {
    signup_success: ['customer.seen', 'subscription'],
    customer_update: customer,
    payment_success: payment,
    payment_failure: ['failure'],
    refund_success: ['refund'],
    subscription_state_change: subscription,
    subscription_product_change: subscription,
    component_allocation_change: subscription,
    test: [],
  },
}

const table = Object.entries(events).flatMap(([provider, of]) =>
  Object.entries(of).map(([event, kinds]) => [provider, event, kinds] as const),
)
const held: Credentials = { secrets: ['a-secret'], username: 'a-user', passwords: ['a-password'] }

describe('sample deliveries', () => {
  it('can be made for every platform, and every event of each', () => {
    expect([...samplers.keys()].sort()).toEqual([...providers.keys()].sort())
    expect(Object.fromEntries([...samplers].map(([name, { events }]) => [name, [...events].sort()]))).toEqual(
      Object.fromEntries(Object.entries(events).map(([name, of]) => [name, Object.keys(of).sort()])),
    )
  })

  it.each(table)('of %s %s are accepted, and read as what they are', (provider, event, kinds) => {
    const sampler = samplers.get(provider)!
    const values = sampleValues({ now: at, seed: 'abc123', customerKey: 'ada' })
    const { body, headers } = sampler.sample(event, values)!
    const all = { ...headers, ...sampler.sign({ body }, held, at) }
    const delivery = { body: Buffer.from(body), headers: all, receivedAt: at }
    expect(Object.keys(all)).toEqual(Object.keys(all).map((name) => name.toLowerCase()))
    expect(() => providers.get(provider)!.verify(delivery, held)).not.toThrow()
    const { type, facts, verdict } = readBody(provider, body, {
      recordFrom: () => (/invoice/.test(event) ? 'invoice' : 'charge'),
    })
    expect([type, facts.map(({ kind }) => kind)]).toEqual([event, kinds])
    if (kinds.length > 0) expect(verdict).toBeNull()
  })

  it.each(table)('of %s %s are new ones each time, and only then', (provider, event) => {
    const idOf = (seed: string): string =>
      readBody(provider, bodyOf(provider, event, { seed, paymentId: seed })).eventId
    expect(idOf('abc123')).toBe(idOf('abc123'))
    // An account is known by what it is: telling the same of it again is the same delivery.
    if (!/_account|billing_info|_subscription_notification/.test(event)) expect(idOf('def456')).not.toBe(idOf('abc123'))
  })

  it('are for production where that is asked', () => {
    const live = (provider: string, event: string) =>
      readBody(provider, bodyOf(provider, event, { mode: 'production' }), { mode: 'production' })
    expect(live('stripe', 'charge.succeeded').verdict).toBeNull()
    expect(live('recurly', 'successful_payment_notification').verdict).toBeNull()
  })

  it.each([
    ['stripe', 'charge.succeeded', 'charge.refunded'],
    ['chargebee', 'payment_succeeded', 'payment_refunded'],
    ['chargify', 'payment_success', 'refund_success'],
  ])('of %s tell of one payment by its id', (provider, paid, refunded) => {
    const [one, two] = [paid, refunded].map((event) => readBody(provider, bodyOf(provider, event, { paymentId: 'p1' })))
    expect(one!.facts[0]).toMatchObject({ payment: { id: 'p1' } })
    expect(two!.facts[0]).toMatchObject({ payment: { id: 'p1' } })
  })

  it('of Recurly tell of one payment by its invoice', () => {
    const of = (event: string) => readBody('recurly', bodyOf('recurly', event, { paymentId: 'p1', seed: event }))
    const [paid] = of('successful_payment_notification').facts
    const [refunded] = of('successful_refund_notification').facts
    expect(paid).toMatchObject({ payment: { id: 'p1' }, intent: expect.stringMatching(/^sample-account#\d+$/) })
    expect(refunded).toMatchObject({ intent: (paid as { intent: string }).intent })
    expect(refunded).not.toMatchObject({ refund: { id: 'p1' } })
  })

  it('are none for an event that no platform has', () => {
    for (const sampler of samplers.values()) {
      expect(sampler.sample('constructor', sampleValues({ now: at, seed: 'x' }))).toBeNull()
    }
  })

  it('write what XML and forms set apart, so that it reads back as it was', () => {
    const customerKey = `<a & "b"='c'>+%`
    for (const [provider, event] of [
      ['recurly', 'new_account_notification'],
      ['chargify', 'customer_update'],
      ['chargebee', 'customer_created'],
      ['stripe', 'customer.created'],
    ] as const) {
      expect(readBody(provider, bodyOf(provider, event, { customerKey })).facts).toMatchObject([
        { who: { customerKey } },
      ])
    }
  })

  it('carry a password beyond ASCII', () => {
    expect(basicHeader({ username: 'ü', passwords: ['ß'], secrets: [] })).toBe(`Basic ${btoa('\xc3\xbc:\xc3\x9f')}`)
  })
})
