/** `Stripe-Signature`, as Stripe makes it. @see https://docs.stripe.com/webhooks/signature */
import { createHmac } from 'node:crypto'

export function signature(body: string, secret: string, atMs: number): string {
  const seconds = Math.floor(atMs / 1000)
  const hex = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')
  return `t=${seconds},v1=${hex}`
}
