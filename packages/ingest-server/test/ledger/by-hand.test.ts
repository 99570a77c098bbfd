/** What a person decides where no event tells: whose payment it is, though they signed up too late or were never named. */
import { describe, expect, it } from 'vitest'
import { DAY, T0, customerCreate, hints, openTestBooks, outcomeOf, payment, stripe } from '../support/ledger.ts'

const late = T0 + 40 * DAY
const orphan = (over = {}) => payment('ch_1', { who: hints({ platform: stripe('cus_1') }), ...over })

describe('a payment that is unmatched', () => {
  it('is the customer’s that a person names, with a line in the audit log', async () => {
    const books = await openTestBooks()
    const { delivery } = await books.hear(orphan(), { eventId: 'evt_1' })
    await books.call(customerCreate({ customerKey: 'c1', email: 'c1@shop.test', providerKey: 'cus_1' }), { at: late })
    expect(books.snapshot().transactions).toEqual({})
    await books.hear(orphan(), { eventId: 'evt_1', again: true, at: late })
    expect(books.snapshot().transactions).toEqual({})
    const again = await books.hear(orphan({ chosenCustomer: 'c1' }), { eventId: 'evt_1', again: true, at: late })
    expect(again.delivery).toMatchObject({ key: delivery?.key, state: 'applied' })
    expect(books.rows().payments).toMatchObject([{ sourceKey: 'ch_1', state: 'recorded' }])
    expect(await books.audit('production', 5)).toMatchObject([
      { actor: 'operator', action: 'payment.assigned', detail: { customer_key: 'c1', payment: 'ch_1' } },
    ])
  })

  it('stays where it is when the person names nobody there is', async () => {
    const books = await openTestBooks()
    await books.hear(orphan(), { eventId: 'evt_1' })
    await expect(books.hear(orphan({ chosenCustomer: 'c9' }), { eventId: 'evt_1', again: true })).rejects.toMatchObject(
      { code: 'CUSTOMER_NOT_FOUND' },
    )
    expect(books.rows().payments).toMatchObject([{ state: 'waiting' }])
  })

  it('cannot be taken from the customer who has it', async () => {
    const books = await openTestBooks()
    for (const key of ['c1', 'c2'])
      await books.call(
        customerCreate({ customerKey: key, email: `${key}@shop.test`, providerKey: `cus_${key.slice(1)}` }),
      )
    await books.hear(orphan(), { eventId: 'evt_1' })
    const outcome = outcomeOf(await books.hear(orphan({ chosenCustomer: 'c2' }), { eventId: 'evt_1', again: true }))
    expect(outcome.state).toBe('unchanged')
    const customer = books.rows().customers.find(({ customerKey }) => customerKey === 'c1')
    expect(books.rows().payments).toMatchObject([{ customer: customer?.key }])
  })
})
