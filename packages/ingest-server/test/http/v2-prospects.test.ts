/** What version 2 means by what it takes of deals and leads; and what it has not. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { calling, openWorld, type World } from '../support/api-world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.server.close())

const call = calling(() => world)

describe('deals and leads', () => {
  it.each([
    ['neither', {}],
    ['both', { partner_key: 'ada', group_key: 'gold' }],
  ])('are not made by %s of partner and group', async (_what, body) => {
    const { status, message } = await call('POST', '/deals', body)
    expect([status, message]).toEqual([400, "Give either 'partner_key' or 'group_key'"])
  })

  it.each(['2026-13-01', '2026-02-30', '01/02/2026', '2026-1-2'])('do not close on %s', async (close_date) => {
    const { status, message } = await call('POST', '/deals', { partner_key: 'ada', close_date })
    expect([status, message]).toEqual([400, "'close_date' must be a day, as 2026-06-30"])
  })

  it('become a customer of their partner, once', async () => {
    const body = { email: 'won@example.com', customer_key: 'won' }
    const { data, message } = await call('POST', '/deals/D1/convert', body)
    expect([message, data['customer_key'], data['partner_key']]).toEqual(['Deal converted', 'won', 'ada'])
    expect((await call('GET', '/deals/D1')).data['customer_key']).toBe('won')
    expect((await call('POST', '/deals/D1/convert', body)).data['key']).toBe(data['key'])
    expect((await call('POST', '/deals/D1/convert', { email: 'x@example.com', customer_key: 'x' })).status).toBe(409)
    expect((await call('GET', '/customers/x')).status).toBe(404)
  })

  it('that become somebody known leave him his partner', async () => {
    const { data } = await call('POST', '/leads/L2/convert', { email: 'c1@example.com', customer_key: 'c1' })
    expect(data).toMatchObject({ customer_key: 'c1', partner_key: 'ada' })
    expect((await call('GET', '/leads/L2')).data).toMatchObject({ customer_key: 'c1', partner_key: 'bob' })
  })

  it('go from a group to a partner, and are found by either', async () => {
    expect((await call('GET', '/deals/D2')).data).toMatchObject({ partner_key: null, group_key: expect.any(String) })
    const { data } = await call('POST', '/api/deals/D2/assignment/bob%40partners.example/stck_1')
    expect(data).toMatchObject({ partner_key: 'bob', external_key: 'D2' })
    expect((await call('GET', '/deals?partner_key=bob')).data['items']).toEqual([data])
    expect((await call('GET', '/deals?group=gold')).data['items']).toContainEqual(data)
    const back = await call('PATCH', '/deals/D2', { group_key: 'silver' })
    expect(back.data).toMatchObject({ partner_key: null })
  })

  it('keep what is not named, and lose an external key that is null', async () => {
    await call('PATCH', '/leads/L1', { name: 'Ann', meta: { a: 1 }, fields: [{ name: 'x', value: 1 }] })
    const { data } = await call('PATCH', '/leads/L1', {
      company: 'Acme',
      name: null,
      meta: { b: 2 },
      external_key: null,
    })
    expect(data).toMatchObject({ name: 'Ann', company: 'Acme', meta: { a: 1, b: 2 }, field_data: { x: 1 } })
    expect(data['external_key']).toBeNull()
    expect((await call('GET', '/leads/L1')).status).toBe(404)
    expect((await call('GET', `/leads/${world.keys['lead']}`)).status).toBe(200)
  })

  it('have no files', async () => {
    const { status, message } = await call('GET', '/api/deals/D1/file/file_1')
    expect([status, message]).toEqual([404, 'This deal has no such file: files are not kept here.'])
  })
})

describe('what does not exist', () => {
  it.each([
    ...['/v2/clicks', '/api/v2/clicks', '/v2/partnerships/ada/stats', '/api/v2/partnerships/ada/stats'],
    ...['/v2/partners', '/api/v2/partners', '/api/v2', '/api', '/api/v3/customers', '/api/v2/customers/c1/x'],
    ...['/api/v2/Customers', '/v2/customers', '/api/deals', '/conversion'],
  ])('is 404: %s', async (path) => {
    const answer = await world.server.ask(path, { as: world.server.production })
    expect([answer.status, answer.body['error']]).toEqual([404, answer.body['message']])
  })
})
