import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { basic, startServer, type TestServer } from '../support/http.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
  await server.addPartner({ partnerKey: 'ada' })
})
afterAll(() => server.close())

const ask = (authorization: string | null, path = '/v1/customers') =>
  server.ask(path, { headers: authorization === null ? {} : { authorization } })
const encode = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`

describe('a key pair', () => {
  it('opens the API', async () => {
    expect((await ask(basic(server.production))).status).toBe(200)
    expect((await ask(basic(server.production).replace('Basic', 'basic'))).status).toBe(200)
  })

  it.each<[string, () => string | null]>([
    ['no keys', () => null],
    ['another scheme', () => `Bearer ${server.production.secretKey}`],
    ['Basic without keys', () => 'Basic'],
    ['what is not base64', () => 'Basic §§§'],
    ['an empty pair', () => encode(':')],
    ['no colon', () => encode(server.production.publicKey)],
    ['an unknown public key', () => basic({ ...server.production, publicKey: 'pk_unknown' })],
    ['a wrong secret', () => basic({ ...server.production, secretKey: 'sk_wrong' })],
    ['no secret', () => basic({ ...server.production, secretKey: '' })],
    ['a secret with more behind it', () => encode(`${server.production.publicKey}:${server.production.secretKey}:x`)],
    ['the keys the wrong way round', () => encode(`${server.production.secretKey}:${server.production.publicKey}`)],
    ["another mode's secret", () => basic({ ...server.production, secretKey: server.test.secretKey })],
    ['the name of a property of objects', () => encode('constructor:x')],
  ])('is wanted: %s is 401 everywhere', async (_name, authorization) => {
    for (const path of ['/v1/customers', '/v1/customers/c1', '/v1/transactions', '/v1/transactions/t1']) {
      const answer = await ask(authorization(), path)
      expect(answer.status).toBe(401)
      expect(answer.headers['www-authenticate']).toBe('Basic realm="API keys"')
      expect(answer.body).toMatchObject({ status: 401, error: answer.body['message'] })
      expect(answer.text).not.toContain('sk_')
    }
  })

  it('is checked before the body is read, so that strangers cannot probe', async () => {
    const answer = await server.ask('/v1/customers', { method: 'POST', body: '{nonsense' })
    expect(answer.status).toBe(401)
  })

  it('stops working within two seconds of its revocation, and not for the others', async () => {
    const key = await server.addKey('production')
    expect((await ask(basic(key))).status).toBe(200)
    const row = await server.books.apiKey(key.publicKey)
    await server.books.putApiKey({ ...row!, revokedAt: server.now() })
    server.pass(2000)
    expect((await ask(basic(key))).status).toBe(401)
    expect((await ask(basic(server.production))).status).toBe(200)
  })

  it('never sees the rows of the other mode', async () => {
    await server.addPartner({ partnerKey: 'ada', email: 'ada2@partners.example', mode: 'test' })
    const create = { key: 'c1', email: 'c1@example.com', partner_key: 'ada' }
    const made = await server.ask('/v1/customers', { method: 'POST', json: create, as: server.production })
    const paid = { amount: 100, key: 'order-1' }
    await server.ask('/v1/customers/c1/transactions', { method: 'POST', json: paid, as: server.production })
    const as = server.test
    const internal = String(made.body.rdata['key'])
    for (const path of ['c1', internal, 'c1@example.com', 'c1/transactions', 'c1/subscriptions']) {
      expect([path, (await server.ask(`/v1/customers/${path}`, { as })).status]).toEqual([path, 404])
    }
    for (const [method, path, json] of [
      ['PATCH', '/v1/customers/c1', { name: 'x' }],
      ['DELETE', '/v1/customers/c1', undefined],
      ['POST', '/v1/customers/c1/transactions', { amount: 1 }],
      ['GET', '/v1/transactions/order-1', undefined],
      ['DELETE', '/v1/transactions/order-1', undefined],
    ] as const) {
      expect([method, (await server.ask(path, { method, as, ...(json && { json }) })).status]).toEqual([method, 404])
    }
    for (const path of ['/v1/customers', '/v1/transactions', '/v1/transactions?customer_key=c1']) {
      expect((await server.ask(path, { as })).body.rdata).toEqual({ items: [], has_more: false })
    }
    const own = await server.ask('/v1/customers', { method: 'POST', json: create, as })
    expect(own.body.rdata).toMatchObject({ customer_key: 'c1', test: true })
    expect(own.body.rdata['key']).not.toBe(internal)
  })
})
