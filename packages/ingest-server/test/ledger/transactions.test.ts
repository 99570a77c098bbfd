/** Transactions by key pair: reported once per key, and archived. */
import { describe, expect, it } from 'vitest'
import type { TransactionCreateFact } from '../../src/facts.ts'
import { HOUR, T0, customerCreate, hints, openTestBooks, payment, transactionCreate } from '../support/ledger.ts'
import type { TestBooks } from '../support/ledger.ts'

/** Customers c1 and c2 of Ada. */
async function openWithCustomers(): Promise<TestBooks> {
  const books = await openTestBooks()
  for (const customerKey of ['c1', 'c2'])
    await books.call(customerCreate({ customerKey, email: `${customerKey}@shop.test` }))
  return books
}

const reported = transactionCreate({ key: 'pay-1', productKey: 'pro', metadata: { a: 1, b: 2 } })

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
    expect(again.transaction?.payment).toEqual(first.transaction?.payment)
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
