import { describe, expect, it } from 'vitest'
import type { ClickFact, SignupFact } from '../../src/facts.ts'
import {
  DAY,
  SECOND,
  T0,
  customerCreate,
  customerSeen,
  openTestBooks,
  outcomeOf,
  signup,
  stripe,
} from '../support/ledger.ts'
import type { TestBooks } from '../support/ledger.ts'

const click = (xid: string, partnerKey: string, counted = true): ClickFact => ({
  kind: 'click',
  xid,
  linkKey: 'link_1',
  partnerKey,
  counted,
})

/** Ada's click `xa` and Ben's `xb`, both at T0. */
async function openWithClicks(): Promise<TestBooks> {
  const books = await openTestBooks()
  await books.call(click('xa', 'ada'))
  await books.call(click('xb', 'ben', false))
  return books
}

const customer = (books: TestBooks) => books.rows().customers[0]

describe('a sign-up credits', () => {
  it.each<[string, Partial<SignupFact>, string, string | null]>([
    ['the partner and click it brings', { partnerKey: 'ada', xid: 'xa' }, 'ada', null],
    ["the click's partner, where no partner_key is given", { partnerKey: null, xid: 'xb' }, 'ben', null],
    [
      "the given partner_key, though the click is another partner's",
      { partnerKey: 'ada', xid: 'xb' },
      'ada',
      "its click 'xb' is another partner's",
    ],
    [
      'the partner_key of a click that was never stored',
      { partnerKey: 'ada', xid: 'gone' },
      'ada',
      "sign-up with an unknown click 'gone'",
    ],
    ['the partner_key alone', { partnerKey: 'ada', xid: null }, 'ada', 'sign-up without a click'],
  ])('%s', async (_name, fact, partnerKey, flag) => {
    const books = await openWithClicks()
    await books.signUp(signup(fact))
    expect(customer(books)).toMatchObject({ partnerKey, confirmed: false, source: 'script' })
    expect(customer(books)?.flags.map(({ reason }) => reason)).toEqual(flag === null ? [] : [flag])
  })

  it.each<[string, Partial<SignupFact>, string]>([
    ['no partner_key and no click', { partnerKey: null, xid: null }, 'no referral'],
    ['only an unknown click', { partnerKey: null, xid: 'gone' }, "unknown click 'gone'"],
    ['a partner_key nobody has', { partnerKey: 'eve' }, "no partner with partner_key 'eve'"],
    ['a partner_key that reads like a property of every object', { partnerKey: '__proto__' }, 'no partner'],
  ])('nobody for %s, and says why', async (_name, fact, reason) => {
    const books = await openWithClicks()
    const outcome = outcomeOf(await books.signUp(signup(fact)))
    expect(outcome).toMatchObject({ state: 'ignored', reason: expect.stringContaining(reason) })
    expect(customer(books)).toBeUndefined()
  })

  it.each<[string, number, boolean]>([
    ['to the millisecond at the end of the window', T0 + 90 * DAY, true],
    ['not a millisecond after it', T0 + 90 * DAY + 1, false],
  ])('%s', async (_name, at, credited) => {
    const books = await openWithClicks()
    await books.signUp(signup({ xid: 'xa' }), { at })
    expect(customer(books) !== undefined).toBe(credited)
  })

  it('within the window that the setting names', async () => {
    const books = await openWithClicks()
    await books.set('window_days', '7')
    const outcome = outcomeOf(await books.signUp(signup({ xid: 'xa' }), { at: T0 + 7 * DAY + 1 }))
    expect(outcome.reason).toContain('the click is older than 7 days')
  })

  it('the first sign-up of a click, and flags the second', async () => {
    const books = await openWithClicks()
    await books.signUp(signup({ xid: 'xa' }))
    await books.signUp(signup({ customerKey: 'c2', xid: 'xa' }))
    expect(books.rows().customers.flatMap(({ flags }) => flags)).toMatchObject([
      { reason: "its click 'xa' brought another sign-up before" },
    ])
  })

  it('a prefetched click, which counts from then on', async () => {
    const books = await openWithClicks()
    await books.signUp(signup({ partnerKey: null, xid: 'xb' }))
    const used = books.rows().clicks.find(({ xid }) => xid === 'xb')
    expect(used).toMatchObject({ counted: true, usedBy: customer(books)?.key })
  })

  it('no click of the other mode', async () => {
    const books = await openWithClicks()
    const outcome = outcomeOf(await books.signUp(signup({ partnerKey: null, xid: 'xa' }), { mode: 'test' }))
    expect(outcome).toMatchObject({ state: 'ignored' })
  })
})

