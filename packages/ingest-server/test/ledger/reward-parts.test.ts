/** Rewards follow the money of their payments: unpaid ones in place, paid and declined ones by further parts. */
import { describe, expect, it } from 'vitest'
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
  payment,
  refundFailed,
  refund,
  refundTotal,
  signup,
  stripe,
  transactionCreate,
} from '../support/ledger.ts'
import type { TestBooks } from '../support/ledger.ts'
import { actionCreate, bring, flat, give, percent, rewardsOf, told, trigger } from '../support/ledger-rewards.ts'

/** `c1` of `ada`, whose charge of 50.00 USD earned by this rate (10 %, unless said). */
async function charged(
  rate: ReturnType<typeof flat> | ReturnType<typeof percent> = percent(100_000),
): Promise<TestBooks> {
  const books = await openTestBooks()
  await books.call(trigger({}, { rate }))
  await books.call(customerCreate({ providerKey: 'cus_1' }))
  await books.hear(payment())
  return books
}
type Act = (books: TestBooks) => Promise<unknown>
const refunded =
  (total: number, hour = 1): Act =>
  (books) =>
    books.hear(refundTotal(total, { at: T0 + hour * HOUR }))
const pay: Act = (books) => bring(books, 'paid')
const decline: Act = (books) => bring(books, 'declined')

async function history(books: TestBooks, acts: readonly Act[]): Promise<string[]> {
  for (const act of acts) await act(books)
  return told(rewardsOf(books))
}

describe('an unpaid reward', () => {
  it.each<[string, Act[], string[]]>([
    ['shrinks with a partial refund', [refunded(1500)], ['ada 350 USD pending']],
    ['shrinks further with another', [refunded(1500), refunded(2000, 2)], ['ada 300 USD pending']],
    ['is taken back with all of the money', [refunded(5000)], ['ada 0 USD pending gone']],
    [
      'comes back where the refund failed',
      [refunded(5000), (books) => books.hear(refundFailed('re_1', 5000))],
      ['ada 500 USD pending'],
    ],
    ['goes while a dispute holds the money', [(books) => books.hear(dispute('withdrawn'))], ['ada 0 USD pending gone']],
    [
      'comes back with a dispute that is won',
      [(books) => books.hear(dispute('withdrawn')), (books) => books.hear(dispute('reinstated'))],
      ['ada 500 USD pending'],
    ],
    ['goes with a payment that fails late', [(books) => books.hear(failure())], ['ada 0 USD pending gone']],
    [
      'goes with a transaction that is archived',
      [(books) => books.call({ kind: 'transaction.archive', ref: 'ch_1' })],
      ['ada 0 USD pending gone'],
    ],
    [
      'stays approved while it shrinks',
      [(books) => bring(books, 'approved'), refunded(1500)],
      ['ada 350 USD approved'],
    ],
    [
      'comes back as approved as it was',
      [(books) => bring(books, 'approved'), refunded(5000), (books) => books.hear(refundFailed('re_1', 5000))],
      ['ada 500 USD approved'],
    ],
    [
      'grows where the payment itself was larger than was known',
      [(books) => books.hear(payment('ch_1', { captured: 8000, amount: 8000, at: T0 + HOUR }))],
      ['ada 800 USD pending'],
    ],
  ])('%s', async (_what, acts, expected) => {
    expect(await history(await charged(), acts)).toEqual(expected)
  })

  it('says what it earned at first, and when', async () => {
    const books = await charged()
    await books.hear(refundTotal(1500), { at: T0 + HOUR })
    expect(rewardsOf(books)).toMatchObject([
      { firstAmount: 500, amount: 350, part: 0, createdAt: T0, updatedAt: T0 + HOUR, source: 'trigger' },
    ])
  })

  it('earned more at first where the payment was larger', async () => {
    const books = await charged()
    await books.hear(payment('ch_1', { captured: 8000, amount: 8000, at: T0 + HOUR }))
    expect(rewardsOf(books)).toMatchObject([{ firstAmount: 800, amount: 800 }])
  })

  it('is not written where nothing of its money changed', async () => {
    const books = await charged()
    const before = rewardsOf(books)
    await books.hear(payment('ch_1', { at: T0 + HOUR, productKey: 'pro' }), { at: T0 + HOUR })
    expect(rewardsOf(books)).toEqual(before)
  })

  it.each([
    [1000, 560],
    [2499, 350],
    [4999, 0],
  ])('of a flat amount shrinks in proportion: of 5000, %d went back', async (total, amount) => {
    const books = await charged(flat(700))
    await refunded(total)(books)
    expect(rewardsOf(books).map((row) => row.amount)).toEqual([amount])
  })

  it('is archived by any refund where the setting says so', async () => {
    const books = await charged()
    await books.set('refunds', 'archive')
    expect(await history(books, [refunded(1)])).toEqual(['ada 0 USD pending gone'])
  })
})

