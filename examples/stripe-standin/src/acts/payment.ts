/** One attempt to pay a payment intent, with every event Stripe tells about it. */
import type { Context } from '../context.ts'
import { charge as newCharge, type Payer } from '../shapes/charge.ts'
import { paymentIntent, type PaymentFields } from '../shapes/payment-intent.ts'
import type { Charge, PaymentIntent } from '../shapes/wire.ts'

export function createIntent(context: Context, fields: PaymentFields): PaymentIntent {
  const intent = paymentIntent(context, fields)
  context.emit('payment_intent.created', intent)
  return intent
}

/** The charge, paid or failed: ask its `paid`. */
export function attemptPayment(context: Context, intent: PaymentIntent, payer: Payer): Charge {
  const charge = newCharge(context, intent, payer)
  intent.latest_charge = charge.id
  if (charge.paid) {
    Object.assign(intent, { status: 'succeeded', amount_received: intent.amount, last_payment_error: null })
    intent.payment_method = payer.paymentMethod
    context.emit('charge.succeeded', charge)
    context.emit('payment_intent.succeeded', intent)
  } else {
    intent.last_payment_error = {
      charge: charge.id,
      code: 'card_declined',
      decline_code: 'generic_decline',
      message: 'Your card was declined.',
      type: 'card_error',
    }
    context.emit('charge.failed', charge)
    context.emit('payment_intent.payment_failed', intent)
  }
  return charge
}

/** The cardholder did not confirm: no charge is ever made. */
export function failAuthentication(context: Context, intent: PaymentIntent): void {
  intent.last_payment_error = {
    code: 'payment_intent_authentication_failure',
    message: 'We are unable to authenticate your payment method. Please choose a different one and try again.',
    type: 'card_error',
  }
  context.emit('payment_intent.payment_failed', intent)
}

/** Capture is asynchronous: nearly every payment is followed by this update. */
export function bookBalance(context: Context, charge: Charge): void {
  charge.balance_transaction = context.newId('txn')
  charge.receipt_url = `https://pay.stripe.com/receipts/payment/${charge.id}`
  context.emit('charge.updated', charge, { balance_transaction: null, receipt_url: null })
}
