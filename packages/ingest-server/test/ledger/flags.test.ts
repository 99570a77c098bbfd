/** Which customers are flagged, what waits for that, and who lets it go on. */
import { describe, expect, it } from 'vitest'
import type { Fact, FlagRule } from '../../src/facts.ts'
import { domainOf, isSharedDomain, mailboxOf } from '../../src/ledger/mailboxes.ts'
import type { SettingName } from '../../src/settings.ts'
import {
  DAY,
  HOUR,
  T0,
  customerCreate,
  customerSeen,
  hints,
  openTestBooks,
  partner,
  payment,
  signup,
  stripe,
  transactionCreate,
} from '../support/ledger.ts'
import type { TestBooks } from '../support/ledger.ts'
import { bring, flat, rewardsOf, trigger } from '../support/ledger-rewards.ts'

const WITH_CLICK = { xid: 'xa' }

/** Books where 10 % is earned of every payment, and Ada has a click. */
async function open(settings: Partial<Record<SettingName, string>> = {}): Promise<TestBooks> {
  const books = await openTestBooks()
  for (const [name, value] of Object.entries(settings)) await books.set(name as SettingName, value)
  await books.call(trigger())
  for (const xid of ['xa', 'xa2'])
    await books.call({ kind: 'click', xid, linkKey: 'link_1', partnerKey: 'ada', counted: true })
  return books
}

const flagsOf = (books: TestBooks, key = 'c1') =>
  books.rows().customers.find(({ customerKey }) => customerKey === key)?.flags ?? []
const rulesOf = (books: TestBooks, key?: string): FlagRule[] => flagsOf(books, key).map(({ rule }) => rule)
const waiting = (books: TestBooks) => rewardsOf(books).map(({ status, holds }) => [status, ...holds])
const clear = (over: { readonly ref?: string; readonly note?: string | null } = {}): Fact => ({
  ...{ kind: 'customer.clear', ref: 'c1', note: 'a colleague', actor: 'admin', ...over },
})

describe('a mailbox', () => {
  it.each([
    ['ada@x.test', 'ada@x.test'],
    ['ada+shop@x.test', 'ada@x.test'],
    ['ada+a+b@x.test', 'ada@x.test'],
    ['a.d.a@gmail.com', 'ada@gmail.com'],
    ['ada@googlemail.com', 'ada@gmail.com'],
    ['+tag@x.test', '+tag@x.test'],
    ['"a@b"@x.test', '"a@b"@x.test'],
    ['nobody', 'nobody@'],
  ])('of %s is %s', (email, mailbox) => expect(mailboxOf(email)).toBe(mailbox))

  it('is at what stands behind its last @', () => {
    expect(['a@b@c.test', 'a@c.test.', 'a'].map(domainOf)).toEqual(['c.test', 'c.test', ''])
  })

  it('says nothing where anybody can have one', () => {
    expect(['gmail.com', 'web.de', 'example.com', 'agency.test', ''].map(isSharedDomain)).toEqual([
      ...[true, true, true, false, false],
    ])
  })
})

describe('a customer is flagged for', () => {
  const by = (email: string) => customerCreate({ email })
  it.each<[string, Fact, FlagRule[]]>([
    ['its partner’s e-mail', by('Ada@Partners.test'), ['same_email']],
    ['its partner’s e-mail with a tag', by('ada+me@partners.test'), ['same_email']],
    ['its partner’s e-mail with other dots', by('a.da@partners.test'), ['same_email']],
    ['an e-mail at its partner’s domain', by('carla@partners.test'), ['same_domain']],
    ['no e-mail at a domain below its partner’s', by('carla@mail.partners.test'), []],
    ['no e-mail elsewhere', by('ada@elsewhere.test'), []],
    ['no e-mail of another partner', by('ben@elsewhere.test'), []],
    ['a sign-up without a click', signup(), ['no_click']],
    ['a sign-up with an unknown click', signup({ xid: 'gone' }), ['no_click']],
    ['a sign-up with another partner’s click', signup({ ...WITH_CLICK, partnerKey: 'ben' }), ['no_click']],
    ['no sign-up with its click', signup(WITH_CLICK), []],
    ['two reasons at once', signup({ email: 'ada@partners.test' }), ['no_click', 'same_email']],
    [
      'its partner’s e-mail, as a platform tells it',
      customerSeen({ customerKey: 'c1', partnerKey: 'ada', email: 'ada@partners.test', platform: stripe('cus_1') }),
      ['same_email'],
    ],
  ])('%s', async (_what, fact, rules) => {
    const books = await open()
    await books.call(fact, { at: T0 + HOUR })
    expect(rulesOf(books)).toEqual(rules)
    const [row] = books.rows().customers
    expect(row?.flaggedAt).toBe(rules.length > 0 ? T0 + HOUR : null)
    expect(row?.flags.every(({ at, clearedAt }) => at === T0 + HOUR && clearedAt === null)).toBe(true)
  })

  it('a click that brought others: each of them but the first', async () => {
    const books = await open()
    for (const customerKey of ['c1', 'c2', 'c3']) await books.signUp(signup({ ...WITH_CLICK, customerKey }))
    expect(['c1', 'c2', 'c3'].map((key) => rulesOf(books, key))).toEqual([[], ['shared_click'], ['shared_click']])
  })

  it('nothing of the key pair’s word that there was no click', async () => {
    const books = await open()
    await books.call(customerCreate())
    await books.call(transactionCreate())
    expect(waiting(books)).toEqual([['pending']])
  })

  it.each<[FlagRule, Fact]>([
    ['same_email', by('ada@partners.test')],
    ['same_domain', by('carla@partners.test')],
    ['no_click', signup()],
  ])('nothing where that rule is switched off: %s', async (rule, fact) => {
    const books = await open({ [`flag_${rule}`]: 'off' })
    await books.call(fact)
    await books.call(transactionCreate())
    expect(rulesOf(books)).toEqual([])
    expect(waiting(books)).toEqual([['pending']])
  })
})

