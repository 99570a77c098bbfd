/**
 * A charge, as it stood when the event was made. Several events tell of one charge (`charge.updated` follows nearly every
 * payment, since capture is asynchronous): each is a full picture, and the ledger keeps the newest.
 * @see https://docs.stripe.com/api/charges/object
 */
import { z } from 'zod'
import type { PaymentFact } from '../../facts.ts'
import { at, reading } from './event.ts'
import { amount, currency, id, lenient, maybe, metadata, ref, textOf, time } from './fields.ts'
import { hintsOf, payer } from './hints.ts'
import { tie } from './tie.ts'

const State = z.object({
  id,
  captured: z.boolean(),
  status: maybe(z.string()),
  paid: maybe(z.boolean()),
  refunded: maybe(z.boolean()),
})

const Money = z.object({
  id,
  amount,
  /** Not sent before about 2020-08. */
  amount_captured: maybe(amount),
  /** Cumulative. Before 2025-03-31 also what was authorised and not captured. */
  amount_refunded: maybe(amount),
  currency,
  created: lenient(time),
  customer: payer,
  metadata,
  /** Not sent since 2025-03-31. */
  invoice: maybe(ref),
  payment_intent: maybe(ref),
})

/** Why a charge is not, or not yet, money that came in; null where it is. */
function shortfall({ captured, status, paid, refunded }: z.infer<typeof State>): string | null {
  if (status === 'pending') return 'the payment is still pending'
  if (!captured && refunded) return 'the authorisation was cancelled; nothing had been captured'
  if (!captured) return 'authorised only; nothing was captured yet'
  if (status === null) return paid ? null : 'the charge is not paid'
  return status === 'succeeded' ? null : 'the charge has not succeeded'
}

const roles: Readonly<Record<string, PaymentFact['role']>> = {
  'charge.captured': 'capture',
  'charge.refunded': 'refund',
}

const money = reading(Money, (charge, event, options) => {
  const role = roles[event.type] ?? 'payment'
  if (role === 'refund' && charge.amount_refunded === null) return 'data.object.amount_refunded is missing'
  const payment: PaymentFact = {
    kind: 'payment',
    at: event.at,
    payment: at(event, charge.id),
    happenedAt: charge.created ?? event.at,
    role,
    records: options.recordFrom(event.at) === 'charge',
    who: hintsOf(event, charge.metadata, charge.customer),
    amount: charge.amount,
    captured: charge.amount_captured,
    paid: null,
    currency: charge.currency,
    refundedTotal: charge.amount_refunded,
    productKey: textOf(charge.metadata['product_key']),
    categoryKey: textOf(charge.metadata['category_key']),
    metadata: charge.metadata,
    intent: charge.payment_intent,
  }
  return [payment, ...tie(event, charge.id, charge.invoice)]
})

export const charge = reading(State, (state, event, options) => {
  if (event.type === 'charge.failed' || state.status === 'failed') {
    // No intent, and no tie: the next attempt has the same intent and pays the same invoice, and must not fail with this one.
    return [{ kind: 'failure', at: event.at, payment: at(event, state.id), intent: null }]
  }
  return shortfall(state) ?? money(event, options)
})
