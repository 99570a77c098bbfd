/**
 * What paid an invoice. Since 2025-03-31 neither a charge nor an invoice names the other, and this alone does.
 * @see https://docs.stripe.com/api/invoice-payment/object
 */
import { z } from 'zod'
import { reading } from './event.ts'
import { maybe, ref } from './fields.ts'
import { tie } from './tie.ts'

const InvoicePayment = z.object({
  invoice: ref,
  payment: z.object({ payment_intent: maybe(ref), charge: maybe(ref) }),
})

export const invoicePayment = reading(InvoicePayment, ({ invoice, payment }, event) => {
  const ties = [...tie(event, payment.charge, invoice), ...tie(event, payment.payment_intent, invoice)]
  return ties.length > 0 ? ties : 'the invoice was paid by neither a charge nor a payment intent'
})
