/** Products, prices, and the plan that older readers still find on a subscription item. */
import type { Context } from '../context.ts'
import type { Metadata, Plan, Price, Product } from './wire.ts'

export type Interval = Plan['interval']
export interface PriceFields {
  readonly currency: string
  readonly unitAmount: number
  readonly product: string
  readonly recurring: { readonly interval: Interval; readonly count: number } | null
  readonly lookupKey: string | null
  readonly nickname: string | null
  readonly metadata: Metadata
  readonly active: boolean
}

export function product(
  context: Context,
  fields: { name: string; description: string | null; metadata: Metadata },
): Product {
  return {
    id: context.newId('prod'),
    object: 'product',
    active: true,
    created: context.seconds(),
    default_price: null,
    description: fields.description,
    images: [],
    livemode: false,
    marketing_features: [],
    metadata: fields.metadata,
    name: fields.name,
    package_dimensions: null,
    shippable: null,
    statement_descriptor: null,
    tax_code: null,
    tax_details: null,
    type: 'service',
    unit_label: null,
    updated: context.seconds(),
    url: null,
  }
}

export function price(context: Context, fields: PriceFields): Price {
  return {
    id: context.newId('price'),
    object: 'price',
    active: fields.active,
    billing_scheme: 'per_unit',
    created: context.seconds(),
    currency: fields.currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: fields.lookupKey,
    metadata: fields.metadata,
    nickname: fields.nickname,
    product: fields.product,
    recurring: fields.recurring && {
      interval: fields.recurring.interval,
      interval_count: fields.recurring.count,
      meter: null,
      trial_period_days: null,
      usage_type: 'licensed',
    },
    tax_behavior: 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: fields.recurring ? 'recurring' : 'one_time',
    unit_amount: fields.unitAmount,
    unit_amount_decimal: String(fields.unitAmount),
  }
}

export function planOf(price: Price): Plan {
  return {
    id: price.id,
    object: 'plan',
    active: price.active,
    amount: price.unit_amount,
    amount_decimal: price.unit_amount_decimal,
    billing_scheme: 'per_unit',
    created: price.created,
    currency: price.currency,
    interval: price.recurring?.interval ?? 'month',
    interval_count: price.recurring?.interval_count ?? 1,
    livemode: false,
    metadata: price.metadata,
    meter: null,
    nickname: price.nickname,
    product: price.product,
    tiers_mode: null,
    transform_usage: null,
    trial_period_days: null,
    usage_type: 'licensed',
  }
}
