/** A payment that both a key pair and its platform report is one transaction, in either order. */
import { describe, expect, it } from 'vitest'
import {
  DAY,
  T0,
  customerCreate,
  customerSeen,
  hints,
  openTestBooks,
  payment,
  refundTotal,
  signup,
  stripe,
  transactionCreate,
} from '../support/ledger.ts'
import type { TestBooks } from '../support/ledger.ts'

/** Customers c1 and c2 of Ada. */
async function openWithCustomers(): Promise<TestBooks> {
  const books = await openTestBooks()
  for (const customerKey of ['c1', 'c2'])
    await books.call(customerCreate({ customerKey, email: `${customerKey}@shop.test` }))
  return books
}

const asCharge = transactionCreate({ key: 'ch_1' })
const ofC1 = payment('ch_1', { who: hints({ customerKey: 'c1' }) })

describe('a given key that is a platform payment of the same customer', () => {
  it('is that payment, when the platform came first', async () => {
    const books = await openWithCustomers()
    await books.hear(ofC1)
    const { outcomes } = await books.call(asCharge)
    expect(outcomes).toMatchObject([{ state: 'unchanged' }])
    expect(books.snapshot().transactions).toMatchObject({ 'stripe ch_1': { given: 'ch_1', amount: 5000 } })
  })

  it.each([
    ['amount', { amount: 1 }],
    ['currency', { currency: 'EUR' }],
  ])('is a conflict, when the %s differs', async (_name, other) => {
    const books = await openWithCustomers()
    await books.hear(ofC1)
    await expect(books.call({ ...asCharge, ...other })).rejects.toMatchObject({ code: 'TRANSACTION_KEY_REUSED' })
  })

  it('is adopted by the platform when that comes second, and its amount wins', async () => {
    const books = await openWithCustomers()
    await books.call({ ...asCharge, amount: 4000, productKey: 'pro' })
    await books.hear(ofC1)
    expect(books.snapshot().transactions).toMatchObject({
      'stripe ch_1': { given: 'ch_1', amount: 5000, product: 'pro' },
    })
    expect(books.rows().payments).toHaveLength(1)
  })

  it('is adopted with the refund that came before both', async () => {
    const books = await openWithCustomers()
    await books.hear(refundTotal(1200), { eventId: 'refund' })
    await books.call(asCharge)
    await books.hear(ofC1)
    expect(books.snapshot()).toMatchObject({
      transactions: { 'stripe ch_1': { given: 'ch_1', refunded: 1200 } },
      deliveries: { refund: 'applied' },
    })
    expect(books.rows().payments).toHaveLength(1)
  })

  it('is adopted though the platform names nobody who is known', async () => {
    const books = await openWithCustomers()
    await books.call(asCharge)
    await books.hear(payment())
    expect(books.snapshot()).toMatchObject({ transactions: { 'stripe ch_1': { customer: 'c1' } }, waiting: {} })
  })

  it('is adopted though the platform payment had to wait, because its customer had signed up too late', async () => {
    const books = await openTestBooks()
    await books.call(customerCreate(), { at: T0 + 40 * DAY })
    await books.call(asCharge)
    await books.hear(customerSeen({ customerKey: 'c1', platform: stripe('cus_1') }))
    await books.hear(payment())
    expect(Object.keys(books.snapshot().waiting)).toEqual(['stripe ch_1'])
    await books.hear(customerSeen({ customerKey: 'c1', platform: stripe('cus_1'), partnerKey: 'ada' }))
    expect(Object.keys(books.snapshot().transactions)).toEqual(['stripe ch_1'])
    expect(books.rows().waits).toEqual([])
  })

  it.each([
    ['before', true],
    ['after', false],
  ])('heeds the partner that the platform payment names: %s', async (_name, first) => {
    const books = await openTestBooks()
    await books.signUp(signup({ partnerKey: 'ada' }))
    const named = payment('ch_1', { who: hints({ platform: stripe('cus_1'), partnerKey: 'ben' }) })
    if (first) await books.hear(named)
    await books.call(asCharge)
    if (!first) await books.hear(named)
    expect(books.snapshot()).toMatchObject({
      customers: { c1: { partner: 'ben', confirmed: true } },
      transactions: { 'stripe ch_1': { partner: 'ben' } },
    })
  })

  it('releases it where it waits', async () => {
    const books = await openWithCustomers()
    await books.hear(payment(), { eventId: 'pay' })
    await books.call(asCharge)
    expect(books.snapshot()).toMatchObject({
      transactions: { 'stripe ch_1': { customer: 'c1', given: 'ch_1' } },
      waiting: {},
      deliveries: { pay: 'applied' },
    })
  })

  it.each([
    ['before', true],
    ['after', false],
  ])("is another payment where it is another customer's: %s", async (_name, first) => {
    const books = await openWithCustomers()
    if (first) await books.hear(ofC1)
    await books.call({ ...asCharge, customer: 'c2' })
    if (!first) await books.hear(ofC1)
    expect(books.snapshot().transactions).toMatchObject({
      'stripe ch_1': { customer: 'c1' },
      'api ch_1': { customer: 'c2' },
    })
  })

  it('takes the place of one browser amount, though two are equal', async () => {
    const books = await openWithCustomers()
    for (const page of ['/one', '/two']) await books.signUp(signup({ amount: 5000, page }))
    await books.call(asCharge)
    await books.hear(ofC1)
    const replaced = books.rows().payments.filter(({ archived }) => archived === 'replaced')
    expect(replaced).toHaveLength(1)
  })
})
