/** A person decides whose customer somebody is: money moves with it or stays, and never comes or goes. REATTRIBUTION_SEED repeats. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CustomerReattributeFact } from '../../src/facts.ts'
import {
  customerCreate,
  DAY,
  hints,
  openBooks,
  openTestBooks,
  payment,
  signup,
  stripe,
  T0,
  type TestBooks,
} from '../support/ledger.ts'
import { bring, give, rewardsOf, told, trigger } from '../support/ledger-rewards.ts'

const SEED = Number(process.env['REATTRIBUTION_SEED'] ?? Date.now() % 1_000_000)

const to = (partner: string, past: boolean): CustomerReattributeFact => ({
  ...{ kind: 'customer.reattribute', ref: 'c1', partner, past, reason: 'they met at a fair', actor: 'admin' },
})
const paid = (id: string, over = {}) =>
  payment(id, { who: hints({ customerKey: 'c1', platform: stripe('cus_1') }), ...over })
const partnersOf = (books: TestBooks) =>
  books.rows().payments.map(({ sourceKey, partnerKey }) => `${sourceKey} ${partnerKey}`)

async function begin(books: TestBooks): Promise<void> {
  await books.call(trigger())
  await books.call(customerCreate({ customerKey: 'c1', email: 'c1@shop.test', partnerKey: 'ada' }))
  await books.hear(paid('ch_1'))
}

describe('a customer who is said to be another partner’s', () => {
  it('is theirs from now on; what was paid before stays, with its rewards and refunds', async () => {
    const books = await openTestBooks()
    await begin(books)
    await books.call(to('ben', false), { at: T0 + DAY })
    await books.hear(paid('ch_2', { at: T0 + 2 * DAY }), { at: T0 + 2 * DAY })
    expect(partnersOf(books)).toEqual(['ch_1 ada', 'ch_2 ben'])
    await books.hear(paid('ch_1', { role: 'refund', refundedTotal: 1000, at: T0 + 3 * DAY }), { at: T0 + 3 * DAY })
    expect(told(rewardsOf(books))).toEqual(['ada 400 USD pending', 'ben 500 USD pending'])
    const [line] = await books.audit('production', 1)
    expect(line).toMatchObject({
      ...{ actor: 'admin', action: 'customer.reattributed', subject: books.rows().customers[0]!.key },
      detail: { partner_key: { from: 'ada', to: 'ben' }, reason: 'they met at a fair', past: false },
    })
  })

  it('takes what was paid before along, with what it earned; what was paid out is taken back', async () => {
    const books = await openTestBooks()
    await begin(books)
    await bring(books, 'paid')
    await books.hear(paid('ch_2', { at: T0 + DAY }), { at: T0 + DAY })
    await books.call(give({ partner: 'ada' }), { at: T0 + DAY })
    await books.call(to('ben', true), { at: T0 + 2 * DAY })
    expect(partnersOf(books)).toEqual(['ch_1 ben', 'ch_2 ben'])
    const standing = rewardsOf(books).filter(({ archived }) => !archived)
    const of = (partner: string) =>
      standing.filter(({ partnerKey }) => partnerKey === partner).reduce((sum, { amount }) => sum + amount, 0)
    expect([of('ada'), of('ben')]).toEqual([700, 1000])
  })

  it('takes along what had stayed with another partner, though the customer is theirs already', async () => {
    const books = await openTestBooks()
    await begin(books)
    await books.call(to('ben', true), { at: T0 + DAY })
    await books.call(to('ada', false), { at: T0 + 2 * DAY })
    expect(told(rewardsOf(books))).toEqual(['ben 500 USD pending'])
    await books.call(to('ada', true), { at: T0 + 3 * DAY })
    expect(partnersOf(books)).toEqual(['ch_1 ada'])
    expect(told(rewardsOf(books))).toEqual(['ada 500 USD pending'])
  })

  it('is vouched for: no other source says otherwise afterwards', async () => {
    const books = await openTestBooks()
    await books.signUp(signup({ customerKey: 'c1', partnerKey: 'ada' }))
    await books.call(to('ben', false))
    await books.call(customerCreate({ customerKey: 'c1', email: 'c1@shop.test', partnerKey: 'ada' }))
    expect(books.rows().customers).toMatchObject([{ partnerKey: 'ben', confirmed: true, flaggedAt: null }])
  })

  it.each([
    ['a customer that is not there', { ref: 'c9' }, 'CUSTOMER_NOT_FOUND'],
    ['a partner that is not there', { partner: 'nobody' }, 'PARTNER_NOT_FOUND'],
  ])('is refused for %s', async (_what, over, code) => {
    const books = await openTestBooks()
    await begin(books)
    await expect(books.call({ ...to('ben', true), ...over })).rejects.toMatchObject({ code })
  })
})

const anyStep = fc.oneof(
  fc.record({ kind: fc.constant('pay' as const), id: fc.nat(4) }),
  fc.record({ kind: fc.constant('refund' as const), id: fc.nat(4), total: fc.constantFrom(1000, 2500, 5000) }),
  fc.record({ kind: fc.constant('move' as const), to: fc.constantFrom('ada', 'ben'), past: fc.boolean() }),
  fc.record({ kind: fc.constant('pay out' as const) }),
)

it(`conserves money through any history (seed ${SEED})`, { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { maxLength: 12 }), async (steps) => {
      const books = await openBooks()
      try {
        await begin(books)
        for (const [n, step] of steps.entries()) {
          const at = T0 + (n + 1) * DAY
          if (step.kind === 'pay') await books.hear(paid(`ch_${step.id}`, { at }), { at })
          if (step.kind === 'move') await books.call(to(step.to, step.past), { at })
          if (step.kind === 'refund') {
            const known = books.rows().payments.some(({ sourceKey }) => sourceKey === `ch_${step.id}`)
            const over = { role: 'refund', refundedTotal: step.total, at }
            if (known) await books.hear(paid(`ch_${step.id}`, over), { at })
          }
          const open = rewardsOf(books).find(({ status, archived }) => status === 'pending' && !archived)
          if (step.kind === 'pay out' && open) await bring(books, 'paid', open.key, { at })
        }
        const { payments } = books.rows()
        const rewards = rewardsOf(books).filter(({ archived }) => !archived)
        for (const partner of ['ada', 'ben']) {
          const net = payments
            .filter(({ partnerKey, archived }) => partnerKey === partner && archived === null)
            .reduce((sum, { amount, refunded }) => sum + amount - refunded, 0)
          const earned = rewards
            .filter(({ partnerKey }) => partnerKey === partner)
            .reduce((sum, { amount }) => sum + amount, 0)
          expect(earned, partner).toBe(net / 10)
        }
      } finally {
        await books.discard()
      }
    }),
    { numRuns: 40, seed: SEED },
  )
})
