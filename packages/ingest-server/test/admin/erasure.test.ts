/** A customer asks to be forgotten: nothing kept says who they were, and their money goes on finding its partner. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TABLE_NAMES } from '../../src/store/table-order.ts'
import { logIn, type Admin } from '../support/admin.ts'
import { startServer, WHSEC, type TestServer } from '../support/http.ts'
import { newSchema, type TestSchema } from '../support/postgres.ts'
import { charge, customer, event, sign, type Fields } from '../support/stripe-events.ts'

type Item = Record<string, unknown>

const EMAIL = 'Carla.Ruiz+shop@private.example'
const FORMER = 'carla-old@private.example'
const NAME = 'Carla Ruíz'
const PHONE = '+34 600 123 456'
/** All that would tell who it was, in the ways it may be written. */
const TELLING = /carla|private\.example|ru(í|\\u00ed|%C3%AD)z|600 123 456/i

let server: TestServer
let admin: Admin

const stripe = async (type: string, object: Fields): Promise<string> => {
  const body = JSON.stringify(event(type, object, { livemode: true }))
  const headers = { 'stripe-signature': sign(body, WHSEC, server.now()) }
  const { status } = await server.ask(await server.webhookPath('production'), { method: 'POST', body, headers })
  expect(status).toBe(200)
  const { items } = await server.books.deliveries({ mode: 'production', limit: 1 })
  return `${items[0]!.state}: ${items[0]!.reason}`
}

const pay = (id: string, told: Fields = {}): Promise<string> =>
  stripe('charge.succeeded', charge({ id, customer: 'cus_Carlos77', receipt_email: EMAIL, ...told }))

const get = async (path: string): Promise<Item> => (await admin.get('production', path)).data
const money = async (): Promise<unknown[]> =>
  ((await get('/transactions?order_by=created_at&limit=50'))['items'] as Item[]).map((one) => [
    ...[one['source_key'], one['amount'], one['partner_key']],
  ])

/** Everything that is kept, a line a row. */
async function kept(): Promise<string[]> {
  const lines: string[] = []
  for (const table of TABLE_NAMES)
    for (const { row, body } of await server.books.dump(table, null, 10_000))
      lines.push(`${table} ${JSON.stringify(row)} ${body ? Buffer.from(body).toString('utf8') : ''}`)
  return lines
}
const telling = async (): Promise<string[]> => (await kept()).filter((line) => TELLING.test(line))
const tables = (lines: readonly string[]): string[] => [...new Set(lines.map((line) => line.split(' ')[0]!))].sort()

/** Somebody whom every door has spoken of. */
async function known(key: string): Promise<void> {
  const call = (method: string, path: string, json: unknown, headers = {}) =>
    server.ask(path, { method, json, headers, as: server.production })
  const hook = { target: 'https://hooks.example/in', events: ['*'] }
  await call('POST', '/api/v2/webhooks', hook)
  const person = { customer_key: key, email: FORMER, name: NAME, partner_key: 'ada', meta: { phone: PHONE } }
  await call('POST', '/api/v2/customers', person, { 'idempotency-key': `made ${key}` })
  await call('PATCH', `/api/v2/customers/${encodeURIComponent(key)}`, { email: EMAIL })
  await stripe(
    'customer.created',
    customer({ id: 'cus_Carlos77', email: EMAIL, name: NAME, metadata: { customer_key: key } }),
  )
  await pay('ch_before', { metadata: { note: `for ${NAME}` } })
  await server.ask('/v1/signups', {
    ...{ method: 'POST', headers: { referer: 'https://shop.example/?who=carla' } },
    json: { public_key: server.production.publicKey, customer_key: key, email: EMAIL, name: NAME, xid: 'x' },
  })
  await call('POST', '/api/v2/deals', {
    ...{ partner_key: 'ada', account_name: 'Shop & Co', contact_first_name: 'Carla', contact_last_name: 'Ruíz' },
    ...{ contact_email: EMAIL, amount: 100, close_date: '2026-01-01' },
  })
  const file = `customer_key,email,name,partner_key\n${key},${EMAIL},${NAME},nobody\n`
  await server.ask('/v1/import/customers', {
    method: 'POST',
    body: file,
    headers: { 'content-type': 'text/csv' },
    as: server.production,
  })
}

const erase = (key: string, confirm = key) =>
  admin.post('production', `/customers/${encodeURIComponent(key)}/erase`, { confirm })

