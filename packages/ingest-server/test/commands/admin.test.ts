import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newCli, type Cli, type Serving } from '../support/http-cli.ts'

let cli: Cli
beforeAll(async () => {
  cli = await newCli()
})
afterAll(() => cli.remove())

const MADE = /^The dashboard's password is (\w{22}) \(shown this once\)$/m
const logIn = (server: Serving, password: string, publicUrl = 'http://127.0.0.1:8010'): Promise<Response> =>
  fetch(`${server.origin}/admin/api/session`, {
    ...{ method: 'POST', body: JSON.stringify({ password }) },
    headers: { origin: publicUrl, 'content-type': 'application/json' },
  })
/** Printed behind the line that says where it listens. */
async function printed(server: Serving, what: RegExp): Promise<string> {
  for (let left = 100; left > 0; left--) {
    const found = what.exec(server.printed())
    if (found) return found[1] ?? ''
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(server.printed())
}

const PUBLIC_URL = 'http://127.0.0.1:8010'

describe('the password of the dashboard', () => {
  it('is made up at the first start, printed once, and changed by a command while the server runs', async () => {
    const server = await cli.serve({ PUBLIC_URL })
    const made = await printed(server, MADE)
    const session = await logIn(server, made)
    expect(session.status).toBe(200)
    const cookie = String(session.headers.get('set-cookie')).split(';')[0]!
    const seen = () => fetch(`${server.origin}/admin/api/session`, { headers: { cookie } }).then(({ status }) => status)
    expect(await seen()).toBe(200)

    const { code, json, err } = await cli.run('admin', 'password', '--json')
    expect([code, err]).toEqual([0, expect.stringContaining('shown this once')])
    expect(await seen()).toBe(401)
    expect((await logIn(server, made)).status).toBe(401)
    expect((await logIn(server, (json as { password: string }).password)).status).toBe(200)

    expect((await cli.run('admin', 'password', '--set', 'short')).code).toBe(2)
    expect((await cli.run('admin', 'password', '--set', 'long enough')).out).toContain('Everybody is logged out')
    expect((await logIn(server, 'long enough')).status).toBe(200)
    const standing = String((await logIn(server, 'long enough')).headers.get('set-cookie')).split(';')[0]!
    const events = await fetch(`${server.origin}/admin/api/test/testing/events`, { headers: { cookie: standing } })
    expect(events.status).toBe(200)
    const begin = performance.now()
    expect(await server.stop()).toBe(0)
    expect(performance.now() - begin, 'a page that follows what happens holds nobody up').toBeLessThan(10_000)
    await events.body?.cancel().catch(() => undefined)
    const again = await cli.serve({ PUBLIC_URL })
    expect((await logIn(again, 'long enough')).status).toBe(200)
    expect(again.printed()).not.toMatch(MADE)
    await again.stop()
  })

  it('is that of the environment, which ends every session made with another', async () => {
    const env = { PUBLIC_URL, ADMIN_PASSWORD: 'from the environment' }
    const server = await cli.serve(env)
    expect((await logIn(server, 'long enough')).status).toBe(401)
    expect((await logIn(server, env.ADMIN_PASSWORD)).status).toBe(200)
    expect(server.printed()).not.toMatch(MADE)
    await server.stop()
    const { code, err } = await cli.runWith(env, 'admin', 'password')
    expect([code, err]).toEqual([1, expect.stringContaining('ADMIN_PASSWORD says which password it is')])
  })
})
