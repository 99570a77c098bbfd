import { describe, expect, it } from 'vitest'
import { customerEvent, subscriptionEvent, versions, created } from '../support/stripe-events.ts'
import { at, read, ref, who } from './read-stripe.ts'

const ada = { email: 'ada@example.test', name: 'Ada Lovelace' }

describe('a customer at Stripe', () => {
  it.each(['customer.created', 'customer.updated'])('is seen by %s', (type) => {
    expect(read(customerEvent(type))).toMatchObject({
      facts: [{ kind: 'customer.seen', at, who: who(ada) }],
      verdict: null,
    })
  })

  it.each([
    [
      'both keys, enough to make it',
      { metadata: { customer_key: 'a-1', partner_key: 'grace' } },
      { customerKey: 'a-1', partnerKey: 'grace' },
    ],
    ['a customer_key', { metadata: { customer_key: ' a-1 ' } }, { customerKey: 'a-1' }],
    ['a legacy customer_id', { metadata: { customer_id: 'a-1' } }, { customerKey: 'a-1', mayCreate: false }],
    [
      'an empty customer_key and a customer_id',
      { metadata: { customer_key: '', customer_id: 'a-1' } },
      { customerKey: 'a-1', mayCreate: false },
    ],
    ['a partner_key only', { metadata: { partner_key: 'grace' } }, { partnerKey: 'grace' }],
    ['no metadata', { metadata: null }, {}],
    ['no e-mail or name', { email: null, name: null }, { email: null, name: null }],
    ['an empty e-mail', { email: '' }, { email: null }],
    ['an e-mail with spaces around it', { email: ' ada@example.test ' }, {}],
    ['an e-mail that is not text', { email: 7 }, { email: null }],
    [
      'fields of before 2018',
      { account_balance: 0, sources: { object: 'list', data: [] }, name: undefined },
      { name: null },
    ],
  ])('is read with %s', (_name, over, expected) => {
    expect(read(customerEvent('customer.updated', over)).facts).toEqual([
      { kind: 'customer.seen', at, who: who({ ...ada, ...expected }) },
    ])
  })

  it('is ignored without an id', () => {
    expect(read(customerEvent('customer.created', { id: undefined })).verdict?.reason).toContain('data.object.id')
  })
})

describe('a subscription at Stripe', () => {
  const expected = {
    kind: 'subscription',
    at,
    subscription: ref('sub_ada'),
    who: who({ mayCreate: false }),
    status: 'active',
    deleted: false,
    planKey: 'price_seat',
    quantity: 2,
    amount: 3000,
    currency: 'USD',
    currentPeriodEnd: at + 30 * 86_400_000,
    cancelledAt: null,
    createdAt: at,
  }
  const item = {
    price: { id: 'price_seat', unit_amount: 1500, currency: 'usd' },
    quantity: 2,
    current_period_end: created + 90,
  }

  it.each(versions)('is read in the shape of API version %s', (api_version) => {
    expect(read(subscriptionEvent('customer.subscription.created', {}, { api_version })).facts).toEqual([expected])
  })

  it.each([
    ['customer.subscription.created', {}],
    ['customer.subscription.updated', {}],
    ['customer.subscription.deleted', { deleted: true, status: 'canceled', cancelledAt: at }],
  ])('is told by %s', (type, over) => {
    expect(read(subscriptionEvent(type)).facts).toEqual([{ ...expected, ...over }])
  })

  it.each([
    ['past due', { status: 'past_due' }, { status: 'past_due' }],
    ['cancelled for the end of its period', { canceled_at: created }, { cancelledAt: at }],
    [
      'of two prices: their sum, and the first to renew',
      {
        items: {
          data: [
            item,
            { price: { id: 'price_addon', unit_amount: 500 }, quantity: 1, current_period_end: created + 60 },
          ],
        },
      },
      { amount: 3500, currentPeriodEnd: at + 60_000 },
    ],
    [
      'metered: no quantity, no fixed amount',
      { items: { data: [{ ...item, quantity: undefined }] } },
      { quantity: null, amount: null, currentPeriodEnd: at + 90_000 },
    ],
    [
      'tiered: no price for one',
      { items: { data: [{ ...item, price: { id: 'price_seat', unit_amount: null } }] } },
      { amount: null, currentPeriodEnd: at + 90_000 },
    ],
    [
      'worth more than can be told exactly',
      { items: { data: [{ ...item, quantity: Number.MAX_SAFE_INTEGER }] } },
      { quantity: Number.MAX_SAFE_INTEGER, amount: null, currentPeriodEnd: at + 90_000 },
    ],
    [
      'of a plan named by hand, as before prices',
      {
        currency: undefined,
        items: { data: [{ plan: { id: 'Gold, yearly', amount: 900, currency: 'eur' }, quantity: 1 }] },
      },
      { planKey: 'Gold, yearly', quantity: 1, amount: 900, currency: 'EUR', currentPeriodEnd: null },
    ],
    ['of nothing', { items: { data: [] } }, { planKey: null, quantity: null, amount: null, currentPeriodEnd: null }],
    [
      'of items nobody can read',
      { items: 'si_1' },
      { planKey: null, quantity: null, amount: null, currentPeriodEnd: null },
    ],
    [
      'labelled with both keys: it still makes nobody',
      { metadata: { customer_key: 'ada', partner_key: 'grace' } },
      { who: who({ customerKey: 'ada', partnerKey: 'grace', mayCreate: false }) },
    ],
  ])('is read when it is %s', (_name, over, changed) => {
    expect(read(subscriptionEvent('customer.subscription.updated', over)).facts).toEqual([{ ...expected, ...changed }])
  })

  it.each([
    ['id', null],
    ['status', undefined],
    ['created', 'yesterday'],
  ])('is ignored, naming %s, when that is %j', (field, value) => {
    const { facts, verdict } = read(subscriptionEvent('customer.subscription.updated', { [field]: value }))
    expect(facts).toEqual([])
    expect(verdict?.reason).toContain(`data.object.${field} could not be read`)
  })
})
