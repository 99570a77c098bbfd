/**
 * A paid invoice: the payment itself where the installation records from invoices. Where it records from charges, only
 * what ties the two together is kept, so that a later change of that setting counts nothing twice.
 * @see https://docs.stripe.com/api/invoices/object
 */
import { z } from 'zod'
import type { PaymentFact } from '../../facts.ts'
import { at, reading } from './event.ts'
import { amount, currency, id, lenient, maybe, metadata, ref, textOf, time } from './fields.ts'
import { hintsOf, payer } from './hints.ts'
import { tie } from './tie.ts'

const SubscriptionDetails = lenient(z.object({ metadata }))

/** Which charge and intent paid; neither is sent since 2025-03-31, where `invoice_payment.paid` says it. */
const Paid = z.object({ id, charge: maybe(ref), payment_intent: maybe(ref) })

const Invoice = Paid.extend({
  /** What it is for, before discounts and tax. */
  subtotal: amount,
  amount_paid: amount,
  currency,
  customer: payer,
  metadata,
  /** The subscription's metadata as it was when the invoice was made; under `parent` since 2025-03-31. */
  subscription_details: SubscriptionDetails,
  parent: lenient(z.object({ subscription_details: SubscriptionDetails })),
  status_transitions: lenient(z.object({ paid_at: lenient(time) })),
})

const payment = reading(Invoice, (invoice, event) => {
  if (invoice.amount_paid === 0) return 'nothing was paid'
  const details = invoice.parent?.subscription_details ?? invoice.subscription_details
  const labels = { ...details?.metadata, ...invoice.metadata }
  const fact: PaymentFact = {
    kind: 'payment',
    at: event.at,
    payment: at(event, invoice.id),
    happenedAt: invoice.status_transitions?.paid_at ?? event.at,
    role: 'payment',
    records: true,
    who: hintsOf(event, labels, invoice.customer),
    amount: invoice.subtotal,
    captured: null,
    paid: invoice.amount_paid,
    currency: invoice.currency,
    refundedTotal: null,
    productKey: textOf(labels['product_key']),
    categoryKey: textOf(labels['category_key']),
    metadata: labels,
    // Its intent is a tie: a refund of the charge must find the invoice through it, and not take it for the charge.
    intent: null,
  }
  return [fact]
})

export const invoice = reading(Paid, (paid, event, options) => {
  const ties = [...tie(event, paid.charge, paid.id), ...tie(event, paid.payment_intent, paid.id)]
  if (options.recordFrom(event.at) === 'charge') return ties.length > 0 ? ties : 'recorded from charges'
  const told = payment(event, options)
  return typeof told === 'string' ? told : [...told, ...ties]
})
