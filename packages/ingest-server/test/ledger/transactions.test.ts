/** Transactions by key pair, and the one identity they share with what a platform tells of the same payment. */
import { describe, expect, it } from 'vitest'
import type { TransactionCreateFact } from '../../src/facts.ts'
import {
  DAY,
  HOUR,
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

const reported = transactionCreate({ key: 'pay-1', productKey: 'pro', metadata: { a: 1, b: 2 } })
const asCharge = transactionCreate({ key: 'ch_1' })
const ofC1 = payment('ch_1', { who: hints({ customerKey: 'c1' }) })

describe('a transaction by key pair', () => {
  it.each([
    ['customer_key', 'c1'],
    ['e-mail', ' C1@shop.test'],
  ])('finds its customer by %s', async (_name, customer) => {
    const books = await openWithCustomers()
    const { transaction } = await books.call(transactionCreate({ customer }))
    expect(transaction).toMatchObject({ customer: { customerKey: 'c1' }, partner: { partnerKey: 'ada' } })
  })

  it('finds its customer by internal key', async () => {
    const books = await openWithCustomers()
    const customer = books.rows().customers.find(({ customerKey }) => customerKey === 'c2')?.key ?? ''
    const { transaction } = await books.call(transactionCreate({ customer }))
    expect(transaction?.customer.customerKey).toBe('c2')
  })

  it('is refused by an e-mail that several customers have', async () => {
    const books = await openWithCustomers()
    await books.call(customerCreate({ customerKey: 'c3', email: 'c1@shop.test' }))
    await expect(books.call(transactionCreate({ customer: 'c1@shop.test' }))).rejects.toMatchObject({
      code: 'EMAIL_AMBIGUOUS',
    })
  })

  it('is not found for an archived customer', async () => {
    const books = await openWithCustomers()
    await books.call({ kind: 'customer.archive', ref: 'c1' })
    await expect(books.call(reported)).rejects.toMatchObject({ code: 'CUSTOMER_NOT_FOUND' })
  })

  it('takes the currency of the program where none is given', async () => {
    const books = await openWithCustomers()
    await books.set('currency', 'EUR')
    const { transaction } = await books.call(transactionCreate({ currency: null, amount: 0 }))
    expect(transaction?.payment).toMatchObject({ currency: 'EUR', amount: 0, approved: true })
  })

  it('with the same key and content is the one that stands', async () => {
    const books = await openWithCustomers()
    const first = await books.call(reported)
    const again = await books.call({ ...reported, metadata: { b: 2, a: 1 } }, { at: T0 + HOUR })
    expect(again.outcomes).toMatchObject([{ state: 'unchanged' }])
    expect(again.transaction).toEqual(first.transaction)
  })

  it.each<[string, Partial<TransactionCreateFact>]>([
    ['customer', { customer: 'c2' }],
    ['amount', { amount: 1 }],
    ['currency', { currency: 'EUR' }],
    ['category_key', { categoryKey: 'x' }],
    ['product_key', { productKey: null }],
    ['metadata', { metadata: { a: 1 } }],
  ])('with the same key and another %s is a conflict that names it', async (name, other) => {
    const books = await openWithCustomers()
    await books.call(reported)
    const call = books.call({ ...reported, ...other })
    await expect(call).rejects.toMatchObject({ code: 'TRANSACTION_KEY_REUSED', message: expect.stringContaining(name) })
    expect(books.rows().payments).toHaveLength(1)
  })

  it('without a key is a new one each time', async () => {
    const books = await openWithCustomers()
    await Promise.all([books.call(transactionCreate()), books.call(transactionCreate())])
    expect(books.rows().payments).toHaveLength(2)
  })

  it('with the internal key of another as its key is a conflict, not our fault', async () => {
    const books = await openWithCustomers()
    const { transaction } = await books.call(transactionCreate())
    const call = books.call(transactionCreate({ key: transaction?.payment.key ?? '', amount: 1 }))
    await expect(call).rejects.toMatchObject({ code: 'TRANSACTION_KEY_REUSED' })
  })

  it('may have the same key in both modes', async () => {
    const books = await openWithCustomers()
    await books.call(
      {
        kind: 'partner',
        partnerKey: 'ada',
        email: 'a@x.test',
        firstName: null,
        lastName: null,
        group: null,
        destination: null,
      },
      { mode: 'test' },
    )
    await books.call(customerCreate(), { mode: 'test' })
    await books.call(reported)
    await books.call({ ...reported, amount: 1 }, { mode: 'test' })
    expect(books.snapshot('test').transactions).toMatchObject({ 'api pay-1': { amount: 1 } })
  })
})

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

describe('a transaction that is archived', () => {
  it.each([
    ['its given key', 'pay-1'],
    ['its platform id', 'ch_9'],
  ])('is found by %s, and archived for good', async (_name, ref) => {
    const books = await openWithCustomers()
    await books.call(reported)
    await books.hear(payment('ch_9', { who: hints({ customerKey: 'c1' }) }))
    await books.call({ kind: 'transaction.archive', ref })
    const again = await books.call({ kind: 'transaction.archive', ref })
    expect(again).toMatchObject({
      outcomes: [{ state: 'unchanged' }],
      transaction: { payment: { archived: 'deleted' } },
    })
  })

  it('is not found where it only waits', async () => {
    const books = await openWithCustomers()
    await books.hear(payment())
    await expect(books.call({ kind: 'transaction.archive', ref: 'ch_1' })).rejects.toMatchObject({
      code: 'TRANSACTION_NOT_FOUND',
    })
  })
})
