/** An id of a platform that names a customer_key nobody has yet. */
import { describe, expect, it } from 'vitest'
import {
  HOUR,
  T0,
  customerCreate,
  customerSeen,
  hints,
  openTestBooks,
  outcomeOf,
  partner,
  payment,
  signup,
  stripe,
} from '../support/ledger.ts'
import type { TestBooks } from '../support/ledger.ts'

const seen = (customerKey: string, id: string, at = T0) => customerSeen({ customerKey, platform: stripe(id) }, at)

describe('a link that waits', () => {
  it('is parked, and applied in the commit that brings the key, with the payments that wait for the id', async () => {
    const books = await openTestBooks()
    const receipt = await books.hear(seen('c1', 'cus_1'), { eventId: 'link' })
    expect(outcomeOf(receipt)).toMatchObject({ state: 'parked', reason: expect.stringContaining("'c1'") })
    await books.hear(payment(), { eventId: 'pay' })
    await books.signUp(signup())
    expect(books.snapshot()).toMatchObject({
      ids: { 'stripe::cus_1': 'c1' },
      links: {},
      transactions: { 'stripe ch_1': { customer: 'c1' } },
      deliveries: { link: 'applied', pay: 'applied' },
    })
  })

  it('has no expiry', async () => {
    const books = await openTestBooks()
    await books.hear(seen('c1', 'cus_1'))
    await books.signUp(signup(), { at: T0 + 3000 * 86_400_000 })
    expect(books.snapshot().ids).toEqual({ 'stripe::cus_1': 'c1' })
  })

  it.each<[string, (books: TestBooks) => Promise<unknown>]>([
    ['a sign-up', (books) => books.signUp(signup())],
    ['the API', (books) => books.call(customerCreate())],
    [
      'charge metadata with both keys',
      (books) => books.hear(payment('ch_9', { who: hints({ customerKey: 'c1', partnerKey: 'ada' }) })),
    ],
    [
      'a customer renamed to it',
      async (books) => {
        await books.call(customerCreate({ customerKey: 'old' }))
        await books.call({ kind: 'customer.edit', ref: 'old', customerKey: 'c1' })
      },
    ],
  ])('is applied by %s', async (_name, bring) => {
    const books = await openTestBooks()
    await books.hear(seen('c1', 'cus_1'))
    await bring(books)
    expect(books.snapshot()).toMatchObject({ ids: { 'stripe::cus_1': 'c1' }, links: {} })
  })

  it.each([
    ['in turn', T0, T0 + HOUR],
    ['the newer first', T0 + HOUR, T0],
  ])('follows the newest of two events that name different keys: %s', async (_name, first, second) => {
    const books = await openTestBooks()
    await books.hear(seen('c1', 'cus_1', first), { eventId: 'c1' })
    await books.hear(seen('c2', 'cus_1', second), { eventId: 'c2' })
    const [newest, other] = first > second ? ['c1', 'c2'] : ['c2', 'c1']
    expect(books.snapshot()).toMatchObject({
      links: { 'stripe::cus_1': newest },
      deliveries: { [newest]: 'parked', [other]: 'ignored' },
    })
  })

  it('waits for its own key, whatever else of the same id is let go in its batch', async () => {
    const books = await openTestBooks()
    await Promise.all([
      books.hear(seen('c1', 'cus_1'), { eventId: '1' }),
      books.signUp(signup(), { eventId: '2' }),
      books.hear(seen('c2', 'cus_1', T0 + HOUR), { eventId: '3' }),
    ])
    expect(books.snapshot().deliveries).toEqual({ 1: 'applied', 2: 'applied', 3: 'parked' })
  })
})

describe('a link that waits in one mode', () => {
  it('is not let go of by the other, where the same id names the same customer_key', async () => {
    const books = await openTestBooks()
    await books.call(partner('ada'), { mode: 'test' })
    const parked = await books.hear(customerSeen({ customerKey: 'c1', platform: stripe('cus_1') }), {
      mode: 'production',
    })
    await books.hear(customerSeen({ customerKey: 'c1', platform: stripe('cus_1') }), { mode: 'test' })
    await books.call(customerCreate({ customerKey: 'c1', email: 'c1@shop.test' }), { mode: 'test' })
    expect(await books.delivery(parked.delivery?.key ?? '')).toMatchObject({ state: 'parked' })
  })
})
