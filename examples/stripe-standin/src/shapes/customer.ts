/** A customer, as Stripe shows one. @see https://docs.stripe.com/api/customers/object */
import type { Context } from '../context.ts'
import type { Customer, Metadata } from './wire.ts'

export interface CustomerFields {
  readonly email: string | null
  readonly name: string | null
  readonly description: string | null
  readonly phone: string | null
  readonly metadata: Metadata
}

export function customer(context: Context, fields: CustomerFields): Customer {
  const id = context.newId('cus')
  return {
    id,
    object: 'customer',
    address: null,
    balance: 0,
    created: context.seconds(),
    currency: null,
    default_source: null,
    delinquent: false,
    description: fields.description,
    discount: null,
    email: fields.email,
    invoice_prefix: id.slice(-8).toUpperCase(),
    invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
    livemode: false,
    metadata: fields.metadata,
    name: fields.name,
    next_invoice_sequence: 1,
    phone: fields.phone,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  }
}
