/** Money back: in full or in part, and never more than was taken. */
import type { Context } from '../context.ts'
import { invalid } from '../api/errors.ts'
import { refund as newRefund, type RefundFields } from '../shapes/refund.ts'
import type { Charge, Refund } from '../shapes/wire.ts'

export function giveBack(
  context: Context,
  charge: Charge,
  { amount, ...fields }: Omit<RefundFields, 'amount'> & { amount: number | null },
): Refund {
  const left = charge.amount_captured - charge.amount_refunded
  if (!charge.paid) throw invalid(`Charge ${charge.id} has not been paid.`, 'charge')
  if (left === 0) {
    throw invalid(`Charge ${charge.id} has already been refunded.`, 'charge', 'charge_already_refunded')
  }
  if (amount !== null && amount > left) {
    throw invalid(`Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`, 'amount')
  }
  const refund = newRefund(context, charge, { ...fields, amount: amount ?? left })
  context.emit('refund.created', refund)
  const before = { amount_refunded: charge.amount_refunded, refunded: charge.refunded }
  charge.amount_refunded += refund.amount
  charge.refunded = charge.amount_refunded === charge.amount_captured
  context.emit('charge.refunded', charge, before)
  return refund
}
