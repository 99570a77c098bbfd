import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { replay } from '../../src/inbox/replay.ts'
import { sha256 } from '../../src/secrets.ts'
import { START } from '../support/http.ts'
import { openWorld, payment, TRACKING_TOKEN, type World } from '../support/api-world.ts'

const DAY_MS = 86_400_000

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.server.close())

const convert = (json: object, token = TRACKING_TOKEN) =>
  world.server.ask('/conversion/xid', { method: 'POST', json, headers: { authorization: `Bearer ${token}` } })
const find = async (ref: string) => {
  const found = await world.server.books.customer('production', ref)
  return found === 'several' ? null : found
}
/** The newest line of the log of deliveries. */
const logged = async () => {
  const page = await world.server.books.deliveries({ mode: 'production', limit: 1 })
  return page.items[0]
}

describe('POST /conversion/xid', () => {
  it('makes a customer of whom the click was credited to, and answers nothing', async () => {
    const about = { email: 'New@Example.com', name: 'New', provider_key: 'cus_new', meta: { plan: 'pro' } }
    const answer = await convert({ xid: 'x1', customer_key: 'new', ...about, ip_address: '10.0.0.1', sub_ids: ['a'] })
    expect([answer.status, answer.text]).toEqual([200, ''])
    const found = await find('new')
    expect(found?.partner.partnerKey).toBe('ada')
    expect(found?.customer).toMatchObject({ email: 'New@Example.com', name: 'New', confirmed: true, xid: 'x1' })
    expect(found?.customer).toMatchObject({
      providerKey: 'cus_new',
      meta: { plan: 'pro' },
      source: 'api',
      flaggedAt: null,
    })
    expect(await logged()).toMatchObject({ provider: 'conversion', state: 'applied', customer: found?.customer.key })
  })

  it.each<[string, object, number, RegExp]>([
    ['an unknown click', { xid: 'nothing', customer_key: 'new' }, 0, /unknown click/],
    ['a click of long ago', { xid: 'x1', customer_key: 'new' }, 91 * DAY_MS, /older than 90 days/],
    ["a partner's key beside it", { xid: 'nothing', customer_key: 'new', partner_key: 'ada' }, 0, /unknown click/],
  ])('makes nobody of %s, answers nothing either, and tells the log why', async (_what, json, later, reason) => {
    world.server.pass(later)
    const answer = await convert(json)
    expect([answer.status, answer.text]).toEqual([200, ''])
    expect(await find('new')).toBeNull()
    expect(await logged()).toMatchObject({ state: 'ignored', reason: expect.stringMatching(reason) })
  })

  it('is one for a customer_key, for life', async () => {
    const before = await find('c1')
    expect((await convert({ xid: 'x1', customer_key: 'c1', email: 'other@example.com', name: 'X' })).status).toBe(200)
    expect(await find('c1')).toEqual(before)
    await convert({ xid: 'x1', customer_key: 'new' })
    const made = await find('new')
    await world.record({ kind: 'click', xid: 'x2', linkKey: 'link_2', partnerKey: 'bob', counted: true })
    await convert({ xid: 'x2', customer_key: 'new' })
    expect(await find('new')).toEqual(made)
    await world.record({ kind: 'customer.archive', ref: 'new' })
    await convert({ xid: 'x2', customer_key: 'new' })
    expect((await find('new'))?.customer.archived).toBe(true)
    expect(await logged()).toMatchObject({ state: 'ignored', reason: 'customer archived' })
  })

  it('lets rewards wait where the click brought somebody else before', async () => {
    await convert({ xid: 'x1', customer_key: 'first' })
    await convert({ xid: 'x1', customer_key: 'second' })
    expect((await find('first'))?.customer.flags).toEqual([])
    expect((await find('second'))?.customer.flags).toMatchObject([
      { rule: 'shared_click', reason: "its click 'x1' brought another sign-up before" },
    ])
  })

  it('lets the payments of its customer be recorded', async () => {
    await convert({ xid: 'x1', customer_key: 'new' })
    await world.record(payment('new', 'order-9', 1000))
    const rewards = await world.server.books.rewards({ mode: 'production', limit: 1, orderBy: '-created_at' })
    expect(rewards.items[0]?.reward).toMatchObject({ amount: 100, status: 'pending' })
  })

  it('belongs to the mode of its token', async () => {
    const { test } = world.server
    const own = await world.server.books.apiKey(test.publicKey)
    await world.server.books.putApiKey({ ...own!, trackingHash: sha256('tt_test') })
    world.server.pass(2000)
    await convert({ xid: 'x1', customer_key: 'new' }, 'tt_test')
    expect(await world.server.books.customer('test', 'new')).toBeNull()
    expect(await find('new')).toBeNull()
  })

  it('is 401 with a token that was revoked with its keys', async () => {
    const own = await world.server.books.apiKey(world.server.production.publicKey)
    await world.server.books.putApiKey({ ...own!, revokedAt: START })
    world.server.pass(2000)
    expect((await convert({ xid: 'x1', customer_key: 'new' })).status).toBe(401)
  })

  it('says in the header of its 401 that a token is wanted, not keys', async () => {
    const { server } = world
    const withKeys = { method: 'POST', json: {}, as: server.production }
    for (const refused of [await convert({}, 'tt_wrong'), await server.ask('/conversion/xid', withKeys)]) {
      expect([refused.status, refused.headers['www-authenticate']]).toEqual([401, 'Bearer'])
      expect(refused.body['message']).toMatch(/tracking token/)
    }
  })

  it.each(['https://shop.example', 'null'])('answers a page of %s, errors too', async (origin) => {
    const preflight = await world.server.ask('/conversion/xid', {
      ...{ method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } },
    })
    expect([preflight.status, preflight.headers['access-control-allow-origin']]).toEqual([204, '*'])
    expect(preflight.headers['access-control-allow-headers']).toContain('authorization, content-type')
    expect(preflight.headers['access-control-allow-credentials']).toBeUndefined()
    const refused = await world.server.ask('/conversion/xid', { method: 'POST', headers: { origin }, json: {} })
    expect([refused.status, refused.headers['access-control-allow-origin']]).toEqual([401, '*'])
  })

  it('is worked again where it failed by our fault', async () => {
    const { books } = world.server
    await convert({ xid: 'x1', customer_key: 'new' })
    const key = (await logged())!.key
    const again = await replay({ books, providers: new Map() }, key)
    expect(again.outcomes[0]).toMatchObject({ state: 'unchanged' })
  })
})
