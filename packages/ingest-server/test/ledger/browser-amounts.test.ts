/** Amounts that came with a sign-up from the browser: anyone can send one. */
import { describe, expect, it } from 'vitest'
import type { Fact, SignupFact } from '../../src/facts.ts'
import { DAY, T0, hints, openTestBooks, outcomeOf, payment, signup, transactionCreate } from '../support/ledger.ts'
import type { TestBooks } from '../support/ledger.ts'

const bought = signup({ amount: 5000, currency: 'USD' })
const charge = (happenedAt = T0) => payment('ch_1', { who: hints({ customerKey: 'c1' }), happenedAt })
const amounts = (books: TestBooks) => books.rows().payments.filter(({ source }) => source === 'script')

describe('an amount with a sign-up', () => {
  it('is a transaction that waits for approval', async () => {
    const books = await openTestBooks()
    await books.signUp(bought)
    expect(amounts(books)).toMatchObject([
      { amount: 5000, currency: 'USD', approved: false, archived: null, partnerKey: 'ada' },
    ])
  })

  it.each([
    ['approve', [{ approved: true }]],
    ['off', []],
  ])('is as the setting says: %s', async (value, expected) => {
    const books = await openTestBooks()
    await books.set('browser_transactions', value)
    await books.signUp(bought)
    expect(amounts(books)).toMatchObject(expected)
    expect(books.rows().customers).toHaveLength(1)
  })

  it('that cannot be read is not recorded, with the reason, and the customer is', async () => {
    const books = await openTestBooks()
    const outcome = outcomeOf(await books.signUp(signup({ amountProblem: 'the amount 1.5 is not whole' })))
    expect(outcome).toMatchObject({ state: 'applied', reason: expect.stringContaining('the amount 1.5 is not whole') })
    expect(books.rows()).toMatchObject({ customers: [{ customerKey: 'c1' }], payments: [] })
  })

  it('of a known customer is recorded, too', async () => {
    const books = await openTestBooks()
    await books.signUp(signup())
    await books.signUp(bought)
    expect(amounts(books)).toHaveLength(1)
  })

  it.each<[string, Partial<SignupFact>, number, number]>([
    ['the same again', {}, 0, 1],
    ['the same, 24 hours later', {}, DAY, 1],
    ['the same, later than that', {}, DAY + 1, 2],
    ['another amount', { amount: 4000 }, 0, 2],
    ['another currency', { currency: 'EUR' }, 0, 2],
    ['the same in the currency of the program', { currency: null }, 0, 1],
    ['another page', { page: 'https://shop.test/other' }, 0, 2],
    ['another customer', { customerKey: 'c2' }, 0, 2],
  ])('has its identity in customer, amount, currency and page: %s', async (_name, other, after, count) => {
    const books = await openTestBooks()
    await books.signUp(bought)
    await books.signUp({ ...bought, ...other }, { at: T0 + after })
    expect(amounts(books)).toHaveLength(count)
  })
})

describe('the real payment', () => {
  it.each<[string, Fact, string | null]>([
    ['of the platform', charge(), 'replaced'],
    ['by the API', transactionCreate({ key: 'pay-1' }), 'replaced'],
    ['seven days later', charge(T0 + 7 * DAY), 'replaced'],
    ['seven days earlier', charge(T0 - 7 * DAY), 'replaced'],
    ['more than seven days later', charge(T0 + 7 * DAY + 1), null],
    ['of another amount', transactionCreate({ amount: 4999 }), null],
    ['of another currency', transactionCreate({ currency: 'EUR' }), null],
  ])('takes the place of it or not, whichever comes first: %s', async (_name, fact, archived) => {
    const one = await openTestBooks()
    await one.signUp(bought)
    await one.call(fact)
    const two = await openTestBooks()
    await two.signUp(signup())
    await two.call(fact)
    await two.signUp(bought)
    for (const books of [one, two]) {
      const real = books.rows().payments.find(({ source }) => source !== 'script')
      expect(amounts(books)).toMatchObject([{ archived, replacedBy: archived && real?.key }])
    }
  })

  it('takes the place of it, though it waited for this very sign-up', async () => {
    const books = await openTestBooks()
    await books.hear(charge())
    await books.signUp(bought)
    expect(amounts(books)).toMatchObject([{ archived: 'replaced' }])
  })

  it('takes the place of one only', async () => {
    const books = await openTestBooks()
    await books.signUp(bought)
    await books.signUp({ ...bought, page: 'https://shop.test/other' })
    await books.hear(charge())
    expect(
      amounts(books)
        .map(({ archived }) => archived)
        .sort(),
    ).toEqual([null, 'replaced'].sort())
  })

  it('that has taken the place of one takes that of no second, however far apart the two are', async () => {
    const books = await openTestBooks()
    await books.signUp(bought)
    await books.hear(charge(T0 + 6 * DAY))
    await books.signUp({ ...bought, page: 'https://shop.test/other' }, { at: T0 + 12 * DAY })
    expect(amounts(books).filter(({ archived }) => archived === null)).toHaveLength(1)
  })

  it.each([
    ['before', false],
    ['in the same batch', true],
  ])('leaves one that was approved %s', async (_name, together) => {
    const books = await openTestBooks()
    await books.set('browser_transactions', 'approve')
    const signedUp = books.signUp(bought)
    if (!together) await signedUp
    await Promise.all([signedUp, books.hear(charge())])
    expect(amounts(books)).toMatchObject([{ archived: null }])
  })
})
