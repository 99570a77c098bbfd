/** The ids a customer is known by on payment platforms: given, claimed, moved. */
import { describe, expect, it } from 'vitest'
import {
  HOUR,
  SECOND,
  T0,
  customerCreate,
  customerSeen,
  hints,
  openTestBooks,
  payment,
  signup,
  stripe,
} from '../support/ledger.ts'
import type { TestBooks } from '../support/ledger.ts'

const seen = (customerKey: string, id: string, at = T0, account = '') =>
  customerSeen({ customerKey, platform: stripe(id, account) }, at)

/** Customers c1 of Ada and c2 of Ben. */
async function openWithCustomers(): Promise<TestBooks> {
  const books = await openTestBooks()
  await books.call(customerCreate())
  await books.call(customerCreate({ customerKey: 'c2', email: 'c2@shop.test', partnerKey: 'ben' }))
  return books
}

const providerKeys = (books: TestBooks) =>
  Object.fromEntries(books.rows().customers.map(({ customerKey, providerKey }) => [customerKey, providerKey]))

describe('a customer', () => {
  it('is known by every id it ever had, and shows the newest', async () => {
    const books = await openWithCustomers()
    await books.hear(seen('c1', 'cus_1'))
    await books.hear(seen('c1', 'cus_2', T0 + HOUR))
    await books.hear(payment('ch_1', { who: hints({ platform: stripe('cus_1') }) }))
    expect(books.snapshot().transactions).toMatchObject({ 'stripe ch_1': { customer: 'c1' } })
    expect(providerKeys(books)).toMatchObject({ c1: 'cus_2' })
  })

  it('shows the newest id though an older event comes later', async () => {
    const books = await openWithCustomers()
    await books.hear(seen('c1', 'cus_2', T0 + HOUR))
    await books.hear(seen('c1', 'cus_1'))
    expect(providerKeys(books)).toMatchObject({ c1: 'cus_2' })
  })

  it('no longer shows an id that a platform has moved to another, and falls back to the one before', async () => {
    const books = await openWithCustomers()
    await books.hear(seen('c1', 'cus_0'))
    await books.hear(seen('c1', 'cus_1', T0 + SECOND))
    await books.hear(seen('c2', 'cus_1', T0 + HOUR))
    expect(providerKeys(books)).toEqual({ c1: 'cus_0', c2: 'cus_1' })
  })

  it('keeps past payments when its id moves; later ones follow the id', async () => {
    const books = await openWithCustomers()
    await books.hear(seen('c1', 'cus_1'))
    await books.hear(payment('ch_1'))
    await books.hear(seen('c2', 'cus_1', T0 + HOUR))
    await books.hear(payment('ch_2', { happenedAt: T0 + 2 * HOUR }))
    expect(books.snapshot().transactions).toMatchObject({
      'stripe ch_1': { customer: 'c1' },
      'stripe ch_2': { customer: 'c2' },
    })
  })

  it('does not lose an id to an older event that names somebody else', async () => {
    const books = await openWithCustomers()
    await books.hear(seen('c2', 'cus_1', T0 + HOUR))
    await books.hear(seen('c1', 'cus_1'))
    expect(books.snapshot().ids).toEqual({ 'stripe::cus_1': 'c2' })
  })

  it('has its ids per account: the same id of two accounts is two', async () => {
    const books = await openWithCustomers()
    await books.hear(seen('c1', 'cus_1', T0, 'acct_1'))
    await books.hear(seen('c2', 'cus_1', T0, 'acct_2'))
    const by = (account: string) =>
      payment('ch_1', { payment: stripe('ch_1', account), who: hints({ platform: stripe('cus_1', account) }) })
    await books.hear(by('acct_1'))
    await books.hear(by('acct_2'))
    await books.hear(by('acct_3'))
    expect(books.snapshot()).toMatchObject({
      transactions: { 'stripe acct_1 ch_1': { customer: 'c1' }, 'stripe acct_2 ch_1': { customer: 'c2' } },
      waiting: { 'stripe acct_3 ch_1': ['p:cus_1'] },
    })
  })
})