describe('a paid reward', () => {
  it.each<[string, Act[], string[]]>([
    ['stays when nothing goes back', [pay], ['ada 500 USD paid']],
    ['is clawed back in part', [pay, refunded(1500)], ['ada 500 USD paid', 'ada -150 USD pending']],
    [
      'is clawed back further by the same part',
      [pay, refunded(1500), refunded(5000, 2)],
      ['ada 500 USD paid', 'ada -500 USD pending'],
    ],
    [
      'is clawed back no more where the refund failed',
      [pay, refunded(5000), (books) => books.hear(refundFailed('re_1', 5000))],
      ['ada 500 USD paid', 'ada 0 USD pending gone'],
    ],
    [
      'is earned anew after a paid clawback, when the money comes back',
      [pay, refunded(5000), pay, (books) => books.hear(refundFailed('re_1', 5000))],
      ['ada 500 USD paid', 'ada -500 USD paid', 'ada 500 USD pending'],
    ],
    [
      'and so on',
      [
        pay,
        refunded(5000),
        pay,
        (books) => books.hear(refundFailed('re_1', 5000)),
        pay,
        (books) => books.hear(dispute('withdrawn')),
      ],
      ['ada 500 USD paid', 'ada -500 USD paid', 'ada 500 USD paid', 'ada -500 USD pending'],
    ],
    [
      'is clawed back with an archived transaction',
      [pay, (books) => books.call({ kind: 'transaction.archive', ref: 'ch_1' })],
      ['ada 500 USD paid', 'ada -500 USD pending'],
    ],
    [
      'takes more where the payment was larger',
      [pay, (books) => books.hear(payment('ch_1', { captured: 8000, amount: 8000, at: T0 + HOUR }))],
      ['ada 500 USD paid', 'ada 300 USD pending'],
    ],
  ])('%s', async (_what, acts, expected) => {
    const books = await charged()
    expect(await history(books, acts)).toEqual(expected)
    expect(rewardsOf(books).map(({ part }) => part)).toEqual(expected.map((_row, part) => part))
    expect(new Set(rewardsOf(books).map(({ cause, triggerKey }) => `${cause} ${triggerKey}`)).size).toBe(1)
  })

  it('is clawed back without waiting for a hold period', async () => {
    const books = await openTestBooks()
    await books.set('hold_days', '30')
    await books.call(trigger())
    await books.call(customerCreate({ providerKey: 'cus_1' }))
    await books.hear(payment())
    await bring(books, 'pending')
    expect(await history(books, [pay, refunded(1500)])).toEqual(['ada 500 USD paid', 'ada -150 USD pending'])
  })
})

