/** From a delivery over HTTP to the books: who is credited, and what is taken back, on each platform. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { samplers } from '../../src/samples/index.ts'
import { sampleValues } from '../../src/samples/sample.ts'
import { startServer, WHSEC, type Answer, type TestServer } from '../support/http.ts'
import type { Values } from './read-sample.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
  await server.addPartner({ partnerKey: 'grace', mode: 'test' })
})
afterAll(() => server.close())

let person = 0
let seed = 0
let ada: string
beforeEach(() => {
  person += 1
  ada = `ada-${person}`
})

async function deliver(provider: string, event: string, values: Values, over: Record<string, string> = {}) {
  const row = (await server.books.webhooks()).find((one) => one.mode === 'test' && one.provider === provider)!
  const sampler = samplers.get(provider)!
  seed += 1
  const sample = sampler.sample(event, sampleValues({ now: server.now(), seed: `s${seed}`, ...values }))!
  const passwords = row.passwords.map(({ sealed }) => server.vault.open(sealed))
  const held = { username: row.username, passwords, secrets: provider === 'recurly' ? [] : [WHSEC] }
  const headers = { ...sample.headers, ...sampler.sign(sample, held, server.now()), ...over }
  const path = `/webhooks/${provider}/${server.vault.open(row.tokens[0]!.sealed)}`
  return server.ask(path, { method: 'POST', body: sample.body, headers })
}

const signUp = (customer: Record<string, unknown>): Promise<Answer> =>
  server.ask('/v1/customers', {
    method: 'POST',
    as: server.test,
    json: { email: `${ada}@shop.test`, partner_key: 'grace', key: ada, ...customer },
  })

const books = async (customer: string) => {
  const { body } = await server.ask(`/v1/customers/${customer}/transactions?include_archived=true`, { as: server.test })
  const items = (body.rdata['items'] ?? []) as Record<string, unknown>[]
  return items.map(({ source, source_key, amount, amount_refunded, currency, archived }) =>
    [source, source_key, amount, amount_refunded, currency, archived].join(' '),
  )
}

const platforms = {
  chargebee: { paid: 'payment_succeeded', refunded: 'payment_refunded', failed: 'payment_failed' },
  recurly: {
    paid: 'successful_payment_notification',
    refunded: 'successful_refund_notification',
    failed: 'void_payment_notification',
  },
  chargify: { paid: 'payment_success', refunded: 'refund_success', failed: 'payment_failure' },
}

describe.each(Object.entries(platforms))('%s, over HTTP', (provider, { paid, refunded, failed }) => {
  it('credits a payment of a known customer, once however often it is told', async () => {
    await signUp({})
    const about = { customerKey: ada, providerKey: `id-of-${ada}`, paymentId: `p-${ada}`, seed: `same-${ada}` }
    const first = await deliver(provider, paid, about)
    const again = await deliver(provider, paid, about)
    expect([first.status, first.body['outcome']]).toEqual([200, 'applied'])
    expect([again.status, again.body['outcome']]).toEqual([200, 'duplicate'])
    expect(await books(ada)).toEqual([`${provider} p-${ada} 5000 0 USD false`])
  })

  it('takes back a part, then the rest', async () => {
    await signUp({})
    const about = { customerKey: ada, providerKey: `id-of-${ada}`, paymentId: `p-${ada}` }
    await deliver(provider, paid, about)
    await deliver(provider, refunded, { ...about, refundId: `r1-${ada}`, amount: 2000 })
    expect(await books(ada)).toEqual([`${provider} p-${ada} 5000 2000 USD false`])
    await deliver(provider, refunded, { ...about, refundId: `r2-${ada}`, amount: 3000 })
    expect(await books(ada)).toEqual([`${provider} p-${ada} 5000 5000 USD true`])
  })

  it('lets a refund wait for its payment, and the payment for its customer', async () => {
    const about = { customerKey: ada, providerKey: `id-of-${ada}`, paymentId: `p-${ada}` }
    const refund = await deliver(provider, refunded, { ...about, refundId: `r-${ada}`, amount: 500 })
    const payment = await deliver(provider, paid, about)
    expect([refund.body['outcome'], payment.body['outcome']]).toEqual(['parked', 'parked'])
    await signUp({})
    expect(await books(ada)).toEqual([`${provider} p-${ada} 5000 500 USD false`])
  })

  it('takes back a payment that failed after all', async () => {
    await signUp({})
    const about = { customerKey: ada, providerKey: `id-of-${ada}`, paymentId: `p-${ada}` }
    await deliver(provider, paid, about)
    await deliver(provider, failed, about)
    expect(await books(ada)).toEqual([`${provider} p-${ada} 5000 5000 USD true`])
  })

  it('finds the customer that is only known by the platform id', async () => {
    await signUp({ provider_key: `id-of-${ada}` })
    const { body } = await deliver(provider, paid, { providerKey: `id-of-${ada}`, paymentId: `p-${ada}` })
    expect(body['outcome']).toBe('applied')
    expect(await books(ada)).toEqual([`${provider} p-${ada} 5000 0 USD false`])
  })

  it('lets a payment wait for the platform id, too', async () => {
    const { body } = await deliver(provider, paid, { providerKey: `id-of-${ada}`, paymentId: `p-${ada}` })
    expect(body['outcome']).toBe('parked')
    await signUp({ provider_key: `id-of-${ada}` })
    expect(await books(ada)).toEqual([`${provider} p-${ada} 5000 0 USD false`])
  })

  it.each([
    ['nothing', { authorization: '', 'x-chargify-webhook-signature-hmac-sha-256': '' }],
    [
      "another platform's proof",
      { authorization: `Basic ${btoa('stripe:x')}`, 'x-chargify-webhook-signature-hmac-sha-256': '0'.repeat(64) },
    ],
  ])('is closed to who proves %s', async (_name, proof) => {
    await signUp({})
    const answer = await deliver(provider, paid, { customerKey: ada, paymentId: `p-${ada}` }, proof)
    expect([answer.status, answer.body['error']]).toEqual([401, expect.stringMatching(/\w/)])
    expect(await books(ada)).toEqual([])
  })
})

describe('a customer_key wins over the same text as provider_key', () => {
  it('where Recurly sends one name for both', async () => {
    await signUp({ key: `other-${ada}`, email: `other-${ada}@shop.test`, provider_key: ada })
    await signUp({})
    await deliver('recurly', 'successful_payment_notification', { customerKey: ada, paymentId: `p-${ada}` })
    expect(await books(ada)).toEqual([`recurly p-${ada} 5000 0 USD false`])
    expect(await books(`other-${ada}`)).toEqual([])
  })
})

describe("a platform's own currency", () => {
  it('counts for payments and refunds of Recurly alike, which name none', async () => {
    const row = (await server.books.webhooks()).find((one) => one.mode === 'test' && one.provider === 'recurly')!
    await server.books.putWebhook({ ...row, currency: 'CAD' })
    server.pass(2000)
    await signUp({})
    await deliver('recurly', 'successful_payment_notification', { customerKey: ada, paymentId: `p-${ada}` })
    // Of another invoice, as a credit note is: only amount and currency tell whose it is.
    const about = { customerKey: ada, paymentId: `credit-${ada}`, refundId: `r-${ada}` }
    await deliver('recurly', 'successful_refund_notification', about)
    expect(await books(ada)).toEqual([`recurly p-${ada} 5000 5000 CAD true`])
  })
})

describe('a customer made at Chargebee', () => {
  it('is made here where it names its key and its partner', async () => {
    await deliver('chargebee', 'customer_created', { customerKey: ada, partnerKey: 'grace', providerKey: `id-${ada}` })
    const { body } = await server.ask(`/v1/customers/${ada}`, { as: server.test })
    expect(body.rdata).toMatchObject({ customer_key: ada, partner_key: 'grace', provider_key: `id-${ada}` })
  })
})
