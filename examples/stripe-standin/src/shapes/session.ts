/** A Checkout session, and its lines as `line_items` shows them when asked for. */
import type { Context } from '../context.ts'
import { productName } from './invoice.ts'
import type { LineItem, Metadata, Price, Session } from './wire.ts'

export interface SessionFields {
  readonly mode: 'payment' | 'subscription'
  readonly lines: readonly LineItem[]
  readonly currency: string
  readonly customer: string | null
  readonly customerEmail: string | null
  readonly customerCreation: Session['customer_creation']
  readonly clientReferenceId: string | null
  readonly metadata: Metadata
  readonly successUrl: string
  readonly cancelUrl: string | null
  /** Where the hosted page is, without the session's id. */
  readonly pageUrl: string
}

const DAY = 86_400

export function session(context: Context, fields: SessionFields): Session {
  const id = context.newId('cs_test')
  const total = fields.lines.reduce((sum, line) => sum + line.amount_total, 0)
  return {
    id,
    object: 'checkout.session',
    adaptive_pricing: null,
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: null,
    amount_subtotal: total,
    amount_total: total,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: null,
    cancel_url: fields.cancelUrl,
    client_reference_id: fields.clientReferenceId,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: context.seconds(),
    currency: fields.currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null },
    customer: fields.customer,
    customer_account: null,
    customer_creation: fields.customerCreation,
    customer_details: null,
    customer_email: fields.customerEmail,
    discounts: [],
    expires_at: context.seconds() + DAY,
    integration_identifier: null,
    invoice: null,
    invoice_creation: null,
    livemode: false,
    locale: null,
    managed_payments: null,
    metadata: fields.metadata,
    mode: fields.mode,
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: fields.mode === 'subscription' ? 'always' : 'if_required',
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: ['card'],
    payment_status: 'unpaid',
    permissions: null,
    phone_number_collection: { enabled: false },
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: 'open',
    submit_type: null,
    subscription: null,
    success_url: fields.successUrl,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page',
    url: `${fields.pageUrl}/${id}`,
    wallet_options: null,
  }
}

export function lineItem(context: Context, price: Price, quantity: number): LineItem {
  const total = (price.unit_amount ?? 0) * quantity
  return {
    id: context.newId('li'),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: total,
    amount_tax: 0,
    amount_total: total,
    currency: price.currency,
    description: productName(context, price.product),
    metadata: {},
    price,
    quantity,
  }
}
