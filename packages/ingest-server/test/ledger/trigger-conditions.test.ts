/** Which triggers count for what: each condition is judged once, when we learn of what may earn a reward. */
import { describe, expect, it } from 'vitest'
import type { Fact, TriggerConditions } from '../../src/facts.ts'
import { monthsAfter } from '../../src/ledger/trigger-conditions.ts'
import {
  DAY,
  T0,
  customerCreate,
  customerSeen,
  hints,
  openTestBooks,
  partner,
  payment,
  refundTotal,
  signup,
  stripe,
  transactionCreate,
} from '../support/ledger.ts'
import type { TestBooks } from '../support/ledger.ts'
import { actionCreate, bring, flat, rewardsOf, told, trigger } from '../support/ledger-rewards.ts'

/** `c1` of `ada`, who signed up at T0. */
async function openWith(conditions: Partial<TriggerConditions>, over = {}): Promise<TestBooks> {
  const books = await openTestBooks()
  await books.call(trigger(conditions, over))
  await books.call(customerCreate({ providerKey: 'cus_1' }))
  return books
}
const pay = (over: Parameters<typeof transactionCreate>[0] = {}): Fact => transactionCreate(over)
const amountsOf = (books: TestBooks): number[] => rewardsOf(books).map(({ amount }) => amount)

describe('a trigger on transactions counts', () => {
  it.each<[string, Partial<TriggerConditions>, Parameters<typeof transactionCreate>[0], boolean]>([
    ['for every one', {}, {}, true],
    ['for a product it names', { productKeys: ['basic', 'pro'] }, { productKey: 'pro' }, true],
    ['for no other product', { productKeys: ['pro'] }, { productKey: 'Pro' }, false],
    ['for no payment without a product, where it names one', { productKeys: ['pro'] }, {}, false],
    ['for a category it names', { categoryKeys: ['plans'] }, { categoryKey: 'plans' }, true],
    ['for no other category', { categoryKeys: ['plans'] }, { categoryKey: 'books' }, false],
    ['for its currency', { currency: 'EUR' }, { currency: 'EUR' }, true],
    ['for no other currency', { currency: 'EUR' }, {}, false],
    ['for its group, named by its slug', { groups: ['default'] }, {}, true],
    ['for a first payment', { firstOnly: true }, {}, true],
    ['within its months', { withinMonths: 2 }, { createdAt: Date.UTC(2026, 2, 1) - 1 }, true],
    ['at the end of its months no more', { withinMonths: 2 }, { createdAt: Date.UTC(2026, 2, 1) }, false],
    ['before the sign-up, too', { withinMonths: 2 }, { createdAt: T0 - DAY }, true],
    [
      'where all its conditions hold',
      { productKeys: ['pro'], currency: 'USD', atMost: 1 },
      { productKey: 'pro' },
      true,
    ],
    ['not where one of them does not', { productKeys: ['pro'], currency: 'EUR' }, { productKey: 'pro' }, false],
    ['never for nothing', {}, { amount: 0 }, false],
  ])('%s', async (_when, conditions, over, counts) => {
    const books = await openWith(conditions)
    await books.call(pay(over))
    expect(told(rewardsOf(books))).toEqual(counts ? [`ada 500 ${over?.currency ?? 'USD'} pending`] : [])
  })

  it('for no other group', async () => {
    const books = await openTestBooks()
    await books.call({
      kind: 'group.create',
      name: 'Gold',
      slug: 'gold',
      destination: null,
      features: {},
      actor: 'api',
    })
    await books.call({ ...partner('carol'), group: 'gold' } as Fact)
    await books.call(trigger({ groups: ['gold'] }))
    for (const partnerKey of ['ada', 'carol']) {
      await books.call(customerCreate({ customerKey: partnerKey, email: `${partnerKey}@shop.test`, partnerKey }))
      await books.call(pay({ customer: partnerKey }))
    }
    expect(told(rewardsOf(books))).toEqual(['carol 500 USD pending'])
  })

  it('each for itself, and each once for a payment', async () => {
    const books = await openWith({})
    await books.call(trigger({}, { rate: flat(100) }))
    await books.call(trigger({}, { rate: flat(50, 'EUR') }))
    await books.call(pay({ key: 'order-1' }))
    await books.call(pay({ key: 'order-1' }))
    expect(told(rewardsOf(books))).toEqual(['ada 500 USD pending', 'ada 100 USD pending', 'ada 50 EUR pending'])
  })

  it('from when it is made until it is archived, within one batch, too', async () => {
    const books = await openTestBooks()
    await books.call(customerCreate())
    const made = books.call(trigger())
    const during = books.call(pay({ amount: 100 }))
    const { trigger: standing } = await made
    await during
    const ref = standing?.key ?? ''
    await Promise.all([
      books.call(pay({ amount: 200 })),
      books.call({ kind: 'trigger.archive', ref, actor: 'operator' }),
      books.call(pay({ amount: 300 })),
    ])
    expect(amountsOf(books)).toEqual([10, 20])
  })

  it('with the rate it had then: a change counts from then on', async () => {
    const books = await openWith({})
    await books.call(pay({ key: 'order-1' }))
    const [row] = books.rows().triggers
    const rate = { kind: 'percent', millionths: 200_000 } as const
    await books.call({ kind: 'trigger.edit', ref: row?.key ?? '', rate, actor: 'operator' })
    await books.call(pay({ key: 'order-2' }))
    expect(amountsOf(books)).toEqual([500, 1000])
  })

  it('no more for a payment that was judged, whatever becomes known of it', async () => {
    const books = await openWith({ productKeys: ['pro'] })
    await books.hear(payment('ch_1', { at: T0 }))
    await books.hear(payment('ch_1', { at: T0 + 1000, productKey: 'pro' }))
    expect(rewardsOf(books)).toEqual([])
    await books.hear(payment('ch_2', { productKey: 'pro' }))
    await books.hear(payment('ch_2', { at: T0 + 1000, productKey: 'basic' }))
    expect(amountsOf(books)).toEqual([500])
  })
})

