/** The clock is set back, or forward, while the server runs: nothing lost, nothing doubled, and nothing held up for as long. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startServer } from '../support/http.ts'
import type { Answer, TestServer } from '../support/http.ts'
import { chargeEvent, customerEvent, sign } from '../support/stripe-events.ts'
import type { StripeEventBody } from '../support/stripe-events.ts'
import { WHSEC } from '../support/http.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const STEPS: [string, number][] = [
  ['an hour back', -HOUR],
  ['a day back', -DAY],
  ['an hour forward', HOUR],
  ['a day forward', DAY],
]
const ORDERS = ['created_at', '-created_at', 'updated_at', '-updated_at']

let server: TestServer
beforeEach(async () => {
  server = await startServer()
  await server.addPartner({ partnerKey: 'ada' })
})
afterEach(() => server.close())

const get = (path: string): Promise<Answer> => server.ask(path, { as: server.production })
const post = (path: string, json: unknown): Promise<Answer> =>
  server.ask(path, { method: 'POST', json, as: server.production })
const items = (answer: Answer) => answer.body.rdata['items'] as Readonly<Record<string, string | number>>[]

async function join(key: string): Promise<void> {
  const body = { key, email: `${key}@shop.test`, partner_key: 'ada' }
  expect((await post('/v1/customers', body)).status).toBe(200)
}
async function pay(customer: string): Promise<void> {
  const body = { amount: 500, currency: 'USD' }
  expect((await post(`/v1/customers/${customer}/transactions`, body)).status).toBe(200)
}
/** Stripe's own clock is right, whatever ours says. */
async function deliver(event: StripeEventBody, signedAt: number): Promise<Answer> {
  const body = JSON.stringify(event)
  const headers = { 'content-type': 'application/json', 'stripe-signature': sign(body, WHSEC, signedAt) }
  return server.ask(await server.webhookPath('production'), { method: 'POST', headers, body })
}
const chargeOf = (id: string, customer: string, at: number): StripeEventBody => {
  const created = Math.floor(at / 1000)
  const money = { id, amount: 900, amount_captured: 900, created, customer: null }
  return chargeEvent(
    'charge.succeeded',
    { ...money, metadata: { customer_key: customer } },
    { livemode: true, created },
  )
}
const sourceKeys = async () => items(await get('/v1/transactions?limit=250')).map((item) => item['source_key'])

describe.each(STEPS)('a clock set %s', (_name, step) => {
  it.each([
    ['and not back again', false],
    ['and back again', true],
  ])('%s lets no key open for longer than two seconds after it was revoked', async (_how, again) => {
    if (again) server.step(step)
    expect((await get('/v1/customers')).status).toBe(200)
    server.step(again ? -step : step)
    const row = await server.books.apiKey(server.production.publicKey)
    await server.books.putApiKey({ ...row!, revokedAt: server.now() })
    server.pass(2_000)
    expect((await get('/v1/customers')).status).toBe(401)
  })

  it('lets a page walk go past everything once, whatever is recorded meanwhile', async () => {
    await join('c1')
    for (const move of [0, step, 0, -step / 2, -step]) {
      server.step(move)
      for (let n = 0; n < 3; n++) await pay('c1')
    }
    const standing = await sourceKeys()
    expect(standing).toHaveLength(15)
    for (const order of ORDERS) {
      const [seen, times]: [unknown[], number[]] = [[], []]
      for (let after = ''; ;) {
        const page = await get(`/v1/transactions?limit=4&order_by=${order}${after}`)
        seen.push(...items(page).map((item) => item['source_key']))
        times.push(...items(page).map((item) => Number(item[order.replace('-', '')])))
        if (page.body.rdata['has_more'] === false) break
        after = `&starting_after=${String(items(page).at(-1)?.['key'])}`
        server.step(seen.length % 8 === 0 ? step : -step)
        await pay('c1')
      }
      expect(new Set(seen).size).toBe(seen.length)
      expect(standing.filter((key) => !seen.includes(key))).toEqual([])
      expect(times).toEqual(times.toSorted((a, b) => (order.startsWith('-') ? b - a : a - b)))
    }
  })

  it('makes no key twice, though a moment comes twice', async () => {
    const keys = new Set<string>()
    const crowd = async (): Promise<void> => {
      const names = Array.from({ length: 300 }, (_, n) => `${keys.size}-${n}`)
      await Promise.all(names.map((name) => server.addPartner({ partnerKey: `p${name}` })))
      const partners = await Promise.all(names.map((name) => server.books.partner('production', `p${name}`)))
      for (const partner of partners) keys.add(partner?.key ?? '')
    }
    await crowd()
    server.step(step)
    await crowd()
    server.step(-step)
    await crowd()
    expect(keys.size).toBe(900)
  })

  it('credits who clicked before it and signed up after it, and records what both paid', async () => {
    const truth = server.now()
    const { headers } = await server.ask('/r/ada')
    const xid = new URL(headers.location ?? '').searchParams.get('ps_xid')
    expect((await deliver(chargeOf('ch_early', 'c1', truth), truth)).body['outcome']).toBe('parked')
    await join('c2')
    await pay('c2')
    server.step(step)
    const signup = { public_key: server.production.publicKey, customer_key: 'c1', partner_key: 'ada', xid }
    expect((await server.ask('/v1/signups', { method: 'POST', json: signup })).status).toBe(200)
    await pay('c1')
    await pay('c2')
    server.step(-step)
    await pay('c2')
    await deliver(chargeOf('ch_late', 'c1', truth + 5_000), truth)

    expect((await get('/v1/customers/c1')).body.rdata).toMatchObject({ partner_key: 'ada' })
    const view = await server.books.customer('production', 'c1')
    expect(view).toMatchObject({ customer: { xid, flaggedAt: null } })
    const paid = items(await get('/v1/transactions?limit=250'))
    expect(paid.every((item) => item['partner_key'] === 'ada')).toBe(true)
    expect(paid.map((item) => item['customer_key']).sort()).toEqual(['c1', 'c1', 'c1', 'c2', 'c2', 'c2'])
    expect(await sourceKeys()).toEqual(expect.arrayContaining(['ch_early', 'ch_late']))
  })

  it('refuses signed deliveries while it is wrong, saying so, and takes them when it is right', async () => {
    await join('c1')
    const truth = server.now()
    const events = ['ch_1', 'ch_2'].map((id) => chargeOf(id, 'c1', truth))
    expect((await deliver(events[0]!, truth)).status).toBe(200)
    server.step(step)
    for (const event of events) {
      const refused = await deliver(event, truth)
      expect(refused.status).toBe(401)
      expect(String(refused.body['message'])).toMatch(/server's clock is (probably slow|fast)/)
    }
    server.step(-step)
    for (const event of events) expect((await deliver(event, truth)).status).toBe(200)
    expect((await sourceKeys()).sort()).toEqual(['ch_1', 'ch_2'])
  })
})

it.each([
  [-299_000, 200],
  [299_000, 200],
  [-301_000, 401],
  [301_000, 401],
])('a clock that is %d ms off takes a signed delivery with %d', async (step, status) => {
  const truth = server.now()
  server.step(step)
  expect((await deliver(customerEvent('customer.created', {}, { livemode: true }), truth)).status).toBe(status)
})
