import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startServer, START, type Ask, type TestServer } from '../support/http.ts'

let server: TestServer
beforeEach(async () => {
  server = await startServer()
  await server.addPartner({ partnerKey: 'ada' })
  await server.addPartner({ partnerKey: 'bob' })
})
afterEach(() => server.close())

const call = (method: string, path: string, json?: unknown, more: Ask = {}) =>
  server.ask(path, { method, as: server.production, ...(json !== undefined && { json }), ...more })
const create = (fields: object = {}) =>
  call('POST', '/v1/customers', { key: 'c1', email: 'Carla@Example.com', partner_key: 'ada', ...fields })
const count = async () =>
  (await server.books.customers({ mode: 'production', limit: 50, orderBy: '-created_at' })).items.length

describe('POST /v1/customers', () => {
  it('answers 200 with the object of version 1', async () => {
    const answer = await create({ name: 'Carla', provider_key: 'cus_1', meta: { plan: 'pro' }, ip_address: '10.0.0.1' })
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(answer.body).toEqual({
      status: 200,
      message: 'Customer created',
      rdata: {
        ...{ key: expect.stringMatching(/^cus_[0-9A-Za-z]{14}$/), customer_key: 'c1', provider_key: 'cus_1' },
        ...{ name: 'Carla', email: 'Carla@Example.com', partner_key: 'ada', test: false },
        ...{ created_at: START, updated_at: START },
      },
    })
  })

  it('answers a retry with the one that stands, its empty fields filled, its partner unchanged', async () => {
    const first = await create()
    const again = await create({ name: 'Carla', partner_key: 'bob' })
    expect(again.status).toBe(200)
    expect(again.body.rdata).toMatchObject({ key: first.body.rdata['key'], name: 'Carla', partner_key: 'ada' })
    expect(await count()).toBe(1)
  })

  it('makes one customer of ten calls at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => create()))
    expect(new Set(answers.map(({ status, body }) => `${status} ${String(body.rdata['key'])}`)).size).toBe(1)
    expect(await count()).toBe(1)
  })

  it.each<[string, unknown, string]>([
    ['key', undefined, "'key' is a required property"],
    ['key', null, "'key' is a required property"],
    ['key', '', "'key' must not be empty"],
    ['key', 7, "'key' must be a string"],
    ['key', 'x'.repeat(256), "'key' must be at most 255 characters"],
    ['key', 'a\u0000b', "'key' must be well-formed text"],
    ['key', '\ud800', "'key' must be well-formed text"],
    ['email', undefined, "'email' is a required property"],
    ['email', null, "'email' is a required property"],
    ['email', 'carla', "'email' must be an e-mail address"],
    ['email', 'a b@c.d', "'email' must be an e-mail address"],
    ['email', ['a@b.c'], "'email' must be a string"],
    ['partner_key', undefined, "'partner_key' is a required property"],
    ['partner_key', true, "'partner_key' must be a string"],
    ['name', 'x'.repeat(101), "'name' must be at most 100 characters"],
    ['name', 1, "'name' must be a string"],
    ['provider_key', {}, "'provider_key' must be a string"],
    ['meta', 'pro', "'meta' must be an object"],
    ['meta', [1], "'meta' must be an object"],
    ['meta', JSON.parse(`${'{"a":'.repeat(50)}1${'}'.repeat(50)}`), "'meta' must not nest so deeply"],
  ])('refuses %s %j: %s', async (field, value, message) => {
    const answer = await create({ [field]: value })
    expect(answer.body).toEqual({ status: 400, error: message, message })
    expect(answer.status).toBe(400)
    expect(await count()).toBe(0)
  })

  it('takes null and unknown fields for absent', async () => {
    const answer = await create({ name: null, provider_key: null, meta: null, color: 'red' })
    expect([answer.status, answer.body.rdata['name']]).toEqual([200, null])
  })

  it('refuses an unknown partner', async () => {
    const answer = await create({ partner_key: 'nobody' })
    expect(answer.status).toBe(404)
    expect(answer.body['message']).toContain('nobody')
    expect(await count()).toBe(0)
  })

  it('refuses a platform id that belongs to another', async () => {
    await create({ provider_key: 'cus_1' })
    const answer = await create({ key: 'c2', email: 'c2@example.com', provider_key: 'cus_1' })
    expect(answer.status).toBe(409)
    expect(await count()).toBe(1)
  })

  it.each([
    ['that is cut short', '{"key":"c1"', 'application/json', 400],
    ['that is empty', '', 'application/json', 400],
    ['that is a list', '[]', 'application/json', 400],
    ['that is a number', '1', 'application/json', 400],
    ['that is a form', 'key=c1&email=a%40b.c', 'application/x-www-form-urlencoded', 415],
    ['that is XML', '<customer/>', 'text/xml', 415],
    ['without a type that is no JSON', 'key=c1', '', 400],
  ])('refuses a body %s', async (_name, body, type, status) => {
    const headers: Record<string, string> = type ? { 'content-type': type } : {}
    const answer = await call('POST', '/v1/customers', undefined, { body, headers })
    expect([answer.status, answer.body['error']]).toEqual([status, answer.body['message']])
    expect(await count()).toBe(0)
  })

  it('takes JSON whatever type it is said to be', async () => {
    const body = JSON.stringify({ key: 'c1', email: 'a@b.c', partner_key: 'ada' })
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    expect((await call('POST', '/v1/customers', undefined, { body, headers })).status).toBe(200)
  })

  it('refuses a body of more than 1 MiB, and one that is encoded', async () => {
    expect((await create({ meta: { x: 'x'.repeat(1024 * 1024) } })).status).toBe(413)
    const encoded = await call('POST', '/v1/customers', undefined, {
      body: 'x',
      headers: { 'content-encoding': 'gzip' },
    })
    expect(encoded.status).toBe(415)
  })
})

