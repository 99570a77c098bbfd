/**
 * Money that moved. A payment's event holds the subscription with its customer; a refund's is flat and names the payment.
 * @see https://maxio-chargify.zendesk.com/hc/en-us/articles/13864282632973-Payload-Examples
 */
import { z } from 'zod'
import { id } from '../fields.ts'
import { hintsOf } from './customer.ts'
import { at, cents, currencyOf, optional, reading, time } from './form.ts'

const State = z.object({ id, success: optional, created_at: time })

const STATE_NAMES = {
  id: 'payload[transaction][id]',
  success: 'payload[transaction][success]',
  created_at: 'payload[transaction][created_at]',
}

const Payment = State.extend({ amount: cents, product: optional })

const PAYMENT_NAMES = {
  ...STATE_NAMES,
  amount: 'payload[transaction][amount_in_cents]',
  product: 'payload[subscription][product][handle]',
}

export const payment = reading(
  PAYMENT_NAMES,
  Payment,
  ({ id, success, created_at, amount, product }, event, options) => {
    if (success === 'false') return 'the payment did not succeed'
    const happenedAt = created_at ?? event.receivedAt
    return [
      {
        kind: 'payment',
        at: happenedAt,
        payment: at(id),
        happenedAt,
        role: 'payment',
        records: true,
        who: hintsOf(event),
        amount,
        captured: null,
        paid: null,
        currency: currencyOf(event.form, options),
        // What it carries as refunded is old where a refund follows: refunds come by themselves, each with its id.
        refundedTotal: null,
        productKey: product,
        categoryKey: null,
        metadata: {},
        intent: null,
      },
    ]
  },
)

export const failure = reading(STATE_NAMES, State, ({ id, created_at }, { receivedAt }) => [
  { kind: 'failure', at: created_at ?? receivedAt, payment: at(id), intent: null },
])

const Refund = z.object({ payment: id, refund: id, amount: cents, timestamp: time })

const REFUND_NAMES = {
  payment: 'payload[payment_id]',
  refund: 'payload[refund_id]',
  amount: 'payload[amount_in_cents]',
  timestamp: 'payload[timestamp]',
}

export const refund = reading(REFUND_NAMES, Refund, ({ payment, refund, amount, timestamp }, { receivedAt }) => [
  {
    kind: 'refund',
    at: timestamp ?? receivedAt,
    payment: at(payment),
    refundId: refund,
    amount,
    failed: false,
    intent: null,
  },
])
