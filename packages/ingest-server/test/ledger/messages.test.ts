/** What is told of changes: which, once each, with what they then are; and never what did not happen. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { MessageRow } from '../../src/store/hook-rows.ts'
import {
  DAY,
  HOUR,
  T0,
  customerCreate,
  customerSeen,
  delivered,
  failure,
  openTestBooks,
  partner,
  payment,
  refund,
  refundFailed,
  refundTotal,
  signup,
  stripe,
  subscription,
  transactionCreate,
  hints,
} from '../support/ledger.ts'
import type { TestBooks } from '../support/ledger.ts'
import { actionCreate, bring, flat, give, trigger } from '../support/ledger-rewards.ts'
import { hookRow } from '../support/reward-rows.ts'

let books: TestBooks
beforeEach(async () => {
  books = await openTestBooks()
})

/** Everything told to a hook, the oldest first, with how it was written down. */
async function told(hook = 'hook_1', mode: 'production' | 'test' = 'production'): Promise<MessageRow[]> {
  const { items } = await books.sends({ mode, hook, limit: 250 })
  const messages = await Promise.all(items.map(({ message }) => books.message(mode, message)))
  return messages.flatMap((message) => message ?? []).toReversed()
}
const events = async (hook?: string): Promise<string[]> => (await told(hook)).map(({ event }) => event)

const archiveCustomer = { kind: 'customer.archive', ref: 'c1' } as const
const edit = (over: object) => ({ kind: 'customer.edit', ref: 'c1', ...over }) as const

type Step = (books: TestBooks) => Promise<unknown>
const made: Step = (on) => on.call(customerCreate({ providerKey: 'cus_1' }))
const paid: Step = (on) => on.hear(payment())

