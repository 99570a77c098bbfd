/** The Testing Suite: the whole way of a made-up customer through the front door, followed as it happens. */
import { request } from 'node:http'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { logIn, type Admin } from '../support/admin.ts'
import { startServer, type TestServer } from '../support/http.ts'

type Item = Record<string, unknown>
let server: TestServer
let admin: Admin
beforeEach(async () => {
  server = await startServer()
  onTestFinished(() => server.close())
  await server.books.putSetting({ mode: 'test', name: 'site_url', value: 'https://shop.example/' })
  admin = await logIn(server)
})

const post = (path: string, json?: unknown) => admin.post('test', `/testing${path}`, json)
const steps = async () =>
  ((await admin.get('test', '/testing/steps')).data['items'] as Item[]).map(({ step, state }) => `${step} ${state}`)
const all = (...states: string[]) => states.map((state, index) => `${index + 1} ${state}`)

async function walk(): Promise<void> {
  const click = await post('/click')
  expect(click.data).toMatchObject({ status: 302, detail: { link: 'gstest', xid: expect.any(String) } })
  const { xid } = click.data['detail'] as Item
  expect((await post('/signup', { customer_key: 'c1', xid })).data).toMatchObject({ status: 200 })
  const deliver = async (event: string, over: object) =>
    expect((await post('/delivery', { provider: 'stripe', event, ...over })).data).toMatchObject({
      ...{ status: 200, detail: { outcome: 'applied' } },
    })
  await deliver('customer.created', { customer_key: 'c1', provider_key: 'cus_1' })
  await deliver('charge.succeeded', { provider_key: 'cus_1', payment_id: 'ch_1', amount: 5000 })
  await deliver('charge.refunded', { provider_key: 'cus_1', payment_id: 'ch_1', amount: 5000 })
}

describe('the seven steps', () => {
  it('wait while nothing has come, and say what to do', async () => {
    expect(await steps()).toEqual(all('waiting', 'waiting', 'waiting', 'waiting', 'waiting', 'waiting', 'waiting'))
    const { data } = await admin.get('test', '/testing/steps')
    expect((data['items'] as Item[])[0]).toMatchObject({
      told: 'The script has told nothing yet',
      change: expect.stringContaining('loader'),
    })
  })

  it('are done one after the other by a simulated visitor and platform', async () => {
    await walk()
    expect(await steps()).toEqual(all('done', 'done', 'done', 'done', 'done', 'done', 'done'))
    const saved = await post('/reports', { name: '<b>before launch</b>' })
    expect(saved.data).toMatchObject({ name: '<b>before launch</b>' })
    const { data } = await admin.get('test', '/testing/reports')
    expect(data['items']).toEqual([saved.data])
    expect((await admin.get('production', '/testing/reports')).data['items']).toEqual([])
  })

  it('say why not, and what to change', async () => {
    await post('/signup', { customer_key: 'c1' })
    await post('/delivery', { provider: 'stripe', event: 'charge.succeeded', provider_key: 'cus_9' })
    expect(await steps()).toEqual(all('done', 'waiting', 'problem', 'done', 'problem', 'problem', 'waiting'))
    const { data } = await admin.get('test', '/testing/steps')
    const [, , landed, , , matched] = data['items'] as Item[]
    expect(landed).toMatchObject({ told: expect.stringContaining('without the click'), change: expect.any(String) })
    expect(matched).toMatchObject({
      told: expect.stringContaining('charge.succeeded'),
      change: expect.stringContaining('customer_key'),
    })
  })
})

describe('a simulation', () => {
  it.each([
    ['click', {}],
    ['signup', { customer_key: 'c1' }],
    ['delivery', { provider: 'stripe', event: 'charge.succeeded' }],
  ])('of a %s has no place in production', async (what, json) => {
    const { status, body } = await admin.post('production', `/testing/${what}`, json)
    expect([status, body['message']]).toEqual([400, expect.stringContaining('test mode')])
  })

  it.each([
    ['an event that is none', { provider: 'stripe', event: 'x' }, 400],
    ['a platform that is none', { provider: 'x', event: 'x' }, 404],
  ])('refuses %s', async (_what, json, status) => {
    expect((await post('/delivery', json)).status).toBe(status)
  })
})

it('tells a page what happens, as it is committed', async () => {
  let text = ''
  const path = '/admin/api/test/testing/events'
  const asked = request(server.origin + path, { headers: { cookie: admin.cookie }, agent: false }, (res) => {
    expect([res.statusCode, res.headers['content-type']]).toEqual([200, 'text/event-stream; charset=utf-8'])
    res.on('data', (chunk) => (text += chunk))
    res.on('error', () => undefined)
  })
  asked.on('error', () => undefined)
  asked.end()
  onTestFinished(() => void asked.destroy())
  await expect.poll(() => text, { timeout: 10_000 }).toContain(': following')
  await walk()
  for (const event of ['click', 'signup', 'delivery', 'payment'])
    await expect.poll(() => text, { timeout: 10_000 }).toContain(`event: ${event}\n`)
  const told = text.split('\n\n').filter((part) => part.startsWith('event:'))
  expect(new Set(told).size).toBe(told.length)
  expect((await server.ask(path)).status).toBe(401)
})
