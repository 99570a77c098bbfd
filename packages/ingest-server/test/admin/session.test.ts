/** Logging in, staying in, and being out. */
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { sha256 } from '../../src/secrets.ts'
import { cookieOf, logIn, ORIGIN, PASSWORD, setTestPassword, tryLogin } from '../support/admin.ts'
import { startServer, type TestServer } from '../support/http.ts'

const HOUR_MS = 3_600_000

let server: TestServer
beforeEach(async () => {
  server = await startServer()
  onTestFinished(() => server.close())
  await setTestPassword(server)
})

describe('logging in', () => {
  it('gives a cookie that no script reads and no other site sends, and keeps only its hash', async () => {
    const answer = await tryLogin(server, PASSWORD)
    expect([answer.status, answer.body]).toMatchObject([
      200,
      { message: 'Logged in', data: { created_at: server.now() } },
    ])
    const [cookie = ''] = answer.headers['set-cookie'] ?? []
    expect(cookie).toMatch(/^ps_admin=\w{43}; Max-Age=604800; Path=\/admin; Expires=[^;]+; HttpOnly; SameSite=Strict$/)
    const token = cookieOf(answer).split('=')[1]!
    expect(await server.books.session(sha256(token))).toMatchObject({ createdAt: server.now() })
    expect(JSON.stringify([await server.books.audit('production', 10), server.logged])).not.toContain(token)
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  it('gives a Secure cookie on https', async () => {
    const secure = await startServer({ publicUrl: 'https://partners.acme.example' })
    onTestFinished(() => secure.close())
    await setTestPassword(secure)
    const answer = await tryLogin(secure, PASSWORD, { origin: 'https://partners.acme.example' })
    expect(answer.headers['set-cookie']?.[0]).toMatch(
      /^__Secure-ps_admin=\w{43}; .*; HttpOnly; Secure; SameSite=Strict$/,
    )
  })

  it.each([
    ['a wrong password', { password: 'wrong' }, ORIGIN, 401, 'The password is wrong.'],
    ['no password', {}, ORIGIN, 400, "'password' is a required property"],
    ['a password that is no text', { password: 1 }, ORIGIN, 400, "'password' must be a string"],
    ['another origin', { password: PASSWORD }, 'https://evil.example', 403, /comes from another address/],
    ['the origin of another scheme', { password: PASSWORD }, 'https://127.0.0.1', 403, /comes from another address/],
    ['an origin that hides', { password: PASSWORD }, 'null', 403, /comes from another address/],
  ])('is refused with %s', async (_what, json, origin, status, message) => {
    const answer = await server.ask('/admin/api/session', { method: 'POST', json, headers: { origin } })
    expect([answer.status, answer.body['message']]).toEqual([status, expect.stringMatching(message)])
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(answer.headers['www-authenticate'] ?? '').not.toContain('Basic')
  })

  it('is refused without an origin', async () => {
    const answer = await server.ask('/admin/api/session', { method: 'POST', json: { password: PASSWORD } })
    expect([answer.status, answer.body['message']]).toEqual([403, expect.stringContaining('says not where it comes')])
  })

  it('never takes over the cookie that came with it', async () => {
    const fixed = 'a'.repeat(43)
    const answer = await tryLogin(server, PASSWORD, { cookie: `ps_admin=${fixed}` })
    expect(cookieOf(answer)).not.toContain(fixed)
    expect(await server.books.session(sha256(fixed))).toBeNull()
    const again = await tryLogin(server, PASSWORD, { cookie: cookieOf(answer) })
    expect(cookieOf(again)).not.toBe(cookieOf(answer))
    expect(await server.books.session(sha256(cookieOf(answer).split('=')[1]!))).toBeNull()
  })

  it('waits longer and longer behind wrong passwords, for the right one too, and tells how long', async () => {
    for (let n = 0; n < 6; n++) expect((await tryLogin(server, 'wrong')).status).toBe(401)
    const answer = await tryLogin(server, PASSWORD)
    expect([answer.status, answer.headers['retry-after']]).toEqual([429, '1'])
    server.pass(1000)
    expect((await tryLogin(server, 'wrong')).status).toBe(401)
    expect((await tryLogin(server, 'wrong')).headers['retry-after']).toBe('2')
    server.pass(2000)
    expect((await tryLogin(server, PASSWORD)).status).toBe(200)
    expect((await tryLogin(server, 'wrong')).status).toBe(401)
  })

  it('waits for all addresses together, too', async () => {
    const proxied = await startServer({ trustProxy: true })
    onTestFinished(() => proxied.close())
    await setTestPassword(proxied)
    const from = (n: number, password: string) =>
      tryLogin(proxied, password, { 'x-forwarded-for': `198.51.${n >> 8}.${n & 255}` })
    const tried = await Promise.all(Array.from({ length: 60 }, (_, n) => from(n, 'wrong')))
    expect(tried.filter(({ status }) => status === 401)).toHaveLength(51)
    expect((await from(999, PASSWORD)).status).toBe(429)
    proxied.pass(1000)
    expect((await from(999, PASSWORD)).status).toBe(200)
  })
})

describe('a session', () => {
  it('is told to who has it, and to nobody else', async () => {
    const admin = await logIn(server)
    expect((await admin.call('GET', '/session')).data['csrf_token']).toBe(admin.csrf)
    for (const cookie of ['', 'ps_admin=', `ps_admin=${'b'.repeat(43)}`, `other=${admin.cookie}`]) {
      const answer = await server.ask('/admin/api/session', { headers: { cookie } })
      expect([answer.status, answer.headers['www-authenticate']]).toEqual([401, 'Session'])
    }
  })

  it('ends with logging out, wherever its cookie has gone', async () => {
    const admin = await logIn(server)
    expect((await admin.get('production', '/customers')).status).not.toBe(401)
    const out = await admin.call('DELETE', '/session')
    expect([out.status, out.headers['set-cookie']?.[0]]).toEqual([
      200,
      expect.stringContaining('ps_admin=; Path=/admin'),
    ])
    expect((await admin.call('GET', '/session')).status).toBe(401)
    expect((await admin.get('production', '/customers')).status).toBe(401)
  })

  it('ends with a new password', async () => {
    const admin = await logIn(server)
    await setTestPassword(server, 'another password')
    expect((await admin.call('GET', '/session')).status).toBe(401)
    expect((await tryLogin(server, PASSWORD)).status).toBe(401)
  })

  it('changes the password for whoever knows it, and goes on where it did', async () => {
    const admin = await logIn(server)
    const other = await logIn(server)
    const change = (current: string, password: string) => admin.call('POST', '/password', { current, password })
    const wrong = await change('guess', 'another password')
    expect([wrong.status, wrong.body['message'], wrong.headers['www-authenticate']]).toEqual([
      400,
      "'current' is not the password",
      undefined,
    ])
    expect((await change(PASSWORD, 'short')).body['message']).toBe("'password' must be at least 8 characters")
    expect((await admin.call('GET', '/session')).data['password_fixed']).toBe(false)
    const changed = await change(PASSWORD, 'another password')
    expect(changed.status).toBe(200)
    for (const { cookie } of [admin, other])
      expect((await server.ask('/admin/api/session', { headers: { cookie } })).status).toBe(401)
    const goesOn = await server.ask('/admin/api/session', { headers: { cookie: cookieOf(changed) } })
    expect((goesOn.body['data'] as { csrf_token: string }).csrf_token).toBe(changed.data['csrf_token'])
    expect((await tryLogin(server, PASSWORD)).status).toBe(401)
    expect((await tryLogin(server, 'another password')).status).toBe(200)
    const lines = await server.books.audit('production', 10)
    expect(lines.map(({ action }) => action)).toContain('password.change')
  })

  it('is guessed no faster by changing the password than by the login', async () => {
    const admin = await logIn(server)
    const guess = () => admin.call('POST', '/password', { current: 'guess', password: 'another password' })
    for (let n = 0; n < 6; n++) expect((await guess()).status).toBe(400)
    expect((await guess()).status).toBe(429)
  })

  it('does not change a password that the environment names', async () => {
    const fixed = await startServer({ adminPassword: PASSWORD })
    try {
      const admin = await logIn(fixed)
      expect((await admin.call('GET', '/session')).data['password_fixed']).toBe(true)
      const answer = await admin.call('POST', '/password', { current: PASSWORD, password: 'another password' })
      expect([answer.status, answer.body['message']]).toEqual([409, expect.stringContaining('ADMIN_PASSWORD')])
    } finally {
      await fixed.close()
    }
  })

  it('ends 12 hours after it was last used, and after 7 days however much it is', async () => {
    const admin = await logIn(server)
    server.pass(11 * HOUR_MS)
    expect((await admin.call('GET', '/session')).status).toBe(200)
    server.pass(11 * HOUR_MS)
    expect((await admin.call('GET', '/session')).data['ends_at']).toBe(server.now() + 12 * HOUR_MS)
    server.pass(12 * HOUR_MS)
    expect((await admin.call('GET', '/session')).status).toBe(401)

    const busy = await logIn(server)
    for (let hours = 0; hours < 168; hours += 8) {
      expect((await busy.call('GET', '/session')).status).toBe(200)
      server.pass(8 * HOUR_MS)
    }
    expect((await busy.call('GET', '/session')).status).toBe(401)
  })

  it.each([
    ['no token', { 'x-csrf-token': '' }, 'X-CSRF-Token'],
    ['the token of another session', { 'x-csrf-token': sha256('csrf other') }, 'X-CSRF-Token'],
    ['another origin', { origin: 'https://evil.example' }, 'another address'],
  ])('changes nothing with %s', async (_what, headers, message) => {
    const admin = await logIn(server)
    const answer = await admin.call('DELETE', '/session', undefined, headers)
    expect([answer.status, answer.body['message']]).toEqual([403, expect.stringContaining(message)])
    expect((await admin.call('GET', '/session')).status).toBe(200)
  })

  it('tells in the audit log when it begins and ends', async () => {
    const admin = await logIn(server)
    await admin.call('DELETE', '/session')
    const lines = await server.books.audit('production', 2)
    expect(lines.map(({ actor, action }) => `${actor} ${action}`).sort()).toEqual([
      'admin session.begin',
      'admin session.end',
    ])
  })

  it.each([
    ['a mode that is none', 'GET', '/staging/customers', 404],
    ['a method that is none', 'PUT', '/session', 405],
    ['an address that is none', 'GET', '/production/nothing', 404],
  ])('asks for %s in vain', async (_what, method, path, status) => {
    expect((await (await logIn(server)).call(method, path)).status).toBe(status)
  })

  it('is no key pair, and a key pair is no session', async () => {
    const admin = await logIn(server)
    expect((await server.ask('/v1/customers', { headers: { cookie: admin.cookie } })).status).toBe(401)
    expect((await server.ask('/admin/api/production/customers', { as: server.production })).status).toBe(401)
  })
})
