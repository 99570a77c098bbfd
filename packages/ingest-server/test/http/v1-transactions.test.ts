import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startServer, START, WHSEC, type TestServer } from '../support/http.ts'
import { chargeEvent, sign, subscriptionEvent } from '../support/stripe-events.ts'

let server: TestServer
beforeEach(async () => {
  server = await startServer()
  await server.addPartner({ partnerKey: 'ada' })
  for (const key of ['c1', 'c2']) {
    await call('POST', '/v1/customers', { key, email: `${key}@example.com`, partner_key: 'ada', name: 'Carla' })
  }
})
afterEach(() => server.close())

const call = (method: string, path: string, json?: unknown) =>
  server.ask(path, { method, as: server.production, ...(json !== undefined && { json }) })
const pay = (fields: object = {}, customer = 'c1') =>
  call('POST', `/v1/customers/${encodeURIComponent(customer)}/transactions`, { amount: 4900, ...fields })
const items = async (query = '') =>
  (await call('GET', `/v1/transactions${query}`)).body.rdata['items'] as { key: string }[]

describe('POST /v1/customers/{id}/transactions', () => {
  it('answers 200 with the transaction', async () => {
    const extras = { category_key: 'books', product_key: 'b1', metadata: { order: '7' } }
    const { status, body } = await pay({ key: 'order-7', currency: 'eur', ...extras })
    const found = await call('GET', '/v1/customers/c1')
    const partner = await server.books.partner('production', 'ada')
    expect(status).toBe(200)
    expect(body).toEqual({
      status: 200,
      message: 'Transaction created',
      rdata: {
        ...{ key: 'order-7', source: 'api', source_key: 'order-7' },
        ...{ amount: 4900, amount_usd: null, amount_refunded: 0, currency: 'EUR', ...extras },
        ...{ approved: true, archived: false, replaced_by: null, test: false },
        customer: { key: found.body.rdata['key'], email: 'c1@example.com', external_key: 'c1', name: 'Carla' },
        ...{ customer_key: 'c1', partner_key: 'ada', partnership_key: partner?.key },
        ...{ created_at: START, updated_at: START },
      },
    })
  })

  it.each(['c1', 'C1@Example.com'])('finds its customer by %s', async (customer) => {
    expect((await pay({}, customer)).body.rdata['customer_key']).toBe('c1')
  })

  it.each([
    ['nothing', 0],
    ['the largest whole number', Number.MAX_SAFE_INTEGER],
  ])('takes an amount of %s', async (_name, amount) => {
    expect((await pay({ amount })).body.rdata['amount']).toBe(amount)
  })

  it("is in the program's currency where the call names none", async () => {
    expect((await pay()).body.rdata['currency']).toBe('USD')
    await server.books.putSetting({ mode: 'production', name: 'currency', value: 'EUR' })
    server.pass(2000)
    expect((await pay()).body.rdata['currency']).toBe('EUR')
  })

  it.each<[string, string, string]>([
    ['no amount', '{}', "'amount' is a required property"],
    ['a null amount', '{"amount":null}', "'amount' is a required property"],
    [
      'a fraction',
      '{"amount":49.9}',
      "'amount' must be a whole number of minor units, no larger than 9007199254740991",
    ],
    ['a text', '{"amount":"4900"}', "'amount' must be a number"],
    ['a boolean', '{"amount":true}', "'amount' must be a number"],
    ['a negative number', '{"amount":-1}', "'amount' must be 0 or more"],
    [
      'beyond 2^53',
      '{"amount":9007199254740993}',
      "'amount' must be a whole number of minor units, no larger than 9007199254740991",
    ],
    [
      'without end',
      '{"amount":1e999}',
      "'amount' must be a whole number of minor units, no larger than 9007199254740991",
    ],
    [
      'a currency of two letters',
      '{"amount":1,"currency":"EU"}',
      "'currency' must be a currency code of three letters",
    ],
    ['a currency that is a sign', '{"amount":1,"currency":"€"}', "'currency' must be a currency code of three letters"],
    ['a currency that is a number', '{"amount":1,"currency":978}', "'currency' must be a string"],
    ['a short key', '{"amount":1,"key":"abc"}', "'key' must be at least 4 characters"],
    ['an endless key', `{"amount":1,"key":"${'x'.repeat(256)}"}`, "'key' must be at most 255 characters"],
    ['a key that is a number', '{"amount":1,"key":12345}', "'key' must be a string"],
    ['metadata that is no object', '{"amount":1,"metadata":"x"}', "'metadata' must be an object"],
    ['a category that is no text', '{"amount":1,"category_key":1}', "'category_key' must be a string"],
    ['a product that is no text', '{"amount":1,"product_key":[]}', "'product_key' must be a string"],
  ])('refuses %s', async (_name, body, message) => {
    const answer = await server.ask('/v1/customers/c1/transactions', { method: 'POST', as: server.production, body })
    expect(answer.status).toBe(400)
    expect(answer.body).toEqual({ status: 400, error: message, message })
    expect(await items()).toEqual([])
  })

  it('is 404 for an unknown customer', async () => {
    const answer = await pay({}, 'nobody')
    expect([answer.status, answer.body['error']]).toEqual([404, answer.body['message']])
    expect(await items()).toEqual([])
  })

  it('answers a retry with the transaction that stands, ten at once too', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => pay({ key: 'order-7' })))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(await items()).toHaveLength(1)
  })

  it.each([
    ['another amount', { amount: 1 }, 'c1'],
    ['another currency', { currency: 'JPY' }, 'c1'],
    ['another customer', {}, 'c2'],
  ])('is 409 where its key has been used with %s', async (_name, fields, customer) => {
    await pay({ key: 'order-7' })
    const answer = await pay({ key: 'order-7', ...fields }, customer)
    expect([answer.status, answer.body['status']]).toEqual([409, 409])
    expect(answer.body['message']).toContain('order-7')
    expect(await items()).toHaveLength(1)
  })
})