describe('/v1/customers/{id}', () => {
  it.each([
    ['its own key', () => 'c1'],
    ['its e-mail, in any case', () => 'CARLA@example.COM'],
  ])('is found by %s', async (_name, id) => {
    await create()
    expect((await call('GET', `/v1/customers/${encodeURIComponent(id())}`)).body.rdata['customer_key']).toBe('c1')
  })

  it('is found by its internal key', async () => {
    const { body } = await create()
    expect((await call('GET', `/v1/customers/${body.rdata['key']}`)).body).toMatchObject({
      message: 'Customer retrieved',
      rdata: body.rdata,
    })
  })

  it.each(['a/b', 'a+b', 'a b', '100%', 'ключ', '🦊', '..', 'a?b#c', '%2F', "o'brien", 'transactions'])(
    'is found by the key %s',
    async (key) => {
      await create({ key })
      const answer = await call('GET', `/v1/customers/${encodeURIComponent(key).replaceAll('.', '%2E')}`)
      expect([answer.status, answer.body.rdata?.['customer_key']]).toEqual([200, key])
    },
  )

  it.each(['GET', 'PATCH', 'PUT', 'DELETE'])('is 404 to %s where nobody is', async (method) => {
    const answer = await call(method, '/v1/customers/nobody', method === 'PATCH' || method === 'PUT' ? {} : undefined)
    expect([answer.status, answer.body['status']]).toEqual([404, 404])
    expect(answer.body['error']).toBe(answer.body['message'])
  })

  it.each([
    ['GET', '', undefined],
    ['PATCH', '', { name: 'Carla' }],
    ['PUT', '', { name: 'Carla' }],
    ['DELETE', '', undefined],
    ['GET', '/transactions', undefined],
    ['POST', '/transactions', { amount: 100 }],
    ['GET', '/subscriptions', undefined],
  ])('is 409 to %s%s by an e-mail that several have', async (method, below, body) => {
    await create()
    await create({ key: 'c2' })
    const answer = await call(method, `/v1/customers/carla%40example.com${below}`, body)
    expect([answer.status, answer.body['message']]).toEqual([409, 'several customers have this e-mail'])
  })

  it('is 400 where the address is not well-formed', async () => {
    expect((await call('GET', '/v1/customers/%E0%A4%A')).status).toBe(400)
  })

  it.each(['PATCH', 'PUT'])('is changed by %s, its partner never', async (method) => {
    await create()
    server.pass(5000)
    const change = { key: 'c9', email: 'new@example.com', name: 'New', provider_key: 'cus_9', partner_key: 'bob' }
    const { status, body } = await call(method, '/v1/customers/c1', change)
    expect([status, body['message']]).toEqual([200, 'Customer updated'])
    expect(body.rdata).toMatchObject({
      customer_key: 'c9',
      email: 'new@example.com',
      name: 'New',
      provider_key: 'cus_9',
    })
    expect(body.rdata).toMatchObject({ partner_key: 'ada', created_at: START, updated_at: START + 5000 })
    expect((await call('GET', '/v1/customers/c9')).body.rdata).toEqual(body.rdata)
  })

  it('keeps what a change does not name, or names null; provider_key null clears', async () => {
    const { body } = await create({ name: 'Carla', provider_key: 'cus_1' })
    const kept = await call('PATCH', '/v1/customers/c1', { name: null, email: null, key: null, customer_key: null })
    expect(kept.body.rdata).toMatchObject({ name: 'Carla', email: body.rdata['email'], provider_key: 'cus_1' })
    const cleared = await call('PATCH', '/v1/customers/c1', { provider_key: null })
    expect(cleared.body.rdata).toMatchObject({ name: 'Carla', provider_key: null })
  })

  it('refuses a key that another has', async () => {
    await create()
    await create({ key: 'c2', email: 'c2@example.com' })
    expect((await call('PATCH', '/v1/customers/c2', { key: 'c1' })).status).toBe(409)
  })

  it.each([
    [{ email: 'x' }, "'email' must be an e-mail address"],
    [{ name: 5 }, "'name' must be a string"],
    [{ provider_key: 5 }, "'provider_key' must be a string"],
    [{ meta: 'x' }, "'meta' must be an object"],
  ])('refuses the change %j', async (change, message) => {
    await create()
    const answer = await call('PATCH', '/v1/customers/c1', change)
    expect([answer.status, answer.body['message']]).toEqual([400, message])
  })

  it('is archived: gone from reading and lists unless asked for, and restored by creating it again', async () => {
    const { body } = await create()
    const archived = await call('DELETE', '/v1/customers/c1')
    expect([archived.status, archived.body.rdata['key']]).toEqual([200, body.rdata['key']])
    expect((await call('GET', '/v1/customers/c1')).status).toBe(404)
    for (const [asked, status] of Object.entries({ true: 200, True: 200, 1: 200, false: 404, 0: 404 }))
      expect((await call('GET', `/v1/customers/c1?include_archived=${asked}`)).status).toBe(status)
    expect((await call('GET', '/v1/customers')).body.rdata['items']).toEqual([])
    expect((await call('GET', '/v1/customers?include_archived=true')).body.rdata['items']).toHaveLength(1)
    expect((await create({ partner_key: 'bob' })).body.rdata).toMatchObject({
      key: body.rdata['key'],
      partner_key: 'ada',
    })
    expect((await call('GET', '/v1/customers/c1')).status).toBe(200)
  })

  it.each([
    ['/v1/customers', 'DELETE', 'GET, HEAD, POST'],
    ['/v1/customers/c1', 'POST', 'GET, HEAD, PATCH, PUT, DELETE'],
    ['/v1/customers/c1/transactions', 'DELETE', 'GET, HEAD, POST'],
    ['/v1/customers/c1/subscriptions', 'POST', 'GET, HEAD'],
    ['/v1/transactions', 'POST', 'GET, HEAD'],
    ['/v1/transactions/t1', 'PATCH', 'GET, HEAD, DELETE'],
  ])('%s does not take %s, and says what it takes', async (path, method, allow) => {
    const answer = await call(method, path)
    expect([answer.status, answer.headers.allow, answer.body['status']]).toEqual([405, allow, 405])
  })
})
