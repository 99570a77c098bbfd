/** The official client's own types, as they look on the wire: a shape here that drifts from Stripe's does not compile. */
import type Stripe from 'stripe'

/** On the wire a reference is an id (unless expanded) and a decimal is a string. */
type Wire<T> = [string] extends [T] ? Extract<T, string | null | undefined> : Each<T>
type Each<T> = T extends Stripe.Decimal
  ? string
  : T extends (infer Item)[]
    ? Wire<Item>[]
    : T extends object
      ? { [K in keyof T]: Wire<T[K]> }
      : T

export type Charge = Wire<Stripe.Charge>
export type Customer = Wire<Stripe.Customer>
export type Invoice = Wire<Stripe.Invoice>
export type InvoicePayment = Wire<Stripe.InvoicePayment>
export type LineItem = Wire<Stripe.LineItem>
export type PaymentIntent = Wire<Stripe.PaymentIntent>
export type Plan = Wire<Stripe.Plan>
export type Price = Wire<Stripe.Price>
export type Product = Wire<Stripe.Product>
export type Refund = Wire<Stripe.Refund>
export type Session = Wire<Stripe.Checkout.Session>
export type Subscription = Wire<Stripe.Subscription>

/** Every kind of object the stand-in keeps, by the name in its `object` field. */
export interface Resources {
  charge: Charge
  'checkout.session': Session
  customer: Customer
  invoice: Invoice
  invoice_payment: InvoicePayment
  payment_intent: PaymentIntent
  price: Price
  product: Product
  refund: Refund
  subscription: Subscription
}
export type Resource = Resources[keyof Resources]
export type Metadata = Record<string, string>

export interface Event {
  id: string
  object: 'event'
  api_version: string
  created: number
  data: { object: Resource; previous_attributes?: Record<string, unknown> }
  livemode: false
  pending_webhooks: number
  request: { id: string | null; idempotency_key: string | null }
  type: string
}
