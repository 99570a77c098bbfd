/** A trigger tried on what is past says what the ledger would have given, and why it would not have. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { logIn, type Admin } from '../support/admin.ts'
import { startServer, type TestServer } from '../support/http.ts'

type Item = Record<string, unknown>
const DAY = 86_400_000
const MONTH = 31 * DAY

let server: TestServer
let admin: Admin
beforeAll(async () => {
  server = await startServer()
  await server.addPartner({ partnerKey: 'ada' })
  await server.addPartner({ partnerKey: 'eve', mode: 'test' })
  const post = async (path: string, json: object, mode: 'production' | 'test' = 'production') => {
    admin = await logIn(server)
    const made = await admin.post(mode, path, json)
    expect([path, made.status, made.body['message']]).toMatchObject([path, 200, expect.anything()])
    return made.data
  }
  const { key: group } = await post('/groups', { name: 'Gold' })
  await server.addPartner({ partnerKey: 'ben' })
  await admin.call('PATCH', '/production/partnerships/ben', { group_key: group })
  await post('/customers', { customer_key: 'c1', email: 'c1@shop.test', partner_key: 'ada' })
  await post('/customers', { customer_key: 'c2', email: 'c2@shop.test', partner_key: 'ben' })
  await post('/customers', { customer_key: 't1', email: 't1@shop.test', partner_key: 'eve' }, 'test')
  const pay = (
    key: string,
    who: string,
    amount: number,
    more: object = {},
    mode: 'production' | 'test' = 'production',
  ) => post('/transactions', { customer_external_key: who, key, amount, currency: 'USD', ...more }, mode)
  await pay('paid-1', 'c1', 1000, { product_key: 'pro' })
  server.pass(DAY)
  await pay('paid-2', 'c1', 2000, { category_key: 'yearly' })
  server.pass(DAY)
  await pay('paid-3', 'c2', 3333, { currency: 'EUR' })
  server.pass(2 * MONTH)
  await pay('paid-4', 'c1', 4000)
  await pay('paid-5', 'c2', 0)
  await pay('other', 't1', 5000, {}, 'test')
  await post('/actions', { target_type: 'customer', target_key: 'c1', type: 'demo', value: 1 })
  await post('/actions', { target_type: 'customer', target_key: 'c1', type: 'call', value: 1 })
})
afterAll(() => server.close())

const half = { type: 'percent', percent: 50 }
const trial = (conditions: object, over: object = {}) =>
  admin.post('production', '/triggers/trial', { event: 'transaction', reward: half, conditions, ...over })

/** What each payment would have earned, or why nothing, the oldest first. */
async function told(conditions: object, over: object = {}): Promise<unknown[]> {
  const { data } = await trial(conditions, over)
  return (data['items'] as Item[])
    .map(({ obstacle, earned }) => obstacle ?? (earned as { amount: number }).amount)
    .reverse()
}

describe('a trigger', () => {
  it.each<[string, object, unknown[]]>([
    ['no condition', {}, [500, 1000, 1667, 2000, 'nothing']],
    ['a product', { product_keys: ['pro'] }, [500, 'product', 'product', 'product', 'nothing']],
    ['a category', { category_keys: ['yearly'] }, ['category', 1000, 'category', 'category', 'nothing']],
    ['a currency', { currency: 'EUR' }, ['currency', 'currency', 1667, 'currency', 'nothing']],
    ['a group, by its slug', { groups: ['gold'] }, ['group', 'group', 1667, 'group', 'nothing']],
    ['a first payment', { first_only: true }, [500, 'not the first', 1667, 'not the first', 'nothing']],
    ['months', { within_months: 1 }, [500, 1000, 1667, 'too late', 'nothing']],
    ['so many', { at_most: 2 }, [500, 1000, 1667, 'often enough', 'nothing']],
    [
      'so many of those that fit',
      { at_most: 1, category_keys: ['yearly'] },
      ['category', 1000, 'category', 'category', 'nothing'],
    ],
  ])('of %s', async (_what, conditions, expected) => {
    expect(await told(conditions)).toEqual(expected)
  })

  it('is added up by currency, and saves nothing', async () => {
    const before = await server.books.audit('production', 50)
    const { data } = await trial({})
    expect(data).toMatchObject({ judged: 5, fit: 4 })
    expect(data['earned']).toEqual([
      { currency: 'USD', count: 3, amount: 3500 },
      { currency: 'EUR', count: 1, amount: 1667 },
    ])
    expect((data['items'] as Item[])[1]).toMatchObject({
      ...{ partner_key: 'ada', paid: { amount: 4000, currency: 'USD' }, earned: { amount: 2000, currency: 'USD' } },
      customer: { customer_key: 'c1', email: 'c1@shop.test' },
    })
    expect(await server.books.audit('production', 50)).toEqual(before)
    expect((await admin.get('production', '/triggers')).data['items']).toHaveLength(1)
  })

  it('may give an amount, by sign-ups and by actions', async () => {
    const reward = { type: 'flat', amount: 700, currency: 'EUR' }
    const signups = await trial({ groups: ['gold'] }, { event: 'signup', reward })
    expect(signups.data).toMatchObject({ judged: 2, fit: 1, earned: [{ currency: 'EUR', count: 1, amount: 700 }] })
    expect(await told({ action_type: 'demo' }, { event: 'action', reward })).toEqual([700, 'action'])
    expect(await told({ at_most: 1 }, { event: 'action', reward })).toEqual([700, 'often enough'])
  })

  it('gives what the ledger gives once it stands', async () => {
    const conditions = { currency: 'USD', at_most: 1 }
    const made = await admin.post('production', '/triggers', { event: 'transaction', reward: half, conditions })
    await admin.post('production', '/customers', { customer_key: 'c3', email: 'c3@shop.test', partner_key: 'ada' })
    for (const amount of [333, 444])
      await admin.post('production', '/transactions', { customer_external_key: 'c3', amount, currency: 'USD' })
    const given = await admin.get('production', `/rewards?customer_key=c3&trigger_key=${String(made.data['key'])}`)
    const { data } = await trial(conditions)
    const ofC3 = (data['items'] as Item[]).filter(({ customer }) => (customer as Item)['customer_key'] === 'c3')
    expect(ofC3.flatMap(({ earned }) => earned ?? [])).toEqual(
      (given.data['items'] as Item[]).map(({ amount, currency }) => ({ amount, currency })),
    )
  })

  it.each([
    ['a percentage of a sign-up', { event: 'signup', reward: half }, 400, /flat amount/],
    ['a condition of something else', { event: 'signup', conditions: { first_only: true } }, 400, /'first_only'/],
    ['a group that is not there', { conditions: { groups: ['nobody'] } }, 404, /no group/],
    ['no reward', { reward: undefined }, 400, /'reward'/],
  ])('is refused with %s', async (_what, over, status, message) => {
    const { body, ...answer } = await trial({}, over)
    expect([answer.status, body['message']]).toEqual([status, expect.stringMatching(message)])
  })
})
