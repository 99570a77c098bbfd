/** What a payment earns, and how that follows its money. */
import { describe, expect, it } from 'vitest'
import { customerCreate, openTestBooks, transactionCreate } from '../support/ledger.ts'
import { rewardsOf, told, trigger } from '../support/ledger-rewards.ts'

describe('x', () => {
  it('y', async () => {
    const books = await openTestBooks()
    await books.call(trigger())
    await books.call(customerCreate())
    await books.call(transactionCreate({ amount: 5000 }))
    expect(told(rewardsOf(books))).toEqual(['ada 500 USD pending'])
  })
})
