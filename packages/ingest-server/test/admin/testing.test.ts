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
const read = async (query = '') => (await admin.get('test', `/testing/steps${query}`)).data['items'] as Item[]
const steps = async (query = '') => (await read(query)).map(({ step, state }) => `${step} ${state}`)
const all = (...states: string[]) => states.map((state, index) => `${index + 1} ${state}`)
const NOTHING = Array.from({ length: 7 }, () => 'waiting')
const PAGE = 'https://shop.example'

/** A page fetches the script, as a browser does. */
const load = (page = PAGE) =>
  server.ask('/v1/', { headers: { referer: `${page}/landing?gspk=x`, 'sec-fetch-dest': 'script' } })
const told = async (step: number, what: string | RegExp, change?: string): Promise<void> => {
  const holds = async (): Promise<Item> => (await read())[step - 1] ?? {}
  await expect.poll(holds).toMatchObject({ told: expect.stringMatching(what) })
  if (change !== undefined) expect(await holds()).toMatchObject({ change: expect.stringContaining(change) })
}
const report = (signup: object, publicKey = server.test.publicKey) =>
  server.ask('/v1/signups', {
    ...{ method: 'POST', headers: { origin: PAGE } },
    json: { public_key: publicKey, page: `${PAGE}/welcome`, ...signup },
  })

async function click(): Promise<unknown> {
  const made = await post('/click')
  expect(made.data).toMatchObject({ status: 302, detail: { link: 'gstest', xid: expect.any(String) } })
  return (made.data['detail'] as Item)['xid']
}

async function walk(provider = 'stripe'): Promise<void> {
  expect((await post('/signup', { customer_key: `c-${provider}`, xid: await click() })).data['status']).toBe(200)
  const { data } = await admin.get('test', '/testing/platforms')
  const { story } = (data['items'] as Item[]).find((one) => one['provider'] === provider) as { story: Item }
  let payment: Item = {}
  for (const what of ['customer', 'payment', 'refund']) {
    const made = await post('/delivery', {
      ...{ provider, event: story[what], customer_key: `c-${provider}`, amount: 5000, ...payment },
    })
    expect(made.body).toMatchObject({ data: { status: 200, detail: { outcome: 'applied' } } })
    const { payment_id: id } = made.data['detail'] as Item
    payment = id === undefined ? {} : { payment_id: id }
  }
}

