/** The official Stripe client: the real Stripe with a key, the local stand-in without one. */
import Stripe from 'stripe'

export interface StripeOptions {
  /** `sk_test_…` from Stripe's dashboard. */
  readonly secretKey?: string | undefined
  /** Used when there is no key. */
  readonly standInUrl: string
}

export function connectStripe({ secretKey, standInUrl }: StripeOptions): Stripe {
  if (secretKey) return new Stripe(secretKey)
  const { hostname, port } = new URL(standInUrl)
  return new Stripe('sk_test_standin', { host: hostname, port, protocol: 'http', telemetry: false })
}
