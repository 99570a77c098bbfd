/** What a transaction begins with without waiting, and what it brings before it is asked for: never anything else than what stands. */
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { postgresStore } from '../../src/store/postgres.ts'
import type { Rows, Store, Wanted } from '../../src/store/store.ts'
import { changes, customerRow, ground, partnerRow, paymentRow, platformIdRow } from '../support/rows.ts'
import { newSchema } from '../support/postgres.ts'

let store: Store
let other: Store
beforeEach(async () => {
  const { url, drop } = await newSchema()
  onTestFinished(drop)
  store = await postgresStore({ url })
  onTestFinished(store.close)
  other = await postgresStore({ url, writers: 1, readers: 1 })
  onTestFinished(other.close)
})

const bob = partnerRow({ key: 'part_2', partnerKey: 'bob', email: 'bob@partners.test' })
const second = customerRow({ key: 'cus_2', customerKey: 'c2', partnerKey: 'bob' })
const ids = [
  platformIdRow(),
  platformIdRow({ id: 'cus_other', provider: 'chargebee' }),
  platformIdRow({ id: 'cus_stripe2', customer: 'cus_2' }),
]
const unconfirmed = paymentRow({ key: 'tran_b', source: 'script', sourceKey: 'tran_b', approved: false })
const everything = changes({
  ...ground(),
  partners: [partnerRow(), bob],
  customers: [customerRow(), second],
  platformIds: ids,
  payments: [paymentRow(), unconfirmed],
})

/** What a ledger asks for, one after the other, about charges of two customers. */
const ROUNDS: readonly Wanted[] = [
  { platformIds: ['cus_stripe1', 'cus_stripe2', 'cus_none'], payments: ['ch_1', 'ch_none'] },
  { customers: ['cus_1', 'cus_2', 'cus_none'], hints: ['p:cus_stripe1'] },
  {
    partnerKeys: ['ada', 'bob', 'nobody'],
    platformIdsOf: ['cus_1', 'cus_2', 'cus_none'],
    unconfirmedOf: ['cus_1', 'cus_2'],
  },
]
const sorted = (rows: Rows): unknown =>
  Object.fromEntries(
    Object.entries(rows).map(([name, list]) => [name, (list as unknown[]).map((row) => JSON.stringify(row)).sort()]),
  )

it('answers the same whether or not it was asked for what leads there before', async () => {
  await store.atomically((tx) => tx.save(everything))
  const together = await store.atomically(async (tx) => {
    const answers: Rows[] = []
    for (const wanted of ROUNDS) answers.push(await tx.load('production', wanted))
    return answers
  })
  for (const [round, wanted] of ROUNDS.entries()) {
    const alone = await other.atomically((tx) => tx.load('production', wanted))
    expect(sorted(together[round]!), `round ${round}`).toEqual(sorted(alone))
  }
  expect(together[2]!.partners).toHaveLength(2)
  expect(together[2]!.platformIds).toHaveLength(3)
  expect(together[2]!.payments).toEqual([unconfirmed])
})

it('knows of one mode nothing that it learnt of the other', async () => {
  await store.atomically((tx) => tx.save(everything))
  const partners = await store.atomically(async (tx) => {
    await tx.load('production', ROUNDS[0]!)
    return (await tx.load('test', { partnerKeys: ['ada'], customers: ['cus_1'] })).partners
  })
  expect(partners).toEqual([])
})

it('knows nothing from before of what it has written since', async () => {
  await store.atomically((tx) => tx.save(everything))
  const names = await store.atomically(async (tx) => {
    await tx.load('production', ROUNDS[0]!)
    await tx.save(changes({ customers: [customerRow({ name: 'Ada' })] }))
    return (await tx.load('production', { customers: ['cus_1'] })).customers.map(({ name }) => name)
  })
  expect(names).toEqual(['Ada'])
})

it('decides by the settings that stand when it is committed, whoever changed them', async () => {
  const seen: unknown[] = []
  const decide = (): Promise<void> =>
    store.atomically(async (tx) => {
      const { settings } = await tx.program('production')
      seen.push(settings)
      await tx.save(changes({ ...ground(), customers: [customerRow({ meta: settings })] }))
    })
  await decide()
  await other.putSetting({ mode: 'production', name: 'currency', value: 'EUR' })
  await decide()
  expect(seen).toEqual([{}, {}, { currency: 'EUR' }])
  expect(await store.customer('production', 'c1')).toMatchObject({ customer: { meta: { currency: 'EUR' } } })
  await decide()
  expect(seen).toHaveLength(4)
})

it('does not tell of a failure that came of settings that stand no more', async () => {
  await store.atomically((tx) => tx.program('production'))
  await other.putSetting({ mode: 'production', name: 'currency', value: 'EUR' })
  const answer = await store.atomically(async (tx) => {
    const {
      settings: { currency },
    } = await tx.program('production')
    if (currency !== 'EUR') throw new Error('wrong currency')
    return currency
  })
  expect(answer).toBe('EUR')
})