describe.each([
  ['SQLite', null],
  ['PostgreSQL', newSchema],
])('a customer on %s', (_engine, newDatabase) => {
  let schema: TestSchema | null = null
  beforeAll(async () => {
    schema = newDatabase && (await newDatabase())
    server = await startServer(schema ? { database: { url: schema.url } } : {})
    await server.addPartner({ partnerKey: 'ada' })
    admin = await logIn(server)
  })
  afterAll(async () => {
    await server.close()
    await schema?.drop()
  })

  it('gives all that is kept of them, and forgets it at one word: their money, partner and ids stay', async () => {
    await known('user-42')
    const before = await telling()
    expect(tables(before)).toEqual(
      expect.arrayContaining(['audit', 'customers', 'deliveries', 'idempotency', 'messages', 'payments', 'prospects']),
    )
    const given = await get('/customers/user-42/personal-data')
    expect(given).toMatchObject({
      customer: { email: EMAIL, name: NAME },
      platform_ids: [{ provider: 'stripe', id: 'cus_Carlos77' }],
    })
    expect(JSON.stringify(given['deliveries'])).toContain('cus_Carlos77')
    const paid = await money()

    const { status, data } = await erase('user-42')
    expect([status, data['kept']]).toEqual([200, []])
    expect(data['customer']).toMatchObject({
      customer_key: 'user-42',
      email: null,
      name: null,
      fields: [],
      partner_key: 'ada',
    })
    expect(await telling()).toEqual([])
    expect(await money()).toEqual(paid)
    const log = (await get('/audit?limit=100'))['items'] as Item[]
    expect(log).toContainEqual(expect.objectContaining({ action: 'customer.erased', actor: 'admin', detail: {} }))
  })

  it('credits a later payment to the same partner, and writes down nothing of who it is again', async () => {
    expect(await pay('ch_after', { metadata: { note: NAME, customer_key: 'user-42' } })).toMatch(
      /^applied: recorded for customer 'user-42'/,
    )
    await stripe('customer.updated', customer({ id: 'cus_Carlos77', email: EMAIL, name: NAME, metadata: {} }))
    await server.ask('/v1/signups', {
      ...{
        method: 'POST',
        json: { public_key: server.production.publicKey, customer_key: 'user-42', email: EMAIL, name: NAME },
      },
    })
    const again = { customer_key: 'user-42', email: EMAIL, name: NAME, partner_key: 'ada' }
    await server.ask('/api/v2/customers', { method: 'POST', json: again, as: server.production })
    expect(await money()).toContainEqual(['ch_after', 5000, 'ada'])
    expect(await telling()).toEqual([])
  })

  it.each([
    ['email', EMAIL],
    ['name', NAME],
    ['meta', { phone: PHONE }],
  ])('does not take their %s from a key pair', async (field, value) => {
    const answer = await server.ask('/api/v2/customers/user-42', {
      method: 'PATCH',
      json: { [field]: value },
      as: server.production,
    })
    expect([answer.status, answer.body['message']]).toEqual([
      409,
      expect.stringContaining("Customer 'user-42' was erased"),
    ])
  })

  it('gives a key that is an e-mail another name, and still finds them by what the platform calls them', async () => {
    const call = { method: 'POST', json: { email: 'dora@private.example', partner_key: 'ada' }, as: server.production }
    await server.ask('/api/v2/customers', { ...call, json: { ...call.json, provider_key: 'cus_Dora12345' } })
    const { data } = await erase('dora@private.example')
    expect(data['customer']).toMatchObject({
      customer_key: expect.stringMatching(/^erased-\w{14}$/),
      provider_key: 'cus_Dora12345',
    })
    const metadata = { customer_key: 'dora@private.example', partner_key: 'ada' }
    expect(await pay('ch_dora', { customer: 'cus_Dora12345', metadata })).toMatch(
      /^applied: recorded for customer 'erased-/,
    )
    await stripe('customer.updated', customer({ id: 'cus_Dora12345', email: 'dora@private.example', metadata }))
    expect((await kept()).filter((line) => /dora@/.test(line))).toEqual([])
  })

  it.each([
    ['without the key again', 'user-42', 'user-4', 400, "'confirm' must be the customer_key, 'user-42'"],
    ['somebody who is not there', 'nobody', 'nobody', 404, 'There is no customer with this key or e-mail.'],
  ])('does not erase %s', async (_what, key, confirm, status, message) => {
    const answer = await erase(key, confirm)
    expect([answer.status, answer.body['message']]).toEqual([status, expect.stringContaining(message)])
  })

  it('leaves others as they are: what they were called, and what came of them', async () => {
    const person = (n: number) => ({
      customer_key: `k${n}`,
      email: `k${n}@private.example`,
      name: `Kim ${n}`,
      partner_key: 'ada',
    })
    for (const n of [1, 2])
      await server.ask('/api/v2/customers', { method: 'POST', json: person(n), as: server.production })
    const others = async () => (await kept()).filter((line) => /k2@/.test(line))
    const before = await others()
    await erase('k1')
    expect(await others()).toEqual(before)
    expect((await kept()).filter((line) => /k1@|Kim 1/.test(line))).toEqual([])
  })
})
