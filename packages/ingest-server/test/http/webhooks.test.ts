import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OVERLAP_MS, rotated, withRecordFrom, withSecret } from '../../src/inbox/webhook-rows.ts'
import type { WebhookRow } from '../../src/store/config-rows.ts'
import { startServer, START, WHSEC, type Answer, type TestServer } from '../support/http.ts'
import { chargeEvent, invoiceEvent, sign } from '../support/stripe-events.ts'

let server: TestServer
let path: string
beforeEach(async () => {
  server = await startServer()
  path = await server.webhookPath('test')
})
afterEach(() => server.close())

/** A payment of a customer that its metadata makes, credited to test mode's own partner. */
const paid = (id = 'ch_1') =>
  JSON.stringify(chargeEvent('charge.succeeded', { id, metadata: { customer_key: 'c1', partner_key: 'gstest' } }))

interface Delivery {
  readonly body?: string
  readonly signature?: string | null
  readonly headers?: Record<string, string>
  readonly to?: string
}
function deliver({ body = paid(), signature, headers, to = path }: Delivery = {}): Promise<Answer> {
  const signed = signature === undefined ? sign(body, WHSEC, server.now()) : signature
  const all = { 'content-type': 'application/json', ...(signed && { 'stripe-signature': signed }), ...headers }
  return server.ask(to, { method: 'POST', body, headers: all })
}
const inbox = async () => (await server.books.deliveries({ mode: 'test', limit: 50 })).items
const payments = async () =>
  (await server.books.transactions({ mode: 'test', limit: 50, orderBy: '-created_at' })).items
const rowOf = async (): Promise<WebhookRow> =>
  (await server.books.webhooks()).find(({ mode, provider }) => mode === 'test' && provider === 'stripe')!

describe('POST /webhooks/<provider>/<token>', () => {
  it('records the payment and says what became of it', async () => {
    const answer = await deliver()
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ status: 200, outcome: 'applied', message: expect.stringContaining('gstest') })
    expect(await payments()).toMatchObject([
      { payment: { amount: 5000, sourceKey: 'ch_1' }, partner: { partnerKey: 'gstest' } },
    ])
  })

  it('keeps the bytes as they came, and no credentials', async () => {
    const body = paid().replace('{', '{ \n')
    await deliver({ body, headers: { authorization: 'Basic c2VjcmV0', cookie: 'a=1', 'user-agent': 'Stripe/1.0' } })
    const [row] = await inbox()
    expect(Buffer.from((await server.books.deliveryBody(row!.key))!).toString()).toBe(body)
    expect(Object.keys(row!.headers).sort()).toEqual(['stripe-signature', 'user-agent'])
  })

  it('counts ten deliveries of one event at once as one', async () => {
    const body = paid()
    const answers = await Promise.all(Array.from({ length: 10 }, () => deliver({ body })))
    expect(answers.map((answer) => answer.status)).toEqual(Array(10).fill(200))
    expect(answers.filter((answer) => answer.body['outcome'] === 'applied')).toHaveLength(1)
    expect(answers.filter((answer) => answer.body['outcome'] === 'duplicate')).toHaveLength(9)
    expect(await payments()).toHaveLength(1)
    expect(await inbox()).toHaveLength(1)
  })

  it('answers 200 to an event that nobody has a use for', async () => {
    const answer = await deliver({ body: JSON.stringify({ ...JSON.parse(paid()), type: 'product.created' }) })
    expect([answer.status, answer.body['outcome']]).toEqual([200, 'ignored'])
  })

  it('ignores what is of the other mode', async () => {
    const live = JSON.stringify({ ...JSON.parse(paid()), livemode: true })
    expect((await deliver({ body: live })).body['outcome']).toBe('ignored')
    expect((await deliver({ to: await server.webhookPath('production') })).body['outcome']).toBe('ignored')
    expect(await payments()).toEqual([])
  })

  it('asks for the delivery again when the work failed by our fault', async () => {
    const failing = await startServer({
      wrap: (books) => ({
        ...books,
        record: async () => ({
          ...{ outcomes: [], customer: null, transaction: null, link: null },
          delivery: { key: 'dlv_1', state: 'failed', reason: 'secret detail' },
        }),
      }),
    })
    const body = paid()
    const headers = { 'stripe-signature': sign(body, WHSEC, failing.now()) }
    const answer = await failing.ask(await failing.webhookPath('test'), { method: 'POST', body, headers })
    expect([answer.status, answer.body['error']]).toEqual([503, answer.body['message']])
    expect(answer.text).not.toContain('secret detail')
    await failing.close()
  })
})

