/** What a trusted source (a key pair, or partner_key in platform metadata) may do with a customer that only a browser made. */
import { describe, expect, it } from 'vitest'
import type { Fact } from '../../src/facts.ts'
import {
  DAY,
  HOUR,
  T0,
  customerCreate,
  customerSeen,
  hints,
  openTestBooks,
  payment,
  signup,
  stripe,
  transactionCreate,
} from '../support/ledger.ts'
import type { TestBooks } from '../support/ledger.ts'

const actions = (books: TestBooks): string[] => books.rows().audit.map(({ action }) => action)

describe('a trusted source', () => {
  it.each<[string, Fact]>([
    ['the API', customerCreate({ partnerKey: 'ben' })],
    ['customer metadata', customerSeen({ customerKey: 'c1', partnerKey: 'ben', platform: stripe('cus_1') })],
    ['charge metadata', payment('ch_2', { who: hints({ customerKey: 'c1', partnerKey: 'ben' }) })],
  ])('sets the partner once, with an audit line: %s', async (_name, fact) => {
    const books = await openTestBooks()
    await books.signUp(signup({ partnerKey: 'ada' }))
    await books.call(fact)
    expect(books.snapshot().customers).toMatchObject({ c1: { partner: 'ben', confirmed: true } })
    expect(books.rows().audit).toMatchObject([{ detail: { partner_key: { from: 'ada', to: 'ben' } } }])
    await books.call(customerCreate({ partnerKey: 'ada' }))
    expect(books.snapshot().customers).toMatchObject({ c1: { partner: 'ben' } })
    expect(actions(books)).toEqual(['customer.confirmed'])
  })

  it('takes the past transactions along, those of this very batch as well', async () => {
    const books = await openTestBooks()
    await books.signUp(signup({ partnerKey: 'ada' }))
    await books.call(transactionCreate({ key: 'first' }))
    await Promise.all([
      books.call(transactionCreate({ key: 'second' })),
      books.call(customerCreate({ partnerKey: 'ben' })),
      books.call(transactionCreate({ key: 'third' })),
    ])
    const partners = Object.values(books.snapshot().transactions).map(({ partner }) => partner)
    expect(partners).toEqual(['ben', 'ben', 'ben'])
  })

  it('sets the e-mail of an unconfirmed customer, and no longer that of a confirmed one', async () => {
    const books = await openTestBooks()
    await books.signUp(signup({ email: 'typo@shop.test' }))
    await books.call(customerCreate({ email: 'right@shop.test' }))
    await books.call(customerCreate({ email: 'later@shop.test' }))
    expect(books.rows().customers).toMatchObject([{ email: 'right@shop.test' }])
  })

  it('clears the flag', async () => {
    const books = await openTestBooks()
    await books.signUp(signup())
    await books.call(customerCreate())
    expect(books.rows().customers).toMatchObject([{ flaggedAt: null }])
  })

  it('vouches by a parked payment too, once its customer turns up', async () => {
    const books = await openTestBooks()
    await books.hear(payment('ch_1', { who: hints({ platform: stripe('cus_1'), partnerKey: 'ben' }) }))
    await books.signUp(signup({ partnerKey: 'ada' }))
    await books.hear(customerSeen({ customerKey: 'c1', platform: stripe('cus_1') }))
    expect(books.snapshot()).toMatchObject({
      customers: { c1: { partner: 'ben', confirmed: true } },
      transactions: { 'stripe ch_1': { partner: 'ben' } },
    })
  })

  it('fills the empty e-mail and name from a parked payment too', async () => {
    const books = await openTestBooks()
    const who = hints({ customerKey: 'c1', platform: stripe('cus_1'), email: 'C1@shop.test', name: 'Carol' })
    await books.hear(payment('ch_1', { who }))
    await books.signUp(signup())
    expect(books.rows().customers).toMatchObject([{ emailKey: 'c1@shop.test', name: 'Carol' }])
  })

  it('vouches by a later event of a payment that is recorded', async () => {
    const books = await openTestBooks()
    await books.signUp(signup({ partnerKey: 'ada' }))
    await books.hear(payment('ch_1', { who: hints({ customerKey: 'c1' }) }))
    const who = hints({ customerKey: 'c1', partnerKey: 'ben', platform: stripe('cus_1') })
    await books.hear(payment('ch_1', { who, at: T0 + HOUR }))
    expect(books.snapshot()).toMatchObject({
      customers: { c1: { partner: 'ben', confirmed: true } },
      transactions: { 'stripe ch_1': { partner: 'ben' } },
      ids: { 'stripe::cus_1': 'c1' },
    })
  })

  it('does not vouch by customer_key alone', async () => {
    const books = await openTestBooks()
    await books.signUp(signup())
    await books.hear(payment('ch_1', { who: hints({ customerKey: 'c1' }) }))
    expect(books.snapshot().customers).toMatchObject({ c1: { confirmed: false } })
  })
})

