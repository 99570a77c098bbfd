/** What the threat model (docs/security.md) says is stopped and no test beside its own part tries: each is tried here. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isPassword } from '../../src/admin-password.ts'
import { newApiKey } from '../../src/new-api-key.ts'
import { TABLE_NAMES } from '../../src/store/table-order.ts'
import { logIn, PASSWORD, type Admin } from '../support/admin.ts'
import { basic, startServer, WHSEC, type Answer, type TestServer } from '../support/http.ts'

const SOURCE = fileURLToPath(new URL('../../src/', import.meta.url))
const PUBLIC_URL = 'http://127.0.0.1'
const MARKUP = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>'
const SQL = "x'); DROP TABLE customers; --"

let server: TestServer
let admin: Admin
/** What attempts to log in were counted under. */
const attempts: string[][] = []
beforeAll(async () => {
  server = await startServer({
    limits: { api: 0, signups: 5 },
    wrap: (books) => ({
      ...books,
      attempt: (limits, now) => (attempts.push(limits.map(({ key }) => key)), books.attempt(limits, now)),
    }),
  })
  await server.addPartner({ partnerKey: 'ada', destination: 'https://shop.example/start' })
  admin = await logIn(server)
})
afterAll(() => server.close())

const post = (path: string, json: unknown): Promise<Answer> =>
  server.ask(path, { method: 'POST', json, as: server.production })
const customer = (key: string, more: object = {}): Promise<Answer> =>
  post('/v1/customers', { key, email: `${key.replace(/\W/g, '')}@shop.example`, partner_key: 'ada', ...more })

describe('a browser that is led to an answer', () => {
  it.each([
    ['data', '/v1/customers', true],
    ['a refusal', '/v1/customers', false],
    ['nothing', '/nowhere', false],
    ['an export', '/v1/export/customers', true],
  ])('runs nothing of %s, guesses no type, and shows it in no frame', async (_what, path, entered) => {
    const { headers } = await server.ask(path, entered ? { as: server.production } : {})
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-security-policy']).toMatch(/^default-src 'none';.*frame-ancestors 'none'$/)
    expect(headers['x-powered-by']).toBeUndefined()
  })

  it('lets no foreign site read what a session or a key pair may', async () => {
    for (const path of ['/admin/api/production/customers', '/v1/customers']) {
      const { headers } = await server.ask(path, { as: server.production, headers: { origin: 'https://evil.example' } })
      expect(headers['access-control-allow-origin']).toBeUndefined()
      expect(headers['access-control-allow-credentials']).toBeUndefined()
    }
  })
})

describe('a name that is markup', () => {
  it('is data in every answer, and text in a report that is a page', async () => {
    const made = await customer('markup', { name: MARKUP.slice(0, 100) })
    expect(made.headers['content-type']).toMatch(/^application\/json/)
    const { data } = await admin.post('production', '/testing/reports', { name: MARKUP })
    const page = await server.ask(`/admin/api/production/testing/reports/${String(data['key'])}/report.html`, {
      headers: { cookie: admin.cookie },
    })
    expect(page.status).toBe(200)
    expect(page.text).toContain('&lt;script&gt;')
    expect(page.text).not.toMatch(/<script|<img/)
    expect(page.headers['content-disposition']).toMatch(/^attachment/)
  })
})

describe('text that is SQL', () => {
  it.each(['customer_key', 'email', 'partner_key', 'group', 'order_by', 'starting_after', 'limit', 'min_created'])(
    'is only text as %s of a list',
    async (name) => {
      const { status } = await server.ask(`/api/v2/customers?${name}=${encodeURIComponent(SQL)}`, {
        as: server.production,
      })
      expect([200, 400]).toContain(status)
    },
  )

  it('is only text as a key, in a search and in a file', async () => {
    expect((await customer(SQL)).status).toBe(200)
    const { body } = await server.ask(`/v1/customers/${encodeURIComponent(SQL)}`, { as: server.production })
    expect(body.rdata['customer_key']).toBe(SQL)
    expect((await admin.get('production', `/search?q=${encodeURIComponent(SQL)}`)).status).toBe(200)
    const file = `customer_key,email,partner_key\n"${SQL}2",sql@shop.example,ada\n`
    const headers = { 'content-type': 'text/csv' }
    const sent = await server.ask('/v1/import/customers', {
      method: 'POST',
      body: file,
      headers,
      as: server.production,
    })
    expect(sent.body.rdata).toMatchObject({ created: 1, failed: 0 })
  })
})

