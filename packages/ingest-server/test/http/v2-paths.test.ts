/** A path names a thing by any of its keys, whatever is in them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '../support/api-world.ts'

const AWKWARD = [
  'a/b',
  'a+b',
  'a b',
  '100%',
  '%2F',
  'ключ',
  '🦊',
  '..',
  'a?b#c',
  "o'brien",
  'transactions',
  'a@b.c/d',
  '1',
]

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.server.close())

const call = (method: string, path: string, json?: unknown) =>
  world.server.ask(path, { method, as: world.server.production, ...(json !== undefined && { json }) })
/** As clients write it; dots too, which a client's own library would make steps of. */
const encoded = (key: string): string => encodeURIComponent(key).replaceAll('.', '%2E')
const plus = (key: string): string => `${encoded(key)}/`

describe.each<[string, (key: string) => object, string, string]>([
  ['/v1/customers', (key) => ({ key, email: 'x@example.com', partner_key: 'ada' }), 'customer_key', 'rdata'],
  [
    '/api/v2/customers',
    (key) => ({ customer_key: key, email: 'x@example.com', partner_key: 'ada' }),
    'customer_key',
    'data',
  ],
  ['/api/v2/transactions', (key) => ({ customer_key: 'c1', amount: 1, key: `${key}-long` }), 'key', 'data'],
  ['/api/v2/partnerships', (key) => ({ email: `${encoded(key)}@p.example`, partner_key: key }), 'partner_key', 'data'],
  ['/api/v2/deals', (key) => ({ partner_key: 'ada', external_key: key }), 'external_key', 'data'],
  ['/api/v2/leads', (key) => ({ partner_key: 'ada', external_key: key }), 'external_key', 'data'],
])('%s', (path, body, field, where) => {
  it.each(AWKWARD)('{%s}', async (key) => {
    const made = await call('POST', path, body(key))
    expect([made.status, made.body['message']]).toEqual([200, expect.any(String)])
    const shown = (made.body[where] as Record<string, unknown>)[field] as string
    for (const name of [encoded(shown), plus(shown)]) {
      const answer = await call('GET', `${path}/${name}`)
      expect([answer.status, (answer.body[where] as Record<string, unknown>)?.[field]]).toEqual([200, shown])
    }
    const internal = (made.body[where] as Record<string, unknown>)['key'] as string
    expect((await call('GET', `${path}/${encoded(internal)}`)).body[where]).toEqual(made.body[where])
  })
})
