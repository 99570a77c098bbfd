/**
 * Bytes that are no request, on every route: torn, doubled, out of range, cut into pieces, in every encoding. Nobody gets a
 * 5xx, nothing is written to the log, the process stays, answers afterwards as before, and holds no more than it did.
 * FUZZ_REQUESTS=100000 is the long run; FUZZ_SEED repeats one.
 */
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { ADMIN_OPERATIONS } from '../../src/http/admin/operations/index.ts'
import { components } from '../../src/http/api/json-schema.ts'
import { servedBy } from '../../src/http/api/openapi.ts'
import type { Operation } from '../../src/http/api/operation.ts'
import { OPERATIONS } from '../../src/http/operations/index.ts'
import { malformed, type Target } from '../support/malformed.ts'
import { sendRaw } from '../support/raw-socket.ts'
import { seeded } from '../support/seeded.ts'
import { startServerProcess, type ServerProcess } from '../support/server-process.ts'

const RUNS = Number(process.env['FUZZ_REQUESTS'] ?? 4_000)
const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000)
/** Most of them only wait: for more of a request that never comes. */
const AT_ONCE = 160
const PASSWORD = 'correct horse battery staple'
/** What a process may hold more after all of it than after a fifth of it, in bytes. */
const GROWTH = 24 * 2 ** 20
const LOG = 'server.log'
/** Elsewhere only one of a machine's own addresses is set up. */
const IS_LINUX = process.platform === 'linux'

let server: ServerProcess
let targets: readonly Target[]
beforeAll(async () => {
  vi.stubEnv('ADMIN_PASSWORD', PASSWORD)
  const preload = fileURLToPath(new URL('../support/tell-memory.ts', import.meta.url))
  const memory = join('/tmp', `memory-${process.pid}.json`)
  vi.stubEnv('MEMORY_FILE', memory)
  server = await startServerProcess({ logFile: LOG, logLevel: 'warn', preload })
  for (const key of ['c1', 'untouched'])
    await server.post('/v1/customers', customer(key), { authorization: server.authorization('production') })
  targets = await everyRoute()
})
afterAll(async () => {
  await server.dispose()
  await rm(process.env['MEMORY_FILE'] ?? '', { force: true })
  vi.unstubAllEnvs()
})

/** Some of what is sent is good enough to delete the first; nothing names the second. */
const customer = (key: string) => ({ key, email: `${key}@example.com`, partner_key: 'ada' })

const fieldsOf = ({ body }: Operation): string[] | null =>
  body ? Object.keys(components().schema(body, 'input').properties ?? {}) : null

async function session(): Promise<readonly (readonly [string, string])[]> {
  // The address in PUBLIC_URL, which on a port that was free is not the one it listens on.
  const origin = 'http://127.0.0.1:0'
  const response = await fetch(`${server.origin}/admin/api/session`, {
    ...{ method: 'POST', headers: { origin, 'content-type': 'application/json' } },
    body: JSON.stringify({ password: PASSWORD }),
  })
  const { data } = (await response.json()) as { data: { csrf_token: string } }
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
  return [
    ['Cookie', cookie],
    ['Origin', origin],
    ['X-CSRF-Token', data.csrf_token],
  ]
}

