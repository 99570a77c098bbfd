/** One payment is one transaction: however often, in whatever order and at the same moment it is told. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startServer, WHSEC, type TestServer } from '../support/http.ts'
import { chargeEvent, created, sign, type StripeEventBody } from '../support/stripe-events.ts'

let server: TestServer
let path: string
beforeEach(async () => {
  server = await startServer()
  path = await server.webhookPath('test')
  await server.addPartner({ partnerKey: 'ada', mode: 'test' })
  const customer = { key: 'c1', email: 'c1@shop.test', partner_key: 'ada' }
  await server.ask('/v1/customers', { method: 'POST', as: server.test, json: customer })
})
afterEach(() => server.close())

const whose = { customer: null, metadata: { customer_key: 'c1' } }
const event = (type: string, after = 0, over = {}): StripeEventBody =>
  chargeEvent(type, { id: 'ch_1', ...whose, ...over }, { id: `evt_${type}_${after}`, created: created + after })

async function deliver(what: StripeEventBody): Promise<Record<string, unknown>> {
  const body = JSON.stringify(what)
  const answer = await server.ask(path, {
    method: 'POST',
    body,
    headers: { 'stripe-signature': sign(body, WHSEC, server.now()) },
  })
  expect(answer.status).toBe(200)
  return answer.body
}

async function transactions(): Promise<Record<string, unknown>[]> {
  const { body } = await server.ask('/v1/transactions?include_archived=true', { as: server.test })
  return body.rdata['items'] as Record<string, unknown>[]
}

const orders = <T>(items: readonly T[]): T[][] =>
  items.length < 2
    ? [[...items]]
    : items.flatMap((item, index) => orders(items.toSpliced(index, 1)).map((rest) => [item, ...rest]))

describe('one charge', () => {
  it('is one transaction when the same delivery comes ten times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => deliver(event('charge.succeeded'))))
    expect(answers.filter(({ outcome }) => outcome === 'applied')).toHaveLength(1)
    expect(answers.filter(({ outcome }) => outcome === 'duplicate')).toHaveLength(9)
    expect(await transactions()).toMatchObject([{ source_key: 'ch_1', amount: 5000, amount_refunded: 0 }])
  })

  const three = [event('charge.succeeded'), event('charge.captured', 1), event('charge.updated', 2)]
  it.each(orders(three).map((order) => [order.map(({ type }) => type).join(', '), order] as const))(
    'is one transaction as %s',
    async (_order, events) => {
      for (const one of events) await deliver(one)
      expect(await transactions()).toMatchObject([
        { source_key: 'ch_1', amount: 5000, amount_refunded: 0, archived: false },
      ])
    },
  )

  it('is one transaction when its three events come at once', async () => {
    await Promise.all(three.map(deliver))
    expect(await transactions()).toHaveLength(1)
  })

  const story = [
    event('charge.succeeded'),
    event('charge.refunded', 1, { amount_refunded: 1500 }),
    event('charge.refunded', 2, { amount_refunded: 2000 }),
  ]
  it.each(orders(story).map((order) => [order.map(({ id }) => id).join(', '), order] as const))(
    'has the same money taken back as %s',
    async (_order, events) => {
      for (const one of [...events, ...events]) await deliver(one)
      expect(await transactions()).toMatchObject([{ amount: 5000, amount_refunded: 2000, archived: false }])
    },
  )

  it.each([
    ['before the webhook', true],
    ['after the webhook', false],
  ])('is one transaction when the API reports it %s under the platform’s id', async (_when, first) => {
    const report = () =>
      server.ask('/v1/customers/c1/transactions', {
        method: 'POST',
        as: server.test,
        json: { amount: 5000, currency: 'usd', key: 'ch_1' },
      })
    if (first) expect((await report()).status).toBe(200)
    await deliver(event('charge.succeeded'))
    expect((await report()).status).toBe(200)
    expect(await transactions()).toMatchObject([{ key: 'ch_1', source: 'stripe', source_key: 'ch_1', amount: 5000 }])
  })
})