describe('only the first payment of a customer', () => {
  it.each<[string, (books: TestBooks) => Promise<unknown>]>([
    [
      'one after the other',
      async (books) => {
        await books.call(pay({ amount: 100 }))
        await books.call(pay({ amount: 200 }))
      },
    ],
    ['in one batch', (books) => Promise.all([books.call(pay({ amount: 100 })), books.call(pay({ amount: 200 }))])],
    [
      'the first that we learn of, not the first that happened',
      async (books) => {
        await books.call(pay({ amount: 100, createdAt: T0 + 9 * DAY }))
        await books.call(pay({ amount: 200, createdAt: T0 }))
      },
    ],
    [
      'also after it was taken back',
      async (books) => {
        await books.hear(payment('ch_1', { amount: 100, captured: 100 }))
        await books.hear(refundTotal(100, { amount: 100, captured: 100 }))
        await books.hear(payment('ch_2', { amount: 200, captured: 200 }))
      },
    ],
    [
      'also before the trigger was there',
      async (books) => {
        const [row] = books.rows().triggers
        await books.call({ kind: 'trigger.archive', ref: row?.key ?? '', actor: 'operator' })
        await books.call(pay({ amount: 100 }))
        await books.call(trigger({ firstOnly: true }, { rate: { kind: 'percent', millionths: 100_000 } }))
        await books.call(pay({ amount: 200 }))
      },
    ],
  ])('earns: %s', async (how, act) => {
    const books = await openWith({ firstOnly: true })
    await act(books)
    const isBefore = how.includes('before')
    expect(rewardsOf(books).map(({ firstAmount }) => firstAmount)).toEqual(isBefore ? [] : [10])
  })

  it('earns for the oldest of several that waited for their customer', async () => {
    const books = await openTestBooks()
    await books.call(trigger({ firstOnly: true }))
    for (const [id, amount] of [
      ['ch_1', 100],
      ['ch_2', 200],
      ['ch_3', 300],
    ] as const)
      await books.hear(payment(id, { amount, captured: amount }), { at: T0 + amount * 1000 })
    expect(rewardsOf(books)).toEqual([])
    await books.call(customerCreate({ providerKey: 'cus_1' }))
    expect(amountsOf(books)).toEqual([10])
  })

  it('is asked for by a trigger of the same batch, too', async () => {
    const books = await openTestBooks()
    await books.call(customerCreate())
    await books.call(pay({ key: 'order-1' }))
    await Promise.all([books.call(trigger({ firstOnly: true })), books.call(pay({ key: 'order-2' }))])
    expect(rewardsOf(books)).toEqual([])
  })

  it('earns for the one known first, whatever each of them waited for', async () => {
    const books = await openTestBooks()
    await books.call(trigger({ firstOnly: true }))
    await books.hear(payment('ch_1', { amount: 100, captured: 100, who: hints({ customerKey: 'c1' }) }))
    await books.hear(payment('ch_2', { amount: 200, captured: 200 }), { at: T0 + DAY })
    await books.call(customerCreate({ providerKey: 'cus_1' }), { at: T0 + 2 * DAY })
    expect(amountsOf(books)).toEqual([10])
  })

  it('may be a browser’s, and then the real one that takes its place', async () => {
    const books = await openTestBooks()
    await books.call(trigger({ firstOnly: true, atMost: 1 }))
    await books.signUp(signup({ amount: 5000, currency: 'USD', providerKey: 'cus_1' }), { at: T0 - DAY })
    await books.hear(payment())
    await books.hear(payment('ch_2'))
    expect(told(rewardsOf(books))).toEqual(['ada 0 USD hold gone', 'ada 500 USD hold'])
  })

  it('is the real one where that came before the browser’s', async () => {
    const books = await openTestBooks()
    for (const conditions of [{ firstOnly: true, atMost: 1 }, {}]) await books.call(trigger(conditions))
    await books.call(customerCreate({ providerKey: 'cus_1' }))
    await books.hear(payment())
    await books.signUp(signup({ amount: 5000, currency: 'USD' }), { at: T0 + DAY })
    expect(told(rewardsOf(books))).toEqual(['ada 500 USD pending', 'ada 500 USD pending'])
  })
})