describe('is told', () => {
  it.each<[string, readonly Step[], readonly Step[], readonly string[]]>([
    ['a partner who joins', [], [(on) => on.call(partner('cleo'))], ['partnership.created']],
    ['a customer who signs up', [], [(on) => on.signUp(signup())], ['customer.created']],
    ['a customer whom a caller makes', [], [made], ['customer.created']],
    ['nothing more, when it is made again', [made], [made], []],
    ['an edit', [made], [(on) => on.call(edit({ name: 'Carla' }))], ['customer.updated']],
    ['nothing, when it edits nothing', [made], [(on) => on.call(edit({ email: 'c1@shop.test' }))], []],
    ['a platform’s id that is bound', [made], [(on) => on.call(edit({ providerKey: 'cus_2' }))], ['customer.updated']],
    ['a customer who is archived', [made], [(on) => on.call(archiveCustomer)], ['customer.deleted']],
    ['one who comes back', [made, (on) => on.call(archiveCustomer)], [made], ['customer.updated']],
    ['a payment', [made], [paid], ['transaction.created']],
    ['nothing of a payment that waits', [], [paid], []],
    [
      'a payment that waited, after the customer it waited for',
      [paid],
      [(on) => on.call(customerCreate({ providerKey: 'cus_1' }))],
      ['customer.created', 'transaction.created'],
    ],
    [
      'nothing of a delivery that came before',
      [made, (on) => on.hear(payment(), { eventId: 'e1' })],
      [(on) => on.hear(payment(), { eventId: 'e1' })],
      [],
    ],
    [
      'nothing of an event that changes nothing',
      [made, paid],
      [(on) => on.hear(payment('ch_1', { at: T0 + HOUR }))],
      [],
    ],
    ['a partial refund', [made, paid], [(on) => on.hear(refundTotal(500))], ['transaction.updated']],
    ['a full refund', [made, paid], [(on) => on.hear(refundTotal(5000))], ['transaction.deleted']],
    ['a failure afterwards', [made, paid], [(on) => on.hear(failure())], ['transaction.deleted']],
    [
      'a refund that fails',
      [made, paid, (on) => on.hear(refund('re_1', 5000))],
      [(on) => on.hear(refundFailed('re_1', 5000))],
      ['transaction.updated'],
    ],
    ['a call’s transaction', [made], [(on) => on.call(transactionCreate({ key: 'order-1' }))], ['transaction.created']],
    [
      'one that is archived by a call',
      [made, (on) => on.call(transactionCreate({ key: 'order-1' }))],
      [(on) => on.call({ kind: 'transaction.archive', ref: 'order-1' })],
      ['transaction.deleted'],
    ],
    [
      'a customer and a transaction that one event makes',
      [],
      [(on) => on.hear(payment('ch_1', { who: hints({ customerKey: 'c9', partnerKey: 'ada' }) }))],
      ['customer.created', 'transaction.created'],
    ],
    [
      'one message with the end state, of several changes in one delivery',
      [made, paid],
      [(on) => on.hear([refundTotal(500), refundTotal(900, { at: T0 + 2 * HOUR })])],
      ['transaction.updated'],
    ],
    [
      'nothing of changes that come to nothing',
      [made, paid],
      [(on) => on.hear([refund('re_1', 300), refundFailed('re_1', 300)])],
      [],
    ],
    ['nothing of a subscription', [made], [(on) => on.hear(subscription({ subscription: stripe('sub_1') }))], []],
    [
      'nothing of a trusted source that vouches for what is so already',
      [(on) => on.set('flag_no_click', 'off'), (on) => on.signUp(signup({ email: 'c1@shop.test', name: 'Carla' }))],
      [(on) => on.call(customerCreate({ name: 'Carla' }))],
      [],
    ],
    [
      'a trusted source that vouches for whom a rule had flagged',
      [(on) => on.signUp(signup({ email: 'c1@shop.test' }))],
      [(on) => on.call(customerCreate())],
      ['customer.updated'],
    ],
    [
      'a flag that a person clears, and the rewards that go on',
      [
        (on) => on.call(trigger()),
        (on) => on.signUp(signup({ providerKey: 'cus_1' }), { at: T0 - HOUR }),
        (on) => on.hear(payment()),
      ],
      [(on) => on.call({ kind: 'customer.clear', ref: 'c1', note: null, actor: 'admin' })],
      ['customer.updated', 'reward.updated'],
    ],
    [
      'a customer who is another partner’s now, and each of its transactions, however long ago',
      [
        (on) => on.signUp(signup({ providerKey: 'cus_1' })),
        ...[1, 2, 3].map(
          (n): Step =>
            (on) =>
              on.hear(payment(`ch_${n}`, { happenedAt: T0 + n * HOUR })),
        ),
      ],
      [(on) => on.hear(customerSeen({ customerKey: 'c1', partnerKey: 'ben' }))],
      ['customer.updated', 'transaction.updated', 'transaction.updated', 'transaction.updated'],
    ],
    [
      'a payment and what it earns',
      [made, (on) => on.call(trigger())],
      [paid],
      ['transaction.created', 'reward.created'],
    ],
    [
      'a refund and what it takes back',
      [made, (on) => on.call(trigger()), paid],
      [(on) => on.hear(refundTotal(500))],
      ['transaction.updated', 'reward.updated'],
    ],
    [
      'what an action earns, and nothing of the action',
      [made, (on) => on.call(trigger({}, { event: 'action', rate: flat(300) }))],
      [(on) => on.call(actionCreate())],
      ['reward.created'],
    ],
    ['a reward that is given', [made], [(on) => on.call(give())], ['reward.created']],
    [
      'each step of a reward on its way',
      [made, (on) => on.call(give())],
      [(on) => bring(on, 'paid')],
      ['reward.updated', 'reward.updated'],
    ],
    ['nothing of a trigger', [], [(on) => on.call(trigger())], []],
    [
      'nothing of a refused call',
      [made],
      [(on) => on.call(customerCreate({ customerKey: 'c2', providerKey: 'cus_1' })).catch(() => null)],
      [],
    ],
  ])('of %s', async (_what, before, after, expected) => {
    for (const step of before) await step(books)
    await books.putHook(hookRow())
    for (const step of after) await step(books)
    expect(await events()).toEqual(expected)
  })

  it('what it then was, with the rows its object is made of, and nothing that only the books may read', async () => {
    await made(books)
    await books.putHook(hookRow())
    await books.hear(payment('ch_1', { at: T0 + HOUR }), { at: T0 + DAY })
    await books.call(edit({ name: 'Later' }), { at: T0 + 2 * DAY })
    const [first] = await told()
    const transaction = await books.transaction('production', 'ch_1')
    expect(first).toMatchObject({
      event: 'transaction.created',
      subject: transaction?.payment.key,
      createdAt: T0 + DAY,
    })
    expect(first?.data).toEqual({
      payment: { ...transaction?.payment, evidence: null },
      customer: { ...transaction?.customer, name: null, updatedAt: T0, paidAt: null },
      partner: { ...transaction?.partner, tokenHash: null },
    })
  })

  it('a reward with all that its object shows, also where the change itself touched little of it', async () => {
    for (const step of [made, (on: TestBooks) => on.call(trigger()), paid]) await step(books)
    await books.putHook(hookRow({ events: ['reward.updated'] }))
    await bring(books, 'approved')
    expect((await told())[0]?.data).toMatchObject({
      reward: { amount: 500, status: 'approved' },
      partner: { partnerKey: 'ada', tokenHash: null },
      group: { slug: 'default' },
      customer: { customerKey: 'c1' },
      payment: { sourceKey: 'ch_1', evidence: null },
      action: null,
      trigger: { event: 'transaction' },
    })
  })

  it('a partnership with its group', async () => {
    await books.putHook(hookRow())
    await books.call(partner('cleo'))
    const [first] = await told()
    expect(first?.data).toMatchObject({ partner: { partnerKey: 'cleo' }, group: { slug: 'default' } })
  })

  it('that something was told, in the receipt; and nothing of it where nothing was', async () => {
    expect((await books.call(customerCreate())).told).toBeUndefined()
    await books.putHook(hookRow())
    expect((await books.call(edit({ name: 'Carla' }))).told).toBe(true)
    expect((await books.call(edit({ name: 'Carla' }))).told).toBeUndefined()
  })
})

