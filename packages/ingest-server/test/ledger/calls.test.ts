/** A call that carries an Idempotency-Key is done once, however often and however close together it comes. */
import { describe, expect, it } from 'vitest'
import type { Call, Entry } from '../../src/entry.ts'
import { AppError } from '../../src/errors.ts'
import type { Fact } from '../../src/facts.ts'
import { DAY, T0, called, customerCreate, openTestBooks, transactionCreate } from '../support/ledger.ts'

const call = (over: Partial<Call> = {}): Call => ({ id: 'call-1', request: 'request-1', ...over })
const keyed = (fact: Fact, { at = T0, ...over }: Partial<Call> & { readonly at?: number } = {}): Entry => ({
  ...called(fact, { at }),
  call: call(over),
})
/** Without a key of its own, so that only the call tells two of them apart. */
const payment = transactionCreate({ customer: 'c1', key: null, amount: 5_000 })

async function opened() {
  const books = await openTestBooks()
  await books.call(customerCreate({ customerKey: 'c1' }))
  const amounts = () => books.rows().payments.map(({ amount }) => amount)
  return { books, amounts }
}

describe('a call with an Idempotency-Key', () => {
  it('made again does nothing, and has the receipt of the first to the letter', async () => {
    const { books, amounts } = await opened()
    const first = await books.record(keyed(payment))
    const second = await books.record(keyed(payment, { at: T0 + 1_000 }))
    expect(JSON.stringify(second)).toBe(JSON.stringify(first))
    expect(amounts()).toEqual([5_000])
  })

  it('made several times at the same moment is done once', async () => {
    const { books, amounts } = await opened()
    const receipts = await Promise.all([1, 2, 3, 4].map(() => books.record(keyed(payment))))
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1)
    expect(amounts()).toEqual([5_000])
  })

  it.each<[string, Partial<Call> & { readonly at?: number }, number]>([
    ['another key is another call', { id: 'call-2' }, 2],
    ['after a day the key is forgotten', { at: T0 + DAY }, 2],
    ['until then it is known', { at: T0 + DAY - 1 }, 1],
  ])('%s', async (_what, again, payments) => {
    const { books, amounts } = await opened()
    await books.record(keyed(payment))
    await books.record(keyed(payment, again))
    expect(amounts()).toHaveLength(payments)
  })

  it('with another request is refused, and does nothing', async () => {
    const { books, amounts } = await opened()
    await books.record(keyed(payment))
    const other = books.record(keyed({ ...payment, amount: 6_000 }, { request: 'request-2' }))
    await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED', status: 422 })
    expect(amounts()).toEqual([5_000])
  })

  it('that was refused is tried anew: nothing had been done', async () => {
    const { books, amounts } = await opened()
    const early = transactionCreate({ customer: 'c2', key: null, amount: 5_000 })
    await expect(books.record(keyed(early))).rejects.toBeInstanceOf(AppError)
    await books.call(customerCreate({ customerKey: 'c2', email: 'c2@shop.test' }))
    await books.record(keyed(early))
    expect(amounts()).toEqual([5_000])
  })
})
