import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { samplers } from '../../src/samples/index.ts'
import { newCli, type Cli, type Serving } from '../support/http-cli.ts'

let cli: Cli
let server: Serving
beforeAll(async () => {
  cli = await newCli()
  for (const name of ['stripe', 'chargify']) {
    await cli.run('webhook', 'set', name, '--mode', 'test', '--secret', `secret-of-${name}`)
  }
  await cli.run('webhook', 'set', 'recurly', '--mode', 'test', '--currency', 'CAD')
  const partner = ['--partner-key', 'grace', '--destination', 'https://shop.test/']
  await cli.run('partner', 'add', '--email', 'grace@partners.test', '--mode', 'test', ...partner)
  server = await cli.serve()
})
afterAll(async () => {
  await server.stop()
  await cli.remove()
})

interface Sent {
  readonly status: number
  readonly answer: { readonly outcome: string; readonly message: string }
  readonly payment_id: string
}

const run = (...args: string[]) => cli.runWith({ PUBLIC_URL: server.origin }, 'webhook', 'send', ...args)
const sendTest = async (...args: string[]) => {
  const { code, json, err } = await run(...args, '--mode', 'test', '--json')
  return { code, err, ...(json as Sent) }
}

interface Listed {
  readonly items: Record<string, unknown>[]
}
const deliveries = async () => ((await cli.run('deliveries', 'list', '--mode', 'test', '--json')).json as Listed).items

