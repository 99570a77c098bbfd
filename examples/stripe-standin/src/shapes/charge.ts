/** A charge: one attempt to move money. Since 2025-03-31 it names no invoice. */
import type { Card } from '../cards.ts'
import type { Context } from '../context.ts'
import type { Charge, PaymentIntent } from './wire.ts'

export interface Payer {
  readonly card: Card
  readonly paymentMethod: string
  readonly email: string | null
  readonly name: string | null
}

export function charge(context: Context, intent: PaymentIntent, payer: Payer): Charge {
  const paid = payer.card.outcome !== 'declined'
  return {
    id: context.newId('ch'),
    object: 'charge',
    amount: intent.amount,
    amount_captured: paid ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    // The balance follows a moment later, with `charge.updated`: capture is asynchronous by default.
    balance_transaction: null,
    billing_details: { address: null, email: payer.email, name: payer.name, phone: null, tax_id: null },
    calculated_statement_descriptor: 'DEMO SHOP',
    captured: paid,
    created: context.seconds(),
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: paid ? null : 'card_declined',
    failure_message: paid ? null : 'Your card was declined.',
    fraud_details: {},
    livemode: false,
    // What was put on the payment is copied to every charge made for it.
    metadata: { ...intent.metadata },
    on_behalf_of: null,
    outcome: outcome(paid),
    paid,
    payment_intent: intent.id,
    payment_method: payer.paymentMethod,
    payment_method_details: { card: cardDetails(payer.card, intent.amount, paid), type: 'card' },
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: paid ? 'succeeded' : 'failed',
    transfer_data: null,
    transfer_group: null,
  }
}

function outcome(paid: boolean): Charge['outcome'] {
  return {
    advice_code: null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: paid ? 'approved_by_network' : 'declined_by_network',
    reason: paid ? null : 'generic_decline',
    risk_level: 'normal',
    risk_score: 12,
    seller_message: paid ? 'Payment complete.' : 'The bank did not return any further details with this decline.',
    type: paid ? 'authorized' : 'issuer_declined',
  }
}

type CardDetails = NonNullable<NonNullable<Charge['payment_method_details']>['card']>
function cardDetails(card: Card, amount: number, paid: boolean): CardDetails {
  const confirmed = card.outcome === 'challenge'
  return {
    amount_authorized: paid ? amount : null,
    authorization_code: null,
    brand: 'visa',
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
    country: 'US',
    electronic_commerce_indicator: null,
    exp_month: card.expMonth,
    exp_year: card.expYear,
    fingerprint: `standin${card.last4}`,
    funding: 'credit',
    installments: null,
    last4: card.last4,
    mandate: null,
    network: 'visa',
    network_token: null,
    network_transaction_id: null,
    regulated_status: 'unregulated',
    three_d_secure: confirmed ? authenticated : null,
    transaction_link_id: null,
    wallet: null,
  }
}

const authenticated: CardDetails['three_d_secure'] = {
  authentication_flow: 'challenge',
  electronic_commerce_indicator: '05',
  exemption_indicator: null,
  result: 'authenticated',
  result_reason: null,
  transaction_id: null,
  version: '2.2.0',
}
