/** Why a customer is whose, deciding otherwise, and many rewards at once. */
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { logIn, type Admin } from '../support/admin.ts'
import { startServer, WHSEC, type TestServer } from '../support/http.ts'
import { chargeEvent, sign } from '../support/stripe-events.ts'

type Item = Record<string, unknown>
const items = ({ data }: { readonly data: Item }, name = 'items'): Item[] => data[name] as Item[]

let server: TestServer
let admin: Admin
beforeEach(async () => {
  server = await startServer()
  onTestFinished(() => server.close())
  for (const partnerKey of ['ada', 'ben']) await server.addPartner({ partnerKey })
  admin = await logIn(server)
})

/** Follows the partner's link, signs up, pays, and gets something back. */
async function live(): Promise<void> {
  const link = await server.ask('/r/ada')
  const xid = new URL(String(link.headers.location)).searchParams.get('ps_xid')
  server.pass(1000)
  const signup = {
    public_key: server.production.publicKey,
    customer_key: 'c1',
    email: 'c1@shop.test',
    partner_key: 'ada',
    xid,
  }
  await server.ask('/v1/signups', { method: 'POST', json: signup })
  server.pass(1000)
  for (const [type, over] of [
    ['charge.succeeded', {}],
    ['charge.refunded', { amount_refunded: 1000 }],
  ] as const) {
    const event = chargeEvent(type, { id: 'ch_1', metadata: { customer_key: 'c1' }, ...over })
    const body = JSON.stringify({ ...event, id: `evt_${type}`, livemode: true })
    const headers = { 'stripe-signature': sign(body, WHSEC, server.now()) }
    await server.ask(await server.webhookPath('production'), { method: 'POST', body, headers })
    server.pass(1000)
  }
}

describe('a customer’s story', () => {
  it('goes from the click to the reward, each with its source', async () => {
    await live()
    const { data } = await admin.get('production', '/customers/c1/story')
    const told = items({ data }).map(({ kind, source }) => `${kind} ${source}`)
    expect(data['complete']).toBe(true)
    for (const each of [
      'click link',
      'cookie script',
      'signup script',
      'decision script',
      'payment stripe',
      'refund stripe',
      'reward trigger',
      'delivery stripe',
    ])
      expect(told).toContain(each)
    const moments = items({ data }).map(({ at }) => at as number)
    expect(moments).toEqual(moments.toSorted((a, b) => a - b))
    expect(items({ data }).find(({ kind }) => kind === 'cookie')).toMatchObject({
      text: 'The browser kept the click for less than a minute, and brought it',
      detail: { partner_key: 'ada', page: null },
    })
    const decision = items({ data }).find(({ kind }) => kind === 'decision')
    expect(decision).toMatchObject({ detail: { partner_key: 'ada', reason: expect.any(String) } })
    expect((await admin.get('test', '/customers/c1/story')).status).toBe(404)
  })

  it.each([
    ['kept for a time', 3 * 3_600_000, {}, 'The browser kept the click for 3 hours, and brought it'],
    [
      'on the landing page',
      0,
      { page: 'https://a.test/?x=1&gsxid=2' },
      'Signed up on the very page that the link led to',
    ],
    ['of nobody', 0, { xid: 'a'.repeat(14) }, 'The browser brought a click of nobody here'],
    ['without a click', 0, { xid: undefined }, 'The browser brought the partner key, without a click'],
  ])('says what the browser brought: a click %s', async (_what, later, said, words) => {
    const { headers } = await server.ask('/r/ada')
    const xid = new URL(String(headers.location)).searchParams.get('ps_xid')
    server.pass(later)
    const { publicKey } = server.production
    const signup = {
      public_key: publicKey,
      customer_key: 'c2',
      email: 'c2@shop.test',
      partner_key: 'ada',
      xid,
      ...said,
    }
    await server.ask('/v1/signups', { method: 'POST', json: signup })
    const told = items(await admin.get('production', '/customers/c2/story'))
    expect(told.filter(({ kind }) => kind === 'cookie')).toMatchObject([{ text: words }])
  })

  it('tells who decided otherwise, and why', async () => {
    await live()
    const json = { partner: 'ben', reason: 'They met at a fair.', past: true }
    const changed = await admin.post('production', '/customers/c1/attribution', json)
    expect([changed.status, changed.data['partner_key']]).toEqual([200, 'ben'])
    const told = items(await admin.get('production', '/customers/c1/story'))
    expect(told.find(({ kind }) => kind === 'change')).toMatchObject({
      ...{ source: 'admin', text: 'customer.reattributed' },
      detail: { partner_key: { from: 'ada', to: 'ben' }, reason: 'They met at a fair.', past: true },
    })
    expect(told.find(({ kind }) => kind === 'decision')).toMatchObject({ detail: { partner_key: 'ada' } })
    expect(items(await admin.get('production', '/transactions'))).toMatchObject([{ partner_key: 'ben' }])
  })

  it.each([
    ['no reason', { partner: 'ben', past: true }, 400],
    ['nothing said of the past', { partner: 'ben', reason: 'Because.' }, 400],
    ['a partner that is not there', { partner: 'nobody', reason: 'Because.', past: true }, 404],
  ])('is not decided otherwise with %s', async (_what, json, status) => {
    await live()
    expect((await admin.post('production', '/customers/c1/attribution', json)).status).toBe(status)
  })
})