describe('an e-mail that stands in for the customer_key', () => {
  const standIn = signup({ customerKey: null, email: 'C1@Shop.test' })

  it.each<[string, Fact]>([
    ['by the API', customerCreate()],
    ['by platform metadata', customerSeen({ customerKey: 'c1', email: 'c1@shop.test', platform: stripe('cus_1') })],
  ])('is replaced by the one that a trusted source names: %s', async (_name, fact) => {
    const books = await openTestBooks()
    await books.signUp(standIn)
    await books.call(transactionCreate({ customer: 'c1@shop.test', key: 'first' }))
    await books.call(fact)
    expect(Object.keys(books.snapshot().customers)).toEqual(['c1'])
    expect(books.snapshot().transactions).toMatchObject({ 'api first': { customer: 'c1' } })
    expect(actions(books)).toContain('customer.renamed')
  })

  it('releases what waited for the new key', async () => {
    const books = await openTestBooks()
    await books.hear(payment('ch_1', { who: hints({ customerKey: 'c1' }) }))
    await books.hear(customerSeen({ customerKey: 'c1', platform: stripe('cus_1') }))
    await books.signUp(standIn)
    await books.call(customerCreate())
    expect(books.snapshot()).toMatchObject({
      transactions: { 'stripe ch_1': { customer: 'c1' } },
      ids: { 'stripe::cus_1': 'c1' },
      waiting: {},
      links: {},
    })
  })

  it('is not replaced by a legacy customer_id', async () => {
    const books = await openTestBooks()
    await books.signUp(standIn)
    const who = { customerKey: '17', email: 'c1@shop.test', platform: stripe('cus_1'), mayCreate: false }
    await books.hear(customerSeen(who))
    expect(Object.keys(books.snapshot().customers)).toEqual(['c1@shop.test'])
  })

  it('is not replaced where several customers have it', async () => {
    const books = await openTestBooks()
    await books.signUp(standIn)
    await books.signUp(signup({ customerKey: 'other', email: 'c1@shop.test' }))
    await books.call(customerCreate())
    expect(Object.keys(books.snapshot().customers)).toEqual(['c1', 'c1@shop.test', 'other'])
  })
})

describe('a platform that names both keys', () => {
  const who = hints({ customerKey: 'c1', partnerKey: 'ada', platform: stripe('cus_1') })

  it('knows an earlier sign-up than ours, and what waited for that follows', async () => {
    const books = await openTestBooks()
    await books.hear(payment('ch_1', { happenedAt: T0 + HOUR }))
    await books.signUp(signup(), { at: T0 + 40 * DAY })
    await books.hear(customerSeen({ customerKey: 'c1', platform: stripe('cus_1') }, T0 + 41 * DAY))
    expect(books.snapshot().transactions).toEqual({})
    await books.hear(payment('ch_2', { who }))
    expect(Object.keys(books.snapshot().transactions)).toEqual(['stripe ch_1', 'stripe ch_2'])
    expect(books.snapshot().waiting).toEqual({})
  })

  it('never moves a customer that a trusted source has spoken of', async () => {
    const books = await openTestBooks()
    await books.call(customerCreate({ partnerKey: 'ben' }))
    await books.hear(payment('ch_1', { who }))
    expect(books.snapshot()).toMatchObject({
      customers: { c1: { partner: 'ben' } },
      transactions: { 'stripe ch_1': { partner: 'ben' } },
    })
  })
})
