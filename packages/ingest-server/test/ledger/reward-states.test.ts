/** Why rewards wait, who lets go of them, and the way to being paid. */
import { describe, expect, it } from 'vitest'
import type { RewardStatus } from '../../src/facts.ts'
import { letGoDue } from '../../src/inbox/holds.ts'
import {
  DAY,
  T0,
  customerCreate,
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
import { bring, flat, give, rewardsOf, told, trigger } from '../support/ledger-rewards.ts'

/** A sign-up of the browser that no click brought is flagged. */
const FLAG = 'sign-up without a click'
const UNAPPROVED = 'its transaction is not approved yet'
const all = (books: TestBooks): string[] => told(rewardsOf(books))
const holdsOf = (books: TestBooks): (readonly string[])[] => rewardsOf(books).map(({ holds }) => holds)

async function open(settings: Readonly<Record<string, string>> = {}): Promise<TestBooks> {
  const books = await openTestBooks()
  for (const [name, value] of Object.entries(settings)) await books.set(name as 'hold_days', value)
  await books.call(trigger())
  return books
}

describe('a new reward', () => {
  it.each<[string, (books: TestBooks) => Promise<unknown>, string, readonly string[]]>([
    [
      'waits for nothing',
      async (books) => {
        await books.call(customerCreate())
        await books.call(transactionCreate())
      },
      'pending',
      [],
    ],
    [
      'waits while its customer is flagged',
      async (books) => {
        await books.signUp(signup())
        await books.call(transactionCreate())
      },
      'hold',
      [FLAG],
    ],
    [
      'waits while its transaction is not approved',
      async (books) => {
        await books.call(customerCreate())
        await books.signUp(signup({ amount: 5000, currency: 'USD' }))
      },
      'hold',
      [UNAPPROVED],
    ],
    ['waits for both', (books) => books.signUp(signup({ amount: 5000, currency: 'USD' })), 'hold', [FLAG, UNAPPROVED]],
  ])('%s', async (_what, act, status, holds) => {
    const books = await open()
    await act(books)
    expect(rewardsOf(books)).toMatchObject([{ status, holds, holdUntil: null }])
  })

  it('waits for nothing where what browsers report is approved', async () => {
    const books = await open({ browser_transactions: 'approve' })
    await books.call(customerCreate())
    await books.signUp(signup({ amount: 5000, currency: 'USD' }))
    expect(all(books)).toEqual(['ada 500 USD pending'])
  })
})

describe('it waits no longer', () => {
  it('for its transaction once somebody approves that, and once only', async () => {
    const books = await open()
    await books.signUp(signup({ amount: 5000, currency: 'USD' }))
    const [{ payment: ref = '' } = {}] = rewardsOf(books)
    const approve = { kind: 'transaction.approve', ref: ref ?? '', actor: 'operator' } as const
    expect((await books.call(approve)).transaction?.payment.approved).toBe(true)
    expect(holdsOf(books)).toEqual([[FLAG]])
    expect((await books.call(approve)).outcomes).toMatchObject([{ state: 'unchanged' }])
    expect(books.rows().audit.map(({ actor, action }) => [actor, action])).toContainEqual([
      'operator',
      'transaction.approved',
    ])
  })

  it('for somebody to look, once a trusted source vouches for its customer', async () => {
    const books = await open()
    await books.signUp(signup({ amount: 5000, currency: 'USD' }))
    await books.call(customerCreate())
    expect(holdsOf(books)).toEqual([[UNAPPROVED]])
  })

  it.each([
    ['a key pair', (books: TestBooks) => books.call(customerCreate())],
    [
      'a platform',
      (books: TestBooks) =>
        books.hear(payment('ch_9', { amount: 0, captured: 0, who: hints({ customerKey: 'c1', partnerKey: 'ada' }) })),
    ],
  ])('whoever vouches: %s', async (_who, vouch) => {
    const books = await open()
    await books.signUp(signup())
    await books.call(transactionCreate())
    await vouch(books)
    expect(all(books)).toEqual(['ada 500 USD pending'])
  })

  it('once a person lets it go, and then for ever', async () => {
    const books = await open()
    await books.signUp(signup({ providerKey: 'cus_1' }), { at: T0 - DAY })
    await books.hear(payment())
    await bring(books, 'pending')
    await books.hear(refundTotal(1000))
    expect(all(books)).toEqual(['ada 400 USD pending'])
    expect(holdsOf(books)).toEqual([[]])
  })
})

describe('a hold period', () => {
  const due = (books: TestBooks, now: number): Promise<number> => letGoDue(books, now)

  it('begins when the reward is made, and ends to the millisecond', async () => {
    const books = await open({ hold_days: '30' })
    await books.call(customerCreate())
    await books.call(transactionCreate({ createdAt: T0 - 300 * DAY }))
    expect(rewardsOf(books)).toMatchObject([{ status: 'hold', holds: [], holdUntil: T0 + 30 * DAY }])
    expect(await due(books, T0 + 30 * DAY - 1)).toBe(0)
    expect(await due(books, T0 + 30 * DAY)).toBe(1)
    expect(rewardsOf(books)).toMatchObject([{ status: 'pending', holdUntil: null, updatedAt: T0 + 30 * DAY }])
    expect(await due(books, T0 + 31 * DAY)).toBe(0)
  })

  it('that is over lets go of none that waits for something else', async () => {
    const books = await open({ hold_days: '30' })
    await books.signUp(signup())
    await books.call(transactionCreate())
    expect(await due(books, T0 + 31 * DAY)).toBe(1)
    expect(rewardsOf(books)).toMatchObject([{ status: 'hold', holds: [FLAG], holdUntil: null }])
    await books.call(customerCreate())
    expect(all(books)).toEqual(['ada 500 USD pending'])
  })

  it('that is not over still holds what waits for nothing else', async () => {
    const books = await open({ hold_days: '30' })
    await books.signUp(signup())
    await books.call(transactionCreate())
    await books.call(customerCreate(), { at: T0 + DAY })
    expect(rewardsOf(books)).toMatchObject([{ status: 'hold', holds: [], holdUntil: T0 + 30 * DAY }])
    expect(await due(books, T0 + 30 * DAY)).toBe(1)
    expect(all(books)).toEqual(['ada 500 USD pending'])
  })

  it('lets go of any number, some in each commit', async () => {
    const books = await open({ hold_days: '1' })
    await books.call(customerCreate())
    await Promise.all(Array.from({ length: 600 }, () => books.call(transactionCreate())))
    expect(await due(books, T0 + DAY)).toBe(600)
    expect(new Set(all(books))).toEqual(new Set(['ada 500 USD pending']))
  })

  it('holds what a person gives, too', async () => {
    const books = await open({ hold_days: '30' })
    await books.call(customerCreate())
    await books.call(give())
    expect(rewardsOf(books)).toMatchObject([{ status: 'hold', holdUntil: T0 + 30 * DAY }])
  })
})

describe('the way of a reward', () => {
  const WAYS: Record<RewardStatus, readonly RewardStatus[]> = {
    hold: ['pending', 'declined'],
    pending: ['approved', 'declined'],
    approved: ['pending', 'paid', 'declined'],
    paid: [],
    declined: [],
  }
  const STATES = Object.keys(WAYS) as RewardStatus[]
  const steps = STATES.flatMap((from) => STATES.map((to) => [from, to] as const))

  /** A reward in that state. */
  async function reward(books: TestBooks, status: RewardStatus): Promise<string> {
    await books.signUp(signup())
    const ref = (await books.call(give())).reward?.reward.key ?? ''
    if (status === 'hold') return ref
    if (status !== 'declined') await bring(books, 'pending', ref)
    if (status !== 'pending') await bring(books, status, ref)
    return ref
  }

  it.each(steps)('from %s to %s', async (from, to) => {
    const books = await openTestBooks()
    const ref = await reward(books, from)
    const step = books.call({ kind: 'reward.status', ref, status: to, actor: 'api' }, { at: T0 + DAY })
    if (from === to) expect((await step).outcomes).toMatchObject([{ state: 'unchanged' }])
    else if (WAYS[from].includes(to))
      expect((await step).reward).toMatchObject({
        reward: { key: ref, status: to, holds: [], holdUntil: null, updatedAt: T0 + DAY },
        ...{ partner: { partnerKey: 'ada' }, group: { slug: 'default' }, customer: { customerKey: 'c1' } },
        ...{ payment: null, action: null, trigger: null },
      })
    else await expect(step).rejects.toMatchObject({ code: 'STATUS_NOT_POSSIBLE', status: 409 })
  })

  it('says why it cannot go on', async () => {
    const books = await openTestBooks()
    const ref = await reward(books, 'hold')
    const to = (status: RewardStatus) => books.call({ kind: 'reward.status', ref, status, actor: 'api' })
    await expect(to('approved')).rejects.toThrow(`on hold: ${FLAG}. Once you have looked at it, make it pending`)
    await to('pending')
    await expect(to('paid')).rejects.toThrow('from pending it can become approved or declined')
    await expect(
      books.call({ kind: 'reward.status', ref: 'rwrd_x', status: 'paid', actor: 'api' }),
    ).rejects.toMatchObject({
      code: 'REWARD_NOT_FOUND',
    })
  })

  it('is kept in the audit log, with who took each step', async () => {
    const books = await openTestBooks()
    const ref = await reward(books, 'paid')
    const lines = books.rows().audit.filter(({ subject }) => subject === ref)
    expect(lines.map(({ actor, action, detail }) => [actor, action, detail['status']])).toEqual([
      ['api', 'reward.given', undefined],
      ['operator', 'reward.pending', { from: 'hold', to: 'pending' }],
      ['operator', 'reward.approved', { from: 'pending', to: 'approved' }],
      ['operator', 'reward.paid', { from: 'approved', to: 'paid' }],
    ])
  })

  it('ends with the money that earned it', async () => {
    const books = await open()
    await books.call(customerCreate({ providerKey: 'cus_1' }))
    await books.hear([payment(), refundTotal(5000)])
    await expect(bring(books, 'approved')).rejects.toThrow('it was taken back with the money that earned it')
  })
})

describe('in test mode', () => {
  it('every reward is on hold for ever, whoever earned it by whatever', async () => {
    const books = await openTestBooks()
    const test = { mode: 'test' } as const
    await books.set('hold_days', '1', 'test')
    await books.call(partner('ada'), test)
    await books.call(trigger(), test)
    await books.call(trigger({}, { event: 'signup', rate: flat(100) }), test)
    await books.call(customerCreate({ providerKey: 'cus_1' }), test)
    await books.hear(payment('ch_1', { who: hints({ platform: stripe('cus_1') }) }), test)
    await books.call(give(), test)
    expect(rewardsOf(books, 'test').map(({ holdUntil }) => holdUntil)).toEqual([null, null, null])
    await books.record({
      ...test,
      at: T0 + 9 * DAY,
      facts: [{ kind: 'holds.due', until: T0 + 9 * DAY, limit: 9 }],
      delivery: null,
    })
    const rewards = rewardsOf(books, 'test')
    expect(told(rewards)).toEqual(['ada 100 USD hold', 'ada 500 USD hold', 'ada 700 USD hold'])
    for (const { key, holds } of rewards) {
      expect(holds).toEqual(['test mode: it is never paid'])
      for (const status of ['pending', 'approved', 'paid', 'declined'] as const)
        await expect(books.call({ kind: 'reward.status', ref: key, status, actor: 'api' }, test)).rejects.toThrow(
          'stay on hold',
        )
    }
  })
})
