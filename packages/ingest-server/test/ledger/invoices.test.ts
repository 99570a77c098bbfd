/** Recording from invoices: which charge paid which invoice, and what was taken back of the one counts for the other. */
import { describe, expect, it } from 'vitest'
import type { PlatformFact } from '../../src/facts.ts'
import {
  HOUR,
  T0,
  customerCreate,
  customerSeen,
  dispute,
  failure,
  hints,
  invoice,
  openTestBooks,
  outcomeOf,
  payment,
  refundFailed,
  refundTotal,
  signup,
  stripe,
  tie,
} from '../support/ledger.ts'
import type { TestBooks } from '../support/ledger.ts'

const c1 = hints({ customerKey: 'c1' })
/** 10.00 and 2.00 of tax, paid by `ch_1`. */
const taxed = invoice('in_1', { who: c1, amount: 1000, paid: 1200 })
/** The charge of an installation that records from invoices. */
const evidence = payment('ch_1', { records: false, amount: 1200, captured: 1200, intent: 'pi_1' })
const back = (total: number) => refundTotal(total, { records: false, amount: 1200, captured: 1200, intent: 'pi_1' })

async function openWithCustomer(): Promise<TestBooks> {
  const books = await openTestBooks()
  await books.call(customerCreate())
  return books
}

const standing = (books: TestBooks) => books.snapshot().transactions['stripe in_1']
const permutations = <T>(all: readonly T[]): T[][] =>
  all.length < 2 ? [[...all]] : all.flatMap((one, i) => permutations(all.toSpliced(i, 1)).map((rest) => [one, ...rest]))

describe('an invoice', () => {
  it('is the transaction; its charge is only told of', async () => {
    const books = await openWithCustomer()
    await books.hear([taxed, tie()])
    expect(outcomeOf(await books.hear(evidence))).toMatchObject({ state: 'ignored', reason: 'recorded from invoices' })
    expect(Object.keys(books.snapshot().transactions)).toEqual(['stripe in_1'])
  })

  it.each<[string, PlatformFact[], Record<string, unknown>]>([
    ['is reduced in proportion', [back(600)], { amount: 1000, refunded: 500, archived: null }],
    ['is reduced half up', [back(1)], { refunded: 1 }],
    ['is archived when all is refunded', [back(1200)], { refunded: 1000, archived: 'reversed' }],
    [
      'is archived by a disputed charge',
      [dispute('withdrawn', { amount: 1200 })],
      { refunded: 1000, archived: 'reversed' },
    ],
    ['is restored by a refund that fails', [back(1200), refundFailed('re_1', 1200)], { refunded: 0, archived: null }],
    ['is archived when its charge fails late', [failure()], { refunded: 1000, archived: 'reversed' }],
  ])('%s, whatever comes first', async (_name, facts, expected) => {
    const books = await openWithCustomer()
    for (const fact of [taxed, tie(), evidence, ...facts]) await books.hear(fact)
    expect(standing(books)).toMatchObject(expected)
    const other = await openWithCustomer()
    for (const fact of [...facts, evidence, tie(), taxed]) await other.hear(fact)
    expect(standing(other)).toEqual(standing(books))
  })

  it.each([
    ['the charge', tie()],
    ['its intent', tie('pi_1')],
  ])('knows its refund by a tie to %s, in any order', async (_name, tied) => {
    for (const order of permutations([taxed, tied, back(600)])) {
      const books = await openWithCustomer()
      for (const fact of order) await books.hear(fact)
      expect(standing(books)).toMatchObject({ refunded: 500 })
    }
  })

  it('keeps the refund of one charge when a second charge is tied to it', async () => {
    const books = await openWithCustomer()
    await books.hear([taxed, tie(), back(600)])
    await books.hear([tie('ch_2'), tie('pi_2')])
    expect(standing(books)).toMatchObject({ refunded: 500 })
  })

  it('that waits for its customer keeps what was taken back of its charge', async () => {
    const books = await openTestBooks()
    await books.hear([taxed, tie(), evidence])
    await books.hear(back(600), { eventId: 'refund' })
    await books.signUp(signup())
    expect(books.snapshot()).toMatchObject({
      transactions: { 'stripe in_1': { refunded: 500 } },
      deliveries: { refund: 'applied' },
    })
  })

  it('tells why the refund of its charge waits', async () => {
    const books = await openWithCustomer()
    await books.hear(evidence)
    expect(outcomeOf(await books.hear(back(600)))).toMatchObject({
      state: 'parked',
      reason: "no invoice of payment 'ch_1' yet",
    })
  })

  it('has ties of its own account only', async () => {
    const books = await openWithCustomer()
    await books.hear([taxed, tie('ch_1', 'in_1', { part: stripe('ch_1', 'acct_2') })])
    await books.hear(refundTotal(600, { records: false, payment: stripe('ch_1', 'acct_2') }))
    expect(standing(books)).toMatchObject({ refunded: 0 })
  })
})

