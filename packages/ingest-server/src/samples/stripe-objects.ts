/**
 * Stripe's objects of the newest API version: the fields that carry meaning, and enough of the others to be realistic.
 * `over` replaces fields of the object; `undefined` leaves a field out when sent. Times are Unix seconds.
 * @see https://docs.stripe.com/api
 */
export type Fields = Readonly<Record<string, unknown>>

export const list = (url: string, data: readonly Fields[]): Fields => ({
  object: 'list',
  data,
  has_more: false,
  total_count: data.length,
  url,
})

/** A captured charge of 50.00 USD by `cus_ada`. */
export const charge = (created: number, over: Fields = {}): Fields => ({
  id: 'ch_ada',
  object: 'charge',
  amount: 5000,
  amount_captured: 5000,
  amount_refunded: 0,
  balance_transaction: 'txn_ada',
  billing_details: { address: null, email: 'typed@checkout.test', name: 'Typed At Checkout', phone: null },
  captured: true,
  created: created - 5,
  currency: 'usd',
  customer: 'cus_ada',
  description: null,
  disputed: false,
  failure_code: null,
  failure_message: null,
  livemode: false,
  metadata: {},
  outcome: { network_status: 'approved_by_network', risk_level: 'normal', type: 'authorized' },
  paid: true,
  payment_intent: 'pi_ada',
  receipt_email: 'receipt@checkout.test',
  refunded: false,
  status: 'succeeded',
  ...over,
})

/** A paid invoice: 50.00 USD and 20% tax, for `sub_ada`, by `cus_ada`. */
export const invoice = (created: number, over: Fields = {}): Fields => ({
  id: 'in_ada',
  object: 'invoice',
  amount_due: 6000,
  amount_paid: 6000,
  amount_remaining: 0,
  billing_reason: 'subscription_cycle',
  collection_method: 'charge_automatically',
  created: created - 3600,
  currency: 'usd',
  customer: 'cus_ada',
  customer_email: 'on-the-invoice@checkout.test',
  customer_name: 'On The Invoice',
  livemode: false,
  metadata: {},
  number: 'ADA-0001',
  parent: {
    type: 'subscription_details',
    quote_details: null,
    subscription_details: { metadata: {}, subscription: 'sub_ada' },
  },
  status: 'paid',
  status_transitions: {
    finalized_at: created - 3600,
    paid_at: created - 5,
    marked_uncollectible_at: null,
    voided_at: null,
  },
  subtotal: 5000,
  total: 6000,
  ...over,
})

/** What paid an invoice: `pi_ada` for `in_ada`. */
export const invoicePayment = (created: number, over: Fields = {}): Fields => ({
  id: 'inpay_ada',
  object: 'invoice_payment',
  amount_paid: 6000,
  amount_requested: 6000,
  created: created - 3600,
  currency: 'usd',
  invoice: 'in_ada',
  is_default: true,
  livemode: false,
  payment: { type: 'payment_intent', payment_intent: 'pi_ada' },
  status: 'paid',
  status_transitions: { canceled_at: null, paid_at: created - 5 },
  ...over,
})

export const customer = (created: number, over: Fields = {}): Fields => ({
  id: 'cus_ada',
  object: 'customer',
  address: null,
  balance: 0,
  created: created - 5,
  currency: null,
  default_source: null,
  delinquent: false,
  description: null,
  email: 'ada@example.test',
  livemode: false,
  metadata: {},
  name: 'Ada Lovelace',
  phone: null,
  ...over,
})

/** A refund of 10.00 USD on `ch_ada` that went through. */
export const refund = (created: number, over: Fields = {}): Fields => ({
  id: 're_ada',
  object: 'refund',
  amount: 1000,
  balance_transaction: 'txn_ada_refund',
  charge: 'ch_ada',
  created,
  currency: 'usd',
  metadata: {},
  payment_intent: 'pi_ada',
  reason: 'requested_by_customer',
  status: 'succeeded',
  ...over,
})

/** A dispute over all of `ch_ada`. */
export const dispute = (created: number, over: Fields = {}): Fields => ({
  id: 'dp_ada',
  object: 'dispute',
  amount: 5000,
  balance_transactions: [
    { id: 'txn_ada_dispute', object: 'balance_transaction', amount: -4600, currency: 'eur', fee: 1500 },
  ],
  charge: 'ch_ada',
  created,
  currency: 'usd',
  evidence: { customer_email_address: 'typed@checkout.test' },
  is_charge_refundable: false,
  livemode: false,
  metadata: {},
  payment_intent: 'pi_ada',
  reason: 'fraudulent',
  status: 'needs_response',
  ...over,
})

/** Two seats of a 15.00 USD price, renewing in thirty days. */
export const subscription = (created: number, over: Fields = {}): Fields => ({
  id: 'sub_ada',
  object: 'subscription',
  cancel_at_period_end: false,
  canceled_at: null,
  created,
  currency: 'usd',
  customer: 'cus_ada',
  ended_at: null,
  items: list('/v1/subscription_items?subscription=sub_ada', [item(created)]),
  livemode: false,
  metadata: {},
  status: 'active',
  ...over,
})

const price = { currency: 'usd', product: 'prod_app' }

export const item = (created: number, over: Fields = {}): Fields => ({
  id: 'si_ada',
  object: 'subscription_item',
  created,
  current_period_start: created,
  current_period_end: created + 30 * 86_400,
  plan: { id: 'price_seat', object: 'plan', active: true, amount: 1500, interval: 'month', ...price },
  price: { id: 'price_seat', object: 'price', active: true, type: 'recurring', unit_amount: 1500, ...price },
  quantity: 2,
  ...over,
})