describe('at most so many rewards of a customer', () => {
  it('count for each trigger and each customer', async () => {
    const books = await openWith({ atMost: 2 })
    await books.call(trigger({ atMost: 1 }, { rate: flat(7) }))
    await books.call(customerCreate({ customerKey: 'c2', email: 'c2@shop.test' }))
    for (const customer of ['c1', 'c1', 'c2', 'c1']) await books.call(pay({ customer }))
    expect(amountsOf(books)).toEqual([500, 7, 500, 500, 7])
  })

  it('hold within a batch', async () => {
    const books = await openWith({ atMost: 2 })
    await Promise.all([1, 2, 3, 4].map((n) => books.call(pay({ amount: n * 100 }))))
    expect(amountsOf(books)).toEqual([10, 20])
  })

  it('are used up by what was taken back', async () => {
    const books = await openWith({ atMost: 1 })
    await books.call(pay({ key: 'order-1' }))
    await books.call({ kind: 'transaction.archive', ref: 'order-1' })
    await books.call(pay({ key: 'order-2' }))
    expect(told(rewardsOf(books))).toEqual(['ada 0 USD pending gone'])
  })

  it('count a reward once, however many parts it has', async () => {
    const books = await openWith({ atMost: 2 })
    await books.call(pay({ key: 'order-1' }))
    await bring(books, 'paid')
    await Promise.all([
      books.call({ kind: 'transaction.archive', ref: 'order-1' }),
      books.call(pay({ key: 'order-2' })),
    ])
    expect(amountsOf(books)).toEqual([500, -500, 500])
  })

  it('of actions, and of those of a partner', async () => {
    const books = await openWith({ atMost: 1, actionType: 'demo' }, { event: 'action', rate: flat(300) })
    await books.call(actionCreate())
    await books.call(actionCreate())
    for (let n = 0; n < 2; n++) await books.call(actionCreate({ targetType: 'partnership', ref: 'ben' }))
    expect(told(rewardsOf(books))).toEqual(['ada 300 USD pending', 'ben 300 USD pending'])
  })
})

