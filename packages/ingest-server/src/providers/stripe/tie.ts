/** What ties a payment to the invoice it paid, so that money going back on the one is seen on the other. */
import type { TieFact } from '../../facts.ts'
import { at, type StripeEvent } from './event.ts'

/** `part`, a charge or a payment intent, paid for `invoice`; no fact where either is not named. */
export function tie(event: StripeEvent, part: string | null, invoice: string | null): readonly TieFact[] {
  if (part === null || invoice === null) return []
  return [{ kind: 'tie', at: event.at, part: at(event, part), whole: invoice }]
}
