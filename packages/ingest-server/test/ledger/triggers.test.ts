/** Triggers: what they may say, what they are called, and the one a new program begins with. */
import { describe, expect, it } from 'vitest'
import { triggerName } from '../../src/ledger/trigger-names.ts'
import { NO_CONDITIONS } from '../../src/ledger/trigger-terms.ts'
import { openTestBooks } from '../support/ledger.ts'
import type { TestBooks } from '../support/ledger.ts'
import { flat, percent, trigger } from '../support/ledger-rewards.ts'

type Terms = Parameters<typeof trigger>

describe('a trigger', () => {
  it('is made with all it says, its groups by their keys, and an audit line', async () => {
    const books = await openTestBooks()
    const said = {
      productKeys: ['pro'],
      groups: ['default', 'default'],
      currency: 'EUR',
      firstOnly: true,
      withinMonths: 12,
      atMost: 3,
    }
    const { trigger: row } = await books.call(
      trigger(said, { name: 'Pro', rate: { kind: 'flat', amount: 500, currency: null } }),
    )
    expect(row).toMatchObject({
      ...{ name: 'Pro', event: 'transaction', rate: flat(500), archived: false },
      conditions: { ...NO_CONDITIONS, ...said, groups: [expect.stringMatching(/^grup_/)] },
    })
    expect(books.rows().triggers).toEqual([row])
    expect(books.rows().audit.at(-1)).toMatchObject({ actor: 'operator', action: 'trigger.created', subject: row?.key })
  })

  it.each<[string, Terms[0], Terms[1], string]>([
    ['a percentage of a sign-up', {}, { event: 'signup' }, 'flat amount'],
    ['a percentage of an action', {}, { event: 'action' }, 'flat amount'],
    ['more than all', {}, { rate: percent(1_000_001) }, "'percent'"],
    ['a percentage of nothing', {}, { rate: percent(0) }, "'percent'"],
    ['part of a millionth', {}, { rate: percent(0.5) }, "'percent'"],
    ['a flat amount of nothing', {}, { rate: flat(0) }, "'amount'"],
    ['part of a minor unit', {}, { rate: flat(1.5) }, "'amount'"],
    ['a currency of two letters', {}, { rate: flat(1, 'US') }, "'currency'"],
    ['a condition in such a currency', { currency: 'usd' }, {}, "'currency'"],
    ['no months', { withinMonths: 0 }, {}, "'within_months'"],
    ['a cap of nothing', { atMost: 0 }, {}, "'at_most'"],
    ['a product of a sign-up', { productKeys: ['pro'] }, { event: 'signup', rate: flat(1) }, "'product_keys'"],
    ['a first sign-up', { firstOnly: true }, { event: 'signup', rate: flat(1) }, "'first_only'"],
    ['months of a sign-up', { withinMonths: 1 }, { event: 'signup', rate: flat(1) }, "'within_months'"],
    ['a cap on sign-ups', { atMost: 1 }, { event: 'signup', rate: flat(1) }, "'at_most'"],
    ['a type of a payment', { actionType: 'demo' }, {}, "'action_type'"],
    ['a category of an action', { categoryKeys: ['x'] }, { event: 'action', rate: flat(1) }, "'category_keys'"],
  ])('cannot say: %s', async (_what, conditions, over, problem) => {
    const books = await openTestBooks()
    const made = books.call(trigger(conditions, over))
    await expect(made).rejects.toMatchObject({
      code: 'INVALID_FIELD',
      message: expect.stringContaining(problem) as string,
    })
  })

  it('cannot name a group that is not there', async () => {
    const books = await openTestBooks()
    await expect(books.call(trigger({ groups: ['gold'] }))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is changed in what is said, and named anew where it was named after itself', async () => {
    const books = await openTestBooks()
    const ref = (await books.call(trigger({ atMost: 2 }))).trigger?.key ?? ''
    const edit = async (changes: object) =>
      (await books.call({ kind: 'trigger.edit', ref, actor: 'api', ...changes })).trigger
    expect(await edit({ conditions: { productKeys: ['pro'] } })).toMatchObject({
      name: '10 % of every payment of product pro at most 2 times a customer',
      conditions: { ...NO_CONDITIONS, productKeys: ['pro'], atMost: 2 },
    })
    expect(await edit({ name: 'Pro', rate: percent(50_000) })).toMatchObject({ name: 'Pro', rate: percent(50_000) })
    expect(await edit({ rate: flat(5) })).toMatchObject({ name: 'Pro', conditions: { productKeys: ['pro'] } })
    await expect(edit({ conditions: { actionType: 'demo' } })).rejects.toMatchObject({ code: 'INVALID_FIELD' })
    expect(books.rows().audit.at(-1)).toMatchObject({
      actor: 'api',
      action: 'trigger.edited',
      detail: { to: { rate: flat(5) } },
    })
  })

  it('is not there any more once it is archived', async () => {
    const books = await openTestBooks()
    const ref = (await books.call(trigger())).trigger?.key ?? ''
    expect((await books.call({ kind: 'trigger.archive', ref, actor: 'operator' })).trigger?.archived).toBe(true)
    expect(books.rows().audit.at(-1)).toMatchObject({ action: 'trigger.archived', subject: ref })
    for (const fact of [
      { kind: 'trigger.archive', ref, actor: 'x' },
      { kind: 'trigger.edit', ref, actor: 'x' },
    ] as const)
      await expect(books.call(fact)).rejects.toMatchObject({ code: 'TRIGGER_NOT_FOUND' })
  })
})

describe('a trigger without a name is called', () => {
  it.each<[string, Terms[1], Terms[0]]>([
    ['10 % of every payment', {}, {}],
    ['12.5 % of every payment', { rate: percent(125_000) }, {}],
    ['0.0001 % of every payment', { rate: percent(1) }, {}],
    ["20 % of a customer's first payment", { rate: percent(200_000) }, { firstOnly: true }],
    ['$5.00 for every payment', { rate: flat(500) }, {}],
    ['¥500 for every sign-up', { event: 'signup', rate: flat(500, 'JPY') }, {}],
    ['$5.00 for every action', { event: 'action', rate: flat(500) }, {}],
    ['$5.00 for every demo once a customer', { event: 'action', rate: flat(500) }, { actionType: 'demo', atMost: 1 }],
    [
      '10 % of every payment of product basic, pro of category plans in EUR within 12 months at most 3 times a customer for some groups',
      {},
      {
        productKeys: ['basic', 'pro'],
        categoryKeys: ['plans'],
        currency: 'EUR',
        withinMonths: 12,
        atMost: 3,
        groups: ['grup_1'],
      },
    ],
  ])('%s', (name, over, conditions) => {
    const { event, rate } = trigger({}, over) as { event: 'signup'; rate: ReturnType<typeof flat> }
    expect(triggerName(event, rate, { ...NO_CONDITIONS, ...conditions })).toBe(name)
  })
})

describe('a program begins', () => {
  const begin = (books: TestBooks) => books.call({ kind: 'program.begin' })
  const names = (books: TestBooks): string[] =>
    books.rows().triggers.map(({ name, archived }) => (archived ? `(${name})` : name))

  it('with 10 % of every payment, once, however many processes begin it', async () => {
    const books = await openTestBooks()
    const outcomes = (await Promise.all([begin(books), begin(books)])).map(({ outcomes: [one] }) => one?.state)
    expect([...outcomes, (await begin(books)).outcomes[0]?.state]).toEqual(['applied', 'unchanged', 'unchanged'])
    expect(names(books)).toEqual(['10 % of every payment'])
  })

  it('never again after its trigger was archived', async () => {
    const books = await openTestBooks()
    await begin(books)
    const [row] = books.rows().triggers
    await books.call({ kind: 'trigger.archive', ref: row?.key ?? '', actor: 'operator' })
    await begin(books)
    expect(names(books)).toEqual(['(10 % of every payment)'])
  })

  it('not where somebody has made a trigger before, in its mode', async () => {
    const books = await openTestBooks()
    await books.call(trigger({}, { event: 'signup', rate: flat(5), name: 'mine' }))
    await begin(books)
    expect(names(books)).toEqual(['mine'])
    await books.call({ kind: 'program.begin' }, { mode: 'test' })
    expect(books.rows('test').triggers.map(({ name }) => name)).toEqual(['10 % of every payment'])
  })
})