describe('a referral link', () => {
  it.each([
    '?destination=https://evil.example',
    '?url=//evil.example&redirect=https://evil.example',
    '/https://evil.example',
    '?x=%0d%0aLocation:%20https://evil.example',
    '?@evil.example',
  ])('leads where the vendor said, whatever is behind it: %s', async (behind) => {
    const { status, headers } = await server.ask(`/r/ada${behind}`)
    if (status === 404) return
    expect([status, new URL(String(headers.location)).origin]).toEqual([302, 'https://shop.example'])
    expect(headers.location).not.toMatch(/[\r\n]/)
  })

  it('is made from PUBLIC_URL, not from what a request says its host is', async () => {
    const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example', cookie: admin.cookie }
    const { text } = await server.ask('/admin/api/production/partnerships/ada', { headers })
    expect(text).not.toContain('evil.example')
    const links = await server.ask('/api/v2/links/ada', { as: server.production, headers: { host: 'evil.example' } })
    expect(links.text).not.toContain('evil.example')
    expect(links.text).toContain(`${PUBLIC_URL}/r/ada`)
  })
})

describe('a name that means something to the program', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('is only a name: %s', async (name) => {
    const sent = `{"key":"${name}","email":"${name}@shop.example","partner_key":"ada","meta":{"${name}":{"isAdmin":true}},"${name}":{"isAdmin":true}}`
    const asked = { method: 'POST', headers: { 'content-type': 'application/json' }, body: sent, as: server.production }
    expect((await server.ask('/v1/customers', asked)).status).toBe(200)
    const { body } = await server.ask(`/v1/customers/${name}?${name}=1`, { as: server.production })
    expect(body.rdata['customer_key']).toBe(name)
    expect((await server.ask(`/v1/customers/${name}2`, { as: server.production })).status).toBe(404)
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

it.each([
  ...[
    '/dashboard/assets/..%2f..%2fpackage.json',
    '/dashboard/assets/%2e%2e%2fpartner.html',
    '/docs/guide/..%5c..%5cREADME',
  ],
  ...['/docs/guide/assets/%00', '/v1/import/..%2f..%2fetc%2fpasswd', '/v1/export/..%2fsecret.key'],
])('reads no file outside, at %s', async (path) => {
  const { status, text } = await server.ask(path, { as: server.production })
  expect(status).toBeGreaterThanOrEqual(400)
  expect(status).toBeLessThan(500)
  expect(text).not.toMatch(/"name":|root:|PRIVATE/)
})

describe('a body', () => {
  const KIB = 1024
  it.each([
    ['a sign-up', '/v1/signups', 64 * KIB],
    ['a delivery', '/webhooks/stripe', 1024 * KIB],
    ['a call', '/v1/customers', 1024 * KIB],
    ['a call of the dashboard', '/admin/api/production/customers', 1024 * KIB],
  ])('is refused beyond its door’s size: %s', async (_what, door, most) => {
    const path = door.startsWith('/webhooks') ? await server.webhookPath('test') : door
    const inside = { cookie: admin.cookie, origin: PUBLIC_URL, 'x-csrf-token': admin.csrf }
    const headers = door.startsWith('/admin') ? inside : {}
    const as = door.startsWith('/v1/customers') ? { as: server.production } : {}
    const send = (size: number) => server.ask(path, { method: 'POST', body: Buffer.alloc(size, 32), headers, ...as })
    server.pass(60_000)
    const [within, beyond] = [await send(most), await send(most + 1)]
    expect([within.status === 413, beyond.status]).toEqual([false, 413])
  })
})

describe('who is turned away', () => {
  it('learns nothing of which half of a key pair was wrong', async () => {
    const wrong = [
      { ...server.production, secretKey: 'sk_wrong' },
      { ...server.production, publicKey: 'pk_wrong' },
    ]
    const answers = await Promise.all(wrong.map((as) => server.ask('/v1/customers', { as })))
    expect(answers.map(({ status }) => status)).toEqual([401, 401])
    expect(answers[0]!.text).toBe(answers[1]!.text)
  })

  it('is not let in again by another address that it only claims', async () => {
    const signup = (from: string) =>
      server.ask('/v1/signups', {
        ...{ method: 'POST', json: { public_key: server.production.publicKey, customer_key: from } },
        headers: { 'x-forwarded-for': from },
      })
    const answers = await Promise.all(['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4'].map(signup))
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1)
  })
})

describe('what says who it is of', () => {
  it('of a conversion is taken, and its address and browser are not kept', async () => {
    const { row, trackingToken } = newApiKey('production', server.now())
    await server.books.putApiKey(row)
    server.pass(2_000)
    const json = { xid: 'x1', customer_key: 'from-click', ip_address: '192.0.2.77', user_agent: 'Netscape/1.0' }
    const headers = { authorization: `Bearer ${trackingToken}` }
    expect((await server.ask('/conversion/xid', { method: 'POST', json, headers })).status).toBe(200)
    const rows = await server.books.dump('deliveries', null, 100)
    const kept = rows.map(({ row: one, body }) => `${JSON.stringify(one)}${Buffer.from(body ?? []).toString()}`).join()
    expect(kept).toContain('from-click')
    expect(kept).not.toMatch(/192\.0\.2\.77|Netscape/)
  })

  it('of a login is marked with the installation’s key: addresses cannot be tried against it', async () => {
    await server.ask('/admin/api/session', {
      method: 'POST',
      json: { password: 'no' },
      headers: { origin: PUBLIC_URL },
    })
    expect(attempts.at(-1)).toEqual([`login ${server.vault.mark('127.0.0.1')}`, 'login'])
  })
})

describe('the database', () => {
  it('holds no secret that opens anything: passwords, keys, tokens and sessions are hashed, the rest is sealed', async () => {
    const pair = (await admin.post('production', '/keys')).data
    const hook = await post('/api/v2/webhooks', { target: 'https://hooks.example/in', events: ['*'] })
    const { data } = hook.body as unknown as { data: { secret: string } }
    const ended = await server.webhookPath('production')
    const secrets = [
      ...[PASSWORD, WHSEC, server.production.secretKey, String(pair['secret_key']), String(pair['tracking_token'])],
      ...[data.secret, ended.split('/').at(-1)!, admin.cookie.split('=')[1]!, admin.csrf],
    ]
    expect(secrets.every((one) => one.length >= 8)).toBe(true)
    const rows: string[] = []
    for (const table of TABLE_NAMES)
      for (const { row } of await server.books.dump(table, null, 1_000)) rows.push(JSON.stringify(row))
    for (const secret of secrets) expect(rows.filter((row) => row.includes(secret))).toEqual([])
  })

  it('holds the password as scrypt makes it, with a salt of its own', async () => {
    const kept = (await server.books.admin())!.hash
    expect(kept).toMatch(/^scrypt\.\d+\.8\.1\.[\w-]{22}\.[\w-]{43}$/)
    expect([await isPassword(PASSWORD, kept), await isPassword(`${PASSWORD} `, kept)]).toEqual([true, false])
  })
})

it.each([...['secrets.ts', 'admin-password.ts', 'http/admin/session.ts', 'providers/hmac.ts', 'providers/basic.ts']])(
  'compares secrets in a time that tells nothing: %s',
  async (file) => {
    const text = await readFile(join(SOURCE, file), 'utf8')
    expect(text).toMatch(/timingSafeEqual\(/)
  },
)

it('names nobody in a line of the log that a caller could have forged', async () => {
  const before = server.logged.length
  await server.ask('/v1/customers/a%0a%7b%22level%22%3a60%7d', { as: server.production })
  await server.ask('/v1/customers', { headers: { authorization: basic(server.test), 'user-agent': '{"level":60}' } })
  for (const line of server.logged.slice(before)) expect(JSON.stringify(line)).not.toContain('"level":60')
})
