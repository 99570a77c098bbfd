/**
 * A charge as long as Stripe sends them: the fields the ledger has no use for are parsed, signed and kept as well, by us and by
 * every yardstick. Stripe sends its events indented.
 */
import { chargeEvent } from '../packages/ingest-server/test/support/stripe-events.ts'
import type { Envelope, Fields } from '../packages/ingest-server/test/support/stripe-events.ts'

const CARD = {
  amount_authorized: 5_000,
  authorization_code: null,
  brand: 'visa',
  checks: { address_line1_check: 'pass', address_postal_code_check: 'pass', cvc_check: 'pass' },
  country: 'SE',
  exp_month: 8,
  exp_year: 2029,
  extended_authorization: { status: 'disabled' },
  fingerprint: 'b3Nch7q0Lw2Zk9Rt',
  funding: 'credit',
  incremental_authorization: { status: 'unavailable' },
  installments: null,
  last4: '4242',
  mandate: null,
  multicapture: { status: 'unavailable' },
  network: 'visa',
  network_token: { used: false },
  network_transaction_id: '104102978678771',
  overcapture: { maximum_amount_capturable: 5_000, status: 'unavailable' },
  three_d_secure: null,
  wallet: null,
}
const ADDRESS = {
  city: 'Malmö',
  country: 'SE',
  line1: 'Skeppsbron 9',
  line2: null,
  postal_code: '211 20',
  state: null,
}

/** What a charge carries beside what we read. */
const FURNITURE: Fields = {
  application: null,
  application_fee: null,
  application_fee_amount: null,
  billing_details: { address: ADDRESS, email: 'ada@shop.test', name: 'Ada Lovelace', phone: null, tax_id: null },
  calculated_statement_descriptor: 'ROTAWELL',
  destination: null,
  dispute: null,
  failure_balance_transaction: null,
  fraud_details: {},
  invoice: null,
  on_behalf_of: null,
  order: null,
  outcome: {
    advice_code: null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: 'approved_by_network',
    reason: null,
    risk_level: 'normal',
    risk_score: 12,
    seller_message: 'Payment complete.',
    type: 'authorized',
  },
  payment_method: 'pm_bench',
  payment_method_details: { card: CARD, type: 'card' },
  presentment_details: { presentment_amount: 5_000, presentment_currency: 'usd' },
  receipt_number: null,
  receipt_url: 'https://pay.stripe.test/receipts/payment/of-this-charge-which-is-about-as-long-as-they-are-there',
  review: null,
  shipping: { address: ADDRESS, carrier: null, name: 'Ada Lovelace', phone: null, tracking_number: null },
  source: null,
  source_transfer: null,
  statement_descriptor: null,
  statement_descriptor_suffix: null,
  transfer_data: null,
  transfer_group: null,
}

export const fullCharge = (fields: Fields, envelope: Envelope = {}): string =>
  JSON.stringify(chargeEvent('charge.succeeded', { ...FURNITURE, ...fields }, envelope), null, 2)
