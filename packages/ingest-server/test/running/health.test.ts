/** What whoever keeps the server running may ask, who gets told, and the id of each request. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createMeter } from '../../src/metrics/meter.ts'
import type { SchemaState } from '../../src/store/condition.ts'
import { startServer, type TestServer } from '../support/http.ts'

const TOKEN = 'a-token-of-some-length'

let server: TestServer
let ping: () => Promise<SchemaState>
let pings = 0
let ending = false
const meter = createMeter()
beforeAll(async () => {
  server = await startServer({
    wrap: (books) => ({ ...books, ping: () => (pings++, ping()) }),
    linkHosts: [{ host: 'go.example', origin: 'https://go.example' }],
    isEnding: () => ending,
    metricsToken: TOKEN,
    meter,
    metrics: async () => 'counted 1\n',
  })
  await server.addPartner({ partnerKey: 'ada' })
})
afterAll(() => server.close())
beforeEach(() => {
  server.pass(1_000)
  ping = async () => 'current'
  ending = false
})

const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })

describe('/healthz', () => {
  it('says that the process is there, whatever else is', async () => {
    ping = () => Promise.reject(new Error('gone'))
    ending = true
    const { status, body, headers } = await server.ask('/healthz')
    expect([status, body, headers['cache-control']]).toEqual([
      200,
      { status: 200, message: 'alive', service: 'partnerstack-ingest', server: '0123456789abcdef' },
      'no-store',
    ])
  })
})

describe('/readyz', () => {
  it('is 200 while the database answers and is up to date', async () => {
    const { status, body } = await server.ask('/readyz')
    expect([status, body]).toEqual([
      200,
      { status: 200, message: 'ready', database: 'ok', schema: 'current', ending: false },
    ])
  })

  it.each<[string, () => void, object]>([
    [
      'the database is gone',
      () => (ping = () => Promise.reject(new Error('secret host'))),
      { database: 'unreachable' },
    ],
    ['the database is older', () => (ping = async () => 'behind'), { database: 'ok', schema: 'behind' }],
    ['the server is being shut down', () => (ending = true), { ending: true, database: 'ok' }],
  ])('is 503 with a reason when %s', async (_what, bring, expected) => {
    bring()
    const { status, body, text } = await server.ask('/readyz')
    expect([status, body]).toMatchObject([503, { status: 503, error: body['message'], ...expected }])
    expect(text).not.toContain('secret host')
  })

  it('is 503 while the database says nothing, and does not wait for it', async () => {
    ping = () => new Promise(() => undefined)
    const began = performance.now()
    expect((await server.ask('/readyz')).body).toMatchObject({ status: 503, database: 'unreachable' })
    expect(performance.now() - began).toBeLessThan(15_000)
  })

  it('is 200 on a schema that a newer program has made: that only added to it', async () => {
    ping = async () => 'ahead'
    expect((await server.ask('/readyz')).status).toBe(200)
  })

  it('asks the database once a second, however often it is asked itself', async () => {
    pings = 0
    await Promise.all(Array.from({ length: 50 }, () => server.ask('/readyz')))
    expect(pings).toBe(1)
  })

  it('is no error for the log', async () => {
    ending = true
    const before = server.logged.length
    await server.ask('/readyz')
    expect(server.logged.slice(before).filter(({ level }) => Number(level) >= 40)).toEqual([])
  })
})

describe('/metrics', () => {
  it('are for who has METRICS_TOKEN', async () => {
    const { status, text, headers } = await server.ask('/metrics', bearer(TOKEN))
    expect([status, text, headers['content-type']]).toEqual([
      200,
      'counted 1\n',
      'text/plain; version=0.0.4; charset=utf-8',
    ])
  })

  it.each<[string, Record<string, string>]>([
    ['nothing', {}],
    ['another token', { authorization: 'Bearer another-token-of-length' }],
    ['the beginning of it', { authorization: `Bearer ${TOKEN.slice(0, -1)}` }],
    ['it as a password', { authorization: `Basic ${btoa(`metrics:${TOKEN}`)}` }],
    ['it without a scheme', { authorization: TOKEN }],
  ])('are closed to who sends %s', async (_what, headers) => {
    const { status, text, body } = await server.ask('/metrics', { headers })
    expect([status, body['message']]).toEqual([401, 'Send METRICS_TOKEN as Authorization: Bearer.'])
    expect(text).not.toContain('counted')
  })

  it('take no token from the address, where logs would have it', async () => {
    expect((await server.ask(`/metrics?token=${TOKEN}&access_token=${TOKEN}`)).status).toBe(401)
  })

  it('are closed to everybody, on this machine too, until METRICS_TOKEN is set', async () => {
    const closed = await startServer({ metrics: async () => 'counted 1\n' })
    for (const token of ['', 'null', 'undefined', TOKEN]) {
      const { status, body } = await closed.ask('/metrics', bearer(token))
      expect([status, body['message']]).toEqual([
        401,
        'Metrics are closed. Set METRICS_TOKEN, and send it as Authorization: Bearer.',
      ])
    }
    await closed.close()
  })
})

describe('all three', () => {
  it.each(['/healthz', '/readyz', '/metrics'])('%s takes GET and HEAD, and nothing else', async (path) => {
    expect((await server.ask(path, { method: 'HEAD', ...bearer(TOKEN) })).status).toBe(200)
    expect(await server.ask(path, { method: 'POST' })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
  })

  it.each(['/healthz', '/readyz', '/metrics'])('%s is a link like any other on a link host', async (path) => {
    const { status, text } = await server.ask(path, { headers: { host: 'go.example', ...bearer(TOKEN).headers } })
    expect([status, text.includes('This link leads nowhere')]).toEqual([404, true])
  })
})

describe('the id of a request', () => {
  const idOf = async (given?: string, path = '/r/ada'): Promise<string> =>
    String(
      (await server.ask(path, given === undefined ? {} : { headers: { 'x-request-id': given } })).headers[
        'x-request-id'
      ],
    )

  it.each(['/r/ada', '/r/nobody', '/v1/', '/v1/customers', '/docs', '/dashboard', '/healthz', '/nowhere'])(
    'is in the answer of %s',
    async (path) => expect(await idOf(undefined, path)).toMatch(/^[\da-f-]{36}$/),
  )

  it.each([
    'abc',
    '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
    '0123456789abcdef0123456789abcdef',
    'Root=1-67891233-abcdef012345678912345678',
  ])('is the one that a proxy gave: %s', async (id) => expect(await idOf(id)).toBe(id))

  it.each([
    ['too long', 'a-'.repeat(40)],
    ['with a space', 'a b'],
    ['that would open a line of its own', 'a\\n{"level":60}'],
    ['of markup', '<script>'],
    ['an e-mail', 'grace@navy.example'],
    ['a secret key', `sk_${'a1'.repeat(16)}`],
    ['a token', 'a1'.repeat(21)],
    ['empty', ''],
  ])('is our own instead of one %s', async (_what, id) => {
    expect(await idOf(id)).toMatch(/^[\da-f]{8}-[\da-f-]{27}$/)
  })

  it('finds the lines of the log, which have the door and no address', async () => {
    await idOf('find-me', '/v1/customers/grace@navy.example')
    const lines = server.logged.filter(({ request }) => request === 'find-me')
    expect(lines).toMatchObject([
      { msg: 'a request was refused', code: 'UNAUTHORIZED' },
      { msg: 'a request was answered', surface: 'v1', method: 'GET', status: '401' },
    ])
    expect(JSON.stringify(lines)).not.toContain('grace')
  })

  it('is told as a warning where the answer took long', async () => {
    ping = async () => {
      server.pass(6_000)
      return 'current'
    }
    await idOf('slow-one', '/readyz')
    const line = server.logged.find(({ request }) => request === 'slow-one')
    expect(line).toMatchObject({ level: 40, msg: 'a request took long', surface: 'health', ms: 6_000 })
  })
})
