import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Answer } from '../support/http.ts'
import { startServer, type TestServer } from '../support/http.ts'

let server: TestServer
beforeEach(async () => {
  server = await startServer()
  await server.addPartner({ partnerKey: 'ada' })
})
afterEach(() => server.close())

const post = (fields: Record<string, unknown>, type = 'text/plain;charset=UTF-8'): Promise<Answer> => {
  const json = JSON.stringify({ public_key: server.production.publicKey, ...fields })
  return server.ask('/v1/signups', {
    method: 'POST',
    headers: { 'content-type': type, origin: 'https://shop.example' },
    body: json,
  })
}
const signup = { customer_key: 'c1', email: 'Carla@Example.com', name: 'Carla', partner_key: 'ada' }
const customers = async (mode: 'production' | 'test' = 'production') =>
  (await server.books.customers({ mode, limit: 50, orderBy: '-created_at' })).items
const inbox = async () => (await server.books.deliveries({ mode: 'production', limit: 50 })).items

describe('POST /v1/signups', () => {
  it('makes the customer, credited to its partner', async () => {
    const answer = await post(signup)
    expect([answer.status, answer.body]).toEqual([200, { status: 200, message: 'Signup received', rdata: {} }])
    expect(await customers()).toMatchObject([
      {
        customer: { customerKey: 'c1', name: 'Carla', source: 'script', confirmed: false },
        partner: { partnerKey: 'ada' },
      },
    ])
  })

  it.each(['text/plain', 'application/json', 'text/plain;charset=UTF-8', 'application/octet-stream'])(
    'takes JSON sent as %s',
    async (type) => {
      expect((await post(signup, type)).status).toBe(200)
      expect(await customers()).toHaveLength(1)
    },
  )

  it('answers alike for a new and a known customer, and changes nothing of the known one', async () => {
    const first = await post(signup)
    const known = await post({ ...signup, email: 'other@example.com', name: 'Mallory', provider_key: 'cus_evil' })
    expect(known.text).toBe(first.text)
    expect(known.headers['content-length']).toBe(first.headers['content-length'])
    expect(await customers()).toMatchObject([
      { customer: { email: 'Carla@Example.com', name: 'Carla', providerKey: null } },
    ])
  })

  it('takes ten deliveries of one sign-up for one', async () => {
    await Promise.all(Array.from({ length: 10 }, () => post({ ...signup, signup_id: 's1' })))
    expect(await customers()).toHaveLength(1)
    expect(await inbox()).toMatchObject([{ provider: 'script', type: 'signup', eventId: 's1', state: 'applied' }])
  })

  it('keeps what came in, with the site it came from', async () => {
    await post({ ...signup, signup_id: 's1' })
    const [delivery] = await inbox()
    expect(delivery?.headers).toEqual({ origin: 'https://shop.example' })
    const body = Buffer.from((await server.books.deliveryBody(delivery!.key))!).toString()
    expect(JSON.parse(body)).toMatchObject({ customer_key: 'c1', signup_id: 's1' })
  })

  it('goes to the mode of its public key', async () => {
    await server.addPartner({ partnerKey: 'tess', mode: 'test' })
    await post({ ...signup, public_key: server.test.publicKey, partner_key: 'tess' })
    expect(await customers()).toEqual([])
    expect(await customers('test')).toHaveLength(1)
  })

  it('credits nobody for an unknown partner, without telling', async () => {
    const answer = await post({ ...signup, partner_key: 'nobody' })
    expect(answer.status).toBe(200)
    expect(await customers()).toEqual([])
    expect(await inbox()).toMatchObject([{ state: 'ignored' }])
  })

  it('credits the partner of the click where only that is known', async () => {
    const { headers } = await server.ask('/r/ada')
    const xid = new URL(headers.location ?? '').searchParams.get('ps_xid')
    await post({ email: 'x@y.example', xid })
    expect(await customers()).toMatchObject([{ partner: { partnerKey: 'ada' }, customer: { xid, flaggedAt: null } }])
  })

  it.each([
    ['a number', 4900, 4900],
    ['a numeric string', ' 4900 ', 4900],
    ['zero', 0, 0],
  ])('records the amount given as %s', async (_name, amount, expected) => {
    await post({ ...signup, amount, currency: 'eur' })
    const { items } = await server.books.transactions({ mode: 'production', limit: 10, orderBy: '-created_at' })
    expect(items).toMatchObject([{ payment: { amount: expected, currency: 'EUR', approved: false, source: 'script' } }])
  })

  it.each([
    ['a fraction', 49.9],
    ['a fraction as text', '49.90'],
    ['a negative number', -1],
    ['a negative text', '-1'],
    ['beyond 2^53', 2 ** 53],
    ['beyond 2^53 as text', '99999999999999999999'],
    ['words', 'plenty'],
    ['an object', { value: 1 }],
    ['a boolean', true],
  ])('is not refused for %s as its amount: the customer counts, the reason is kept', async (_name, amount) => {
    expect((await post({ ...signup, amount })).status).toBe(200)
    expect(await customers()).toHaveLength(1)
    const { items } = await server.books.transactions({ mode: 'production', limit: 10, orderBy: '-created_at' })
    expect(items).toEqual([])
    expect((await inbox())[0]?.reason).toContain('amount')
  })

  it('works for a key made a moment ago, and no longer for one revoked two seconds ago', async () => {
    const key = await server.addKey('production')
    expect((await post({ ...signup, public_key: key.publicKey })).status).toBe(200)
    const row = await server.books.apiKey(key.publicKey)
    await server.books.putApiKey({ ...row!, revokedAt: server.now() })
    server.pass(2000)
    expect((await post({ ...signup, public_key: key.publicKey })).status).toBe(401)
  })
})

