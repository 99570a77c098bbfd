/** Checkout sessions: created here, paid on the hosted page. */
import type { Context } from '../context.ts'
import { lineItem, session } from '../shapes/session.ts'
import type { LineItem, Session } from '../shapes/wire.ts'
import { findPrice, priceFromData } from './catalog.ts'
import { invalid, missing } from './errors.ts'
import { page, PAGING } from './list.ts'
import { metadata, nested, oneOf, only, required, text, url, whole, type Params } from './params.ts'
import type { Endpoints } from './router.ts'

const FIELDS = [
  'mode',
  'line_items',
  'customer',
  'customer_email',
  'customer_creation',
  'client_reference_id',
  'metadata',
  'payment_intent_data',
  'subscription_data',
  'success_url',
  'cancel_url',
  'payment_method_types',
  'locale',
]

export function sessions(context: Context): Endpoints {
  const table = context.state.tables['checkout.session']
  const find = (id: string) => {
    const found = table[id]
    if (!found) throw missing('checkout.session', id)
    return found
  }
  return {
    'POST /checkout/sessions': (params, _id, origin) => create(context, params, origin),
    'GET /checkout/sessions': (params) => {
      only(params, PAGING)
      return page('/v1/checkout/sessions', Object.values(table), params)
    },
    'GET /checkout/sessions/:id': (_params, id) => find(id),
    'GET /checkout/sessions/:id/line_items': (params, id) =>
      page(
        `/v1/checkout/sessions/${find(id).id}/line_items`,
        context.state.drafts[id]?.lines.toReversed() ?? [],
        params,
      ),
  }
}

function create(context: Context, params: Params, origin: string): Session {
  only(params, FIELDS)
  const mode = oneOf(params, 'mode', ['payment', 'subscription'])
  if (mode === null) throw invalid('Missing required param: mode.', 'mode', 'parameter_missing')
  const successUrl = url(params, 'success_url')
  if (successUrl === null) throw invalid('Missing required param: success_url.', 'success_url', 'parameter_missing')
  const customer = text(params, 'customer')
  if (customer !== null && !context.state.tables.customer[customer]) throw missing('customer', customer)
  const customerEmail = text(params, 'customer_email')
  if (customer !== null && customerEmail !== null) {
    throw invalid('You may only specify one of these parameters: customer, customer_email.', 'customer_email')
  }
  const forPayment = dataFor(params, 'payment_intent_data', mode === 'payment')
  const forSubscription = dataFor(params, 'subscription_data', mode === 'subscription')
  const lines = readLines(context, params, mode)
  const made = session(context, {
    mode,
    lines,
    currency: lines[0]?.currency ?? 'usd',
    customer,
    customerEmail,
    customerCreation: creation(params, mode, customer),
    clientReferenceId: text(params, 'client_reference_id'),
    metadata: metadata(params),
    successUrl,
    cancelUrl: url(params, 'cancel_url'),
    pageUrl: `${origin}/pay`,
  })
  context.state.put(made)
  context.state.drafts[made.id] = {
    lines,
    paymentMetadata: metadata(forPayment),
    subscriptionMetadata: metadata(forSubscription),
    description: text(forPayment, 'description') ?? text(forSubscription, 'description'),
    challenge: null,
    intentId: null,
  }
  context.state.changed()
  return made
}

function dataFor(params: Params, name: string, allowed: boolean): Params {
  const data = nested(params, name)
  only(data, ['metadata', 'description'], name)
  if (!allowed && Object.keys(data).length > 0) {
    throw invalid(`You can not pass \`${name}\` in \`${String(params['mode'])}\` mode.`, name)
  }
  return data
}

/** In payment mode nobody becomes a customer unless asked: the charge's `customer` stays null. */
function creation(params: Params, mode: 'payment' | 'subscription', customer: string | null) {
  const asked = oneOf(params, 'customer_creation', ['always', 'if_required'])
  if (mode === 'subscription' || customer !== null) {
    if (asked)
      throw invalid('`customer_creation` can only be used in `payment` mode, without `customer`.', 'customer_creation')
    return mode === 'subscription' && customer === null ? ('always' as const) : null
  }
  return asked ?? ('if_required' as const)
}

function readLines(context: Context, params: Params, mode: string): LineItem[] {
  const given = params['line_items']
  if (!Array.isArray(given) || given.length === 0) {
    throw invalid('Missing required param: line_items.', 'line_items', 'parameter_missing')
  }
  const lines = given.map((line: Params, index) => {
    const path = `line_items[${index}]`
    only(line, ['price', 'price_data', 'quantity'], path)
    const quantity = whole(line, 'quantity', 1)
    if (quantity === null) throw invalid(`Missing required param: ${path}[quantity].`, `${path}[quantity]`)
    const made =
      line['price_data'] === undefined
        ? findPrice(context, required(line, 'price', `${path}[price]`))
        : priceFromData(context, nested(line, 'price_data'), `${path}[price_data]`)
    return lineItem(context, made, quantity)
  })
  if (new Set(lines.map((line) => line.currency)).size > 1) {
    throw invalid('All line items must have the same currency.', 'line_items')
  }
  const recurs = lines.some((line) => line.price?.recurring)
  if (mode === 'payment' && recurs) {
    throw invalid('You specified `payment` mode but passed a recurring price.', 'line_items')
  }
  if (mode === 'subscription' && !recurs) {
    throw invalid('You must provide at least one recurring price in `subscription` mode.', 'line_items')
  }
  return lines
}
