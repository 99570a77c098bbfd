/**
 * A refund that did not reach the customer: the money came back. Refunds that stand are not read here, because the charge
 * itself carries their sum.
 * @see https://docs.stripe.com/api/refunds/object
 * @see https://docs.stripe.com/refunds#failed-refunds
 */
import { z } from 'zod'
import { at, reading } from './event.ts'
import { amount, id, maybe, ref } from './fields.ts'

const Refund = z.object({ id, amount, charge: ref, payment_intent: maybe(ref), status: maybe(z.string()) })

export const refund = reading(Refund, ({ id, amount, charge, payment_intent, status }, event) => {
  const failed = event.type === 'refund.failed' || status === 'failed' || status === 'canceled'
  if (!failed) return 'the refund stands; what went back is read from the charge'
  return [
    {
      kind: 'refund',
      at: event.at,
      payment: at(event, charge),
      refundId: id,
      amount,
      failed,
      intent: payment_intent,
    },
  ]
})
