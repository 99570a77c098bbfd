/** Refunds that do not say which payment they are of: found by what both name, by being the only one, or by a person. */
import { describe, expect, it } from 'vitest'
import type { LooseRefundFact, PaymentFact } from '../../src/facts.ts'
import { HOUR, T0, customerCreate, hints, openTestBooks, outcomeOf, payment } from '../support/ledger.ts'
import type { TestBooks } from '../support/ledger.ts'

const recurly = (id: string) => ({ provider: 'recurly', account: '', id })
const account = recurly('00123')

const paid = (id: string, invoice: string | null, over: Partial<PaymentFact> = {}): PaymentFact =>
  payment(id, {
    payment: recurly(id),
    who: hints({ platform: account }),
    amount: 1_000,
    captured: null,
    refundedTotal: null,
    intent: invoice && `00123#${invoice}`,
    ...over,
  })
const refund = (id: string, invoice: string | null, over: Partial<LooseRefundFact> = {}): LooseRefundFact => ({
  ...{ kind: 'loose-refund', at: T0 + HOUR, refund: recurly(id), amount: 1_000, currency: null, customer: account },
  ...{ intent: invoice && `00123#${invoice}`, chosen: null },
  ...over,
})

async function withCustomer(): Promise<TestBooks> {
  const books = await openTestBooks()
  await books.call(customerCreate({ customerKey: 'c1', email: 'c1@shop.test', providerKey: '00123' }))
  return books
}

const taken = (books: TestBooks): Record<string, [number, string | null]> =>
  Object.fromEntries(
    books
      .rows()
      .payments.filter(({ state }) => state === 'recorded')
      .map(({ sourceKey, refunded, archived }) => [sourceKey, [refunded, archived]]),
  )

describe('a refund that names no payment', () => {
  it('is of the payment with its account and invoice, though another is of the same amount', async () => {
    const books = await withCustomer()
    await books.hear([paid('t1', '1001'), paid('t2', '1002')])
    expect(outcomeOf(await books.hear(refund('r1', '1002')))).toMatchObject({ state: 'applied' })
    expect(taken(books)).toEqual({ t1: [0, null], t2: [1_000, 'reversed'] })
  })

  it('waits for its payment, whatever comes in between', async () => {
    const books = await openTestBooks()
    const { delivery } = await books.hear(refund('r1', '1001', { amount: 400 }))
    expect(delivery?.state).toBe('parked')
    await books.hear(paid('t1', '1001'))
    await books.call(customerCreate({ customerKey: 'c1', email: 'c1@shop.test', providerKey: '00123' }))
    expect(taken(books)).toEqual({ t1: [400, null] })
    expect(await books.delivery(delivery?.key ?? '')).toMatchObject({ state: 'applied' })
  })

  it('is counted once, however often it comes', async () => {
    const books = await withCustomer()
    await books.hear(paid('t1', '1001'))
    for (let n = 0; n < 3; n++) await books.hear(refund('r1', '1001', { amount: 300 }))
    await books.hear(refund('r2', '1001', { amount: 300 }))
    expect(taken(books)).toEqual({ t1: [600, null] })
  })

  it.each([
    ['is of the only payment of its amount, where it names no invoice', null],
    ['is of the only payment of its amount, where its invoice is a credit invoice', '9001'],
  ])('%s', async (_name, invoice) => {
    const books = await withCustomer()
    await books.hear([paid('t1', '1001'), paid('t2', '1002', { amount: 700 })])
    await books.hear(refund('r1', invoice))
    expect(taken(books)).toEqual({ t1: [1_000, 'reversed'], t2: [0, null] })
  })

  it.each<[string, PaymentFact[]]>([
    ['two of its amount stand', [paid('t1', '1001'), paid('t2', '1002')]],
    ['none of its amount stands', [paid('t1', '1001', { amount: 999 })]],
    ['the only one is in another currency', [paid('t1', '1001', { currency: 'EUR' })]],
  ])('is parked for a person to choose where %s', async (_name, payments) => {
    const books = await withCustomer()
    await books.hear(payments)
    const { delivery } = await books.hear(refund('r1', null))
    expect(delivery).toMatchObject({ state: 'parked', reason: expect.stringMatching(/^choose the payment/) as string })
    expect(Object.values(taken(books)).every(([refunded]) => refunded === 0)).toBe(true)
  })

  it('is of the payment a person chose, and stays so', async () => {
    const books = await withCustomer()
    await books.hear([paid('t1', '1001'), paid('t2', '1002')])
    const { delivery } = await books.hear(refund('r1', null), { eventId: 'evt_r1' })
    await books.hear(refund('r1', null, { chosen: 't2' }), { eventId: 'evt_r1', again: true })
    await books.hear(refund('r1', null), { eventId: 'evt_r1', again: true })
    expect(taken(books)).toEqual({ t1: [0, null], t2: [1_000, 'reversed'] })
    expect(await books.delivery(delivery?.key ?? '')).toMatchObject({ state: 'applied' })
  })

  it('moves to the payment it names when that comes later than the one it was taken for', async () => {
    const books = await withCustomer()
    await books.hear(paid('t1', '1001'))
    await books.hear(refund('r1', '1002'))
    expect(taken(books)).toEqual({ t1: [1_000, 'reversed'] })
    await books.hear(paid('t2', '1002'))
    expect(taken(books)).toEqual({ t1: [0, null], t2: [1_000, 'reversed'] })
  })

  it('takes back no more than came in', async () => {
    const books = await withCustomer()
    await books.hear(paid('t1', '1001'))
    await books.hear([refund('r1', '1001', { amount: 800 }), refund('r2', '1001', { amount: 800 })])
    expect(taken(books)).toEqual({ t1: [1_000, 'reversed'] })
  })
})
