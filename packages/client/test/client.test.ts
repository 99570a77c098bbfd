/** The client against a server that answers what a test says. */
import { createServer } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, expectTypeOf, it, onTestFinished } from 'vitest'
import { ApiError, createClient, isConflict, isNotFound, isTemporary } from '../src/index.ts'
import type { ClientOptions } from '../src/index.ts'

interface Asked {
  readonly method: string
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}
interface Answer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly json?: unknown
  readonly text?: string
  /** Hangs up without a word. */
  readonly silence?: true
}

/** A server whose n-th answer is the n-th of the list; the last one stands for all that follow. */
async function open(answers: readonly Answer[], options: Partial<ClientOptions> = {}) {
  const asked: Asked[] = []
  const server = createServer(async (req, res) => {
    asked.push({ method: req.method ?? '', url: req.url ?? '', headers: req.headers, body: await text(req) })
    const answer = answers[Math.min(asked.length, answers.length) - 1] ?? {}
    if (answer.silence) return void req.socket.destroy()
    res.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers })
    res.end(answer.text ?? JSON.stringify(answer.json ?? { status: 200, message: 'ok', rdata: { key: 'cus_1' } }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return { asked, api: createClient({ baseUrl, publicKey: 'pk_1', secretKey: 'sk_1', pause: 1, ...options }) }
}

const page = (keys: readonly string[], has_more: boolean): Answer => ({
  json: { status: 200, message: 'ok', rdata: { items: keys.map((key) => ({ key })), has_more } },
})
const failed = (status: number, message: string, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers,
  json: { status, error: message, message },
})
const CUSTOMER = { key: 'c1', email: 'c1@shop.test', partner_key: 'ada' }

describe('a call', () => {
  it('carries the key pair, its values in path, query and body, and gives the data without its envelope', async () => {
    const { asked, api } = await open([{}])
    const customer = await api.get('/v1/customers/{id}', { path: { id: 'a/b+ü%@shop.test' } })
    expect(customer).toEqual({ key: 'cus_1' })
    expect(asked[0]).toMatchObject({ method: 'GET', url: '/v1/customers/a%2Fb%2B%C3%BC%25%40shop.test', body: '' })
    expect(asked[0]?.headers.authorization).toBe(`Basic ${Buffer.from('pk_1:sk_1').toString('base64')}`)
    await api.post('/v1/customers', { body: CUSTOMER })
    expect(JSON.parse(asked[1]?.body ?? '')).toEqual(CUSTOMER)
  })

  it('sends a file as it is, and gives one back as its text', async () => {
    const { asked, api } = await open([
      {},
      { text: 'key\nc1\n', headers: { 'content-type': 'text/csv; charset=utf-8' } },
    ])
    await api.post('/v1/import/partners', { body: 'email\nada@partners.test\n' })
    expect(asked[0]).toMatchObject({ body: 'email\nada@partners.test\n', headers: { 'content-type': 'text/csv' } })
    expect(await api.get('/v1/export/{type}', { path: { type: 'customers' } })).toBe('key\nc1\n')
  })

  it('with a click shows the tracking token alone, and is not made without one', async () => {
    const click = { body: { xid: '0SlGpYh3Kq9Zb1', customer_key: 'c1' } }
    const { asked, api } = await open([{ text: '' }], { trackingToken: 'tt_1' })
    expect(await api.post('/conversion/xid', click)).toBeUndefined()
    expect(asked[0]?.headers.authorization).toBe('Bearer tt_1')
    const without = await open([{}])
    await expect(without.api.post('/conversion/xid', click)).rejects.toThrow(/trackingToken/)
    expect(without.asked).toEqual([])
  })

  it('reads the data of version 2, too', async () => {
    const { api } = await open([{ json: { status: 200, message: 'ok', data: { key: 'cus_2' } } }])
    expect(await api.get('/v1/customers/{id}', { path: { id: 'c' } })).toEqual({ key: 'cus_2' })
  })

  it('is typed by its address', async () => {
    const { api } = await open([{}])
    expectTypeOf(api.get<'/v1/customers/{id}'>)
      .parameter(1)
      .toExtend<{ readonly path: { readonly id: string } }>()
    expectTypeOf(await api.post('/v1/customers', { body: CUSTOMER })).toHaveProperty('key')
    // @ts-expect-error there is no such address
    await api.get('/v1/nothing')
    // @ts-expect-error a body without its required fields
    await api.post('/v1/customers', { body: { key: 'c1' } })
  })
})

describe('a call is tried again', () => {
  it.each<[string, Answer]>([
    ['503', failed(503, 'busy')],
    ['429', failed(429, 'too many')],
    ['502 of a proxy, with a page of its own', { status: 502, text: '<h1>Bad gateway</h1>' }],
    ['no answer', { silence: true }],
  ])('after %s', async (_what, answer) => {
    const { asked, api } = await open([answer, answer, {}])
    expect(await api.post('/v1/customers', { body: CUSTOMER })).toEqual({ key: 'cus_1' })
    const keys = new Set(asked.map(({ headers }) => headers['idempotency-key']))
    expect([asked.length, keys.size, [...keys][0]]).toEqual([3, 1, expect.stringMatching(/^[\da-f-]{36}$/)])
  })

  it.each([400, 401, 404, 409, 422, 500])('never after %d', async (status) => {
    const { asked, api } = await open([failed(status, 'no')])
    await expect(api.post('/v1/customers', { body: CUSTOMER })).rejects.toMatchObject({ status, message: 'no' })
    expect(asked).toHaveLength(1)
  })

  it('so often and no more', async () => {
    const { asked, api } = await open([failed(503, 'busy')], { retries: 2 })
    await expect(api.get('/v1/customers')).rejects.toMatchObject({ status: 503, message: 'busy' })
    expect(asked).toHaveLength(3)
  })

  it('when the server says so', async () => {
    const { api } = await open([failed(429, 'too many', { 'retry-after': '1' }), {}])
    const begun = Date.now()
    await api.get('/v1/customers/{id}', { path: { id: 'c' } })
    expect(Date.now() - begun).toBeGreaterThanOrEqual(990)
  })

  it('not once its caller has given up', async () => {
    const { asked, api } = await open([failed(503, 'busy')], { pause: 10_000 })
    const signal = AbortSignal.timeout(50)
    await expect(api.get('/v1/customers', { signal })).rejects.toThrow()
    expect(asked).toHaveLength(1)
  })

  it('with the Idempotency-Key its caller chose', async () => {
    const { asked, api } = await open([{}])
    await api.post('/v1/customers', { body: CUSTOMER, idempotencyKey: 'mine' })
    await api.get('/v1/customers')
    expect(asked.map(({ headers }) => headers['idempotency-key'])).toEqual(['mine', undefined])
  })
})

describe('a list', () => {
  it('gives every row, asking for a page when the one before is used up', async () => {
    const { asked, api } = await open([page(['a', 'b'], true), page(['c'], false)])
    const keys: string[] = []
    for await (const { key } of api.list('/v1/customers', { query: { limit: 2 } })) {
      keys.push(key)
      if (key === 'a') expect(asked).toHaveLength(1)
    }
    expect(keys).toEqual(['a', 'b', 'c'])
    expect(asked.map(({ url }) => url)).toEqual(['/v1/customers?limit=2', '/v1/customers?limit=2&starting_after=b'])
  })

  it('asks for pages as large as they come', async () => {
    const { asked, api } = await open([page([], false)])
    for await (const _row of api.list('/v1/customers')) throw new Error('there is no row')
    expect(asked[0]?.url).toBe('/v1/customers?limit=250')
  })

  it('asks no more once its reader has left', async () => {
    const { asked, api } = await open([page(['a', 'b'], true)])
    for await (const { key } of api.list('/v1/customers')) if (key === 'a') break
    expect(asked).toHaveLength(1)
  })
})

describe('an error', () => {
  it("has the server's words, its status and the request's id", async () => {
    const { api } = await open([failed(404, 'There is no customer.', { 'x-request-id': 'r1' })])
    const error: unknown = await api.get('/v1/customers/{id}', { path: { id: 'c' } }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ message: 'There is no customer.', status: 404, requestId: 'r1' })
    expect([isNotFound(error), isConflict(error), isTemporary(error)]).toEqual([true, false, false])
  })

  it('of silence names the host, and is temporary', async () => {
    const { api } = await open([{ silence: true }], { retries: 0 })
    const error: unknown = await api.get('/v1/customers').catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ status: 0, message: expect.stringContaining('127.0.0.1') as string })
    expect(isTemporary(error)).toBe(true)
  })

  it('comes of a time-out, too', async () => {
    const slow: typeof fetch = (_url, init) =>
      new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(new Error('timed out'))))
    const { api } = await open([], { fetch: slow, timeout: 20, retries: 0 })
    await expect(api.get('/v1/customers')).rejects.toMatchObject({ status: 0 })
  })
})
