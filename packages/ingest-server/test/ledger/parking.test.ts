/** What waits for whom: payments for their customer, refunds for their payment, and what fails. */
import { describe, expect, it } from 'vitest'
import type { Fact, Hints, PlatformFact } from '../../src/facts.ts'
import {
  DAY,
  HOUR,
  T0,
  customerCreate,
  customerSeen,
  dispute,
  failure,
  hints,
  openTestBooks,
  outcomeOf,
  payment,
  refundFailed,
  refundTotal,
  signup,
  stripe,
  transactionCreate,
} from '../support/ledger.ts'

const byKey = (customerKey: string, more: Partial<Hints> = {}) => ({ who: hints({ customerKey, ...more }) })

describe('who paid', () => {
  it.each<[string, Partial<Hints>, string | undefined]>([
    ['the customer_key, before the platform id', { customerKey: 'c2', platform: stripe('cus_1') }, 'c2'],
    ['the platform id, before the e-mail', { platform: stripe('cus_1'), email: 'c2@shop.test' }, 'c1'],
    ['the platform id, where nobody has the customer_key', { customerKey: 'c9', platform: stripe('cus_1') }, 'c1'],
    ['the e-mail, in any spelling of case and space', { platform: stripe('cus_9'), email: ' C2@Shop.TEST ' }, 'c2'],
    ['the e-mail, where nobody has the customer_key', { customerKey: 'c9', email: 'c2@shop.test' }, 'c2'],
    ['a legacy customer_id that is a customer_key', { customerKey: 'c2', mayCreate: false }, 'c2'],
    ['nobody, by an e-mail that two have', { email: 'both@shop.test' }, undefined],
    [
      'nobody, by a legacy customer_id with a partner_key',
      { customerKey: 'c9', partnerKey: 'ada', mayCreate: false },
      undefined,
    ],
    ['nobody, by an unknown partner_key', { customerKey: 'c9', partnerKey: 'eve' }, undefined],
    ['nobody, by a partner_key without a customer_key', { partnerKey: 'ada' }, undefined],
    ['a new customer, where both keys are there', { customerKey: 'c9', partnerKey: 'ada' }, 'c9'],
  ])('is %s', async (_name, who, expected) => {
    const books = await openTestBooks()
    for (const customerKey of ['c1', 'c2'])
      await books.call(customerCreate({ customerKey, email: `${customerKey}@shop.test` }))
    for (const customerKey of ['b1', 'b2']) await books.call(customerCreate({ customerKey, email: 'both@shop.test' }))
    await books.hear(customerSeen({ customerKey: 'c1', platform: stripe('cus_1') }))
    await books.hear(payment('ch_1', { who: hints(who) }))
    expect(books.snapshot().transactions['stripe ch_1']?.customer).toBe(expected)
  })

  it('makes a customer without JavaScript, confirmed, of the day of the payment', async () => {
    const books = await openTestBooks()
    await books.hear(
      payment('ch_1', { ...byKey('c9', { partnerKey: 'ada', email: 'New@x.test' }), happenedAt: T0 - DAY }),
    )
    expect(books.rows().customers).toMatchObject([
      {
        customerKey: 'c9',
        email: 'New@x.test',
        confirmed: true,
        createdAt: T0 - DAY,
        source: 'platform',
        flaggedAt: null,
      },
    ])
  })

  it('is ignored where that customer is archived', async () => {
    const books = await openTestBooks()
    await books.call(customerCreate())
    await books.call({ kind: 'customer.archive', ref: 'c1' })
    const outcome = outcomeOf(await books.hear(payment('ch_1', byKey('c1', { partnerKey: 'ada' }))))
    expect(outcome).toMatchObject({ state: 'ignored', reason: 'customer archived' })
    expect(books.snapshot()).toMatchObject({ transactions: {}, waiting: {} })
  })

  it('goes by the newest event, where two of them name different keys', async () => {
    const books = await openTestBooks()
    await books.hear(payment('ch_1', { ...byKey('new'), at: T0 + HOUR }))
    await books.hear(payment('ch_1', byKey('old')))
    await books.signUp(signup({ customerKey: 'old' }))
    expect(books.snapshot().transactions).toEqual({})
    await books.signUp(signup({ customerKey: 'new' }))
    expect(books.snapshot().transactions).toMatchObject({ 'stripe ch_1': { customer: 'new' } })
  })
})