describe('the seven steps', () => {
  it('wait while nothing has come, and say what to do', async () => {
    expect(await steps()).toEqual(all(...NOTHING))
    await told(1, 'No page has fetched the script', 'loader')
  })

  it.each(['stripe', 'chargebee', 'recurly', 'chargify'])(
    'are done one after the other by a page, a simulated visitor and %s',
    async (provider) => {
      await walk(provider)
      await told(1, /names no page/, 'loader')
      await load()
      await told(1, /Fetched by a page of https:\/\/shop\.example\./)
      expect(await steps()).toEqual(all('done', 'done', 'done', 'done', 'done', 'done', 'done'))
      await told(6, `\\$50\\.00 by ${provider.replace(/^./, (letter) => letter.toUpperCase())}`)
    },
  )

  it('look at what has come since a time', async () => {
    await load()
    await walk()
    await told(1, 'Fetched')
    server.pass(1_000)
    // A browser keeps the script for a day: that a page has it is no news.
    expect(await steps(`?since=${server.now()}`)).toEqual(all('done', ...NOTHING.slice(1)))
  })

  it('say why not, and what to change', async () => {
    await post('/signup', { customer_key: 'c1' })
    await post('/delivery', { provider: 'stripe', event: 'charge.succeeded', provider_key: 'cus_9' })
    expect(await steps()).toEqual(all('waiting', 'waiting', 'problem', 'done', 'problem', 'problem', 'waiting'))
    await told(3, 'without the click', 'gsxid')
    await told(6, 'charge.succeeded', 'customer_key')
  })

  it('tell of a sign-up that was refused, until one is taken', async () => {
    await report({ customer_key: 'c1', partner_key: 'gstest' }, `pk_${'x'.repeat(32)}`)
    await told(4, /from https:\/\/shop\.example was refused: 'public_key' is not/, 'public key of this mode')
    await told(1, 'A page of https://shop.example sent a sign-up by it')
    server.pass(1_000)
    await report({ customer_key: 'c1', partner_key: 'gstest', xid: await click() })
    await told(4, "Signed up as 'c1'")
    await told(1, 'A page of https://shop.example reported a sign-up by it')
  })

  it('tell of a delivery that was refused, and of whose', async () => {
    const made = await server.ask(await server.webhookPath('test'), { method: 'POST', json: { id: 'evt_1' } })
    expect(made.status).toBe(401)
    for (const step of [5, 6, 7]) await told(step, /A delivery of Stripe was refused/, 'Open Stripe')
    expect((await admin.get('production', '/testing/steps')).data['items']).toContainEqual(
      expect.objectContaining({ step: 5, state: 'waiting' }),
    )
  })

  it('tell of a landing page that does not fetch the script', async () => {
    await click()
    await load('https://elsewhere.example')
    await told(1, 'elsewhere')
    await told(3, 'The script tells it with the sign-up')
    server.pass(30_000)
    await told(3, 'The link led to https://shop.example, and no page there has fetched', 'loader')
    await load()
    await told(3, 'The script tells it with the sign-up')
  })

  it("do not know the other mode's click", async () => {
    await report({ customer_key: 'c1', partner_key: 'gstest', xid: '0SlGpYh3Kq9Zb1' })
    await told(3, "brought the click '0SlGpYh3Kq9Zb1', which this mode does not know", 'link of this mode')
  })

  it('need no script where a server tells of the customer', async () => {
    await admin.post('test', '/customers', { customer_key: 'c1', email: 'c1@x.test', partner_key: 'gstest' })
    await admin.post('test', '/transactions', { customer_external_key: 'c1', amount: 1234, currency: 'JPY' })
    expect(await steps()).toEqual(all('waiting', 'waiting', 'done', 'done', 'waiting', 'done', 'waiting'))
    await told(6, /¥1,234 by the API, credited to 'gstest'/)
  })
})

it('says where the link leads, and that it leads nowhere', async () => {
  const link = async () => (await admin.get('test', '/testing/link?partner_key=gstest')).data
  expect(await link()).toMatchObject({ url: 'http://127.0.0.1/r/gstest', destination: 'https://shop.example/' })
  await server.books.removeSetting('test', 'site_url')
  expect(await link()).toMatchObject({ destination: null })
  expect((await admin.get('test', '/testing/link?partner_key=nobody')).status).toBe(404)
})

it('keeps a report, and hands it out as a page that only shows text', async () => {
  await walk()
  const saved = await post('/reports', { name: '<b>before launch</b>', since: server.now() - 1_000 })
  expect(saved.data).toMatchObject({ name: '<b>before launch</b>', since: server.now() - 1_000 })
  const { data } = await admin.get('test', '/testing/reports')
  expect(data['items']).toEqual([saved.data])
  expect((await admin.get('production', '/testing/reports')).data['items']).toEqual([])
  const at = (mode: string) => `/${mode}/testing/reports/${String(saved.data['key'])}/report.html`
  const file = await admin.call('GET', at('test'))
  expect([file.status, file.headers['content-disposition']]).toEqual([200, expect.stringContaining('attachment')])
  expect(file.text).toContain('<h1>&lt;b&gt;before launch&lt;/b&gt;</h1>')
  expect(file.text).toContain('6 of 7 steps done, in test mode')
  expect((await admin.call('GET', at('production'))).status).toBe(404)
  expect((await server.ask(`/admin/api${at('test')}`)).status).toBe(401)
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
  await load()
  await walk()
  for (const event of ['sighting', 'click', 'signup', 'delivery', 'payment'])
    await expect.poll(() => text, { timeout: 10_000 }).toContain(`event: ${event}\n`)
  const told = text.split('\n\n').filter((part) => part.startsWith('event:'))
  expect(new Set(told).size).toBe(told.length)
  expect((await server.ask(path)).status).toBe(401)
})
