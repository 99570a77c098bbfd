/**
 * The load, in a process of its own: signed Stripe charges, each with ids of its own, over a number of connections for a number
 * of seconds. Reads one JSON line on stdin, prints one on stdout.
 */
import { createHmac } from 'node:crypto'
import { text } from 'node:stream/consumers'
import autocannon from 'autocannon'
import { chargeEvent } from '../packages/ingest-server/test/support/stripe-events.ts'

export interface Load {
  readonly url: string
  readonly connections: number
  readonly seconds: number
  /** Makes this run's ids differ from every other's. */
  readonly run: string
  readonly secret: string
  readonly customers: number
  /** Bodies made and signed before the clock starts; more are made as they are needed. */
  readonly ready: number
}
export interface Measured {
  /** Answers with a 2xx, per second. */
  readonly rate: number
  readonly p50: number
  readonly p99: number
  readonly answered: number
  /** Anything but a 2xx, errors and time-outs. */
  readonly failed: number
}

const ID = 'ID_OF_THE_CHARGE'
const CUSTOMER = 'ID_OF_THE_CUSTOMER'

/** One event as text, with holes where the ids go: making it anew each time would measure the generator. */
function template(now: number): string[] {
  const event = chargeEvent(
    'charge.succeeded',
    {
      id: `ch_${ID}`,
      payment_intent: `pi_${ID}`,
      customer: CUSTOMER,
      created: now,
      metadata: {},
      amount: 5000,
      amount_captured: 5000,
    },
    { id: `evt_${ID}`, livemode: false, created: now },
  )
  return JSON.stringify(event).split(/(ID_OF_THE_CHARGE|ID_OF_THE_CUSTOMER)/)
}

async function measure({ url, connections, seconds, run, secret, customers, ready }: Load): Promise<Measured> {
  const now = Math.floor(Date.now() / 1000)
  const parts = template(now)
  let made = 0
  const make = (): { readonly body: string; readonly signature: string } => {
    const n = made++
    const id = `${run}${String(n).padStart(9, '0')}`
    const body = parts
      .map((part) => (part === ID ? id : part === CUSTOMER ? `cus_bench${n % customers}` : part))
      .join('')
    return { body, signature: `t=${now},v1=${createHmac('sha256', secret).update(`${now}.${body}`).digest('hex')}` }
  }
  const stock = Array.from({ length: ready }, make)
  let taken = 0
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    requests: [
      {
        setupRequest: (request) => {
          const { body, signature } = stock[taken++] ?? make()
          return { ...request, body, headers: { 'content-type': 'application/json', 'stripe-signature': signature } }
        },
      },
    ],
  })
  return {
    rate: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    answered: result['2xx'],
    failed: result.non2xx + result.errors + result.timeouts,
  }
}

console.log(JSON.stringify(await measure(JSON.parse(await text(process.stdin)) as Load)))