describe('after a change of what payments are recorded from', () => {
  const charge = payment('ch_1', { who: c1, amount: 1200, captured: 1200, intent: 'pi_1' })

  it.each<[string, PlatformFact[], string]>([
    ['a charge whose invoice is recorded', [taxed, tie(), charge], 'recorded from invoices'],
    ['an invoice whose charge is recorded', [charge, tie(), taxed], 'recorded from charges'],
  ])('%s is ignored', async (_name, facts, reason) => {
    const books = await openWithCustomer()
    const receipts = []
    for (const fact of facts) receipts.push(await books.hear(fact))
    expect(receipts.at(-1)?.outcomes).toMatchObject([{ state: 'ignored', reason }])
    expect(Object.keys(books.snapshot().transactions)).toHaveLength(1)
  })

  it('the same money is one live transaction though the tie comes last', async () => {
    const books = await openWithCustomer()
    await books.hear(charge)
    await books.hear(taxed, { at: T0 + HOUR })
    await books.hear(tie())
    expect(books.snapshot().transactions).toMatchObject({
      'stripe ch_1': { archived: null },
      'stripe in_1': { archived: 'replaced' },
    })
  })

  it.each<[string, PlatformFact]>([
    ['a refund', refundTotal(600, { who: c1, amount: 1200, captured: 1200 })],
    ['a newer event that carries it', { ...charge, at: T0 + HOUR, refundedTotal: 600 }],
    ['a dispute', dispute('withdrawn', { amount: 600 })],
  ])('%s of a charge that was set aside counts for the invoice', async (_name, fact) => {
    const books = await openWithCustomer()
    for (const each of [taxed, tie(), charge]) await books.hear(each)
    await books.hear(fact)
    expect(standing(books)).toMatchObject({ refunded: 500 })
  })

  it('a late failure of a charge that was set aside counts for the invoice', async () => {
    const books = await openWithCustomer()
    for (const each of [taxed, tie(), charge, failure()]) await books.hear(each)
    expect(standing(books)).toMatchObject({ refunded: 1000, archived: 'reversed' })
  })

  it('a charge that waited from before goes on to find its customer by events made since', async () => {
    const books = await openTestBooks()
    await books.hear(payment())
    await books.hear(
      payment('ch_1', {
        records: false,
        at: T0 + HOUR,
        who: hints({ platform: stripe('cus_1'), customerKey: 'c9', partnerKey: 'ada' }),
      }),
    )
    expect(books.snapshot().transactions).toMatchObject({ 'stripe ch_1': { customer: 'c9' } })
  })

  it('a link alone records nothing twice', async () => {
    const books = await openTestBooks()
    await books.hear([payment('ch_1', { intent: 'pi_1' }), invoice('in_1'), tie()])
    await books.signUp(signup())
    await books.hear(customerSeen({ customerKey: 'c1', platform: stripe('cus_1') }))
    const live = Object.values(books.snapshot().transactions).filter(({ archived }) => archived === null)
    expect(live).toHaveLength(1)
    expect(books.snapshot().waiting).toEqual({})
  })
})
