/** The requests of each surface, one new one after another; each run's ids differ from every other's. */
import { createHmac, randomBytes } from 'node:crypto'
import { fullCharge } from './stripe-charge.ts'

export interface Target {
  /** Path of Stripe's webhook. */
  readonly webhook: string
  readonly secret: string
  readonly publicKey: string
  /** `Basic …` of the key pair. */
  readonly authorization: string
  /** Path of a referral link. */
  readonly link: string
  /** Customers `c0…` with Stripe ids `cus_bench0…`. */
  readonly customers: number
  /** Cursors spread over the list of transactions. */
  readonly cursors: readonly string[]
}

export interface Request {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** `n` counts up from 0. */
export type Next = (n: number) => Request

export const SURFACES = ['charge', 'signup', 'transaction', 'click', 'lookup', 'page'] as const
export type Surface = (typeof SURFACES)[number]

/** What sends them: `autocannon`, as fast as can be, or Node's own `fetch`. */
export const CLIENTS = ['autocannon', 'fetch'] as const
export type Client = (typeof CLIENTS)[number]

export interface Run {
  /** Short, sorts after every run before it. */
  readonly name: string
  /** Ids wholly random instead of time-ordered, as no platform makes them. */
  readonly randomIds: boolean
}

const CHARGE = 'ID_OF_THE_CHARGE'
const CUSTOMER = 'ID_OF_THE_CUSTOMER'
const json = { 'content-type': 'application/json' }

/** One event as text, with holes where the ids go: making it anew each time would measure the generator. */
function chargeTemplate(now: number): string[] {
  const money = { amount: 5_000, amount_captured: 5_000, created: now }
  const ids = { id: `ch_${CHARGE}`, payment_intent: `pi_${CHARGE}`, customer: CUSTOMER, metadata: {} }
  const text = fullCharge({ ...money, ...ids }, { id: `evt_${CHARGE}`, livemode: false, created: now })
  return text.split(/(ID_OF_THE_CHARGE|ID_OF_THE_CUSTOMER)/)
}

/** Customers are taken in no order that an index has. */
const customerOf = (n: number, customers: number): number => (n * 7_919) % customers

export function requests(surface: Surface, target: Target, { name, randomIds }: Run): Next {
  const { customers, authorization, publicKey } = target
  const now = Math.floor(Date.now() / 1000)
  const idOf = (n: number): string =>
    randomIds ? randomBytes(12).toString('hex') : `${name}${String(n).padStart(9, '0')}`
  const parts = chargeTemplate(now)
  const makers: Record<Surface, Next> = {
    charge(n) {
      const id = idOf(n)
      const body = parts
        .map((part) => (part === CHARGE ? id : part === CUSTOMER ? `cus_bench${customerOf(n, customers)}` : part))
        .join('')
      const signature = createHmac('sha256', target.secret).update(`${now}.${body}`).digest('hex')
      return {
        method: 'POST',
        path: target.webhook,
        headers: { ...json, 'stripe-signature': `t=${now},v1=${signature}` },
        body,
      }
    },
    signup(n) {
      const id = idOf(n)
      const who = {
        customer_key: `u${id}`,
        email: `u${id}@shop.test`,
        name: 'Grace Hopper',
        partner_key: 'ada',
        xid: null,
      }
      return {
        method: 'POST',
        path: '/v1/signups',
        headers: { 'content-type': 'text/plain' },
        body: JSON.stringify({ public_key: publicKey, signup_id: id, ...who }),
      }
    },
    transaction(n) {
      const body = JSON.stringify({ amount: 5_000, currency: 'USD', key: `order-${idOf(n)}` })
      return {
        method: 'POST',
        path: `/v1/customers/c${customerOf(n, customers)}/transactions`,
        headers: { ...json, authorization },
        body,
      }
    },
    click: (n) => ({
      method: 'GET',
      path: `${target.link}?utm_source=bench${n % 10}`,
      headers: { 'sec-fetch-dest': 'document' },
    }),
    lookup: (n) => ({ method: 'GET', path: `/v1/customers/c${customerOf(n, customers)}`, headers: { authorization } }),
    page: (n) => ({
      method: 'GET',
      path: `/v1/transactions?limit=25&starting_after=${target.cursors[n % target.cursors.length] ?? ''}`,
      headers: { authorization },
    }),
  }
  return makers[surface]
}