describe('a sign-up that cannot be taken', () => {
  const cases: [name: string, body: () => string | Buffer, status: number, message: RegExp][] = [
    ['that is not JSON', () => '{"public_key":', 400, /not JSON/],
    ['without a body', () => '', 400, /not JSON/],
    ['that is an array', () => '[]', 400, /must be a JSON object/],
    ['that is not UTF-8', () => Buffer.from('{"email":"\xff@b.c","partner_key":"ada"}', 'latin1'), 400, /not JSON/],
    ['without a public key', () => '{"email":"a@b.c","partner_key":"ada"}', 401, /public_key/],
    [
      'with an unknown public key',
      () => '{"public_key":"pk_x","email":"a@b.c","partner_key":"ada"}',
      401,
      /public_key/,
    ],
    ['with a secret key', () => JSON.stringify({ public_key: server.production.secretKey }), 401, /public_key/],
    [
      'of nobody',
      () => JSON.stringify({ public_key: server.production.publicKey, partner_key: 'ada' }),
      400,
      /'customer_key' or 'email'/,
    ],
    [
      'without a referral',
      () => JSON.stringify({ public_key: server.production.publicKey, email: 'a@b.c' }),
      400,
      /'partner_key' or 'xid'/,
    ],
    [
      'with an endless key',
      () => JSON.stringify({ public_key: server.production.publicKey, customer_key: 'x'.repeat(256) }),
      400,
      /'customer_key' must be at most 255/,
    ],
    [
      'with a NUL in its key',
      () => JSON.stringify({ public_key: server.production.publicKey, customer_key: 'a\0b' }),
      400,
      /'customer_key' must be well-formed/,
    ],
    ['of more than 64 KiB', () => JSON.stringify({ meta: 'x'.repeat(65536) }), 413, /65536 bytes/],
  ]
  it.each(cases)('%s is refused, and every site may read why', async (_name, body, status, message) => {
    const answer = await server.ask('/v1/signups', { method: 'POST', body: body() })
    expect(answer.status).toBe(status)
    expect(answer.body['message']).toMatch(message)
    expect(answer.body).toMatchObject({ status, error: answer.body['message'] })
    expect(answer.headers['access-control-allow-origin']).toBe('*')
    expect(await customers()).toEqual([])
    expect(await inbox()).toEqual([])
  })

  it('is refused encoded', async () => {
    const answer = await server.ask('/v1/signups', {
      method: 'POST',
      headers: { 'content-encoding': 'gzip' },
      body: 'x',
    })
    expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([415, '*'])
  })

  it('is kept as it was when the work fails by our fault, and asked for again', async () => {
    const failing = await startServer({
      wrap: (books) => ({
        ...books,
        record: async () => ({
          ...{ outcomes: [], customer: null, transaction: null, link: null },
          delivery: { key: 'dlv_1', state: 'failed', reason: 'disk full' },
        }),
      }),
    })
    const body = JSON.stringify({ public_key: failing.production.publicKey, ...signup })
    const answer = await failing.ask('/v1/signups', { method: 'POST', body })
    expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([503, '*'])
    expect(answer.text).not.toContain('disk full')
    await failing.close()
  })
})

describe('a browser that asks first', () => {
  it('is told what it may send', async () => {
    const { status, headers, text } = await server.ask('/v1/signups', { method: 'OPTIONS' })
    expect([status, text]).toEqual([204, ''])
    expect(headers['access-control-allow-origin']).toBe('*')
    expect(headers['access-control-allow-headers']).toBe('authorization, content-type')
    expect(headers['access-control-allow-methods']).toContain('POST')
    expect(headers['access-control-allow-credentials']).toBeUndefined()
  })

  it.each(['GET', 'PUT', 'DELETE'])('is told that %s is not possible', async (method) => {
    const { status, headers } = await server.ask('/v1/signups', { method })
    expect([status, headers.allow, headers['access-control-allow-origin']]).toEqual([405, 'POST, OPTIONS', '*'])
  })
})