describe('a sign-up over the public key', () => {
  it('changes and fills nothing of a known customer', async () => {
    const books = await openWithClicks()
    await books.call(customerCreate({ email: 'c1@shop.test' }))
    const before = books.rows().customers
    const fact = signup({ partnerKey: 'ben', name: 'Eve', email: 'eve@x.test', providerKey: 'cus_9', meta: { a: 1 } })
    expect(outcomeOf(await books.signUp(fact))).toMatchObject({ state: 'unchanged' })
    expect(books.rows().customers).toEqual(before)
    expect(books.rows().platformIds).toEqual([])
  })

  it('with its signup_id seen before is one sign-up', async () => {
    const books = await openWithClicks()
    await books.signUp(signup(), { eventId: 's1' })
    const again = await books.signUp(signup({ customerKey: 'c2' }), { eventId: 's1' })
    expect(again.delivery?.state).toBe('duplicate')
    expect(books.rows().customers).toHaveLength(1)
  })

  it('brings nobody back who was archived', async () => {
    const books = await openWithClicks()
    await books.signUp(signup())
    await books.call({ kind: 'customer.archive', ref: 'c1' })
    expect(outcomeOf(await books.signUp(signup()))).toMatchObject({ state: 'ignored', reason: 'customer archived' })
    expect(customer(books)).toMatchObject({ archived: true })
  })

  it.each<[string, Partial<SignupFact>, string[]]>([
    ['finds the only customer with its e-mail', { customerKey: null, email: ' C1@Shop.test' }, ['c1']],
    [
      'makes one whose key is the e-mail, lower-case',
      { customerKey: null, email: 'New@Shop.test ' },
      ['c1', 'new@shop.test'],
    ],
    [
      'never renames: another customer_key is another customer',
      { customerKey: 'c2', email: 'c1@shop.test' },
      ['c1', 'c2'],
    ],
  ])('%s', async (_name, fact, keys) => {
    const books = await openWithClicks()
    await books.signUp(signup({ email: 'c1@shop.test' }))
    await books.signUp(signup(fact))
    expect(Object.keys(books.snapshot().customers)).toEqual(keys)
  })

  it('makes its own customer where several have its e-mail', async () => {
    const books = await openWithClicks()
    await books.signUp(signup({ email: 'x@shop.test' }))
    await books.signUp(signup({ customerKey: 'c2', email: 'x@shop.test' }))
    await books.signUp(signup({ customerKey: null, email: 'x@shop.test' }))
    expect(Object.keys(books.snapshot().customers)).toEqual(['c1', 'c2', 'x@shop.test'])
  })

  it('cannot claim a platform id that somebody has', async () => {
    const books = await openWithClicks()
    await books.call(customerCreate({ providerKey: 'cus_1' }))
    await books.signUp(signup({ customerKey: 'thief', partnerKey: 'ben', providerKey: 'cus_1' }))
    expect(books.snapshot().ids).toEqual({ '::cus_1': 'c1' })
  })

  it('cannot claim a platform id that waits for somebody else', async () => {
    const books = await openWithClicks()
    await books.hear(customerSeen({ customerKey: 'c1', platform: stripe('cus_1') }))
    await books.signUp(signup({ customerKey: 'thief', partnerKey: 'ben', providerKey: 'cus_1' }), { at: T0 + SECOND })
    expect(books.snapshot()).toMatchObject({ ids: {}, customers: { thief: { providerKey: null } } })
  })

  it.each(['__proto__', 'constructor', 'toString', 'ключ', '💶'])(
    'takes %s for a customer_key like any other',
    async (key) => {
      const books = await openWithClicks()
      await books.signUp(signup({ customerKey: key, meta: JSON.parse('{"__proto__":{"a":1}}') }))
      expect(customer(books)).toMatchObject({ customerKey: key })
      expect(JSON.stringify(customer(books)?.meta)).toBe('{"__proto__":{"a":1}}')
    },
  )
})