describe('a payment of an unknown customer', () => {
  it('waits under its hints, and says for whom', async () => {
    const books = await openTestBooks()
    const receipt = await books.hear(payment('ch_1', byKey('c1', { platform: stripe('cus_1') })))
    expect(receipt.delivery).toMatchObject({
      state: 'parked',
      reason: "no customer with customer_key 'c1' or provider_key 'cus_1' yet (and no partner_key that would make one)",
    })
    expect(books.snapshot().waiting).toEqual({ 'stripe ch_1': ['c:c1', 'p:cus_1'] })
  })

  it.each<[string, Fact]>([
    ['a sign-up', signup()],
    ['the API', customerCreate()],
    ['a payment with both keys', payment('ch_2', byKey('c1', { partnerKey: 'ada' }))],
    [
      'a platform customer with both keys',
      customerSeen({ customerKey: 'c1', partnerKey: 'ada', platform: stripe('cus_9') }),
    ],
  ])('is recorded in the commit that brings its key, whatever brings it: %s', async (_name, fact) => {
    const books = await openTestBooks()
    await books.hear(payment('ch_1', byKey('c1')), { eventId: 'pay' })
    await books.call(fact)
    expect(books.snapshot()).toMatchObject({
      transactions: { 'stripe ch_1': { customer: 'c1', partner: 'ada' } },
      waiting: {},
      deliveries: { pay: 'applied' },
    })
    expect(books.rows().waits).toEqual([])
  })

  it.each<[string, number, boolean]>([
    ['to the millisecond at the end of the parking time', 30 * DAY, true],
    ['not a millisecond later', 30 * DAY + 1, false],
  ])('is credited %s', async (_name, after, credited) => {
    const books = await openTestBooks()
    await books.hear(payment('ch_1', byKey('c1')))
    await books.signUp(signup(), { at: T0 + after })
    expect(Object.keys(books.snapshot().transactions)).toEqual(credited ? ['stripe ch_1'] : [])
    expect(Object.keys(books.snapshot().waiting)).toEqual(credited ? [] : ['stripe ch_1'])
  })

  it('is not credited to a customer that is known, but signed up too late', async () => {
    const books = await openTestBooks()
    await books.signUp(signup(), { at: T0 + 31 * DAY })
    const outcome = outcomeOf(await books.hear(payment('ch_1', byKey('c1'))))
    expect(outcome.reason).toBe("customer 'c1' signed up more than 30 days after this payment")
  })

  it('waits as long as the setting says, down to not at all', async () => {
    const books = await openTestBooks()
    await books.set('parking_days', '0')
    await books.hear(payment('ch_1', byKey('c1')))
    await books.hear(payment('ch_2', { ...byKey('c1'), happenedAt: T0 + 1 }))
    await books.signUp(signup(), { at: T0 + 1 })
    expect(Object.keys(books.snapshot().transactions)).toEqual(['stripe ch_2'])
  })

  it('is never let go by an e-mail', async () => {
    const books = await openTestBooks()
    await books.hear(payment('ch_1', { who: hints({ platform: stripe('cus_1'), email: 'c1@shop.test' }) }))
    await books.call(customerCreate())
    expect(books.snapshot().waiting).toEqual({ 'stripe ch_1': ['p:cus_1'] })
  })

  it.each(['__proto__', 'constructor', "o'hara\n1", 'ключ'])('waits under %j like any other', async (customerKey) => {
    const books = await openTestBooks()
    await books.hear(payment('ch_1', byKey(customerKey)))
    await books.signUp(signup({ customerKey }))
    expect(books.snapshot().transactions['stripe ch_1']?.customer).toBe(customerKey)
  })

  it('keeps what was taken back of it meanwhile', async () => {
    const books = await openTestBooks()
    await books.hear(payment('ch_1', byKey('c1')))
    await books.hear(refundTotal(1200), { eventId: 'refund' })
    await books.signUp(signup())
    expect(books.snapshot()).toMatchObject({
      transactions: { 'stripe ch_1': { refunded: 1200, archived: null } },
      deliveries: { refund: 'applied' },
    })
  })
})

