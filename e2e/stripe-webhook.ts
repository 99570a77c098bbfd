/** What Stripe sends, signed as Stripe signs. */
import Stripe from 'stripe'

export interface Sent {
  readonly data: string
  readonly headers: Readonly<Record<string, string>>
}

const now = (): number => Math.floor(Date.now() / 1000)
let events = 0

/** A payment in US dollars that went through, of production. */
export function chargeSucceeded(secret: string, over: Readonly<Record<string, unknown>>): Sent {
  const id = `${Date.now()}_${++events}`
  const charge = {
    ...{ id: `ch_${id}`, object: 'charge', amount: 4900, amount_captured: 4900, amount_refunded: 0, currency: 'usd' },
    ...{ captured: true, paid: true, status: 'succeeded', customer: null, created: now(), metadata: {}, ...over },
  }
  const event = { id: `evt_${id}`, object: 'event', type: 'charge.succeeded', livemode: true, created: now() }
  const payload = JSON.stringify({ ...event, data: { object: charge } })
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret })
  return { data: payload, headers: { 'stripe-signature': signature, 'content-type': 'application/json' } }
}