describe('a delivery that is refused', () => {
  const at = (ms: number) => (body: string) => sign(body, WHSEC, START + ms)
  it.each<[name: string, signature: (body: string) => string | null, message: RegExp]>([
    ['without a signature', () => null, /Stripe-Signature/i],
    ['with an empty signature', () => ' ', /Stripe-Signature/i],
    ['with a signature that is none', () => 'nonsense', /./],
    ['with a broken signature', (body) => at(0)(body).replace(/.$/, (digit) => (digit === '0' ? '1' : '0')), /./],
    ['signed for other bytes', () => at(0)('{}'), /./],
    ['signed with another secret', (body) => sign(body, 'whsec_other', START), /./],
    ['signed with only the old scheme', (body) => at(0)(body).replace('v1=', 'v0='), /./],
    ['that is stale', (body) => at(-301_000)(body), /./],
    ['dated in the future', (body) => at(301_000)(body), /./],
    ['with a time that is no number', (body) => at(0)(body).replace(/t=\d+/, 't=NaN'), /./],
  ])('%s: 401, and nothing is written', async (_name, signature, message) => {
    const body = paid()
    const answer = await deliver({ body, signature: signature(body) })
    expect(answer.status).toBe(401)
    expect(answer.body['message']).toMatch(message)
    expect(answer.body['error']).toBe(answer.body['message'])
    expect([await inbox(), await payments()]).toEqual([[], []])
  })

  it('is altered after it was signed', async () => {
    const body = paid()
    const answer = await deliver({ body: body.replace('5000', '9000'), signature: sign(body, WHSEC, server.now()) })
    expect(answer.status).toBe(401)
  })

  it('comes before a secret is set: closed, and it says what to configure', async () => {
    await server.books.putWebhook({ ...(await rowOf()), secrets: [] })
    const answer = await deliver()
    expect(answer.status).toBe(401)
    expect(answer.body['message']).toMatch(/webhook set stripe/)
  })

  it.each([
    ['an unknown token', () => '/webhooks/stripe/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ["another provider's name", () => path.replace('stripe', 'chargebee')],
    ['no provider of ours', () => path.replace('stripe', 'constructor')],
    ['no token', () => '/webhooks/stripe'],
    ['more than a token', () => `${path}/more`],
  ])('goes to %s: 404', async (_name, to) => {
    const answer = await deliver({ to: to() })
    expect([answer.status, answer.body['status']]).toEqual([404, 404])
    expect(await inbox()).toEqual([])
  })

  it.each([
    ['that is not JSON', '{"id":', 400],
    ['without a body', '', 400],
    ['that is not an object', '[]', 200],
  ])('%s, though rightly signed', async (_name, body, status) => {
    expect((await deliver({ body })).status).toBe(status)
    expect(await payments()).toEqual([])
  })

  it('is larger than 1 MiB', async () => {
    const body = JSON.stringify({ x: 'x'.repeat(1024 * 1024) })
    const answer = await deliver({ body })
    expect([answer.status, answer.body['message']]).toEqual([413, 'The body is too large. The limit is 1048576 bytes.'])
  })

  it.each(['gzip', 'deflate', 'br', 'whatever'])('is encoded (%s)', async (encoding) => {
    expect((await deliver({ headers: { 'content-encoding': encoding } })).status).toBe(415)
  })

  it.each(['GET', 'PUT', 'DELETE'])('is sent by %s', async (method) => {
    const answer = await server.ask(path, { method })
    expect([answer.status, answer.headers.allow]).toEqual([405, 'POST'])
  })

  it.each(['GET', 'HEAD', 'PUT', 'OPTIONS'])('is sent by %s to an unknown token: 404, as by POST', async (method) => {
    expect((await server.ask(`/webhooks/stripe/${'A'.repeat(32)}`, { method })).status).toBe(404)
  })

  it('leaves no token in the log', async () => {
    await deliver({ signature: null })
    await deliver({ body: 'x'.repeat(1024 * 1024 + 1) })
    await server.ask(path, { method: 'GET' })
    expect(server.logged.length).toBeGreaterThan(0)
    expect(JSON.stringify(server.logged)).not.toContain(path.split('/').at(-1))
  })
})

describe('credentials that change', () => {
  it('hold within two seconds', async () => {
    await deliver({ body: paid('ch_1') })
    await server.books.putWebhook({
      ...(await rowOf()),
      secrets: [{ sealed: server.vault.seal('whsec_new'), until: null }],
    })
    server.pass(2000)
    expect((await deliver()).status).toBe(401)
    const body = paid('ch_2')
    expect((await deliver({ body, signature: sign(body, 'whsec_new', server.now()) })).status).toBe(200)
  })

  it('leave the old secret valid for a day', async () => {
    await server.books.putWebhook(withSecret(await rowOf(), 'whsec_new', server.vault, server.now()))
    for (const secret of [WHSEC, 'whsec_new']) {
      const body = paid(`ch_${secret}`)
      expect((await deliver({ body, signature: sign(body, secret, server.now()) })).status).toBe(200)
    }
    server.pass(OVERLAP_MS)
    expect((await deliver()).status).toBe(401)
  })

  it('leave the old address valid for a day', async () => {
    await server.books.putWebhook(rotated(await rowOf(), server.vault, server.now()))
    const next = await server.webhookPath('test')
    expect(next).not.toBe(path)
    expect((await deliver({ body: paid('ch_1') })).status).toBe(200)
    expect((await deliver({ body: paid('ch_2'), to: next })).status).toBe(200)
    server.pass(OVERLAP_MS)
    expect((await deliver({ body: paid('ch_3') })).status).toBe(404)
    expect((await deliver({ body: paid('ch_4'), to: next })).status).toBe(200)
  })
})

describe('what payments are recorded from', () => {
  const metadata = { customer_key: 'c1', partner_key: 'gstest' }
  const invoice = () => JSON.stringify(invoiceEvent('invoice.payment_succeeded', { metadata }))

  it('is the charge unless said', async () => {
    expect((await deliver({ body: invoice() })).body['outcome']).toBe('ignored')
  })

  it('changes for events made after the change only', async () => {
    server.pass(1000)
    await server.books.putWebhook(withRecordFrom(await rowOf(), 'invoice', server.now()))
    server.pass(1000)
    await deliver({ body: paid('ch_before') })
    const later = JSON.stringify({ ...JSON.parse(paid('ch_after')), created: server.now() / 1000 })
    await deliver({ body: later })
    expect((await payments()).map(({ payment }) => payment.sourceKey)).toEqual(['ch_before'])
  })
})