it('tells what happened with a partner, and figures by day', async () => {
  await live()
  const { data } = await admin.get('production', '/partnerships/ada/story')
  expect(items({ data }).map(({ text }) => text)).toEqual(
    expect.arrayContaining(['Joined', "Got the link 'ada'", "Brought 'c1'", "Paid by 'c1'", 'Refunded, as a sum']),
  )
  expect(items({ data }, 'days').reduce((sum, { clicks }) => sum + (clicks as number), 0)).toBe(1)
  expect((await admin.get('production', '/partnerships/nobody/story')).status).toBe(404)
})

describe('many rewards', () => {
  it('are moved on at once, each by itself, and add up', async () => {
    const pay = async (n: number) => {
      const json = { customer_key: `k${n}`, email: `k${n}@shop.test`, partner_key: 'ada' }
      await admin.post('production', '/customers', json)
      await admin.post('production', '/transactions', {
        customer_external_key: `k${n}`,
        amount: 1000 * n,
        currency: 'USD',
      })
    }
    for (const n of [1, 2, 3]) await pay(n)
    const keys = items(await admin.get('production', '/rewards')).map(({ key }) => key as string)
    const bulk = (reward_status: string, of: string[]) =>
      admin.post('production', '/rewards/bulk', { keys: of, reward_status })
    const approved = await bulk('approved', [...keys.slice(0, 2), 'rwrd_none'])
    expect(approved.data).toMatchObject({ done: 2, refused: 1 })
    expect(items(approved, 'results').at(-1)).toMatchObject({
      key: 'rwrd_none',
      done: false,
      message: expect.stringContaining('no reward'),
    })
    const paid = await bulk('paid', keys)
    expect(paid.data).toMatchObject({ done: 2, refused: 1 })
    const sums = items(await admin.get('production', '/totals/rewards')).map(
      ({ status, amount }) => `${status} ${amount}`,
    )
    expect(sums).toEqual(['paid 500', 'pending 100'])
    expect(items(await admin.get('production', '/totals/rewards?reward_status=paid&partner_key=ada'))).toMatchObject([
      { amount: 500 },
    ])
    expect(items(await admin.get('production', '/totals/transactions?customer_key=k2'))).toMatchObject([
      { amount: 2000, count: 1 },
    ])
    expect(items(await admin.get('production', '/totals/transactions?customer_key=nobody'))).toEqual([])
    expect(items(await admin.get('test', '/totals/rewards'))).toEqual([])
    const actors = items(await admin.get('production', '/audit')).filter(({ action }) => action === 'reward.paid')
    expect(actors.map(({ actor }) => actor)).toEqual(['admin', 'admin'])
  })
})
