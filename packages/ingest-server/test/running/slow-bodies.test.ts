/** A body that comes so slowly that it only holds a connection, at every door that takes one. */
import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { BODY_MS } from '../../src/http/body.ts'
import { basic, startServer, type TestServer } from '../support/http.ts'
import { logIn, ORIGIN, type Admin } from '../support/admin.ts'

let server: TestServer
let admin: Admin
let webhook: string
beforeAll(async () => {
  server = await startServer()
  admin = await logIn(server)
  webhook = await server.webhookPath('production')
})
afterAll(() => server.close())
afterEach(() => void vi.useRealTimers())

/** Sends all but the last byte, lets the time pass, and gives what was answered. */
async function sendSlowly(path: string, headers: Record<string, string>): Promise<string> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { hostname, port } = new URL(server.origin)
  const socket = connect(Number(port), hostname)
  let text = ''
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const ended = new Promise((resolve) => socket.on('close', resolve))
  const lines = Object.entries({ host: '127.0.0.1', 'content-length': '2', ...headers }).map((one) => one.join(': '))
  socket.write([`POST ${path} HTTP/1.1`, ...lines, '', '{'].join('\r\n'))
  await vi.waitUntil(() => vi.getTimerCount() > 0, { timeout: 20_000, interval: 5 })
  vi.advanceTimersByTime(BODY_MS - 1)
  expect(text).toBe('')
  vi.advanceTimersByTime(1)
  await ended
  return text
}

describe('a slow body', () => {
  const doors: [string, () => [path: string, headers: Record<string, string>]][] = [
    ['a sign-up', () => ['/v1/signups', {}]],
    ['a webhook', () => [webhook, {}]],
    ['the API', () => ['/v1/customers', { authorization: basic(server.production) }]],
    ['a log-in', () => ['/admin/api/session', { origin: ORIGIN }]],
    [
      'the dashboard',
      () => ['/admin/api/production/groups', { cookie: admin.cookie, 'x-csrf-token': admin.csrf, origin: ORIGIN }],
    ],
    ['what the link host remembers', () => ['/v1/remember', { origin: ORIGIN }]],
  ]
  it.each(doors)('of %s is 408 in time, and the connection ends', async (_what, door) => {
    const text = await sendSlowly(...door())
    expect(text).toMatch(/^HTTP\/1\.1 408 [^]*Connection: close/)
    expect(text).toContain('"error":"The body took longer than 20 s to come in."')
  })

  it('leaves no timer behind where it came in time', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    expect((await server.ask('/v1/signups', { method: 'POST', json: {} })).status).toBe(401)
    expect(vi.getTimerCount()).toBe(0)
  })
})
