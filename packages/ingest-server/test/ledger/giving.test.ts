/** Rewards that a person or key pair gives, and actions that earn them. */
import { describe, expect, it } from 'vitest'
import {
  HOUR,
  T0,
  customerCreate,
  openTestBooks,
  payment,
  refundTotal,
  refundFailed,
  transactionCreate,
} from '../support/ledger.ts'
import type { TestBooks } from '../support/ledger.ts'
import { actionCreate, bring, flat, give, rewardsOf, told, trigger } from '../support/ledger-rewards.ts'

const all = (books: TestBooks): string[] => told(rewardsOf(books))

async function open(): Promise<TestBooks> {
  const books = await openTestBooks()
  await books.call(customerCreate({ providerKey: 'cus_1' }))
  await books.hear(payment())
  return books
}

describe('a reward is given', () => {
  it.each<[string, Parameters<typeof give>[0], object]>([
    ['for a customer, to its partner', {}, { partnerKey: 'ada', customer: 'c1', payment: null }],
    [
      'for a transaction, to its partner',
      { customer: null, transaction: 'ch_1' },
      { partnerKey: 'ada', customer: 'c1', payment: 'ch_1' },
    ],
    ['to a partner', { customer: null, partner: 'ben' }, { partnerKey: 'ben', customer: null, payment: null }],
    [
      'to a partner by e-mail',
      { customer: null, partner: 'BEN@partners.test' },
      { partnerKey: 'ben', customer: null, payment: null },
    ],
    [
      'to another partner than the customer’s',
      { partner: 'ben' },
      { partnerKey: 'ben', customer: 'c1', payment: null },
    ],
  ])('%s', async (_whom, over, expected) => {
    const books = await open()
    const { reward: view } = await books.call(give(over))
    expect({
      partnerKey: view?.reward.partnerKey,
      customer: view?.customer?.customerKey ?? null,
      payment: view?.payment?.sourceKey ?? null,
    }).toEqual(expected)
    expect(view?.reward).toMatchObject({
      amount: 700,
      currency: 'USD',
      source: 'api',
      status: 'pending',
      rate: null,
      triggerKey: null,
    })
    expect(view?.reward.cause).toBe(view?.reward.key)
    expect(books.rows().audit.at(-1)).toMatchObject({ actor: 'api', action: 'reward.given', subject: view?.reward.key })
  })

  it.each<[string, Parameters<typeof give>[0], string]>([
    ['to nobody', { customer: null }, 'MISSING_FIELD'],
    ['of nothing', { amount: 0 }, 'INVALID_FIELD'],
    ['for a customer who is not there', { customer: 'c9' }, 'CUSTOMER_NOT_FOUND'],
    ['for a transaction that is not there', { transaction: 'ch_9' }, 'TRANSACTION_NOT_FOUND'],
    ['to a partner who is not there', { partner: 'zoe' }, 'PARTNER_NOT_FOUND'],
  ])('but not %s', async (_what, over, code) => {
    const books = await open()
    await expect(books.call(give(over))).rejects.toMatchObject({ code })
    expect(rewardsOf(books)).toEqual([])
  })

  it('but not for a transaction that was taken back, nor for another customer’s', async () => {
    const books = await open()
    await books.call(customerCreate({ customerKey: 'c2', email: 'c2@shop.test' }))
    await expect(books.call(give({ customer: 'c2', transaction: 'ch_1' }))).rejects.toMatchObject({ code: 'CONFLICT' })
    await books.hear(refundTotal(5000))
    await expect(books.call(give({ transaction: 'ch_1' }))).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  it('in the currency that is named, else in the program’s', async () => {
    const books = await open()
    await books.set('currency', 'EUR')
    await books.call(give())
    await books.call(give({ currency: 'JPY' }))
    expect(all(books)).toEqual(['ada 700 EUR pending', 'ada 700 JPY pending'])
  })

  it('for a transaction as it was given, until all of the money went back', async () => {
    const books = await open()
    await books.call(give({ transaction: 'ch_1' }))
    await books.call(give({ transaction: 'ch_1', amount: 5 }))
    await bring(books, 'paid')
    await books.hear(refundTotal(1500))
    expect(all(books)).toEqual(['ada 700 USD pending', 'ada 5 USD paid'])
    await books.hear(refundTotal(5000, { at: T0 + 2 * HOUR }))
    expect(all(books)).toEqual(['ada 0 USD pending gone', 'ada 5 USD paid', 'ada -5 USD pending'])
    await books.hear(refundFailed('re_1', 5000, { at: T0 + 3 * HOUR }))
    expect(all(books)).toEqual(['ada 700 USD pending', 'ada 5 USD paid', 'ada 0 USD pending gone'])
  })
})

describe('an action', () => {
  it('is kept with whom it is about', async () => {
    const books = await open()
    const { action: view } = await books.call(actionCreate({ value: 3, externalKey: 'demo-1' }))
    expect(view).toMatchObject({
      action: {
        type: 'demo',
        value: 3,
        externalKey: 'demo-1',
        targetType: 'customer',
        partnerKey: 'ada',
        archived: false,
      },
      ...{ customer: { customerKey: 'c1' }, partner: { partnerKey: 'ada' } },
    })
    const { action: own } = await books.call(actionCreate({ targetType: 'partnership', ref: 'ben' }))
    expect(own).toMatchObject({
      action: { customer: null, partnerKey: 'ben' },
      customer: null,
      partner: { partnerKey: 'ben' },
    })
  })

  it('is one for its external key, however often it is reported, and earns once', async () => {
    const books = await open()
    await books.call(trigger({}, { event: 'action', rate: flat(300) }))
    const first = await books.call(actionCreate({ externalKey: 'demo-1' }))
    const again = await books.call(actionCreate({ externalKey: 'demo-1' }))
    expect(again.action).toEqual(first.action)
    expect(again.outcomes).toMatchObject([{ state: 'unchanged' }])
    await Promise.all([1, 2].map(() => books.call(actionCreate({ externalKey: 'demo-2' }))))
    expect(all(books)).toEqual(['ada 300 USD pending', 'ada 300 USD pending'])
  })

  it.each<[string, Parameters<typeof actionCreate>[0]]>([
    ['another type', { type: 'training' }],
    ['another value', { value: 2 }],
    ['another customer', { ref: 'c2' }],
    ['a partner', { targetType: 'partnership', ref: 'ada' }],
  ])('cannot take the external key of one with %s', async (_what, over) => {
    const books = await open()
    await books.call(customerCreate({ customerKey: 'c2', email: 'c2@shop.test' }))
    await books.call(actionCreate({ externalKey: 'demo-1' }))
    await expect(books.call(actionCreate({ externalKey: 'demo-1', ...over }))).rejects.toMatchObject({
      code: 'KEY_TAKEN',
    })
  })

  it.each(['its external key', 'its own key'])('is archived by %s, with what it earned', async (how) => {
    const books = await open()
    await books.call(trigger({}, { event: 'action', rate: flat(300) }))
    await books.call(trigger({}, { event: 'action', rate: flat(20) }))
    const { action: view } = await books.call(actionCreate({ externalKey: 'demo-1' }))
    await bring(books, 'paid')
    const ref = how === 'its own key' ? (view?.action.key ?? '') : 'demo-1'
    const { action: archived } = await books.call({ kind: 'action.archive', ref })
    expect(archived?.action.archived).toBe(true)
    expect(all(books)).toEqual(['ada 0 USD pending gone', 'ada 20 USD paid', 'ada -20 USD pending'])
    expect((await books.call({ kind: 'action.archive', ref })).outcomes).toMatchObject([{ state: 'unchanged' }])
  })

  it('that is not there is nobody’s', async () => {
    const books = await open()
    await expect(books.call({ kind: 'action.archive', ref: 'x' })).rejects.toMatchObject({ code: 'ACTION_NOT_FOUND' })
    await expect(books.call(actionCreate({ ref: 'c9' }))).rejects.toMatchObject({ code: 'CUSTOMER_NOT_FOUND' })
    await expect(books.call(actionCreate({ targetType: 'partnership', ref: 'zoe' }))).rejects.toMatchObject({
      code: 'PARTNER_NOT_FOUND',
    })
  })

  it('is taken with the transactions of other customers untouched', async () => {
    const books = await open()
    await books.call(trigger())
    await books.call(transactionCreate({ key: 'order-1' }))
    await books.call(actionCreate({ externalKey: 'demo-1' }))
    await books.call({ kind: 'action.archive', ref: 'demo-1' })
    expect(all(books)).toEqual(['ada 500 USD pending'])
  })
})