describe('a partner that is archived and still earns', () => {
  const archive = { kind: 'partner.archive', ref: 'ada', actor: 'admin' } as const
  const REASON = "its partner 'ada' is archived"

  it('is looked at: what was earned before stays, and what is earned from then on waits', async () => {
    const books = await open()
    await books.call(customerCreate())
    await books.call(transactionCreate({ key: 'before' }))
    await books.call(archive)
    expect(rulesOf(books)).toEqual([])
    await books.call(transactionCreate({ key: 'after' }), { at: T0 + DAY })
    await books.call(transactionCreate({ key: 'again' }), { at: T0 + 2 * DAY })
    expect(flagsOf(books)).toEqual([{ rule: 'archived_partner', reason: REASON, at: T0 + DAY, clearedAt: null }])
    expect(waiting(books)).toEqual([['pending'], ['hold', REASON], ['hold', REASON]])
  })

  it('is not, where that rule is switched off', async () => {
    const books = await open({ flag_archived_partner: 'off' })
    await books.call(customerCreate())
    await books.call(archive)
    await books.call(transactionCreate())
    expect(waiting(books)).toEqual([['pending']])
  })
})

describe('an e-mail that is learned of later', () => {
  it('flags, and what was earned before waits, but for what a person has approved', async () => {
    const books = await open()
    await books.call(customerCreate({ providerKey: 'cus_1' }))
    await books.call(transactionCreate({ key: 'first' }))
    await bring(books, 'approved')
    await books.call(transactionCreate({ key: 'second' }))
    await books.call({ kind: 'customer.edit', ref: 'c1', email: 'ada@partners.test' })
    const why = "its e-mail is that of its partner 'ada'"
    expect(waiting(books)).toEqual([['approved'], ['hold', why]])
    await books.call(transactionCreate({ key: 'third' }))
    expect(waiting(books)[2]).toEqual(['hold', why])
  })

  it('flags when it is a platform that fills it', async () => {
    const books = await open()
    await books.signUp(signup({ ...WITH_CLICK, providerKey: 'cus_1' }), { at: T0 - DAY })
    await books.hear(payment('ch_1', { who: hints({ platform: stripe('cus_1'), email: 'ada@partners.test' }) }))
    expect(rulesOf(books)).toEqual(['same_email'])
    expect(waiting(books)).toMatchObject([['hold', expect.any(String)]])
  })

  it('takes no flag away: who refers themselves may change theirs at any time', async () => {
    const books = await open()
    await books.call(customerCreate({ email: 'ada@partners.test' }))
    await books.call({ kind: 'customer.edit', ref: 'c1', email: 'other@elsewhere.test' })
    expect(rulesOf(books)).toEqual(['same_email'])
  })
})

describe('a trusted source that vouches', () => {
  it('settles what only the browser was doubted for, and not whose e-mail it is', async () => {
    const books = await open()
    await books.signUp(signup({ email: 'ada@partners.test' }))
    await books.call(customerCreate({ email: 'ada@partners.test' }))
    await books.call(transactionCreate())
    expect(rulesOf(books)).toEqual(['same_email'])
    expect(waiting(books)).toEqual([['hold', "its e-mail is that of its partner 'ada'"]])
  })

  it('for another partner settles what was said of the first', async () => {
    const books = await open()
    await books.signUp(signup({ email: 'ada@elsewhere.test', partnerKey: 'ada' }))
    await books.call({ kind: 'partner', ...ELSEWHERE })
    await books.call(transactionCreate())
    await books.call(customerCreate({ email: 'ada@elsewhere.test', partnerKey: 'ben' }))
    expect(rulesOf(books)).toEqual([])
    expect(waiting(books)).toEqual([['pending']])
  })
})

