/** A flagged customer on the dashboard: found, explained, and cleared by a person. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sha256 } from '../../src/secrets.ts'
import { logIn, type Admin } from '../support/admin.ts'
import { startServer, type TestServer } from '../support/http.ts'

type Item = Record<string, unknown>
const WHY = "its e-mail is another spelling of that of its partner 'ada'"

let server: TestServer
let admin: Admin
beforeAll(async () => {
  server = await startServer()
  await server.addPartner({ partnerKey: 'ada', email: 'ada@agency.example' })
  admin = await logIn(server)
  for (const [key, email] of [
    ['c1', 'ada+me@agency.example'],
    ['c2', 'carla@shop.example'],
  ]) {
    await admin.post('production', '/customers', { customer_key: key, email, partner_key: 'ada' })
    await admin.post('production', '/transactions', { customer_external_key: key, amount: 5000, currency: 'USD' })
  }
})
afterAll(() => server.close())

const list = async (query: string): Promise<unknown[]> =>
  ((await admin.get('production', `/customers?${query}`)).data['items'] as Item[]).map((one) => one['customer_key'])
const rewards = async (): Promise<unknown[][]> =>
  ((await admin.get('production', '/rewards?order_by=created_at')).data['items'] as Item[]).map((one) => [
    ...[one['status'], one['holds']],
  ])
const story = async (): Promise<Item[]> => {
  const { data } = await admin.get('production', '/customers/c1/story')
  return data['items'] as Item[]
}
const clear = (id: string, body: Item = {}) => admin.post('production', `/customers/${id}/flags/clear`, body)

it('is found, with its reason in plain words, and its rewards wait for that', async () => {
  expect(await list('flagged=true')).toEqual(['c1'])
  expect(await list('flagged=false')).toEqual(['c2'])
  const { data } = await admin.get('production', '/customers/c1')
  expect(data).toMatchObject({ flagged: true, flags: [{ rule: 'same_email', reason: WHY, cleared_at: null }] })
  expect(await rewards()).toEqual([
    ['hold', [WHY]],
    ['pending', []],
  ])
  expect((await admin.get('production', '/attention')).data).toMatchObject({ flagged_customers: 1 })
  expect(await story()).toContainEqual(
    expect.objectContaining({ kind: 'flag', source: 'rule', text: `Flagged: ${WHY}` }),
  )
})

it('shows nothing of it to the partner', async () => {
  const fact = { kind: 'partner.token', ref: 'ada', tokenHash: sha256('ptok_1'), actor: 'admin' } as const
  await server.books.record({ mode: 'production', at: server.now(), facts: [fact], delivery: null })
  const headers = { authorization: 'Bearer ptok_1' }
  for (const path of ['/api/v2/customers', '/api/v2/customers?flagged=true', '/api/v2/rewards']) {
    const { status, text } = await server.ask(path, { headers })
    expect([path, status]).toEqual([path, 200])
    expect(text).not.toContain(WHY)
    expect(text).not.toContain('"flagged":true')
  }
  const { body } = await server.ask('/api/v2/customers?flagged=true', { headers })
  expect((body['data'] as { items: unknown[] }).items).toHaveLength(2)
})

it('is cleared by a person: its rewards go on, and the log says who found what', async () => {
  const { status, data } = await clear('c1', { note: 'A colleague.' })
  expect(status).toBe(200)
  expect(data).toMatchObject({ flagged: false, flags: [{ cleared_at: server.now() }] })
  expect(await rewards()).toEqual([
    ['pending', []],
    ['pending', []],
  ])
  expect((await story()).at(-1)).toMatchObject({
    ...{ kind: 'change', source: 'admin', text: 'customer.cleared', detail: { flags: [WHY], note: 'A colleague.' } },
  })
  expect(await list('flagged=true')).toEqual([])
})

it.each([
  ['one that is not flagged', 'c2', {}, 409, 'nothing of it waits'],
  ['one that is not there', 'c9', {}, 404, "There is no customer 'c9' here."],
  ['with a note that is no text', 'c1', { note: 7 }, 400, "'note' must be a string"],
])('does not clear %s', async (_what, id, body, status, message) => {
  const answer = await clear(id, body)
  expect([answer.status, answer.body['message']]).toEqual([status, expect.stringContaining(message)])
})
