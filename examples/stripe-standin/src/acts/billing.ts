/** The life of a subscription: started, invoiced, renewed, changed, ended. */
import type { Card } from '../cards.ts'
import type { Context } from '../context.ts'
import { invoice as newInvoice, invoicePayment } from '../shapes/invoice.ts'
import { endOfPeriod, subscription as newSubscription, type SubscriptionFields } from '../shapes/subscription.ts'
import type { Charge, Invoice, PaymentIntent, Subscription } from '../shapes/wire.ts'
import { attemptPayment, bookBalance, createIntent } from './payment.ts'

/** For a first payment that has just succeeded. */
export function startSubscription(
  context: Context,
  fields: SubscriptionFields,
  intent: PaymentIntent,
): { subscription: Subscription; invoice: Invoice } {
  const subscription = newSubscription(context, fields)
  context.emit('customer.subscription.created', subscription)
  const invoice = openInvoice(context, subscription, 'subscription_create')
  settleInvoice(context, invoice, intent)
  return { subscription, invoice }
}

/** Moves a subscription on by one period, as time would: it is invoiced and its card charged, or it ends if it was told to. */
export function renew(context: Context, subscription: Subscription): Charge | null {
  if (subscription.status === 'canceled') return null
  if (subscription.cancel_at_period_end) {
    cancel(context, subscription)
    return null
  }
  const items = subscription.items.data
  const before = items.map(({ current_period_start, current_period_end }) => ({
    current_period_start,
    current_period_end,
  }))
  for (const item of items) {
    item.current_period_start = item.current_period_end
    item.current_period_end = endOfPeriod(item.current_period_start, item.price)
  }
  const invoice = openInvoice(context, subscription, 'subscription_cycle')
  context.emit('customer.subscription.updated', subscription, { items: { data: before } })
  const intent = createIntent(context, {
    amount: invoice.amount_due,
    currency: invoice.currency,
    customer: invoice.customer,
    description: 'Subscription update',
    metadata: {},
    receiptEmail: invoice.customer_email,
  })
  const charge = attemptPayment(context, intent, {
    // The cardholder agreed to renewals when the subscription began; the bank does not ask again.
    card: { ...cardOf(context, subscription), outcome: 'paid' },
    paymentMethod: subscription.default_payment_method ?? '',
    email: invoice.customer_email,
    name: invoice.customer_name,
  })
  settleInvoice(context, invoice, intent)
  bookBalance(context, charge)
  return charge
}

export function cancel(context: Context, subscription: Subscription): void {
  const at = context.seconds()
  Object.assign(subscription, { status: 'canceled', canceled_at: subscription.canceled_at ?? at, ended_at: at })
  subscription.cancellation_details = {
    comment: null,
    feedback: null,
    feedback_option: null,
    reason: 'cancellation_requested',
  }
  context.emit('customer.subscription.deleted', subscription)
}

function openInvoice(
  context: Context,
  subscription: Subscription,
  reason: 'subscription_create' | 'subscription_cycle',
) {
  const customer = context.state.tables.customer[subscription.customer]
  if (!customer) throw new Error(`${subscription.id} has no customer`)
  const sequence = customer.next_invoice_sequence ?? 1
  customer.next_invoice_sequence = sequence + 1
  const number = `${customer.invoice_prefix}-${String(sequence).padStart(4, '0')}`
  const invoice = newInvoice(context, { subscription, customer, reason, number })
  context.emit('invoice.created', invoice)
  invoice.status = 'open'
  invoice.auto_advance = true
  invoice.status_transitions.finalized_at = context.seconds()
  context.emit('invoice.finalized', invoice)
  subscription.latest_invoice = invoice.id
  return invoice
}

function settleInvoice(context: Context, invoice: Invoice, intent: PaymentIntent): void {
  Object.assign(invoice, { status: 'paid', attempted: true, attempt_count: 1, auto_advance: false })
  Object.assign(invoice, {
    amount_paid: invoice.amount_due,
    amount_remaining: 0,
    next_payment_attempt: null,
    ending_balance: 0,
  })
  invoice.status_transitions.paid_at = context.seconds()
  context.emit('invoice.paid', invoice)
  context.emit('invoice.payment_succeeded', invoice)
  context.emit('invoice_payment.paid', invoicePayment(context, invoice, intent.id))
}

function cardOf(context: Context, subscription: Subscription): Card {
  const card = context.state.cards[subscription.default_payment_method ?? '']
  if (!card) throw new Error(`${subscription.id} has no card`)
  return card
}
