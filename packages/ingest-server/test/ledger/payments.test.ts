/** Money of a known customer, as Stripe tells of it: recorded once, and what is taken back of it. */
import { describe, expect, it } from 'vitest'
import type { PaymentFact, PlatformFact } from '../../src/facts.ts'
import {
  HOUR,
  T0,
  customerCreate,
  delivered,
  dispute,
  failure,
  hints,
  openTestBooks,
  payment,
  refund,
  refundFailed,
  refundTotal,
} from '../support/ledger.ts'
import type { TestBooks } from '../support/ledger.ts'

const ofC1 = (overrides: Partial<PaymentFact> = {}) =>
  payment('ch_1', { who: hints({ customerKey: 'c1' }), ...overrides })

async function openWithCustomer(): Promise<TestBooks> {
  const books = await openTestBooks()
  await books.call(customerCreate())
  return books
}

const charge = (books: TestBooks) => books.snapshot().transactions['stripe ch_1']

describe('an event worked again', () => {
  it.each(['AUD', 'ZAR'])('keeps the currency of its payment, where that was a setting, now %s', async (currency) => {
    const books = await openWithCustomer()
    await books.hear(ofC1({ currency: 'EUR' }), { eventId: 'evt_1' })
    await books.hear(ofC1({ currency }), { eventId: 'evt_1', again: true })
    expect(charge(books)).toMatchObject({ currency: 'EUR' })
  })
})

describe('the events of one charge', () => {
  const three = [
    ofC1(),
    ofC1({ role: 'capture', at: T0 + HOUR, amount: 5000, captured: 3000 }),
    ofC1({ at: T0 + 2 * HOUR, captured: 3000, productKey: 'pro', currency: 'EUR' }),
  ]
  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ] as const

  it.each(orders)('are one transaction, as the newest tells it: %i %i %i', async (...order) => {
    const books = await openWithCustomer()
    for (const index of order) await books.hear(three[index] ?? [])
    expect(books.snapshot().transactions).toMatchObject({
      'stripe ch_1': { amount: 3000, currency: 'EUR', product: 'pro', archived: null },
    })
    expect(books.rows().payments).toHaveLength(1)
  })

  it('are one transaction when ten identical deliveries come at once', async () => {
    const books = await openWithCustomer()
    const entries = Array.from({ length: 10 }, () => delivered([ofC1()], { eventId: 'evt_same' }))
    const receipts = await Promise.all(entries.map((entry) => books.record(entry)))
    expect(receipts.filter(({ delivery }) => delivery?.state === 'applied')).toHaveLength(1)
    expect(receipts.filter(({ delivery }) => delivery?.state === 'duplicate')).toHaveLength(9)
    expect(Object.keys(books.snapshot().transactions)).toEqual(['stripe ch_1'])
  })

  it('are kept apart by account', async () => {
    const books = await openWithCustomer()
    for (const account of ['', 'acct_1'])
      await books.hear(ofC1({ payment: { provider: 'stripe', account, id: 'ch_1' } }))
    expect(Object.keys(books.snapshot().transactions)).toEqual(['stripe acct_1 ch_1', 'stripe ch_1'])
  })

  it('are kept apart by mode', async () => {
    const books = await openWithCustomer()
    await books.hear(ofC1({ who: hints({ customerKey: 'c1', partnerKey: 'ada' }) }), { mode: 'test' })
    expect(charge(books)).toBeUndefined()
    expect(books.rows('test').payments).toMatchObject([{ state: 'waiting' }])
  })
})

describe('a charge', () => {
  it.each<[string, PlatformFact[], Record<string, unknown>]>([
    ['stands', [ofC1()], { amount: 5000, refunded: 0, archived: null }],
    ['of nothing stands', [ofC1({ amount: 0, captured: 0 })], { amount: 0, refunded: 0, archived: null }],
    [
      'as large as numbers go stands',
      [ofC1({ amount: 2 ** 53 - 1, captured: null }), refundTotal(2 ** 53 - 2)],
      { amount: 2 ** 53 - 1, refunded: 2 ** 53 - 2 },
    ],
    ['is reduced by a partial refund', [ofC1(), refundTotal(1200)], { amount: 5000, refunded: 1200, archived: null }],
    ['is archived by a full refund', [ofC1(), refundTotal(5000)], { refunded: 5000, archived: 'reversed' }],
    [
      'is archived by repeated refunds that sum up',
      [ofC1(), refund('re_1', 2000), refund('re_2', 3000)],
      { refunded: 5000, archived: 'reversed' },
    ],
    [
      'is restored by a refund that fails',
      [ofC1(), refundTotal(5000), refundFailed('re_1', 5000)],
      { refunded: 0, archived: null },
    ],
    ['is archived while disputed', [ofC1(), dispute('withdrawn')], { refunded: 5000, archived: 'reversed' }],
    [
      'is restored by a dispute that is won',
      [ofC1(), dispute('withdrawn'), dispute('reinstated')],
      { refunded: 0, archived: null },
    ],
    ['is archived by a late failure', [ofC1(), failure()], { refunded: 5000, archived: 'reversed' }],
  ])('%s', async (_name, facts, expected) => {
    const [one, two] = [await openWithCustomer(), await openWithCustomer()]
    for (const fact of facts) await one.hear(fact)
    await two.hear(facts)
    expect(charge(one)).toMatchObject(expected)
    expect(charge(two)).toEqual(charge(one))
  })

  it('is archived by any refund where the setting says so', async () => {
    const books = await openWithCustomer()
    await books.set('refunds', 'archive')
    await books.hear([ofC1(), refundTotal(1)])
    expect(charge(books)).toMatchObject({ refunded: 1, archived: 'reversed' })
  })

  it('does not mind disputes where the setting says so', async () => {
    const books = await openWithCustomer()
    await books.set('disputes', 'off')
    await books.hear([ofC1(), dispute('withdrawn')])
    expect(charge(books)).toMatchObject({ refunded: 0, archived: null })
  })

  it('stays deleted whatever its platform tells later', async () => {
    const books = await openWithCustomer()
    await books.hear(ofC1())
    await books.call({ kind: 'transaction.archive', ref: 'ch_1' })
    await books.hear([ofC1({ at: T0 + HOUR, productKey: 'pro' }), refundTotal(100)])
    expect(charge(books)).toMatchObject({ archived: 'deleted', refunded: 100 })
  })

  it('changes nothing, and says so, when told the same again', async () => {
    const books = await openWithCustomer()
    await books.hear(ofC1())
    const before = books.rows().payments
    const { outcomes } = await books.hear(ofC1(), { at: T0 + HOUR })
    expect(outcomes).toMatchObject([{ state: 'unchanged' }])
    expect(books.rows().payments).toEqual(before)
  })

  it('has the currency of the program where the platform tells none', async () => {
    const books = await openWithCustomer()
    await books.set('currency', 'JPY')
    await books.hear(ofC1({ currency: null }))
    expect(charge(books)).toMatchObject({ currency: 'JPY', amount: 5000 })
  })
})
