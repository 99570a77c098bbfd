/** What the hosted page's button does: pay a Checkout session, once its cardholder has confirmed if need be. */
import type { Context } from '../context.ts'
import type { Payer } from '../shapes/charge.ts'
import { customer as newCustomer } from '../shapes/customer.ts'
import type { Charge, PaymentIntent, Session } from '../shapes/wire.ts'
import type { Attempt, Draft } from '../state.ts'
import { startSubscription } from './billing.ts'
import { attemptPayment, bookBalance, createIntent, failAuthentication } from './payment.ts'

export type PayResult = { next: 'done' } | { next: 'challenge' } | { next: 'again'; message: string }

export function pay(context: Context, session: Session, attempt: Attempt): PayResult {
  const draft = draftOf(context, session)
  intentOf(context, session, draft, attempt)
  if (attempt.card.outcome !== 'challenge') return charge(context, session, draft, attempt)
  draft.challenge = attempt
  context.state.changed()
  return { next: 'challenge' }
}

/** The answer to the 3-D Secure page. */
export function confirm(context: Context, session: Session, confirmed: boolean): PayResult {
  const draft = draftOf(context, session)
  const attempt = draft.challenge
  if (!attempt) return { next: 'again', message: 'There is no payment to confirm. Please try again.' }
  draft.challenge = null
  if (confirmed) return charge(context, session, draft, attempt)
  failAuthentication(context, intentOf(context, session, draft, attempt))
  return { next: 'again', message: 'We are unable to authenticate your card. Please try again or use another one.' }
}

function charge(context: Context, session: Session, draft: Draft, attempt: Attempt): PayResult {
  const intent = intentOf(context, session, draft, attempt)
  const { card, email, name } = attempt
  const paymentMethod = context.newId('pm')
  const made = attemptPayment(context, intent, { card, paymentMethod, email, name })
  if (!made.paid) return { next: 'again', message: made.failure_message ?? 'Your card was declined.' }
  context.state.cards[paymentMethod] = card
  complete(context, session, draft, { card, paymentMethod, email, name }, intent, made)
  return { next: 'done' }
}

function complete(
  context: Context,
  session: Session,
  draft: Draft,
  payer: Payer,
  intent: PaymentIntent,
  made: Charge,
): void {
  if (session.mode === 'subscription') {
    const { subscription, invoice } = startSubscription(
      context,
      {
        customer: session.customer ?? '',
        lines: draft.lines,
        metadata: draft.subscriptionMetadata,
        paymentMethod: payer.paymentMethod,
        description: draft.description,
      },
      intent,
    )
    Object.assign(session, { subscription: subscription.id, invoice: invoice.id })
  } else {
    session.payment_intent = intent.id
  }
  Object.assign(session, { status: 'complete', payment_status: 'paid', url: null })
  session.customer_details = details(payer)
  context.emit('checkout.session.completed', session)
  bookBalance(context, made)
}

/** One intent a session, made at the first attempt; its customer too, where the session asked for one. */
function intentOf(context: Context, session: Session, draft: Draft, attempt: Attempt): PaymentIntent {
  const known = context.state.tables.payment_intent[draft.intentId ?? '']
  if (known) return known
  if (session.customer === null && (session.mode === 'subscription' || session.customer_creation === 'always')) {
    const { email, name } = attempt
    const made = newCustomer(context, { email, name, description: null, phone: null, metadata: {} })
    session.customer = made.id
    context.emit('customer.created', made)
  }
  const intent = createIntent(context, {
    amount: session.amount_total ?? 0,
    currency: session.currency ?? 'usd',
    customer: session.customer,
    description: session.mode === 'subscription' ? 'Subscription creation' : draft.description,
    metadata: { ...draft.paymentMetadata },
    receiptEmail: null,
  })
  draft.intentId = intent.id
  return intent
}

function draftOf(context: Context, session: Session): Draft {
  const draft = context.state.drafts[session.id]
  if (!draft) throw new Error(`${session.id} has no draft`)
  return draft
}

function details(payer: Payer): Session['customer_details'] {
  return {
    address: null,
    business_name: null,
    email: payer.email,
    individual_name: null,
    name: payer.name,
    phone: null,
    tax_exempt: 'none',
    tax_ids: [],
  }
}