describe('webhook send', () => {
  it('makes up a Stripe customer for each customer that is named', async () => {
    const of = ['bell', 'curie'].map((key) => ['--customer-key', key, '--partner-key', 'gstest'] as const)
    const said: string[] = []
    for (const who of of) said.push((await run('stripe', 'charge.succeeded', '--mode', 'test', ...who)).out)
    expect(said).toEqual(['bell', 'curie'].map((key) => expect.stringContaining(`for customer '${key}'`)))
  })

  it('makes a customer and its payment, and takes the payment back', async () => {
    const who = ['--customer-key', 'ada', '--provider-key', 'cus_1']
    const made = await sendTest('stripe', 'customer.created', ...who, '--partner-key', 'grace')
    const paid = await sendTest('stripe', 'charge.succeeded', '--provider-key', 'cus_1', '--amount', '4200')
    const back = await sendTest('stripe', 'charge.refunded', '--payment-id', paid.payment_id, '--amount', '4200')
    expect([made, paid, back].map(({ code, status, answer }) => [code, status, answer.outcome])).toEqual(
      Array(3).fill([0, 200, 'applied']),
    )
    expect(paid.answer.message).toMatch(/customer 'ada'.*partner 'grace'/)
    expect(back.answer.message).toBe('taken back in full')
  })

  it.each([
    ['chargebee', 'payment_succeeded', 'payment_refunded'],
    ['recurly', 'successful_payment_notification', 'successful_refund_notification'],
    ['recurly', 'successful_payment_notification', 'void_payment_notification'],
    ['chargify', 'payment_success', 'refund_success'],
  ])('speaks for %s too, which signs otherwise: %s, %s', async (provider, paidBy, backBy) => {
    const paid = await sendTest(provider, paidBy, '--customer-key', 'ada', '--amount', '900')
    expect(paid).toMatchObject({ code: 0, status: 200, answer: { outcome: 'applied' } })
    const about = ['--payment-id', paid.payment_id, '--customer-key', 'ada', '--amount', '900']
    expect(await sendTest(provider, backBy, ...about)).toMatchObject({
      code: 0,
      status: 200,
      answer: { outcome: 'applied', message: 'taken back in full' },
    })
  })

  it('tells people what came of it, and what to say it again with', async () => {
    const { code, out, err } = await run('chargebee', 'customer_created', '--provider-key', 'cb_9', '--mode', 'test')
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(
      /^chargebee customer_created, test: 200 ignored: names no customer.*\n {2}provider_key {2}cb_9\n$/,
    )
  })

  it('can be seen in the inbox, a new delivery each time', async () => {
    const before = (await deliveries()).length
    await sendTest('chargify', 'test')
    await sendTest('chargify', 'test')
    const [newest, other, ...others] = await deliveries()
    expect(others).toHaveLength(before)
    expect([newest, other]).toMatchObject(Array(2).fill({ provider: 'chargify', type: 'test', state: 'ignored' }))
  })

  it('says what a platform cannot say', async () => {
    const { err } = await sendTest('recurly', 'new_account_notification', '--partner-key', 'grace', '--currency', 'USD')
    expect(err).toBe(
      '--partner-key was left out: deliveries of recurly have no place for it.\n' +
        '--currency was left out: deliveries of recurly have no place for it.\n',
    )
  })

  it.each([...samplers])('lists the events of %s to who names another', async (name, { events }) => {
    const { code, err, json } = await run(name, 'moon.landed', '--mode', 'test', '--json')
    expect([code, json]).toMatchObject([2, { error: 'WRONG_USAGE' }])
    for (const event of events) expect(err).toContain(event)
  })

  it.each([
    ['no event', ['stripe'], /missing required argument 'event'/],
    ['no such platform', ['paypal', 'x'], /Allowed choices are stripe, chargebee, recurly, chargify/],
    ['an amount of cents', ['stripe', 'charge.succeeded', '--amount', '9.99'], /Not a whole number/],
    ['a currency in words', ['stripe', 'charge.succeeded', '--currency', 'dollars'], /Not three letters/],
    ['an empty key', ['stripe', 'charge.succeeded', '--customer-key', ' '], /Not a key/],
    ['a file for an address', ['stripe', 'charge.succeeded', '--url', 'file:///etc'], /Not a web address/],
  ])('is wrong usage with %s', async (_name, args, problem) => {
    const { code, err } = await run(...args)
    expect([code, err]).toEqual([2, expect.stringMatching(problem)])
  })

  it('cannot sign without a secret, and says how to set one', async () => {
    const { code, err, json } = await run('stripe', 'charge.succeeded', '--json')
    expect([code, json]).toMatchObject([1, { error: 'WEBHOOK_NOT_CONFIGURED' }])
    expect(err).toContain('webhook set stripe --mode production --secret')
  })

  it('says who did not answer, and not at which secret address', async () => {
    const args = ['webhook', 'send', 'stripe', 'charge.succeeded', '--mode', 'test']
    const { code, err } = await cli.runWith({ PUBLIC_URL: 'http://127.0.0.1:9' }, ...args)
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/^No answer from http:\/\/127\.0\.0\.1:9\. Is the server running/),
    ])
    expect(err).not.toContain('/webhooks/')
  })
})

describe('webhook send to another address', () => {
  let other: Server
  const seen: { readonly headers: IncomingHttpHeaders; readonly body: string }[] = []
  beforeAll(async () => {
    other = createServer((request, response) => {
      let body = ''
      request.on('data', (chunk: Buffer) => (body += chunk.toString()))
      request.on('end', () => {
        seen.push({ headers: request.headers, body })
        response.writeHead(request.url === '/moved' ? 302 : 418, { location: '/elsewhere' }).end('I am a teapot')
      })
    })
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  })
  afterAll(() => void other.close())

  const to = (path: string) => ['--url', `http://127.0.0.1:${(other.address() as AddressInfo).port}${path}`]

  it('proves itself with what stands here, fails with what it meets, and prints it', async () => {
    const { code, json } = await run('chargify', 'test', '--mode', 'test', '--json', ...to('/x'))
    expect([code, json]).toMatchObject([1, { status: 418, answer: 'I am a teapot' }])
    expect(seen.at(-1)?.headers).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded',
      'x-chargify-webhook-signature-hmac-sha-256': expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(seen.at(-1)?.body).toContain('event=test')
  })

  it('follows no redirect, as platforms do not', async () => {
    const before = seen.length
    expect(await run('chargify', 'test', '--mode', 'test', ...to('/moved'))).toMatchObject({ code: 1 })
    expect(seen).toHaveLength(before + 1)
  })
})
