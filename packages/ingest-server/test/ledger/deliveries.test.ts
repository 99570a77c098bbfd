/** The inbox: a delivery and its effects are one commit, once per event id; and what a batch shares and does not share. */
import { describe, expect, it } from 'vitest'
import type { Fact } from '../../src/facts.ts'
import {
  DAY,
  HOUR,
  T0,
  called,
  customerCreate,
  customerSeen,
  delivered,
  failure,
  fromBrowser,
  hints,
  openTestBooks,
  partner,
  payment,
  signup,
  stripe,
  subscription,
  transactionCreate,
} from '../support/ledger.ts'

const checkout = (id: string) => payment(id, { who: hints({ customerKey: 'c1', partnerKey: 'ada' }) })
/** What no source sends: whoever loads the one, or decides the other, runs into our own fault. */
const broken = { ...checkout('ch_broken'), payment: null } as unknown as Fact
const undecidable = { ...checkout('in_broken'), amount: 0.5, captured: null, paid: 1 } as Fact

describe('an event id', () => {
  it('that was seen changes nothing, whatever it brings', async () => {
    const books = await openTestBooks()
    await books.hear(checkout('ch_1'), { eventId: 'e' })
    const receipt = await books.hear(checkout('ch_2'), { eventId: 'e' })
    expect(receipt).toMatchObject({ outcomes: [], delivery: { state: 'duplicate' } })
    expect(Object.keys(books.snapshot().transactions)).toEqual(['stripe ch_1'])
  })

  it('is seen per account, provider and mode', async () => {
    const books = await openTestBooks()
    await books.hear(checkout('ch_1'), { eventId: 'e' })
    const others = [
      await books.hear(checkout('ch_2'), { eventId: 'e', account: 'acct_1' }),
      await books.signUp(signup({ customerKey: 'c2' }), { eventId: 'e' }),
      await books.hear(checkout('ch_3'), { eventId: 'e', mode: 'test' }),
    ]
    expect(others.map(({ delivery }) => delivery?.state)).toEqual(['applied', 'applied', 'parked'])
  })

  it.each<[string, Fact[], string]>([
    ['applied', [checkout('ch_1')], 'applied'],
    ['parked', [payment()], 'parked'],
    ['ignored', [failure()], 'ignored'],
  ])('counts as seen once it was %s', async (_name, facts, state) => {
    const books = await openTestBooks()
    expect((await books.hear(facts as never, { eventId: 'e' })).delivery?.state).toBe(state)
    expect((await books.hear(checkout('ch_9'), { eventId: 'e' })).delivery?.state).toBe('duplicate')
  })

  it('is worked again by hand, and nothing is counted twice', async () => {
    const books = await openTestBooks()
    await books.hear(checkout('ch_1'), { eventId: 'e' })
    const before = books.snapshot()
    const receipt = await books.hear(checkout('ch_1'), { eventId: 'e', again: true })
    expect(receipt.delivery?.state).toBe('applied')
    expect(books.snapshot()).toEqual(before)
    expect(books.rows().deliveries).toMatchObject([{ attempts: 2 }])
  })

  it('keeps what it changed when it is worked again', async () => {
    const books = await openTestBooks()
    await books.hear(checkout('ch_1'), { eventId: 'e' })
    const [before] = books.rows().deliveries
    await books.hear(checkout('ch_1'), { eventId: 'e', again: true })
    expect(books.rows().deliveries[0]?.changed).toEqual(before?.changed)
    expect(before?.changed).not.toEqual([])
  })
})

describe('a delivery', () => {
  it('with nothing for the books keeps the verdict of its source', async () => {
    const books = await openTestBooks()
    const entry = delivered([], { eventId: 'thin' })
    const verdict = { state: 'unsupported', reason: 'a thin event' } as const
    const receipt = await books.record({ ...entry, delivery: entry.delivery && { ...entry.delivery, verdict } })
    expect(receipt.delivery).toMatchObject(verdict)
  })

  it('keeps its bytes', async () => {
    const books = await openTestBooks()
    const { delivery } = await books.hear(checkout('ch_1'), { eventId: 'bytes' })
    expect(Buffer.from((await books.deliveryBody(delivery?.key ?? '')) ?? [])).toEqual(Buffer.from('bytes'))
  })
})

