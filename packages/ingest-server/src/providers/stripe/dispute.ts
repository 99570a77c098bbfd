/**
 * Disputed money leaving, or coming back. Other events of a dispute move none: an inquiry (`warning_…`) takes nothing.
 * @see https://docs.stripe.com/api/disputes/object
 */
import { z } from 'zod'
import { at, reading } from './event.ts'
import { amount, id, maybe, ref } from './fields.ts'

const Dispute = z.object({ id, amount, charge: ref, payment_intent: maybe(ref) })

export const dispute = reading(Dispute, ({ id, amount, charge, payment_intent }, event) => [
  {
    kind: 'dispute',
    at: event.at,
    payment: at(event, charge),
    disputeId: id,
    amount,
    state: event.type === 'charge.dispute.funds_withdrawn' ? 'withdrawn' : 'reinstated',
    intent: payment_intent,
  },
])
