import { describe, expect, it } from 'vitest'
import { changed, payment, ref, who } from './chargebee-facts.ts'
import { at, readBody } from './read-sample.ts'

describe('who a Chargebee event is about', () => {
  it.each([
    ['labels as an object', { customer_key: 'ada' }, 'ada'],
    ['labels as a JSON string', '{"customer_key":" ada "}', 'ada'],
    ['a number for a key', { customer_key: 42 }, '42'],
    ['no labels', undefined, null],
    ['labels that are no JSON', 'customer_key=ada', null],
    ['labels that are a list', [{ customer_key: 'ada' }], null],
    ['an empty key', { customer_key: ' ' }, null],
    ["Stripe's older name for it, which here is somebody else's", { customer_id: 'ada' }, null],
  ])('is told from %s', (_name, meta_data, customerKey) => {
    const { facts } = changed('payment_succeeded', ({ content }) => (content.customer.meta_data = meta_data))
    expect(facts).toEqual([payment({ who: who({ customerKey }) })])
  })

  it('is told from the transaction where the customer itself is not sent', () => {
    const { facts } = changed('payment_succeeded', ({ content }) => delete content.customer)
    expect(facts).toEqual([payment({ who: who({ email: null, name: null }) })])
  })
})

describe('money at Chargebee', () => {
  it.each([
    [
      'the plan, not its set-up fee',
      [
        ['adhoc', 'x'],
        ['plan_setup', 'gold'],
        ['plan', 'gold'],
      ],
      'gold',
    ],
    [
      'the plan of the newer catalogue',
      [
        ['charge_item_price', 'setup'],
        ['plan_item_price', 'gold-USD'],
      ],
      'gold-USD',
    ],
    [
      'whatever comes first where there is no plan',
      [
        ['addon', 'seats'],
        ['addon', 'data'],
      ],
      'seats',
    ],
    ['nothing where the invoice has no lines', [], null],
  ])('is for %s', (_name, lines, productKey) => {
    const line_items = lines.map(([entity_type, entity_id]) => ({ entity_type, entity_id }))
    const { facts } = changed('payment_succeeded', ({ content }) => (content.invoice.line_items = line_items))
    expect(facts).toEqual([payment({ productKey })])
  })

  it('is told without an invoice, too', () => {
    const { facts } = changed('payment_succeeded', ({ content }) => delete content.invoice)
    expect(facts).toEqual([payment({ productKey: null })])
  })

  it.each([
    ['an authorisation', 'payment_succeeded', { type: 'authorization' }, /of type authorization/],
    ['a payment under way', 'payment_succeeded', { status: 'in_progress' }, /not done: its status is in_progress/],
    ['a refund under way', 'payment_refunded', { status: 'in_progress' }, /not done: its status is in_progress/],
    [
      'a refund that names no payment',
      'payment_refunded',
      { refunded_txn_id: undefined },
      /refunded_txn_id is missing/,
    ],
    ['a payment in a refund event', 'payment_refunded', { type: 'payment' }, /not what moved/],
    ['a refund in a payment event', 'payment_succeeded', { type: 'refund' }, /not what moved/],
    ['no amount', 'payment_succeeded', { amount: undefined }, /content\.transaction\.amount could not be read/],
    ['a fraction of a cent', 'payment_succeeded', { amount: 0.5 }, /content\.transaction\.amount could not be read/],
    ['no currency', 'payment_succeeded', { currency_code: null }, /currency_code could not be read/],
    ['a reversal of nothing', 'payment_failed', { type: 'payment_reversal' }, /names no payment/],
  ])('ignores %s, and says why', (_name, event, over, reason) => {
    const { verdict } = changed(event, ({ content }) => Object.assign(content.transaction, over))
    expect(verdict).toEqual({ state: 'ignored', reason: expect.stringMatching(reason) })
  })

  it.each(['late_failure', 'failure', 'voided'])('brings back a refund that ends as %s', (status) => {
    const { facts } = changed('payment_refunded', ({ content }) => (content.transaction.status = status))
    expect(facts).toMatchObject([{ kind: 'refund', failed: true }])
  })

  it.each(['payment_failed', 'payment_refunded', 'transaction_created', 'transaction_updated'])(
    'takes back what the bank reversed, when told by %s',
    (event) => {
      const { facts } = changed('payment_refunded', (delivery) => {
        const linked_payments = [{ id: 'txn_1' }]
        const over = { id: 'txn_back', type: 'payment_reversal', refunded_txn_id: undefined, linked_payments }
        Object.assign(delivery.content.transaction, over)
        delivery.event_type = event
      })
      const of = { payment: ref('txn_1'), disputeId: 'txn_back', amount: 5000, state: 'withdrawn', intent: null }
      expect(facts).toEqual([{ kind: 'dispute', at, ...of }])
    },
  )

  it('does not count a payment again in the event that follows every transaction', () => {
    const { verdict } = changed('payment_succeeded', (delivery) => (delivery.event_type = 'transaction_created'))
    expect(verdict?.reason).toMatch(/events of their own/)
  })
})

describe('events of Chargebee', () => {
  it.each([
    ['version 1', 'v1'],
    ['no version', undefined],
  ])('of %s are answered and kept as unsupported, with the mend', (_name, api_version) => {
    const { facts, verdict } = changed('payment_succeeded', (delivery) => (delivery.api_version = api_version))
    expect(facts).toEqual([])
    expect(verdict).toEqual({ state: 'unsupported', reason: expect.stringContaining('to V2') })
  })

  it.each([
    ['a list', '[]'],
    ['a number', '1'],
    ['the shape of the list API', '{"event":{"id":"ev_1","event_type":"payment_succeeded"}}'],
  ])('that are %s are ignored, and known again by their bytes', (_name, json) => {
    const { eventId, verdict } = readBody('chargebee', json)
    expect(eventId).toMatch(/^[0-9a-f]{64}$/)
    expect(verdict?.reason).toMatch(/no id or no event_type/)
  })

  it('order subscriptions by the subscription itself, finer than by the second', () => {
    const { facts } = changed('subscription_changed', ({ content }) => (content.subscription.resource_version = at + 7))
    expect(facts).toMatchObject([{ at: at + 7, deleted: false }])
  })

  it('sell items instead of a plan in the newer catalogue', () => {
    const { facts } = changed('subscription_renewed', ({ content: { subscription } }) => {
      for (const old of ['plan_id', 'plan_quantity', 'plan_amount']) delete subscription[old]
      subscription.subscription_items = [
        { item_price_id: 'seat-USD', item_type: 'addon', quantity: 3, amount: 300 },
        { item_price_id: 'gold-USD', item_type: 'plan', quantity: 2, amount: 2000 },
      ]
    })
    expect(facts).toMatchObject([{ planKey: 'gold-USD', quantity: 2, amount: 2300 }])
  })
})