describe('an id given by key pair, without a platform', () => {
  it('matches any platform and account', async () => {
    const books = await openTestBooks()
    await books.call(customerCreate({ providerKey: 'cus_1' }))
    await books.hear(
      payment('ch_1', { payment: stripe('ch_1', 'acct_1'), who: hints({ platform: stripe('cus_1', 'acct_1') }) }),
    )
    expect(books.snapshot().transactions).toMatchObject({ 'stripe acct_1 ch_1': { customer: 'c1' } })
  })

  it('lets go of what waited for it', async () => {
    const books = await openTestBooks()
    await books.hear(payment())
    await books.call(customerCreate())
    await books.call({ kind: 'customer.edit', ref: 'c1', providerKey: 'cus_1' })
    expect(books.snapshot()).toMatchObject({ transactions: { 'stripe ch_1': { customer: 'c1' } }, waiting: {} })
  })

  it.each<[string, (books: TestBooks) => Promise<unknown>]>([
    [
      'when a customer is made',
      (books) => books.call(customerCreate({ customerKey: 'c3', email: 'c3@x.test', providerKey: 'cus_1' })),
    ],
    ['when a customer is changed', (books) => books.call({ kind: 'customer.edit', ref: 'c2', providerKey: 'cus_1' })],
  ])("is refused where it is another customer's, and nothing is written: %s", async (_name, act) => {
    const books = await openWithCustomers()
    await books.hear(seen('c1', 'cus_1'))
    const before = books.rows()
    await expect(act(books)).rejects.toMatchObject({ code: 'KEY_TAKEN' })
    expect(books.rows()).toEqual(before)
  })

  it('is the same set of ids whether the key pair or the platform names it first', async () => {
    const [one, two] = [await openWithCustomers(), await openWithCustomers()]
    const given = { kind: 'customer.edit', ref: 'c1', providerKey: 'cus_1' } as const
    await one.call(given)
    await one.hear(seen('c1', 'cus_1'))
    await two.hear(seen('c1', 'cus_1'))
    await two.call(given)
    expect(two.snapshot().ids).toEqual(one.snapshot().ids)
  })

  it('is cleared by null, with all the others', async () => {
    const books = await openWithCustomers()
    await books.hear([seen('c1', 'cus_1'), seen('c1', 'cus_2', T0 + SECOND)])
    await books.call({ kind: 'customer.edit', ref: 'c1', providerKey: null })
    expect(books.snapshot().ids).toEqual({})
    expect(providerKeys(books)).toMatchObject({ c1: null })
  })

  it('is not replaced on a customer who has one, when it is made again', async () => {
    const books = await openTestBooks()
    await books.call(customerCreate({ providerKey: 'cus_1' }))
    await books.call(customerCreate({ providerKey: 'cus_2' }))
    expect(books.snapshot().ids).toEqual({ '::cus_1': 'c1' })
  })
})

describe('an id that a browser gave', () => {
  const claim = signup({ customerKey: 'c9', providerKey: 'cus_1' })

  it.each<[string, number, boolean]>([
    ['a payment of that very moment', T0, true],
    ['a later payment', T0 + HOUR, true],
    ['no earlier payment', T0 - 1, false],
  ])('names its customer for %s', async (_name, happenedAt, credited) => {
    const books = await openTestBooks()
    await books.signUp(claim)
    await books.hear(payment('ch_1', { happenedAt }))
    expect(Object.keys(books.snapshot().transactions)).toEqual(credited ? ['stripe ch_1'] : [])
  })

  it('does not let go of an earlier payment that waits', async () => {
    const books = await openTestBooks()
    await books.hear(payment())
    await books.signUp(claim, { at: T0 + HOUR })
    expect(books.snapshot().waiting).toEqual({ 'stripe ch_1': ['p:cus_1'] })
  })

  it('counts for earlier payments, too, once the platform says the same', async () => {
    const books = await openTestBooks()
    await books.hear(payment())
    await books.signUp(claim, { at: T0 + HOUR })
    await books.hear(seen('c9', 'cus_1', T0 + 2 * HOUR))
    expect(books.snapshot()).toMatchObject({ transactions: { 'stripe ch_1': { customer: 'c9' } }, waiting: {} })
  })

  it('gives way to a key pair, and is no longer shown', async () => {
    const books = await openTestBooks()
    await books.signUp(claim)
    await books.call(customerCreate({ providerKey: 'cus_1' }))
    expect(books.snapshot().ids).toEqual({ '::cus_1': 'c1' })
    expect(providerKeys(books)).toEqual({ c1: 'cus_1', c9: null })
  })

  it('gives way to a platform that names another customer', async () => {
    const books = await openWithCustomers()
    await books.signUp(claim)
    await books.hear(seen('c1', 'cus_1', T0 - HOUR))
    await books.hear(payment('ch_1', { happenedAt: T0 + HOUR }))
    expect(books.snapshot().transactions).toMatchObject({ 'stripe ch_1': { customer: 'c1' } })
  })
})