describe('a declined reward', () => {
  it.each<[string, Act[], string[]]>([
    [
      'is never made again',
      [decline, (books) => books.hear(payment('ch_1', { at: T0 + HOUR }))],
      ['ada 500 USD declined'],
    ],
    ['takes nothing back that was never paid', [decline, refunded(1500)], ['ada 500 USD declined']],
    [
      'not even when all of the money goes back',
      [decline, refunded(5000), (books) => books.hear(refundFailed('re_1', 5000))],
      ['ada 500 USD declined'],
    ],
    [
      'leaves room for what the payment was larger',
      [decline, (books) => books.hear(payment('ch_1', { captured: 8000, amount: 8000, at: T0 + HOUR }))],
      ['ada 500 USD declined', 'ada 300 USD pending'],
    ],
    [
      'that was a clawback is not asked for again',
      [
        pay,
        refunded(1500),
        decline,
        (books) => books.hear(payment('ch_1', { at: T0 + 2 * HOUR, refundedTotal: 1500 })),
      ],
      ['ada 500 USD paid', 'ada -150 USD declined'],
    ],
    [
      'that was a clawback pays for nothing when the money comes back',
      [pay, refunded(1500), decline, (books) => books.hear(refundFailed('re_1', 1500))],
      ['ada 500 USD paid', 'ada -150 USD declined'],
    ],
    [
      'that was a clawback still lets the rest be asked for',
      [pay, refunded(1500), decline, refunded(5000, 2)],
      ['ada 500 USD paid', 'ada -150 USD declined', 'ada -350 USD pending'],
    ],
  ])('%s', async (_what, acts, expected) => {
    expect(await history(await charged(), acts)).toEqual(expected)
  })
})

describe('a payment that is recorded late', () => {
  it('earns what is left of it', async () => {
    const books = await openTestBooks()
    await books.call(trigger())
    await books.hear([payment(), refundTotal(1500)])
    await books.call(customerCreate({ providerKey: 'cus_1' }))
    expect(rewardsOf(books)).toMatchObject([{ firstAmount: 500, amount: 350, archived: false }])
  })

  it('earns when a refund of all of it turns out to have failed', async () => {
    const books = await openTestBooks()
    await books.call(trigger())
    await books.hear([payment(), refundTotal(5000)])
    await books.call(customerCreate({ providerKey: 'cus_1' }))
    expect(told(rewardsOf(books))).toEqual(['ada 0 USD pending gone'])
    await books.hear(refundFailed('re_1', 5000))
    expect(told(rewardsOf(books))).toEqual(['ada 500 USD pending'])
  })

  it('earns once, whether the key pair or the platform told of it first', async () => {
    for (const order of [0, 1]) {
      const books = await openTestBooks()
      await books.call(trigger())
      await books.call(customerCreate({ providerKey: 'cus_1' }))
      const acts = [() => books.call(transactionCreate({ key: 'ch_1' })), () => books.hear(payment())]
      for (const act of order === 0 ? acts : acts.toReversed()) await act()
      expect(told(rewardsOf(books))).toEqual(['ada 500 USD pending'])
    }
  })

  it('earns for an invoice what its charge gave back', async () => {
    const books = await openTestBooks()
    await books.call(trigger())
    await books.call(customerCreate({ providerKey: 'cus_1' }))
    await books.hear(payment('in_1', { captured: null, paid: 5000, refundedTotal: null }))
    await books.hear({ kind: 'tie', at: T0, part: stripe('ch_1'), whole: 'in_1' })
    await books.hear(refund('re_1', 1500))
    expect(told(rewardsOf(books))).toEqual(['ada 350 USD pending'])
  })
})

describe('a payment below 0', () => {
  it('takes its percentage, and gives it back when it is archived', async () => {
    const books = await openTestBooks()
    await books.call(trigger())
    await books.call(trigger({}, { rate: flat(700) }))
    await books.call(customerCreate())
    await books.call(transactionCreate({ key: 'minus', amount: -5000 }))
    expect(told(rewardsOf(books))).toEqual(['ada -500 USD pending'])
    await bring(books, 'paid')
    await books.call({ kind: 'transaction.archive', ref: 'minus' })
    expect(told(rewardsOf(books))).toEqual(['ada -500 USD paid', 'ada 500 USD pending'])
  })
})