describe('a hook', () => {
  it('is told only what it wants, and each that wants it is told', async () => {
    await books.putHook(hookRow({ key: 'hook_a', events: ['customer.created', 'customer.deleted'] }))
    await books.putHook(hookRow({ key: 'hook_b', events: ['*'] }))
    await books.putHook(hookRow({ key: 'hook_c', events: ['transaction.created'] }))
    for (const step of [made, paid]) await step(books)
    await books.call(edit({ name: 'Carla' }))
    expect(await events('hook_a')).toEqual(['customer.created'])
    expect(await events('hook_b')).toEqual(['customer.created', 'transaction.created', 'customer.updated'])
    expect(await events('hook_c')).toEqual(['transaction.created'])
    expect((await told('hook_a'))[0]?.key).toBe((await told('hook_b'))[0]?.key)
  })

  it('of one mode is never told of the other', async () => {
    await books.putHook(hookRow())
    await books.putHook(hookRow({ key: 'hook_t', mode: 'test' }))
    await made(books)
    await books.call(partner('ada'), { mode: 'test' })
    expect(await events()).toEqual(['customer.created'])
    expect((await told('hook_t', 'test')).map(({ event }) => event)).toEqual(['partnership.created'])
    expect(await books.sends({ mode: 'test', hook: 'hook_1', limit: 9 })).toEqual({ items: [], hasMore: false })
  })

  it('that is switched off is told nothing, and nothing is kept for it', async () => {
    await books.putHook(hookRow({ enabled: false }))
    await made(books)
    expect(await events()).toEqual([])
  })
})

describe('nothing is told of what did not happen', () => {
  it('of an entry whose second fact is refused, its first is not told either', async () => {
    await books.putHook(hookRow())
    const facts = [customerCreate(), customerCreate({ customerKey: 'c2', partnerKey: 'nobody' })]
    await expect(books.record({ mode: 'production', at: T0, facts, delivery: null })).rejects.toThrow('nobody')
    expect(await events()).toEqual([])
  })

  it('of entries decided together, only that which is refused is left out', async () => {
    await books.putHook(hookRow())
    const results = await Promise.allSettled([
      books.call(customerCreate({ customerKey: 'c1', email: 'a@shop.test' })),
      books.call(customerCreate({ customerKey: 'c2', email: 'b@shop.test', partnerKey: 'nobody' })),
      books.call(customerCreate({ customerKey: 'c3', email: 'c@shop.test' })),
    ])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await events()).toEqual(['customer.created', 'customer.created'])
  })

  it('of a delivery that fails by our fault, nothing; worked again, it is told once', async () => {
    const failing = await openTestBooks({ onBug: () => undefined })
    await failing.putHook(hookRow())
    books = failing
    await made(failing)
    const broken = { ...payment('ch_2'), amount: undefined as unknown as number, captured: null, paid: null }
    const { delivery } = await failing.record(delivered([payment(), broken], { eventId: 'e1' }))
    expect(delivery?.state).toBe('failed')
    expect(await events()).toEqual(['customer.created'])
    await failing.record(delivered([payment()], { eventId: 'e1' }))
    expect(await events()).toEqual(['customer.created', 'transaction.created'])
  })
})
