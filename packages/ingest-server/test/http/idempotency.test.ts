/** `Idempotency-Key` over HTTP: a POST made again is answered alike, and done once. */
import { describe, expect, it } from 'vitest'
import { startServer, type Ask, type TestServer } from '../support/http.ts'

const PAYMENT = { amount: 5_000, currency: 'USD' }

async function opened() {
  const server = await startServer()
  await server.addPartner({ partnerKey: 'ada', mode: 'test' })
  const customer = { key: 'c1', email: 'c1@shop.test', partner_key: 'ada' }
  await server.ask('/v1/customers', { method: 'POST', json: customer, as: server.test })
  return server
}

const pay = (server: TestServer, key: string | null, ask: Ask = {}) =>
  server.ask('/v1/customers/c1/transactions', {
    ...{ method: 'POST', json: PAYMENT, as: server.test },
    ...ask,
    headers: { ...(key !== null && { 'idempotency-key': key }), ...ask.headers },
  })

const count = async (server: TestServer): Promise<number> => {
  const { body } = await server.ask('/v1/transactions', { as: server.test })
  return (body.rdata['items'] as unknown[]).length
}

describe('a POST with an Idempotency-Key', () => {
  it('made again, a minute later, is answered byte for byte as before and does nothing', async () => {
    const server = await opened()
    const first = await pay(server, 'k1')
    server.pass(60_000)
    const second = await pay(server, 'k1')
    expect([first.status, second.status, second.text]).toEqual([200, 200, first.text])
    expect(await count(server)).toBe(1)
  })

  it('made ten times at once is done once', async () => {
    const server = await opened()
    const answers = await Promise.all(Array.from({ length: 10 }, () => pay(server, 'k1')))
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(await count(server)).toBe(1)
  })

  it.each<[string, string | null, Ask]>([
    ['no key', null, {}],
    ['another key', 'k2', {}],
  ])('with %s is another call', async (_what, key, ask) => {
    const server = await opened()
    await pay(server, 'k1')
    expect((await pay(server, key, ask)).status).toBe(200)
    expect(await count(server)).toBe(2)
  })

  it.each<[string, Ask]>([
    ['another body', { json: { ...PAYMENT, amount: 1 } }],
    ['the same body in other letters', { headers: { 'content-type': 'application/json' }, body: '{"amount": 5000}' }],
  ])('with %s is 422, and does nothing', async (_what, ask) => {
    const server = await opened()
    await pay(server, 'k1')
    const { status, body } = await pay(server, 'k1', 'body' in ask ? { ...ask, json: undefined } : ask)
    expect([status, String(body['message'])]).toEqual([422, expect.stringContaining('Idempotency-Key')])
    expect(await count(server)).toBe(1)
  })

  it('of another key pair is another call, also of the same mode', async () => {
    const server = await opened()
    await pay(server, 'k1')
    const other = await server.addKey('test')
    expect((await pay(server, 'k1', { as: other })).status).toBe(200)
    expect(await count(server)).toBe(2)
  })

  it.each<[string, string, object]>([
    ['a customer', '/v1/customers', { key: 'c2', email: 'c2@shop.test', partner_key: 'ada' }],
    ['a webhook, secret and all', '/api/v2/webhooks', { target: 'http://8.8.8.8/', events: ['*'] }],
  ])('keeps to its answer though what it made is gone: %s', async (_what, path, json) => {
    const server = await opened()
    const send = (body: object = json) =>
      server.ask(path, { method: 'POST', json: body, as: server.test, headers: { 'idempotency-key': 'k' } })
    const first = await send()
    expect(first.status).toBe(200)
    const { key } = (first.body['data'] ?? first.body.rdata) as { readonly key: string }
    expect((await server.ask(`${path}/${key}`, { method: 'DELETE', as: server.test })).status).toBe(200)
    expect((await send()).text).toBe(first.text)
    expect((await send({ ...json, more: 1 })).status).toBe(422)
    expect((await server.ask(`${path}/${key}`, { as: server.test })).status).toBe(404)
  })

  it('of a sign-up that a server reports is one sign-up', async () => {
    const server = await opened()
    const report = (customer_key: string) => {
      const json = {
        public_key: server.test.publicKey,
        customer_key,
        email: `${customer_key}@shop.test`,
        partner_key: 'ada',
      }
      return server.ask('/v1/signups', { method: 'POST', json, headers: { 'idempotency-key': 'k' } })
    }
    const first = await report('s1')
    expect([first.status, (await report('s1')).text]).toEqual([200, first.text])
    expect((await report('s2')).status).toBe(422)
    const { items } = await server.books.deliveries({ mode: 'test', limit: 10 })
    expect(items).toHaveLength(1)
  })

  it('counts a day, and then is new', async () => {
    const server = await opened()
    await pay(server, 'k1')
    server.pass(86_400_000)
    await pay(server, 'k1')
    expect(await count(server)).toBe(2)
  })

  it.each([
    ['empty', ''],
    ['over 255 characters', 'x'.repeat(256)],
    ['not plain ASCII', 'k\u00e9'],
  ])('that is %s is refused by the name of the header', async (_what, key) => {
    const server = await opened()
    const { status, body } = await pay(server, key)
    expect([status, String(body['message'])]).toEqual([400, expect.stringMatching(/^'Idempotency-Key' must be/)])
    expect(await count(server)).toBe(0)
  })

  it('that failed is tried anew', async () => {
    const server = await opened()
    const path = '/v1/customers/c2/transactions'
    expect(
      (await server.ask(path, { method: 'POST', json: PAYMENT, as: server.test, headers: { 'idempotency-key': 'k' } }))
        .status,
    ).toBe(404)
    const customer = { key: 'c2', email: 'c2@shop.test', partner_key: 'ada' }
    await server.ask('/v1/customers', { method: 'POST', json: customer, as: server.test })
    expect(
      (await server.ask(path, { method: 'POST', json: PAYMENT, as: server.test, headers: { 'idempotency-key': 'k' } }))
        .status,
    ).toBe(200)
  })
})