const ELSEWHERE = {
  ...{ partnerKey: 'eve', email: 'ada@elsewhere.test', firstName: null, lastName: null },
  ...{ group: null, destination: null },
}

describe('a person', () => {
  it('clears them: what waited goes on, and the line says who and why', async () => {
    const books = await open({ hold_days: '0' })
    await books.call(trigger({}, { event: 'signup', rate: flat(300) }))
    await books.signUp(signup({ email: 'carla@partners.test' }))
    await books.call(transactionCreate())
    expect(waiting(books).map(([status]) => status)).toEqual(['hold', 'hold'])
    const reasons = flagsOf(books).map(({ reason }) => reason)
    const receipt = await books.call(clear(), { at: T0 + DAY })
    expect(receipt.customer?.customer).toMatchObject({ flaggedAt: null, confirmed: false })
    expect(flagsOf(books).map(({ clearedAt }) => clearedAt)).toEqual([T0 + DAY, T0 + DAY])
    expect(waiting(books)).toEqual([['pending'], ['pending']])
    const [line] = await books.audit('production', 1)
    expect(line).toMatchObject({ actor: 'admin', action: 'customer.cleared', detail: { flags: reasons } })
    expect(line?.detail).toMatchObject({ note: 'a colleague' })
  })

  it('clears them for good: the same is not held against that customer again', async () => {
    const books = await open()
    await books.call(customerCreate({ email: 'carla@partners.test' }))
    await books.call(clear())
    await books.call({ kind: 'customer.edit', ref: 'c1', email: 'other@elsewhere.test' })
    await books.call({ kind: 'customer.edit', ref: 'c1', email: 'carla@partners.test' })
    await books.call(transactionCreate())
    expect(waiting(books)).toEqual([['pending']])
    await books.call({ kind: 'customer.edit', ref: 'c1', email: 'ada@partners.test' })
    expect(rulesOf(books)).toEqual(['same_domain', 'same_email'])
    expect(waiting(books)).toMatchObject([['hold', expect.any(String)]])
  })

  it('lets nothing go that waits for something else', async () => {
    const books = await open({ hold_days: '30' })
    await books.signUp(signup({ amount: 5000, currency: 'USD' }))
    await books.call(clear())
    expect(rewardsOf(books)).toMatchObject([{ status: 'hold', holds: ['its transaction is not approved yet'] }])
    expect(rewardsOf(books)[0]?.holdUntil).toBe(T0 + 30 * DAY)
  })

  it.each([
    ['nobody who is not there', clear({ ref: 'c9' }), 'CUSTOMER_NOT_FOUND'],
    ['nobody who is not flagged', clear(), 'CONFLICT'],
  ])('clears %s', async (_what, fact, code) => {
    const books = await open()
    await books.call(customerCreate())
    await expect(books.call(fact)).rejects.toMatchObject({ code })
  })
})

describe('a person who says whose customer somebody is', () => {
  it('has decided: nothing said before is held against it, but what is said of the new partner is', async () => {
    const books = await open()
    await books.call(customerCreate({ email: 'carla@partners.test' }))
    await books.call(transactionCreate({ key: 'first' }))
    const to = (partner: string): Fact => ({
      ...{ kind: 'customer.reattribute', ref: 'c1', partner, past: true, reason: 'they met', actor: 'admin' },
    })
    await books.call(to('ada'))
    await books.call(transactionCreate({ key: 'second' }))
    expect(waiting(books)).toEqual([['pending'], ['pending']])
    await books.call(to('ben'))
    const why = "its e-mail is at partners.test, and so is that of its partner 'ben'"
    expect(waiting(books)).toEqual([
      ['hold', why],
      ['hold', why],
    ])
  })
})

it('flags by what a partner has become, once it earns again, and lets nothing of it go', async () => {
  const books = await open()
  await books.call(customerCreate({ email: 'carla@shop.test' }))
  await books.call(transactionCreate({ key: 'first' }))
  await books.call({ kind: 'partner.edit', ref: 'ada', email: 'ada@shop.test', actor: 'admin' })
  await books.call(transactionCreate({ key: 'second' }))
  expect(rulesOf(books)).toEqual(['same_domain'])
  expect(waiting(books).map(([status]) => status)).toEqual(['hold', 'hold'])
})

it('keeps to its own mode', async () => {
  const books = await open()
  await books.call(partner('ada'), { mode: 'test' })
  await books.set('flag_no_click', 'off', 'test')
  await books.signUp(signup(), { mode: 'test' })
  await books.signUp(signup())
  expect(books.rows('test').customers).toMatchObject([{ flags: [] }])
  expect(rulesOf(books)).toEqual(['no_click'])
})
