/** Subscriptions are information: the newest event wins, and what it does not tell stays as it was. */
import { describe, expect, it } from 'vitest'
import {
  HOUR,
  T0,
  customerCreate,
  customerSeen,
  hints,
  openTestBooks,
  stripe,
  subscription,
} from '../support/ledger.ts'

const whole = {
  planKey: 'price_1',
  quantity: 2,
  amount: 5_000,
  currency: 'USD',
  currentPeriodEnd: T0 + 30 * HOUR,
  createdAt: T0,
}
const told = { who: hints({ platform: stripe('cus_1') }) }

describe('a subscription', () => {
  it('keeps its plan, price and period when a newer event tells only of its state', async () => {
    const books = await openTestBooks()
    await books.hear(subscription({ at: T0, ...told, ...whole }))
    const nothing = { planKey: null, quantity: 3, amount: null, currency: null, currentPeriodEnd: null }
    await books.hear(
      subscription({ at: T0 + HOUR, who: hints(), status: 'past_due', ...nothing, createdAt: T0 + HOUR }),
    )
    expect(books.rows().subscriptions).toMatchObject([
      { ...whole, quantity: 3, status: 'past_due', platformCustomer: 'cus_1' },
    ])
  })

  it('is the same whether the event that tells less comes first or last', async () => {
    const events = [
      subscription({ at: T0, ...told, ...whole }),
      subscription({
        at: T0 + HOUR,
        ...told,
        status: 'past_due',
        planKey: null,
        quantity: null,
        amount: null,
        currency: null,
        currentPeriodEnd: null,
        createdAt: T0 + HOUR,
      }),
    ]
    const rows = []
    for (const order of [events, [...events].reverse()]) {
      const books = await openTestBooks()
      for (const event of order) await books.hear(event)
      rows.push(
        books
          .rows()
          .subscriptions.map(({ status, planKey, amount, createdAt }) => ({ status, planKey, amount, createdAt })),
      )
    }
    expect(rows[0]).toEqual([{ status: 'past_due', planKey: 'price_1', amount: 5_000, createdAt: T0 }])
    expect(rows[1]).toEqual(rows[0])
  })
})

describe('a platform that has one name for customer_key and its own id', () => {
  it('has found the customer by either, and nothing waits in the inbox', async () => {
    const books = await openTestBooks()
    await books.call(customerCreate({ customerKey: 'c1', email: 'c1@shop.test', providerKey: '00123' }))
    const platform = { provider: 'recurly', account: '', id: '00123' }
    const { delivery } = await books.hear(customerSeen({ customerKey: '00123', platform }))
    expect(delivery).toMatchObject({ state: 'applied', reason: "linked to customer 'c1'" })
  })
})
