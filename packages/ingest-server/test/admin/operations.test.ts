/** The dashboard's own operations, each in its mode, with the line it leaves in the audit log. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { logIn, ORIGIN, type Admin } from '../support/admin.ts'
import { basic, startServer, WHSEC, type TestServer } from '../support/http.ts'
import { chargeEvent, sign } from '../support/stripe-events.ts'

let server: TestServer
let admin: Admin
beforeAll(async () => {
  server = await startServer()
  for (const mode of ['production', 'test'] as const) await server.addPartner({ partnerKey: 'ada', mode })
  admin = await logIn(server)
})
afterAll(() => server.close())

type Item = Record<string, unknown>
const items = ({ data }: { readonly data: Item }): Item[] => data['items'] as Item[]
const audit = async (mode: 'production' | 'test', limit = 1) =>
  items(await admin.get(mode, `/audit?limit=${limit}`)).map(
    ({ actor, action, subject }) => `${actor} ${action} ${subject}`,
  )

async function deliver(id: string, over: object = {}): Promise<string> {
  const event = chargeEvent('charge.succeeded', { id, customer: `cus_${id}`, ...over })
  const body = JSON.stringify({ ...event, id: `evt_${id}`, livemode: true })
  const headers = { 'stripe-signature': sign(body, WHSEC, server.now()) }
  const path = await server.webhookPath('production')
  const answer = await server.ask(path, { method: 'POST', body, headers })
  return String(answer.body['delivery'])
}

describe('deliveries', () => {
  it('are listed, narrowed, read with their bodies, and replayed by hand', async () => {
    const parked = await deliver('ch_1')
    const [first] = items(await admin.get('production', '/deliveries?state=parked&provider=stripe'))
    expect(first).toMatchObject({ key: parked, state: 'parked', type: 'charge.succeeded', attempts: 1 })
    expect(items(await admin.get('production', '/deliveries?state=failed'))).toEqual([])
    expect(items(await admin.get('test', '/deliveries'))).toEqual([])

    const { data } = await admin.get('production', `/deliveries/${parked}`)
    expect(data).toMatchObject({ key: parked, json: { type: 'charge.succeeded' } })
    expect(JSON.parse(String(data['body']))).toEqual(data['json'])

    expect(await admin.post('production', `/deliveries/${parked}/replay`, { customer: 'nobody' })).toMatchObject({
      status: 404,
    })
    const customer = { customer_key: 'c1', email: 'c1@shop.test', partner_key: 'ada' }
    expect((await admin.post('production', '/customers', customer)).status).toBe(200)
    const replayed = await admin.post('production', `/deliveries/${parked}/replay`, { customer: 'c1' })
    expect(replayed.data).toMatchObject({ key: parked, state: 'applied', attempts: 2 })
    const told = items(await admin.get('production', '/audit')).filter(({ subject }) => subject === parked)
    expect(told).toMatchObject([
      { actor: 'admin', action: 'delivery.replayed', detail: { state: { from: 'parked', to: 'applied' } } },
    ])
    const assigned = items(await admin.get('production', '/audit?action=payment.'))
    expect(assigned).toMatchObject([{ actor: 'admin', action: 'payment.assigned' }])
  })

  it('are replayed as they are filtered, some at a time, and say what came of each', async () => {
    const keys = [await deliver('ch_2'), await deliver('ch_3')]
    const { data } = await admin.post('production', '/deliveries/replay', { state: 'parked' })
    expect(data).toMatchObject({ replayed: 2, failed: 0, next: null })
    expect((data['results'] as Item[]).map(({ key, state }) => [key, state]).sort()).toEqual(
      keys.map((key) => [key, 'parked']).sort(),
    )
    const told = items(await admin.get('production', '/audit?action=delivery.&limit=2'))
    expect(told.map(({ subject }) => subject).sort()).toEqual(keys.sort())
  })

  it.each(['/deliveries/dlv_none', '/deliveries/cus_1'])('%s is not there', async (path) => {
    expect((await admin.get('production', path)).status).toBe(404)
  })

  it('of the other mode are not there, to read or to replay', async () => {
    const key = await deliver('ch_4')
    expect((await admin.get('test', `/deliveries/${key}`)).status).toBe(404)
    expect((await admin.post('test', `/deliveries/${key}/replay`)).status).toBe(404)
    expect((await admin.get('test', `/deliveries?starting_after=${key}`)).status).toBe(400)
  })
})

describe('platforms', () => {
  it('show their addresses and credentials, and take a secret without showing it', async () => {
    const listed = items(await admin.get('test', '/platforms'))
    expect(listed.map(({ provider, signs }) => `${provider} ${signs}`).sort()).toEqual([
      'chargebee password',
      'chargify secret',
      'recurly password',
      'stripe secret',
    ])
    const url = new URL(String(listed.find(({ provider }) => provider === 'stripe')!['url']))
    expect(url.pathname).toBe(await server.webhookPath('test'))
    const changed = await admin.call('PATCH', '/test/platforms/stripe', {
      ...{ secret: 'whsec_new', record_from: 'invoice', currency: 'eur' },
    })
    expect(changed.data).toMatchObject({ secret_set: true, record_from: 'invoice', currency: 'EUR' })
    expect(changed.text).not.toContain('whsec_new')
    expect(await audit('test')).toEqual(['admin platform.change stripe'])
    const [line] = items(await admin.get('test', '/audit?limit=1'))
    expect(line!['detail']).toEqual({ record_from: 'invoice', currency: 'EUR', secret: 'set' })
    const [production] = items(await admin.get('production', '/platforms')).filter(
      (one) => one['provider'] === 'stripe',
    )
    expect(production).toMatchObject({ record_from: 'charge', currency: null })
    expect((await admin.call('PATCH', '/test/platforms/stripe', { currency: null })).data['currency']).toBeNull()
  })

  it('change their addresses without a gap', async () => {
    const before = await server.webhookPath('test')
    const { data } = await admin.post('test', '/platforms/stripe/rotate')
    expect(new URL(String(data['url'])).pathname).not.toBe(before)
    server.pass(1000)
    for (const path of [before, await server.webhookPath('test')])
      expect((await server.ask(path, { method: 'POST', body: '{}' })).status).toBe(401)
    expect((await admin.post('test', '/platforms/paypal/rotate')).status).toBe(404)
  })
})

describe('keys', () => {
  it('are made with secrets that are shown once, work, and are revoked', async () => {
    const made = (await admin.post('test', '/keys')).data
    const pair = { mode: 'test', publicKey: String(made['public_key']), secretKey: String(made['secret_key']) } as const
    const listed = await admin.get('test', '/keys')
    expect(items(listed).map((key) => key['public_key'])).toContain(pair.publicKey)
    expect(listed.text).not.toContain(pair.secretKey)
    const asks = () => server.ask('/v1/customers', { headers: { authorization: basic(pair) } })
    expect((await asks()).status).toBe(200)
    expect((await admin.call('DELETE', `/production/keys/${pair.publicKey}`)).status).toBe(404)
    expect((await admin.call('DELETE', `/test/keys/${pair.publicKey}`)).data['revoked_at']).toBe(server.now())
    server.pass(1000)
    expect((await asks()).status).toBe(401)
    expect(await audit('test', 2)).toEqual([`admin key.revoke ${pair.publicKey}`, `admin key.create ${pair.publicKey}`])
  })

  it('are in the loader, the oldest that stands', async () => {
    const { data } = await admin.get('production', '/snippet')
    expect(data['public_key']).toBe(server.production.publicKey)
    expect(data['html']).toContain(`gs.src = "${ORIGIN}/v1/"`)
    expect(data['html']).toContain(`growsumo._initialize("${server.production.publicKey}")`)
  })
})

describe('settings', () => {
  it('are shown with their meaning, changed together, and told of', async () => {
    const change = (values: object) => admin.call('PATCH', '/test/settings', { values })
    const { data } = await change({ window_days: '30', refunds: 'Archive' })
    expect((data['items'] as Item[]).find(({ name }) => name === 'attribution')).toMatchObject({
      ...{ value: 'last', default: 'last', options: ['last', 'first'] },
    })
    const settings = new Map((data['items'] as Item[]).map(({ name, value }) => [name, value]))
    expect([settings.get('window_days'), settings.get('refunds'), settings.get('currency')]).toEqual([
      '30',
      'archive',
      'USD',
    ])
    expect((await audit('test', 2)).sort()).toEqual([
      'admin setting.change refunds',
      'admin setting.change window_days',
    ])
    expect((await change({ window_days: '' })).status).toBe(200)
    expect(await server.books.settings('test')).toEqual({ refunds: 'archive' })
    expect(await server.books.settings('production')).toEqual({})
    const refused = await change({ window_days: '10', currency: 'EURO' })
    expect([refused.status, refused.body['message']]).toEqual([
      400,
      "'currency' takes three letters, as USD, not 'EURO'.",
    ])
    expect((await change({ nothing: 'x' })).status).toBe(400)
    expect(await server.books.settings('test')).toEqual({ refunds: 'archive' })
  })
})

describe('whatever people are called', () => {
  it.each([
    ['what a page would run', '<img src=x onerror=alert(1)>'],
    ['right to left', 'مرحبا \u202eevil'],
    ['200 characters', 'ä'.repeat(100)],
    ['emoji', '👩‍👩‍👧‍👦 🦤'],
    ['quotes', `"'\`</script>`],
  ])('%s comes back as it was', async (_what, name) => {
    const key = `who ${name}`
    const json = { customer_key: key, email: 'who@shop.test', partner_key: 'ada', name }
    expect((await admin.post('production', '/customers', json)).data).toMatchObject({ customer_key: key, name })
    const read = await admin.get('production', `/customers/${encodeURIComponent(key)}`)
    expect([read.data['name'], read.headers['content-type']]).toEqual([name, 'application/json; charset=utf-8'])
    const found = await admin.get('production', `/search?q=${encodeURIComponent(key)}`)
    expect((found.data['customers'] as Item[]).map((one) => one['name'])).toEqual([name])
  })
})

it('finds partners as well', async () => {
  const { data } = await admin.get('production', '/search?q=ADA')
  expect(data['partners']).toMatchObject([
    { partner_key: 'ada', email: 'ada@partners.example', archived: false, group: { slug: 'default' } },
  ])
  expect((await admin.get('production', '/search?q=')).status).toBe(400)
})

describe('outgoing webhooks', () => {
  it('tell what was sent, and send it again', async () => {
    const made = await admin.post('production', '/webhooks', { target: 'https://93.184.216.34/hook', events: ['*'] })
    const hook = String(made.data['key'])
    await admin.post('production', '/customers', { customer_key: 'told', email: 't@shop.test', partner_key: 'ada' })
    const [send] = items(await admin.get('production', `/webhooks/${hook}/sends`))
    expect(send).toMatchObject({ event: 'customer.created', state: 'waiting', attempts: 0 })
    const again = await admin.post('production', `/webhooks/${hook}/resend`, { message: send!['message'] })
    expect(again.data).toEqual({ resent: 1 })
    expect((await admin.post('production', `/webhooks/${hook}/resend`)).data).toEqual({ resent: 0 })
    expect((await admin.get('test', `/webhooks/${hook}/sends`)).status).toBe(404)
    await admin.call('DELETE', `/production/webhooks/${hook}`)
  })

  it('are walked through both ways', async () => {
    const hook = String(
      (await admin.post('test', '/webhooks', { target: 'https://93.184.216.34/h', events: ['*'] })).data['key'],
    )
    for (const n of [1, 2, 3])
      await admin.post('test', '/customers', {
        customer_key: `walk-${n}`,
        email: `w${n}@shop.test`,
        partner_key: 'ada',
      })
    const page = async (query: string) => {
      const { data } = await admin.get('test', `/webhooks/${hook}/sends?limit=2${query}`)
      return [...items({ data }).map(({ message }) => String(message)), data['has_more']]
    }
    const [newest, middle, hasMore] = await page('')
    expect(hasMore).toBe(true)
    const [oldest, ...rest] = await page(`&starting_after=${middle}`)
    expect(rest).toEqual([false])
    expect(await page(`&ending_before=${oldest}`)).toEqual([newest, middle, false])
    expect(await page(`&state=waiting&ending_before=${middle}`)).toEqual([newest, false])
    const both = await admin.get('test', `/webhooks/${hook}/sends?starting_after=${middle}&ending_before=${middle}`)
    expect(both.status).toBe(400)
    await admin.call('DELETE', `/test/webhooks/${hook}`)
  })

  it('get a new secret that is shown once, and every act on them is told of under the name of who did it', async () => {
    const target = 'https://93.184.216.34/hook'
    const made = (await admin.post('production', '/webhooks', { target, events: ['*'] })).data
    const hook = String(made['key'])
    server.pass(1_000) // lines of one moment, written in two ways, are in no order
    const { data } = await admin.post('production', `/webhooks/${hook}/rotate`)
    expect(data['secret']).toMatch(/^whsec_/)
    expect(data['secret']).not.toBe(made['secret'])
    expect((await admin.get('production', `/webhooks/${hook}`)).data['secret']).toBeUndefined()
    expect((await admin.post('test', `/webhooks/${hook}/rotate`)).status).toBe(404)
    server.pass(1_000)
    const change = (json: object) => admin.call('PATCH', `/production/webhooks/${hook}`, json)
    for (const json of [{ enabled: false }, { enabled: false }, { enabled: true, events: ['reward.created'] }]) {
      expect((await change(json)).status).toBe(200)
      server.pass(1_000)
    }
    await server.ask(`/api/v2/webhooks/${hook}`, { method: 'DELETE', as: server.production })
    const lines = items(await admin.get('production', `/audit?subject=${hook}`))
    expect(lines.map(({ actor, action }) => `${actor} ${action}`).reverse()).toEqual([
      'admin hook.created',
      'admin hook.rotated',
      'admin hook.disabled',
      'admin hook.edited',
      `${server.production.publicKey} hook.removed`,
    ])
    expect(lines[1]!['detail']).toEqual({
      events: { from: ['*'], to: ['reward.created'] },
      enabled: { from: false, to: true },
    })
    expect(JSON.stringify(lines)).not.toContain('whsec_')
  })
})

describe('the audit log', () => {
  it('tells of whatever a person makes, changes or puts away, and of nothing that stayed as it was', async () => {
    const acts: [method: string, path: string, json?: object][] = [
      ['POST', '/partnerships', { email: 'acts@p.test', partner_key: 'acts' }],
      ['POST', '/links/acts', { path: 'acts-spring' }],
      ['POST', '/customers', { customer_key: 'acts', email: 'acts@c.test', partner_key: 'acts' }],
      ['POST', '/customers', { customer_key: 'acts', email: 'acts@c.test', partner_key: 'acts' }],
      ['PATCH', '/customers/acts', { name: 'Ada' }],
      ['PATCH', '/customers/acts', { name: 'Ada' }],
      ['POST', '/transactions', { customer_external_key: 'acts', key: 'acts-1', amount: 4900, currency: 'EUR' }],
      ['DELETE', '/transactions/acts-1'],
      ['DELETE', '/customers/acts'],
      ['POST', '/customers', { customer_key: 'acts', email: 'acts@c.test', partner_key: 'acts' }],
      ['DELETE', '/partnerships/acts'],
      ['POST', '/partnerships', { email: 'acts@p.test', partner_key: 'acts' }],
      ['POST', '/leads', { partner_key: 'acts', external_key: 'acts' }],
    ]
    server.pass(60_000)
    const from = server.now()
    for (const [method, path, json] of acts) {
      const answer = await admin.call(method, `/test${path}`, json)
      expect([path, answer.status]).toEqual([path, 200])
      server.pass(1_000)
    }
    const lines = items(await admin.get('test', `/audit?from=${from}`)).reverse()
    expect(lines.map(({ actor, action }) => `${actor} ${action}`)).toEqual(
      [
        ...['partner.created', 'link.created', 'customer.created', 'customer.edited', 'transaction.created'],
        ...['transaction.archived', 'customer.archived', 'customer.restored', 'partner.archived', 'partner.restored'],
        'prospect.created',
      ].map((action) => `admin ${action}`),
    )
    expect(lines[3]).toMatchObject({ subject: lines[2]!['subject'], detail: { name: { from: null, to: 'Ada' } } })
    expect(lines[4]!['detail']).toEqual({ customer: lines[2]!['subject'], amount: 4900, currency: 'EUR' })
  })

  it('names the key that did something, but for what keys bring in day by day', async () => {
    server.pass(60_000)
    const from = server.now()
    const as = server.test
    const customer = { customer_key: 'by-key', email: 'k@c.test', partner_key: 'ada' }
    await server.ask('/api/v2/customers', { method: 'POST', json: customer, as })
    await server.ask('/api/v2/transactions', {
      ...{ method: 'POST', as },
      json: { customer_external_key: 'by-key', key: 'by-key-1', amount: 100, currency: 'EUR' },
    })
    expect(items(await admin.get('test', `/audit?from=${from}`))).toEqual([])
    await server.ask('/api/v2/customers/by-key', { method: 'PATCH', json: { name: 'K' }, as })
    await server.ask('/api/v2/partnerships', { method: 'POST', json: { email: 'by-key@p.test' }, as })
    const lines = items(await admin.get('test', `/audit?from=${from}`))
    expect(lines.map(({ actor, action }) => [actor, action])).toEqual([
      [as.publicKey, 'partner.created'],
      [as.publicKey, 'customer.edited'],
    ])
  })

  it('is narrowed by who, what and when, and walked through both ways', async () => {
    server.pass(60_000)
    const from = server.now()
    for (const days of ['31', '32', '33']) {
      await admin.call('PATCH', '/test/settings', { values: { parking_days: days } })
      server.pass(1_000)
    }
    await server.ask('/api/v2/groups', { method: 'POST', json: { name: 'By key' }, as: server.test })
    const told = async (query: string) =>
      items(await admin.get('test', `/audit?${query}`)).map(({ actor, detail }) => [actor, (detail as Item)['to']])
    const narrowed = `action=setting.&from=${from}&until=${from + 1_999}`
    expect(await told(narrowed)).toEqual([
      ['admin', '32'],
      ['admin', '31'],
    ])
    expect(await told(`actor=${server.test.publicKey}&from=${from}`)).toEqual([[server.test.publicKey, undefined]])
    expect(await told('actor=operator')).toEqual([])
    const [last] = items(await admin.get('test', `/audit?action=setting.change&limit=1`))
    const [before] = items(
      await admin.get('test', `/audit?action=setting.change&limit=1&starting_after=${last!['key']}`),
    )
    expect(before!['detail']).toEqual({ from: '31', to: '32' })
    const back = await admin.get('test', `/audit?action=setting.change&ending_before=${before!['key']}`)
    expect([items(back).map(({ key }) => key), back.data['has_more']]).toEqual([[last!['key']], false])
    expect((await admin.get('test', '/audit?from=yesterday')).status).toBe(400)
  })
})

describe('the operations of the API', () => {
  it('are served to the session, in the mode of the path, under its name in the audit log', async () => {
    const json = { customer_key: 'mine', email: 'mine@shop.test', partner_key: 'ada' }
    expect((await admin.post('test', '/customers', json)).data).toMatchObject({ customer_key: 'mine', test: true })
    expect((await admin.get('production', '/customers/mine')).status).toBe(404)
    expect((await admin.get('test', '/customers/mine')).data['email']).toBe('mine@shop.test')
    await admin.post('test', '/groups', { name: 'Gold' })
    for (const path of [
      '/transactions',
      '/partnerships',
      '/groups',
      '/rewards',
      '/triggers',
      '/deals',
      '/leads',
      '/webhooks',
    ])
      expect([path, (await admin.get('test', path)).status]).toEqual([path, 200])
  })

  it('are documented to who is in, with everything else of the dashboard', async () => {
    expect((await server.ask('/admin/openapi.json')).status).toBe(401)
    const { status, body } = await server.ask('/admin/openapi.json', { headers: { cookie: admin.cookie } })
    const paths = Object.keys(body['paths'] as object)
    expect([status, paths.every((path) => path.startsWith('/admin/api/') || path.startsWith('/partner/'))]).toEqual([
      200,
      true,
    ])
    expect(paths).toEqual(
      expect.arrayContaining(['/admin/api/session', '/admin/api/{mode}/home', '/admin/api/{mode}/customers/{id}']),
    )
    const operations = Object.values(body['paths'] as Record<string, Record<string, { operationId: string }>>)
    const ids = operations.flatMap((path) => Object.values(path)).map(({ operationId }) => operationId)
    expect(new Set(ids).size).toBe(ids.length)
    const open = await server.ask('/openapi.json')
    expect(open.text).not.toContain('/admin/')
  })
})
