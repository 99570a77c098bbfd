/** The table of docs/first-time-mistakes.md: each mistake is made, and the server says what the table says it does. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { logIn, type Admin } from '../../packages/ingest-server/test/support/admin.ts'
import { startServer, WHSEC, type Answer, type TestServer } from '../../packages/ingest-server/test/support/http.ts'
import { chargeEvent, invoiceEvent, sign } from '../../packages/ingest-server/test/support/stripe-events.ts'
import { readConfig } from '../../packages/ingest-server/src/config.ts'

const PAGE = 'https://shop.example'
let server: TestServer
let admin: Admin
beforeAll(async () => {
  server = await startServer()
  admin = await logIn(server)
})
afterAll(() => server.close())

interface Sent {
  readonly mode?: 'production' | 'test'
  readonly secret?: string
  readonly signature?: string
  readonly at?: number
}
let events = 0
const stripeEvent = (over: object = {}, envelope: object = {}, type = 'charge.succeeded'): string =>
  JSON.stringify(chargeEvent(type as 'charge.succeeded', { id: `ch_${++events}`, ...over }, envelope))

async function stripe(body: string, { mode = 'test', secret = WHSEC, signature, at = server.now() }: Sent = {}) {
  const headers = { 'stripe-signature': signature ?? sign(body, secret, at) }
  return server.ask(await server.webhookPath(mode), {
    ...{ method: 'POST', body },
    headers: signature === '' ? {} : headers,
  })
}

/** Any other platform, at its own address. */
async function deliver(provider: string, body: string, headers: Record<string, string> = {}): Promise<Answer> {
  const row = (await server.books.webhooks()).find((one) => one.mode === 'test' && one.provider === provider)!
  const address = `/webhooks/${provider}/${server.vault.open(row.tokens[0]!.sealed)}`
  return server.ask(address, { method: 'POST', body, headers })
}
async function basicOf(provider: string): Promise<Record<string, string>> {
  const row = (await server.books.webhooks()).find((one) => one.mode === 'test' && one.provider === provider)!
  const pair = `${row.username}:${server.vault.open(row.passwords[0]!.sealed)}`
  return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` }
}

const api = (path: string, json: unknown, method = 'POST', as = server.test) =>
  server.ask(path, { method, as, ...(json === undefined ? {} : { json }) })
const signup = (fields: object) =>
  server.ask('/v1/signups', {
    method: 'POST',
    json: { public_key: server.test.publicKey, page: `${PAGE}/in`, ...fields },
  })
/** Of what has come since then. */
const step = async (which: number, since = server.now()): Promise<string> => {
  const items = (await admin.get('test', `/testing/steps?since=${since}`)).data['items'] as Record<string, unknown>[]
  const { told, change } = items[which - 1] ?? {}
  return `${String(told)} ${String(change)}`
}
async function csv(type: string, text: string): Promise<string> {
  const made = await server.ask(`/v1/import/${type}`, {
    ...{ method: 'POST', as: server.test, headers: { 'content-type': 'text/csv' }, body: text },
  })
  const key = String(made.body.rdata?.['key'] ?? '')
  if (key === '') return made.text
  let answer = made
  await expect
    .poll(async () => {
      answer = await server.ask(`/v1/import/${key}`, { as: server.test })
      return answer.body.rdata['state']
    })
    .toMatch(/done|failed/)
  return answer.text
}
const textOf = async (answer: Promise<Answer> | Answer): Promise<string> => (await answer).text
const thrown = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    return (error as Error).message
  }
  return 'nothing was wrong'
}

/** By the words of the table's first column. */
const MISTAKES: Readonly<Record<string, () => string | Promise<string>>> = {
  'no signing secret yet': async () => {
    const row = (await server.books.webhooks()).find(
      ({ mode, provider }) => mode === 'production' && provider === 'chargify',
    )!
    await server.books.putWebhook({ ...row, secrets: [] })
    server.pass(2_000)
    return textOf(
      server.ask(`/webhooks/chargify/${server.vault.open(row.tokens[0]!.sealed)}`, {
        method: 'POST',
        body: 'event=test',
      }),
    )
  },
  'another endpoint’s signing secret': () => textOf(stripe(stripeEvent(), { secret: 'whsec_of_another' })),
  'a proxy drops the signature': () => textOf(stripe(stripeEvent(), { signature: '' })),
  'a clock that is off by an hour': () => textOf(stripe(stripeEvent(), { at: server.now() - 3_600_000 })),
  'a wrong webhook address': () => textOf(server.ask('/webhooks/stripe/aaaaaaaa', { method: 'POST', body: '{}' })),
  'a test event on the production address': () => textOf(stripe(stripeEvent(), { mode: 'production' })),
  'charge and invoice events both on': () => textOf(stripe(JSON.stringify(invoiceEvent('invoice.payment_succeeded')))),
  'no customer_key in the metadata': () => textOf(stripe(stripeEvent({ metadata: {}, customer: 'cus_nobody' }))),
  'thin events': () =>
    textOf(
      stripe(JSON.stringify({ id: 'evt_thin', object: 'v2.core.event', type: 'v1.charge.succeeded', livemode: false })),
    ),
  'Recurly set to JSON': async () =>
    textOf(deliver('recurly', '{"id":"x","object_type":"payment","event_type":"succeeded"}', await basicOf('recurly'))),
  'no password at Chargebee': () => textOf(deliver('chargebee', '{}')),
  'a wrong base URL': () => textOf(api('/customers', { customer_key: 'c1' })),
  'a key that was mistyped or revoked': () =>
    textOf(api('/v1/customers', undefined, 'GET', { ...server.test, secretKey: 'sk_wrong' })),
  'keys in the query': () => textOf(server.ask(`/v1/customers?api_key=${server.test.secretKey}`)),
  'an amount in major units': () => textOf(api('/v1/customers/c1/transactions', { amount: 12.5 })),
  'an amount as text': () => textOf(api('/v1/customers/c1/transactions', { amount: '1250' })),
  'a partner that is not there': () =>
    textOf(api('/v1/customers', { key: 'c1', email: 'c1@shop.test', partner_key: 'nobody' })),
  'one key for two payments': async () => {
    await api('/v1/customers', { key: 'c2', email: 'c2@shop.test', partner_key: 'gstest' })
    await api('/v1/customers/c2/transactions', { amount: 1250, key: 'order-1' })
    return textOf(api('/v1/customers/c2/transactions', { amount: 9900, key: 'order-1' }))
  },
  'a public key of another installation': () => textOf(signup({ public_key: 'pk_of_another', customer_key: 'c3' })),
  'the script is not loaded': () => step(1),
  'the script is blocked by a policy': () => step(1),
  'a landing page without the script': async () => {
    await server.books.putSetting({ mode: 'test', name: 'site_url', value: PAGE })
    server.pass(2_000)
    const since = server.now()
    await admin.post('test', '/testing/click')
    server.pass(30_000)
    return step(3, since)
  },
  'no customer_key at sign-up': async () => {
    server.pass(1_000)
    await signup({ email: 'c5@shop.test', partner_key: 'gstest' })
    return step(4)
  },
  'CSV in major units': () => csv('transactions', 'customer_key,amount,currency\nc2,12.50,USD\n'),
  'a column with another name': () => csv('partners', 'e_mial,partner_key\nada@partners.test,ada\n'),
  'a workbook instead of a CSV': () => csv('partners', 'PK\u0003\u0004 and so on'),
  'http instead of https': () =>
    textOf(api('/api/v2/webhooks', { target: 'http://93.184.215.14/in', events: ['*'] }, 'POST', server.production)),
  'a webhook to a private address': () =>
    textOf(api('/api/v2/webhooks', { target: 'https://10.0.0.5/in', events: ['*'] })),
  'PostgreSQL without SECRET_KEY': () => thrown(() => readConfig({ DATABASE_URL: 'postgres://db.internal/books' })),
  'a PUBLIC_URL without its scheme': () => thrown(() => readConfig({ PUBLIC_URL: 'partners.example.com' })),
}

const page = readFileSync(fileURLToPath(new URL('../../docs/first-time-mistakes.md', import.meta.url)), 'utf8')
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (what went wrong|-)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, mistake = '', seen = '', mend = '']) => ({ mistake, seen: seen.replace(/^“|”$/g, ''), mend }))

describe('docs/first-time-mistakes.md', () => {
  it('has twenty rows at least, each of them tried, and a mend for each', () => {
    expect(rows.map(({ mistake }) => mistake)).toEqual(Object.keys(MISTAKES))
    expect(rows.length).toBeGreaterThanOrEqual(20)
    expect(rows.filter(({ seen, mend }) => seen.length < 10 || mend.length < 10)).toEqual([])
  })

  it.each(Object.keys(MISTAKES))('is right about %s', async (mistake) => {
    const told = await MISTAKES[mistake]?.()
    if (process.env['SHOW']) console.log(`## ${mistake}\n${told}`)
    expect(told).toContain(rows.find((row) => row.mistake === mistake)?.seen)
  })
})
