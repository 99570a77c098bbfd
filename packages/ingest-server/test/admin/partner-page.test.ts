/** What a partner sees by a link: their own, masked, for a while. */
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { logIn, type Admin } from '../support/admin.ts'
import { startServer, type TestServer } from '../support/http.ts'

const DAY = 86_400_000
let server: TestServer
let admin: Admin
let token: string
beforeEach(async () => {
  server = await startServer()
  onTestFinished(() => server.close())
  for (const partnerKey of ['ada', 'ben']) await server.addPartner({ partnerKey })
  admin = await logIn(server)
  const made = await admin.post('production', '/partnerships/ada/page-link', { days: 2 })
  expect(made.data).toMatchObject({ until: server.now() + 2 * DAY })
  token = String(made.data['token'])
})
const open = (given = token) => server.ask(`/partner/${given}/data`)
const add = (customer_key: string, partner_key: string, name: string | null) =>
  admin.post('production', '/customers', { customer_key, email: `${customer_key}@shop.test`, partner_key, name })

it('shows the partner’s own links, customers with masked names, and rewards, and nothing else', async () => {
  await add('c1', 'ada', 'Carla <i>Ruiz</i>')
  await add('c2', 'ada', '👩‍👩‍👧 Łucja')
  await add('c3', 'ben', 'Somebody Else')
  await admin.post('production', '/transactions', { customer_external_key: 'c1', amount: 1000, currency: 'USD' })
  const { status, body, text, headers } = await open()
  expect([status, headers['cache-control'], headers['referrer-policy']]).toEqual([200, 'no-store', 'no-referrer'])
  expect(body['data']).toMatchObject({
    ...{ partner: { partner_key: 'ada' }, test: false },
    links: { items: [{ url: 'http://127.0.0.1/r/ada' }], has_more: false },
    earned: [{ currency: 'USD', status: 'pending', amount: 100 }],
    rewards: { items: [{ currency: 'USD', status: 'pending', amount: 100 }], has_more: false },
  })
  const { customers } = body['data'] as { customers: { items: { name: string; paying: boolean }[] } }
  expect(customers.items.map(({ name, paying }) => `${name} ${paying}`).sort()).toEqual(
    ['C••• <••• true', '👩‍👩‍👧••• Ł••• false'].sort(),
  )
  for (const secret of ['Carla', 'Ruiz', 'shop.test', 'c1', 'Somebody']) expect(text).not.toContain(secret)
})

it('counts the clicks of each of the last thirty days', async () => {
  const days = async () => ((await open()).body['data'] as { clicks: { day: number; count: number }[] }).clicks
  await server.ask('/r/ada')
  await server.ask('/r/ben')
  server.pass(DAY)
  await server.ask('/r/ada')
  await server.ask('/r/ada')
  expect(await days()).toHaveLength(30)
  expect((await days()).slice(-3).map(({ count }) => count)).toEqual([0, 1, 2])
  expect((await days()).at(-1)?.day).toBe(Math.floor(server.now() / DAY) * DAY)
})

it.each([
  ['an altered token', () => `${token.slice(0, -2)}xx`],
  ['something else', () => 'abc'],
  ['something of ours that is no ticket', () => server.vault.seal('{"partner":"ada"}')],
])('refuses %s', async (_what, given) => {
  const answer = await open(given())
  expect([answer.status, answer.body['message']]).toEqual([404, expect.stringContaining('copied whole')])
})

it('ends when it is said to, and with the partner', async () => {
  server.pass(2 * DAY - 1)
  expect((await open()).status).toBe(200)
  server.pass(1)
  expect((await open()).status).toBe(410)
  expect((await open()).body['message']).toMatch(/^This link ended on \d{4}-\d\d-\d\d\./)
  admin = await logIn(server)
  token = String((await admin.post('production', '/partnerships/ada/page-link')).data['token'])
  expect((await open()).status).toBe(200)
  expect((await admin.call('DELETE', '/production/partnerships/ada')).status).toBe(200)
  expect((await open()).status).toBe(410)
})

it('is no session', async () => {
  const answer = await server.ask('/admin/api/production/customers', { headers: { cookie: `ps_admin=${token}` } })
  expect(answer.status).toBe(401)
})
