/** Customers by key pair: made, met again, changed, put away and brought back. */
import { describe, expect, it } from 'vitest'
import type { CustomerEditFact } from '../../src/facts.ts'
import { HOUR, T0, customerCreate, hints, openTestBooks, payment, signup } from '../support/ledger.ts'
import type { TestBooks } from '../support/ledger.ts'

const edit = (changes: Partial<CustomerEditFact>): CustomerEditFact => ({
  kind: 'customer.edit',
  ref: 'c1',
  ...changes,
})
const only = (books: TestBooks) => books.rows().customers[0]

describe('making a customer', () => {
  it('confirms it at once', async () => {
    const books = await openTestBooks()
    const { customer } = await books.call(customerCreate({ meta: { plan: 'pro' } }))
    expect(customer).toMatchObject({
      customer: { confirmed: true, source: 'api', meta: { plan: 'pro' } },
      partner: { partnerKey: 'ada' },
    })
  })

  it('lets the e-mail stand in for a key that is not given', async () => {
    const books = await openTestBooks()
    await books.call(customerCreate({ customerKey: null, email: ' C1@Shop.test' }))
    expect(only(books)).toMatchObject({ customerKey: 'c1@shop.test', email: 'C1@Shop.test', emailKey: 'c1@shop.test' })
  })

  it('meets the only one with that e-mail, where no key is given', async () => {
    const books = await openTestBooks()
    await books.call(customerCreate())
    await books.call(customerCreate({ customerKey: null, email: 'C1@shop.test' }))
    expect(Object.keys(books.snapshot().customers)).toEqual(['c1'])
  })

  it('meets none of several with that e-mail, where no key is given', async () => {
    const books = await openTestBooks()
    for (const customerKey of ['c1', 'c2']) await books.call(customerCreate({ customerKey }))
    const { customer } = await books.call(customerCreate({ customerKey: null }))
    expect(customer?.customer.customerKey).toBe('c1@shop.test')
  })

  it('again fills what is empty and leaves the rest, the partner before all', async () => {
    const books = await openTestBooks()
    await books.call(customerCreate({ name: 'Carol' }))
    await books.call(
      customerCreate({ name: 'Eve', email: 'eve@x.test', partnerKey: 'ben', providerKey: 'cus_1', meta: { a: 1 } }),
    )
    expect(only(books)).toMatchObject({
      name: 'Carol',
      email: 'c1@shop.test',
      partnerKey: 'ada',
      providerKey: 'cus_1',
      meta: { a: 1 },
    })
  })

  it('again writes nothing where nothing is new', async () => {
    const books = await openTestBooks()
    await books.call(customerCreate({ providerKey: 'cus_1', meta: { a: 1 } }))
    const before = books.rows()
    await books.call(customerCreate({ providerKey: 'cus_1', meta: { a: 1 } }), { at: T0 + HOUR })
    expect(books.rows().customers).toEqual(before.customers)
  })

  it('brings an archived one back, partner unchanged', async () => {
    const books = await openTestBooks()
    await books.call(customerCreate())
    await books.call({ kind: 'customer.archive', ref: 'c1' })
    await books.call(customerCreate({ partnerKey: 'ben' }))
    expect(only(books)).toMatchObject({ archived: false, partnerKey: 'ada' })
  })

  it.each(['eve', '__proto__'])('is refused for a partner nobody is: %s', async (partnerKey) => {
    const books = await openTestBooks()
    await expect(books.call(customerCreate({ partnerKey }))).rejects.toMatchObject({ code: 'PARTNER_NOT_FOUND' })
    expect(books.rows().customers).toEqual([])
  })
})

describe('changing a customer', () => {
  it.each<[string, Partial<CustomerEditFact>, Record<string, unknown>]>([
    ['its key', { customerKey: 'new' }, { customerKey: 'new' }],
    ['its e-mail', { email: ' New@X.test ' }, { email: 'New@X.test', emailKey: 'new@x.test' }],
    ['its name', { name: 'Carol' }, { name: 'Carol' }],
    ['some of its fields', { meta: { b: 2 } }, { meta: { a: 1, b: 2 } }],
    ['nothing', {}, { customerKey: 'c1' }],
  ])('changes %s, and no other', async (_name, changes, expected) => {
    const books = await openTestBooks()
    await books.call(customerCreate({ meta: { a: 1 } }))
    const before = only(books)
    await books.call(edit(changes), { at: T0 + HOUR })
    expect(only(books)).toEqual({ ...before, ...expected, updatedAt: Object.keys(changes).length > 0 ? T0 + HOUR : T0 })
  })

  it.each<[string, boolean]>([
    ['live', false],
    ['archived', true],
  ])("refuses a key that is another's: %s", async (_name, archived) => {
    const books = await openTestBooks()
    await books.call(customerCreate())
    await books.call(customerCreate({ customerKey: 'c2', email: 'c2@x.test' }))
    if (archived) await books.call({ kind: 'customer.archive', ref: 'c2' })
    await expect(books.call(edit({ customerKey: 'c2' }))).rejects.toMatchObject({ code: 'KEY_TAKEN' })
  })

  it.each([
    ['unknown', 'nobody'],
    ['archived', 'c2'],
  ])('does not find one that is %s', async (_name, ref) => {
    const books = await openTestBooks()
    await books.signUp(signup({ customerKey: 'c2' }))
    await books.call({ kind: 'customer.archive', ref: 'c2' })
    await expect(books.call(edit({ ref }))).rejects.toMatchObject({ code: 'CUSTOMER_NOT_FOUND' })
  })

  it('keeps its transactions under a new key', async () => {
    const books = await openTestBooks()
    await books.hear(payment('ch_1', { who: hints({ customerKey: 'c1', partnerKey: 'ada' }) }))
    await books.call(edit({ customerKey: 'new' }))
    await books.hear(payment('ch_1', { at: T0 + HOUR, who: hints({ customerKey: 'c1', partnerKey: 'ada' }) }))
    expect(books.snapshot()).toMatchObject({
      customers: { new: {} },
      transactions: { 'stripe ch_1': { customer: 'new' } },
    })
    expect(Object.keys(books.snapshot().customers)).toEqual(['new'])
  })
})