describe('a trigger on sign-ups counts', () => {
  it.each<[string, (books: TestBooks) => Promise<unknown>, string[]]>([
    [
      'a customer made by key pair, once',
      async (books) => {
        await books.call(customerCreate())
        await books.call(customerCreate({ name: 'Grace' }))
      },
      ['ada 400 USD pending'],
    ],
    [
      'one from the browser, which waits until somebody has looked',
      (books) => books.signUp(signup()),
      ['ada 400 USD hold'],
    ],
    [
      'one that a platform names with its partner',
      (books) => books.hear(customerSeen({ customerKey: 'c9', partnerKey: 'ben' })),
      ['ben 400 USD pending'],
    ],
    [
      'one that a checkout without a script makes',
      (books) => books.hear(payment('ch_1', { who: hints({ customerKey: 'c9', partnerKey: 'ben' }) })),
      ['ben 400 USD pending'],
    ],
    ['none whom nobody is credited for', (books) => books.signUp(signup({ partnerKey: null })), []],
    [
      'none that is only linked',
      (books) => books.hear(customerSeen({ customerKey: 'c9', platform: stripe('cus_9') })),
      [],
    ],
  ])('%s', async (_what, act, expected) => {
    const books = await openTestBooks()
    await books.call(trigger({}, { event: 'signup', rate: flat(400) }))
    await act(books)
    expect(told(rewardsOf(books))).toEqual(expected)
    expect(rewardsOf(books).every((row) => row.cause === row.customer && row.payment === null)).toBe(true)
  })
})

describe('a trigger on actions counts', () => {
  it.each<[string, Parameters<typeof actionCreate>[0], string[]]>([
    ['its type, for the partner of the customer', {}, ['ada 300 USD pending']],
    ['no other type', { type: 'training' }, []],
    ['what a partner did', { targetType: 'partnership', ref: 'ben@partners.test' }, ['ben 300 USD pending']],
  ])('%s', async (_what, over, expected) => {
    const books = await openWith({ actionType: 'demo' }, { event: 'action', rate: flat(300) })
    await books.call(actionCreate(over))
    expect(told(rewardsOf(books))).toEqual(expected)
  })

  it.each([
    [1, T0 + 30 * DAY, ['ada 300 USD pending']],
    [1, T0 + 31 * DAY, []],
  ])('within %d month(s) of the sign-up: at %d', async (withinMonths, at, expected) => {
    const books = await openWith({ withinMonths }, { event: 'action', rate: flat(300) })
    await books.call(actionCreate(), { at })
    expect(told(rewardsOf(books))).toEqual(expected)
  })
})

it.each([
  ['2026-01-15T10:00Z', 1, '2026-02-15T10:00Z'],
  ['2026-01-31T10:00Z', 1, '2026-02-28T10:00Z'],
  ['2028-01-31T10:00Z', 1, '2028-02-29T10:00Z'],
  ['2026-11-30T00:00Z', 3, '2027-02-28T00:00Z'],
  ['2024-02-29T23:59:59.999Z', 12, '2025-02-28T23:59:59.999Z'],
])('%s and %d months is %s', (from, months, to) => {
  expect(new Date(monthsAfter(Date.parse(from), months)).toISOString()).toBe(new Date(to).toISOString())
})
