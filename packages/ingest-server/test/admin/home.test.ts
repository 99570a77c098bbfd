/** Figures of a period beside the one before, and what needs attention. */
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { logIn, type Admin } from '../support/admin.ts'
import { START, startServer, type TestServer } from '../support/http.ts'

const DAY = 86_400_000
const day = (offset: number): string => new Date(START + offset * DAY).toISOString().slice(0, 10)

let server: TestServer
let admin: Admin
beforeAll(async () => {
  server = await startServer()
  for (const mode of ['production', 'test'] as const)
    await server.addPartner({ partnerKey: 'ada', firstName: '<b>', mode })
  await server.addPartner({ partnerKey: 'ben' })
  const create = (key: string, partner_key: string) =>
    server.ask('/v1/customers', {
      ...{ method: 'POST', as: server.production },
      json: { key, email: `${key}@shop.test`, partner_key },
    })
  const pay = (key: string, amount: number, currency: string) =>
    server.ask(`/v1/customers/${key}/transactions`, {
      ...{ method: 'POST', as: server.production },
      json: { amount, currency },
    })
  await create('c1', 'ada')
  await pay('c1', 1000, 'USD')
  server.pass(2 * DAY)
  await create('c2', 'ben')
  await pay('c1', 500, 'USD')
  await pay('c2', 300, 'EUR')
  admin = await logIn(server)
})
afterAll(() => server.close())

const home = (query: string) => admin.get('production', `/home?${query}`)

describe('home', () => {
  it('tells the figures by day beside those of as many days before', async () => {
    const { status, data } = await home(`from=${day(1)}&to=${day(2)}`)
    expect([status, data]).toMatchObject([200, { days: [day(1), day(2)] }])
    expect(data['counts']).toEqual({
      now: { clicks: 0, signups: 1, paying: 1 },
      before: { clicks: 0, signups: 1, paying: 1 },
      by_day: { clicks: [0, 0], signups: [0, 1], paying: [0, 1] },
      by_day_before: { clicks: [0, 0], signups: [0, 1], paying: [0, 1] },
    })
    const byCurrency = data['money'] as { currency: string; now: object; before: object }[]
    expect(byCurrency.map(({ currency }) => currency)).toEqual(['USD', 'EUR'])
    expect(byCurrency[0]).toMatchObject({
      now: { payments: 1, revenue: 500, refunds: 0 },
      before: { payments: 1, revenue: 1000 },
      by_day: { revenue: [0, 500] },
      by_day_before: { revenue: [0, 1000] },
    })
    const top = data['top_partners'] as { currency: string | null; partners: { partner_key: string }[] }[]
    expect(top.map(({ currency, partners }) => [currency, partners.map((one) => one.partner_key)])).toEqual([
      [null, ['ben']],
      ['EUR', ['ben']],
      ['USD', ['ada']],
    ])
    expect(top[2]!.partners[0]).toMatchObject({ name: '<b>', email: 'ada@partners.example', revenue: 500 })
  })

  it('says nothing of the other mode', async () => {
    const { data } = await admin.get('test', `/home?from=${day(0)}&to=${day(2)}`)
    expect(data).toMatchObject({ counts: { now: { signups: 0 } }, money: [], top_partners: [] })
  })

  it.each([
    ['no days', '', "'from' is a required property"],
    ['a day that is none', `from=${day(0)}&to=x`, "'to' must be a date"],
    ['a zone that is none', `from=${day(0)}&to=${day(0)}&zone=Nowhere`, "'zone' must be a time zone"],
  ])('refuses %s', async (_what, query, message) => {
    const { status, body } = await home(query)
    expect([status, body['message']]).toEqual([400, expect.stringContaining(message)])
  })
})

describe('what needs attention', () => {
  const attention = async (of: Admin, mode: 'production' | 'test' = 'production') =>
    (await of.get(mode, '/attention')).data

  it('is counted', async () => {
    expect(await attention(admin)).toMatchObject({
      ...{ parked: 0, unmatched: 0, failed: 0, rewards_to_approve: 3, failing_hooks: [] },
      ...{ payments_come_in: true, platforms_without_secret: [] },
    })
  })

  it('is that nothing comes in, until a platform has its secret; and a platform that was set up without one', async () => {
    const empty = await startServer()
    onTestFinished(() => empty.close())
    for (const row of await empty.books.webhooks()) await empty.books.putWebhook({ ...row, secrets: [] })
    const first = await logIn(empty)
    expect(await attention(first)).toMatchObject({ payments_come_in: false, platforms_without_secret: [] })
    const set = (mode: string, body: object) => first.call('PATCH', `/${mode}/platforms/stripe`, body)
    await set('production', { record_from: 'invoice' })
    expect(await attention(first)).toMatchObject({ payments_come_in: false, platforms_without_secret: ['stripe'] })
    await set('test', { secret: 'whsec_1' })
    expect(await attention(first)).toMatchObject({ payments_come_in: false })
    await set('production', { secret: 'whsec_1' })
    expect(await attention(first)).toMatchObject({ payments_come_in: true, platforms_without_secret: [] })
  })
})