/** The tables of operations, and what stands beside them. */
async function everyRoute(): Promise<Target[]> {
  const keys = [['Authorization', server.authorization('production')]] as const
  const inside = await session()
  const api = servedBy(OPERATIONS).map(({ base, operation }): Target => ({
    ...{ method: operation.method, path: base + operation.path, fields: fieldsOf(operation) },
    entrance: operation.callers.length === 0 ? [] : keys,
  }))
  const admin = servedBy(ADMIN_OPERATIONS).map(({ base, operation }): Target => ({
    ...{ method: operation.method, path: (base + operation.path).replace('{mode}', 'production') },
    ...{ fields: fieldsOf(operation), entrance: inside },
  }))
  const open = (method: string, path: string, fields: readonly string[] | null = null): Target => ({
    ...{ method, path, fields, entrance: [] },
  })
  const signup = ['public_key', 'customer_key', 'email', 'partner_key', 'xid', 'amount', 'currency', 'meta', 'page']
  return [
    ...api,
    // Nobody is to be locked out of the rest by a key that is revoked, or a session that ends.
    ...admin.filter(({ method, path }) => !(method === 'DELETE' && /\/(keys\/\{id\}|session)$/.test(path))),
    ...[...server.installation.doors.values()].map(({ url }) =>
      open('POST', new URL(url).pathname, ['id', 'type', 'data', 'created']),
    ),
    ...[
      open('POST', '/v1/signups', signup),
      open('OPTIONS', '/v1/signups'),
      open('POST', '/v1/remember', ['public_key']),
    ],
    ...['/v1/', '/pr/js', '/growsumo.min.js', '/r/ada', '/r/{path}', '/docs', '/openapi.json'].map((path) =>
      open('GET', path),
    ),
    ...[
      '/dashboard',
      '/dashboard/{page}',
      '/dashboard/assets/{name}',
      '/partner/{token}',
      '/admin/openapi.json',
      '/',
    ].map((path) => open('GET', path)),
    ...['/docs/guide/', '/docs/guide/{page}', '/healthz', '/readyz', '/metrics'].map((path) => open('GET', path)),
    ...['partners', 'customers', 'transactions', 'rewards', '{type}'].flatMap((type): Target[] => [
      { method: 'POST', path: `/v1/import/${type}`, entrance: keys, fields: ['a'] },
      { method: 'GET', path: `/v1/export/${type}`, entrance: keys, fields: null },
    ]),
    { method: 'GET', path: '/v1/import/{key}/errors.csv', entrance: keys, fields: null },
  ]
}

/** What the process holds, in bytes, with everything it no longer needs thrown away. */
async function held(): Promise<number> {
  const file = process.env['MEMORY_FILE'] ?? ''
  await rm(file, { force: true })
  process.kill(server.pid, 'SIGUSR2')
  for (let tries = 0; tries < 200; tries++) {
    await wait(50)
    const told = await readFile(file, 'utf8').catch(() => '')
    if (told.endsWith('}')) return (JSON.parse(told) as { held: number }).held
  }
  throw new Error('the server does not say what it holds: is it there?')
}

it(`answers what nobody should send (seed ${SEED}, ${RUNS} requests)`, { timeout: 60_000 + RUNS * 10 }, async () => {
  const port = Number(new URL(server.origin).port)
  const statuses = new Map<string, number>()
  const wrong: string[] = []
  let sent = 0

  /** Each is made of the seed and its own number, so that it can be made again by itself. */
  const sendOne = async (n: number): Promise<void> => {
    const request = malformed(seeded(SEED * 1_000_003 + n), targets[n % targets.length]!)
    // More addresses than one: each has only so many ports, and a closed one rests for a minute.
    const answers = await sendRaw(port, request, IS_LINUX ? `127.0.0.${2 + (n % 200)}` : '127.0.0.1')
    for (const status of answers.length > 0 ? answers.map(String) : ['closed']) {
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      if (status >= '500' && status <= '599')
        wrong.push(
          `request ${n}: ${status} for ${JSON.stringify(Buffer.concat(request.pieces).toString('latin1').slice(0, 1_500))}`,
        )
    }
  }
  const sendUntil = (end: number): Promise<unknown> =>
    Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        while (sent < end && wrong.length < 20) await sendOne(sent++)
      }),
    )

  // Some first: code is compiled and caches are full by then.
  await sendUntil(Math.ceil(RUNS / 5))
  const before = await held()
  await sendUntil(RUNS)
  expect(wrong).toEqual([])
  // Most are answered: what only waits for more is the smaller part.
  expect(statuses.get('400') ?? 0).toBeGreaterThan(RUNS / 4)
  const after = await held()
  expect(after - before).toBeLessThan(GROWTH)
  expect(await readFile(join(server.folder, LOG), 'utf8')).toBe('')
  const { status, rdata } = await server.get('/v1/customers?customer_key=untouched', 'production')
  expect([status, rdata.items.length]).toEqual([200, 1])
  if (process.env['FUZZ_REQUESTS'] === undefined) return
  const told = [...statuses]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([code, count]) => `${code}: ${count}`)
  console.log(`${told.join(', ')}; held ${before} bytes after a fifth, ${after} at the end`)
})