describe('a delivery whose work fails by our fault', () => {
  const openFailing = async () => {
    const bugs: unknown[] = []
    const books = await openTestBooks({ onBug: (error) => bugs.push(error) })
    return { books, bugs }
  }

  it('is kept as failed, alone, and worked again when its event comes again', async () => {
    const { books, bugs } = await openFailing()
    const facts = [checkout('ch_1'), broken]
    const first = await books.record(delivered(facts, { eventId: 'e' }))
    expect(first.delivery?.state).toBe('failed')
    expect(bugs).toHaveLength(1)
    expect(books.snapshot()).toMatchObject({ customers: {}, transactions: {} })
    const second = await books.hear(checkout('ch_1'), { eventId: 'e', at: T0 + HOUR })
    expect(second.delivery?.state).toBe('applied')
    expect(books.rows().deliveries).toMatchObject([{ attempts: 2, receivedAt: T0, state: 'applied' }])
  })

  it.each([
    ['while its rows are read', broken],
    ['while it is decided', undecidable],
  ])('leaves the others of its batch alone, and undoes all of its own: %s', async (_name, fault) => {
    const { books, bugs } = await openFailing()
    const linked = customerSeen({ customerKey: 'c1', platform: stripe('cus_1') })
    const receipts = await Promise.all([
      books.hear(checkout('ch_1')),
      books.record(delivered([checkout('ch_2'), linked, fault])),
      books.hear(checkout('ch_3')),
    ])
    expect(receipts.map(({ delivery }) => delivery?.state)).toEqual(['applied', 'failed', 'applied'])
    expect(Object.keys(books.snapshot().transactions)).toEqual(['stripe ch_1', 'stripe ch_3'])
    expect(books.snapshot().ids).toEqual({})
    expect(bugs).toHaveLength(1)
  })
})

describe('a batch', () => {
  it('decides in turn: what one entry brings, the next one finds', async () => {
    const books = await openTestBooks()
    const [first, ...rest] = [
      called(customerCreate()),
      called(transactionCreate({ key: 'pay-1' })),
      delivered([customerSeen({ customerKey: 'c1', platform: stripe('cus_1') })]),
      delivered([payment()]),
      called({ kind: 'transaction.archive', ref: 'pay-1' }),
    ].map((entry) => books.record(entry))
    await Promise.all([first, ...rest])
    expect(books.snapshot().transactions).toMatchObject({
      'api pay-1': { archived: 'deleted' },
      'stripe ch_1': { customer: 'c1' },
    })
  })

  it('refuses one call without touching the others', async () => {
    const books = await openTestBooks()
    const results = await Promise.allSettled([
      books.call(customerCreate()),
      books.call(transactionCreate({ customer: 'nobody' })),
      books.call(customerCreate({ customerKey: 'c2', email: 'c2@x.test', partnerKey: 'eve' })),
      books.signUp(signup({ customerKey: 'c3' })),
    ])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
    expect(Object.keys(books.snapshot().customers)).toEqual(['c1', 'c3'])
  })

  it('answers each of two calls with the very same entry', async () => {
    const books = await openTestBooks()
    const entry = fromBrowser(signup())
    const receipts = await Promise.all([books.record(entry), books.record(entry)])
    expect(receipts.map(({ delivery }) => delivery?.state)).toEqual(['applied', 'duplicate'])
  })

  it('holds both modes, sealed from each other', async () => {
    const books = await openTestBooks()
    await books.call(partner('gina'), { mode: 'test' })
    await Promise.all([
      books.hear(checkout('ch_1')),
      books.hear(payment('ch_1', { who: hints({ customerKey: 'c1', partnerKey: 'gina' }) }), { mode: 'test' }),
    ])
    expect(books.snapshot().transactions['stripe ch_1']?.partner).toBe('ada')
    expect(books.snapshot('test').transactions['stripe ch_1']?.partner).toBe('gina')
  })
})

describe('a partner', () => {
  it.each([
    ['its partner_key, in any batch', partner('ada')],
    ['its e-mail, in any spelling', { ...partner('adb'), email: ' ADA@partners.test' } as Fact],
  ])('joins once: %s', async (_name, fact) => {
    const books = await openTestBooks()
    await expect(books.call(fact)).rejects.toMatchObject({ code: 'KEY_TAKEN' })
  })
})

describe('a subscription', () => {
  const stored = async (...facts: ReturnType<typeof subscription>[]) => {
    const books = await openTestBooks()
    for (const fact of facts) await books.hear(fact)
    return books.rows().subscriptions
  }

  it.each<[string, ReturnType<typeof subscription>[], Record<string, unknown>]>([
    ['the newest event', [subscription({ at: T0 + 1, status: 'past_due' }), subscription()], { status: 'past_due' }],
    [
      'deleted, of two events within one second',
      [subscription({ deleted: true }), subscription({ status: 'past_due', currentPeriodEnd: T0 + 60 * DAY })],
      { status: 'canceled', deleted: true },
    ],
    [
      'active, of one second with the incomplete it was made as',
      [subscription(), subscription({ status: 'incomplete' })],
      { status: 'active' },
    ],
    [
      'the later period, of two events within one second',
      [subscription({ currentPeriodEnd: T0 + 60 * DAY }), subscription()],
      { currentPeriodEnd: T0 + 60 * DAY },
    ],
    [
      'the newest, though an older one was deleted',
      [subscription({ deleted: true }), subscription({ at: T0 + 1 })],
      { deleted: false },
    ],
  ])('is as told by %s', async (_name, facts, expected) => {
    expect(await stored(...facts)).toMatchObject([expected])
    expect(await stored(...facts.toReversed())).toMatchObject([expected])
  })
})