describe('/v1/transactions/{key}', () => {
  it.each(['order-7', 'a/b/c', '100% +1', 'ключ🦊'])('is read by the key %s', async (key) => {
    await pay({ key })
    const answer = await call('GET', `/v1/transactions/${encodeURIComponent(key)}`)
    expect([answer.status, answer.body['message'], answer.body.rdata['key']]).toEqual([
      200,
      'Transaction retrieved',
      key,
    ])
  })

  it('is read by its internal key, which is its key where none was given', async () => {
    const { body } = await pay()
    expect(body.rdata['key']).toMatch(/^tran_[0-9A-Za-z]{14}$/)
    expect((await call('GET', `/v1/transactions/${body.rdata['key']}`)).body.rdata).toEqual(body.rdata)
  })

  it('is archived: gone from the list, still read, and shown as such', async () => {
    await pay({ key: 'order-7' })
    const archived = await call('DELETE', '/v1/transactions/order-7')
    expect([archived.status, archived.body.rdata['archived']]).toEqual([200, true])
    expect(await items()).toEqual([])
    expect(await items('?include_archived=true')).toHaveLength(1)
    expect((await call('GET', '/v1/transactions/order-7')).body.rdata['archived']).toBe(true)
    expect((await call('DELETE', '/v1/transactions/order-7')).status).toBe(200)
  })

  it.each(['GET', 'DELETE'])('is 404 to %s where there is none', async (method) => {
    const answer = await call(method, '/v1/transactions/nothing')
    expect([answer.status, answer.body['error']]).toEqual([404, answer.body['message']])
  })
})

describe('what Stripe reported', () => {
  const deliver = async (event: object) => {
    const body = JSON.stringify({ ...event, livemode: true })
    const headers = { 'stripe-signature': sign(body, WHSEC, server.now()) }
    return server.ask(await server.webhookPath('production'), { method: 'POST', body, headers })
  }

  it('is read by the id it has there', async () => {
    await deliver(chargeEvent('charge.succeeded', { id: 'ch_9', metadata: { customer_key: 'c1' } }))
    const { body } = await call('GET', '/v1/transactions/ch_9')
    expect(body.rdata).toMatchObject({
      key: 'ch_9',
      source: 'stripe',
      source_key: 'ch_9',
      customer_key: 'c1',
      amount: 5000,
    })
  })

  it('shows what was refunded', async () => {
    const charge = { id: 'ch_9', metadata: { customer_key: 'c1' }, amount_refunded: 2000 }
    await deliver(chargeEvent('charge.succeeded', { ...charge, amount_refunded: 0 }))
    await deliver(chargeEvent('charge.refunded', charge, { created: START / 1000 + 60 }))
    const { body } = await call('GET', '/v1/transactions/ch_9')
    expect(body.rdata).toMatchObject({ amount: 5000, amount_refunded: 2000, archived: false })
  })

  it('lists the subscriptions of a customer', async () => {
    await call('PATCH', '/v1/customers/c1', { provider_key: 'cus_ada' })
    await deliver(subscriptionEvent('customer.subscription.created'))
    const { status, body } = await call('GET', '/v1/customers/c1/subscriptions')
    expect(status).toBe(200)
    expect(body.rdata['has_more']).toBe(false)
    const [subscription] = body.rdata['items'] as Record<string, unknown>[]
    expect(subscription).toMatchObject({
      provider: 'stripe',
      provider_key: 'sub_ada',
      customer_key: 'c1',
      status: 'active',
    })
    const names = 'key provider provider_key customer_key status plan_key quantity amount currency current_period_end'
    expect(Object.keys(subscription!).join(' ')).toBe(`${names} cancelled_at created_at updated_at`)
  })

  it('shows an ended subscription only where archived ones are asked for', async () => {
    await call('PATCH', '/v1/customers/c1', { provider_key: 'cus_ada' })
    await deliver(subscriptionEvent('customer.subscription.deleted'))
    expect((await call('GET', '/v1/customers/c1/subscriptions')).body.rdata['items']).toEqual([])
    const all = await call('GET', '/v1/customers/c1/subscriptions?include_archived=true')
    expect(all.body.rdata['items']).toMatchObject([{ status: 'canceled' }])
    expect((await call('GET', '/v1/customers/nobody/subscriptions')).status).toBe(404)
  })
})
