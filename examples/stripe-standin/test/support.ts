/** Starts apps on free ports, receives webhooks, and fills in the payment page as a browser would. */
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Stripe from 'stripe'
import { createStandIn, type StandIn, type StandInOptions } from '../src/app.ts'

export const SECRET = 'whsec_test_of_the_stand_in'

export interface Running {
  readonly url: string
  stop(): Promise<void>
}
export async function listen(app: RequestListener): Promise<Running> {
  const server: Server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop }
}

export interface Received {
  readonly body: string
  readonly headers: IncomingHttpHeaders
  readonly event: { id: string; type: string; data: { object: Record<string, unknown> } } & Record<string, unknown>
}
export interface Receiver extends Running {
  readonly received: Received[]
  types(): string[]
  /** The next deliveries get these statuses, then 200 again. */
  answer(...statuses: number[]): void
}
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = []
  const statuses: number[] = []
  const running = await listen((req, res) => {
    let body = ''
    req.on('data', (chunk) => (body += String(chunk)))
    req.on('end', () => {
      if (req.method !== 'POST') return void res.end()
      received.push({ body, headers: req.headers, event: JSON.parse(body) as Received['event'] })
      const status = statuses.shift() ?? 200
      res.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end('so it is')
    })
  })
  const types = () => received.map(({ event }) => event.type)
  return { ...running, received, types, answer: (...next) => void statuses.push(...next) }
}

export interface Bench {
  readonly url: string
  readonly standIn: StandIn
  readonly stripe: Stripe
  readonly receiver: Receiver
  stop(): Promise<void>
}
export async function startBench(options: Partial<StandInOptions> = {}): Promise<Bench> {
  const receiver = await startReceiver()
  const standIn = createStandIn({
    now: Date.now,
    webhooks: [{ url: `${receiver.url}/webhooks`, secret: SECRET }],
    retry: { attempts: 4, firstDelayMs: 5 },
    ...options,
  })
  const { url, stop } = await listen(standIn.app)
  return {
    url,
    standIn,
    stripe: client(url),
    receiver,
    stop: async () => {
      standIn.close()
      await Promise.all([stop(), receiver.stop()])
    },
  }
}

export function client(url: string, key = 'sk_test_any'): Stripe {
  const { hostname, port } = new URL(url)
  return new Stripe(key, { host: hostname, port, protocol: 'http', telemetry: false, maxNetworkRetries: 0 })
}

export const GOOD = '4242 4242 4242 4242'
export const DECLINED = '4000 0000 0000 0002'
export const CHALLENGED = '4000 0027 6000 3184'

/** Presses the payment page's button. */
export function payWith(pageUrl: string | null, number = GOOD, more: Record<string, string> = {}): Promise<Response> {
  const fields = { number, expiry: '12 / 34', cvc: '123', name: 'Ada Byron', email: 'ada@example.com', ...more }
  return post(String(pageUrl), fields)
}
export function post(url: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  return fetch(url, { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' })
}

/** A session for one mug. */
export function mug(more: Partial<Stripe.Checkout.SessionCreateParams> = {}): Stripe.Checkout.SessionCreateParams {
  return {
    mode: 'payment',
    line_items: [{ quantity: 2, price_data: { currency: 'eur', unit_amount: 1450, product_data: { name: 'Mug' } } }],
    success_url: 'http://shop.test/thanks?session={CHECKOUT_SESSION_ID}',
    cancel_url: 'http://shop.test/cart',
    ...more,
  }
}

/** A session for a plan of 19.00 a month. */
export function plan(customer: string, more: Partial<Stripe.Checkout.SessionCreateParams> = {}) {
  return mug({
    mode: 'subscription',
    customer,
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: 'usd',
          unit_amount: 1900,
          recurring: { interval: 'month' },
          product_data: { name: 'Team' },
        },
      },
    ],
    ...more,
  })
}