describe('a chain', () => {
  it('resolves in one commit: refund waits for payment waits for link waits for customer', async () => {
    const books = await openTestBooks()
    await books.hear(refundTotal(5000), { eventId: '1' })
    await books.hear(payment(), { eventId: '2' })
    await books.hear(customerSeen({ customerKey: 'c1', platform: stripe('cus_1') }), { eventId: '3' })
    expect(books.snapshot().deliveries).toEqual({ 1: 'parked', 2: 'parked', 3: 'parked' })
    await books.signUp(signup(), { eventId: '4' })
    expect(books.snapshot()).toMatchObject({
      transactions: { 'stripe ch_1': { customer: 'c1', refunded: 5000, archived: 'reversed' } },
      deliveries: { 1: 'applied', 2: 'applied', 3: 'applied', 4: 'applied' },
    })
  })
})

describe('a reversal without its payment', () => {
  it.each<[string, PlatformFact, number]>([
    ['a refund', refundTotal(700), 700],
    ['a dispute', dispute('withdrawn', { amount: 900 }), 900],
    ['a refund that failed', refundFailed('re_1', 100), 0],
  ])('waits for it: %s', async (_name, fact, refunded) => {
    const books = await openTestBooks()
    await books.signUp(signup())
    expect((await books.hear(fact, { eventId: 'back' })).delivery?.state).toBe('parked')
    await books.hear(payment('ch_1', byKey('c1')))
    expect(books.snapshot()).toMatchObject({
      transactions: { 'stripe ch_1': { refunded } },
      deliveries: { back: 'applied' },
    })
  })

  it('never waits where it is a failure: it leaves a tombstone, and an older success records nothing and makes nobody', async () => {
    const books = await openTestBooks()
    const outcome = outcomeOf(await books.hear(failure()))
    expect(outcome).toMatchObject({ state: 'ignored', reason: 'nothing to take back' })
    const late = outcomeOf(await books.hear(payment('ch_1', byKey('c9', { partnerKey: 'ada' }))))
    expect(late).toMatchObject({ state: 'ignored', reason: 'the payment had failed or was voided' })
    expect(books.snapshot()).toMatchObject({ customers: {}, transactions: {}, waiting: {} })
  })

  it('gives way to a success that is newer', async () => {
    const books = await openTestBooks()
    await books.hear(failure())
    await books.hear(payment('ch_1', { ...byKey('c9', { partnerKey: 'ada' }), at: T0 + 2 * HOUR }))
    expect(books.snapshot().transactions).toMatchObject({ 'stripe ch_1': { archived: null } })
  })

  it('takes a payment that waits out of the waiting', async () => {
    const books = await openTestBooks()
    await books.hear(payment('ch_1', byKey('c1')), { eventId: 'pay' })
    await books.hear(failure())
    expect(books.snapshot()).toMatchObject({ waiting: {}, deliveries: { pay: 'ignored' } })
    await books.signUp(signup())
    expect(books.snapshot().transactions).toEqual({})
    expect(books.rows().waits).toEqual([])
  })
})

describe('only webhooks park', () => {
  it('an API call for an unknown customer is not found', async () => {
    const books = await openTestBooks()
    await expect(books.call(transactionCreate({ key: 'pay-1' }))).rejects.toMatchObject({ code: 'CUSTOMER_NOT_FOUND' })
    expect(books.rows().payments).toEqual([])
  })
})
