import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sha256 } from '../../src/secrets.ts'
import { customer, openWorld, PARTNER_TOKEN, payment, TRACKING_TOKEN, type World } from '../support/api-world.ts'
import { basic, type Answer } from '../support/http.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await world.record(customer('bobs', 'bobs@example.com', 'bob'))
  await world.record(payment('bobs', 'bobs-order'))
  await world.record({
    ...{
      kind: 'action.create',
      targetType: 'partnership',
      ref: 'bob',
      type: 'call',
      value: 1,
      externalKey: 'bobs-call',
    },
  })
})
afterAll(() => world.server.close())

const as = (token: string, path: string, method = 'GET') =>
  world.server.ask(`/api/v2${path}`, { method, headers: { authorization: `Bearer ${token}` } })
const blank = { firstName: null, lastName: null, group: null, destination: null } as const
const ada = (path: string, method = 'GET') => as(PARTNER_TOKEN, path, method)
const dataOf = (answer: Answer) => answer.body['data'] as Record<string, unknown>
const itemsOf = (answer: Answer) => dataOf(answer)['items'] as Record<string, unknown>[]

describe("a partner's token", () => {
  it.each([
    ['/partnerships', 1],
    ['/customers', 2],
    ['/transactions', 1],
    ['/transactions?include_archived=true', 2],
    ['/actions', 1],
    ['/rewards', 2],
    ['/payouts', 0],
  ])("lists the partner's own rows at %s", async (path, count) => {
    const answer = await ada(path)
    expect([answer.status, itemsOf(answer).length]).toEqual([200, count])
    for (const item of itemsOf(answer)) {
      expect(item['company']).toEqual({ key: world.keys['program'], name: '127.0.0.1' })
      expect(JSON.stringify(item)).not.toMatch(/bob|@example\.com/)
    }
  })

  it.each([
    ['/customers?partner_key=bob', 0],
    ['/customers?customer_key=bobs,c1', 1],
    ['/customers?group=gold', 0],
    ['/transactions?customer_key=bobs', 0],
    ['/partnerships?partner_key=bob', 0],
    ['/partnerships?email=bob@partners.example', 0],
    ['/actions?partner_key=bob', 0],
    ['/rewards?customer_key=bobs', 0],
  ])('reaches no further by asking for %s', async (path, count) => {
    const answer = await ada(path)
    expect([answer.status, itemsOf(answer).length]).toEqual([200, count])
  })

  it.each(['/partnerships/bob', '/customers/bobs', '/customers/bobs@example.com', '/transactions/bobs-order'])(
    'is 404 to what is not its own: %s',
    async (path) => {
      expect((await ada(path)).status).toBe(404)
    },
  )

  it.each([
    ['POST', '/customers'],
    ['PATCH', '/customers/c1'],
    ['DELETE', '/transactions/order-1'],
    ['PATCH', '/partnerships/ada'],
    ['POST', '/rewards'],
    ['GET', '/groups'],
    ['GET', '/links/ada'],
    ['POST', '/payouts'],
    ['PUT', '/partnerships'],
    ['DELETE', '/marketplace/programs'],
    ['GET', '/webhooks'],
    ['GET', '/triggers'],
    ['GET', '/deals'],
  ])('is 403 to %s %s', async (method, path) => {
    const answer = await ada(path, method)
    expect([answer.status, answer.body['error']]).toEqual([403, answer.body['message']])
  })

  it.each([
    ['none', ''],
    ['one that is nobody', 'pt_nobody'],
    ['the tracking token', TRACKING_TOKEN],
    ['half of it', PARTNER_TOKEN.slice(0, -1)],
    ['its hash', 'a'.repeat(64)],
  ])('is wanted: %s is 401', async (_name, token) => {
    expect((await as(token, '/customers')).status).toBe(401)
  })

  it('opens neither version 1 nor conversions', async () => {
    const headers = { authorization: `Bearer ${PARTNER_TOKEN}` }
    expect((await world.server.ask('/v1/customers', { headers })).status).toBe(401)
    expect((await world.server.ask('/conversion/xid', { method: 'POST', headers, json: {} })).status).toBe(401)
  })

  it('shows its own partnership without what the vendor notes about it', async () => {
    const fact = { kind: 'partner.edit', actor: 'api', ref: 'ada', tags: ['watch'], fields: { note: 'x' } } as const
    await world.record(fact)
    const answer = await ada('/partnerships/ada')
    expect(dataOf(answer)).toMatchObject({ partner_key: 'ada', tags: [], fields: [], claimed: true, has_sub_id: false })
    const whole = await world.server.ask('/api/v2/partnerships/ada', { as: world.server.production })
    expect(dataOf(whole)).toMatchObject({ tags: ['watch'], field_data: { note: 'x' } })
  })

  it('shows what was earned, and what of it is paid', async () => {
    const [bonus, earned] = itemsOf(await ada('/rewards'))
    expect(bonus).toMatchObject({ amount: 500, amount_usd: null, currency: 'USD', payment_status: 'pending' })
    expect(earned).toMatchObject({ amount: 490, transaction: { key: 'order-1', amount: 4900 }, holds: [] })
    expect(itemsOf(await ada('/rewards?payment_status=available,paid_externally'))).toEqual([])
    expect(itemsOf(await ada('/rewards?payment_status=pending'))).toHaveLength(2)
    expect(itemsOf(await ada(`/rewards?keywords=${String(bonus!['key'])}`))).toEqual([bonus])
    expect(itemsOf(await ada('/rewards?keywords=c1'))).toHaveLength(2)
    expect(itemsOf(await ada('/rewards?keywords=bobs'))).toEqual([])
  })

  it('knows the one program', async () => {
    const [program] = itemsOf(await ada('/marketplace/programs'))
    expect(program).toMatchObject({ key: world.keys['program'], name: '127.0.0.1', has_sub_id: false })
    expect(dataOf(await ada(`/marketplace/programs/${world.keys['program']}`))).toEqual(program)
  })

  it('ends with the next one, and with the partner', async () => {
    await world.record({ kind: 'partner', partnerKey: 'zoe', email: 'zoe@partners.example', ...blank })
    const give = (hash: string) =>
      world.record({ kind: 'partner.token', actor: 'operator', ref: 'zoe', tokenHash: hash })
    await give(sha256('pt_1'))
    expect((await as('pt_1', '/customers')).status).toBe(200)
    await give(sha256('pt_2'))
    world.server.pass(2000)
    expect([(await as('pt_1', '/customers')).status, (await as('pt_2', '/customers')).status]).toEqual([401, 200])
    await world.record({ kind: 'partner.archive', actor: 'api', ref: 'zoe' })
    world.server.pass(2000)
    expect((await as('pt_2', '/customers')).status).toBe(401)
  })

  it('is of one mode, though the other has a partner of that name', async () => {
    await world.server.addPartner({ partnerKey: 'ada', mode: 'test' })
    const create = { customer_key: 't1', email: 't1@example.com', partner_key: 'ada' }
    await world.server.ask('/api/v2/customers', {
      ...{ method: 'POST', json: create, headers: { authorization: basic(world.server.test) } },
    })
    expect((await ada('/customers/t1')).status).toBe(404)
    expect(itemsOf(await ada('/customers?limit=250'))).toHaveLength(2)
  })
})