describe('when a trusted source says whose customer it is', () => {
  /** `c1` signed up by the browser for `ada`, was charged twice and had one demo; then the platform names `ben`. */
  async function moved(between: Act[]): Promise<TestBooks> {
    const books = await openTestBooks()
    await books.call(trigger())
    await books.call(trigger({}, { event: 'signup', rate: flat(100) }))
    await books.call(trigger({}, { event: 'action', rate: flat(30) }))
    await books.signUp(signup({ providerKey: 'cus_1' }), { at: T0 - DAY })
    await books.hear(payment())
    await books.call(actionCreate())
    for (const act of between) await act(books)
    await books.hear(payment('ch_2', { who: hints({ platform: stripe('cus_1'), partnerKey: 'ben' }) }))
    return books
  }
  const all = (books: TestBooks): string[] => told(rewardsOf(books))
  const nth = (books: TestBooks, index: number): string => rewardsOf(books)[index]?.key ?? ''

  it('unpaid rewards go to the partner it names, and wait no longer for somebody to look', async () => {
    expect(all(await moved([]))).toEqual([
      ...['ben 100 USD pending', 'ben 500 USD pending', 'ben 30 USD pending', 'ben 500 USD pending'],
    ])
  })

  it('paid ones are taken from the one and given to the other', async () => {
    const pays: Act = async (books) => {
      await bring(books, 'pending', nth(books, 1))
      await bring(books, 'paid', nth(books, 1))
    }
    expect(all(await moved([pays])).toSorted()).toEqual([
      ...['ada -500 USD pending', 'ada 500 USD paid', 'ben 100 USD pending', 'ben 30 USD pending'],
      ...['ben 500 USD pending', 'ben 500 USD pending'],
    ])
  })

  it('declined ones stay declined, and nobody gets them', async () => {
    const declines: Act = (books) => bring(books, 'declined', nth(books, 1))
    expect(all(await moved([declines]))).toEqual([
      ...['ben 100 USD pending', 'ada 500 USD declined', 'ben 30 USD pending', 'ben 500 USD pending'],
    ])
  })

  it('what is refunded later is taken from whoever has it', async () => {
    const books = await moved([
      async (under) => {
        await bring(under, 'pending', nth(under, 1))
        await bring(under, 'paid', nth(under, 1))
      },
    ])
    await refunded(2000)(books)
    const ofCharge = rewardsOf(books).filter(
      ({ part, payment: of }) => of === rewardsOf(books)[1]?.payment && part >= 0,
    )
    expect(told(ofCharge)).toEqual(['ada 500 USD paid', 'ben 300 USD pending', 'ada -500 USD pending'])
  })

  it('what a person gave stays with whom they gave it to', async () => {
    expect(all(await moved([(books) => books.call(give())]))).toContain('ada 700 USD pending')
  })

  it('whoever he is, found by what the same batch tells', async () => {
    const books = await openTestBooks()
    await books.call(trigger())
    await books.signUp(signup())
    await books.call(transactionCreate({ key: 'order-1' }))
    await Promise.all([
      books.hear(customerSeen({ customerKey: 'c1', platform: stripe('cus_1') })),
      books.hear(payment('ch_1', { who: hints({ platform: stripe('cus_1'), partnerKey: 'ben' }) })),
    ])
    expect(all(books)).toEqual(['ben 500 USD pending', 'ben 500 USD pending'])
  })

  it('it counts for everything in the same batch', async () => {
    const books = await openTestBooks()
    await books.call(trigger())
    await books.signUp(signup({ providerKey: 'cus_1' }), { at: T0 - DAY })
    await Promise.all([
      books.hear(payment()),
      books.hear(payment('ch_2', { who: hints({ platform: stripe('cus_1'), partnerKey: 'ben' }) })),
      books.hear(payment('ch_3')),
    ])
    expect(all(books)).toEqual(['ben 500 USD pending', 'ben 500 USD pending', 'ben 500 USD pending'])
  })
})
