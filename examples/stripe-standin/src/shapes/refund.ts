/** A refund. Card refunds succeed at once. */
import type { Context } from '../context.ts'
import type { Charge, Metadata, Refund } from './wire.ts'

export interface RefundFields {
  readonly amount: number
  readonly reason: Refund['reason']
  readonly metadata: Metadata
}

export function refund(context: Context, charge: Charge, fields: RefundFields): Refund {
  return {
    id: context.newId('re'),
    object: 'refund',
    amount: fields.amount,
    balance_transaction: context.newId('txn'),
    charge: charge.id,
    created: context.seconds(),
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    destination_details: {
      card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' },
      type: 'card',
    },
    metadata: fields.metadata,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: fields.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'succeeded',
    transfer_reversal: null,
  }
}
