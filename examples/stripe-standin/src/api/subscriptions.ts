/** Subscriptions to read, change and end; their invoices, and what paid each invoice. */
import { cancel } from '../acts/billing.ts'
import type { Context } from '../context.ts'
import type { Subscription } from '../shapes/wire.ts'
import { invalid, missing } from './errors.ts'
import { matching, page, PAGING, withStatus } from './list.ts'
import { flag, metadata, nested, oneOf, only, text, type Params } from './params.ts'
import type { Endpoints } from './router.ts'

export function subscriptions(context: Context): Endpoints {
  const { subscription: table, invoice: invoices, invoice_payment: paid } = context.state.tables
  const find = (id: string) => {
    const found = table[id]
    if (!found) throw missing('subscription', id)
    return found
  }
  return {
    'GET /subscriptions': (params) => {
      only(params, ['customer', 'status', ...PAGING])
      const wanted = matching(withStatus(Object.values(table), params), params, ['customer'])
      return page('/v1/subscriptions', wanted, params)
    },
    'GET /subscriptions/:id': (_params, id) => find(id),
    'POST /subscriptions/:id': (params, id) => update(context, find(id), params),
    'DELETE /subscriptions/:id': (params, id) => {
      only(params, ['invoice_now', 'prorate', 'cancellation_details'])
      const found = find(id)
      // Stripe, too, no longer finds a subscription to cancel once it has ended.
      if (found.status === 'canceled') throw missing('subscription', id)
      cancel(context, found)
      return found
    },
    'GET /invoices': (params) => {
      only(params, ['customer', 'subscription', 'status', ...PAGING])
      const subscription = text(params, 'subscription')
      const status = oneOf(params, 'status', ['draft', 'open', 'paid', 'uncollectible', 'void'])
      const wanted = matching(Object.values(invoices), params, ['customer'])
        .filter((each) => !subscription || each.parent?.subscription_details?.subscription === subscription)
        .filter((each) => !status || each.status === status)
      return page('/v1/invoices', wanted, params)
    },
    'GET /invoices/:id': (_params, id) => {
      if (!invoices[id]) throw missing('invoice', id)
      return invoices[id]
    },
    'GET /invoice_payments': (params) => {
      only(params, ['invoice', 'payment', 'status', ...PAGING])
      const intent = text(nested(params, 'payment'), 'payment_intent')
      const wanted = matching(Object.values(paid), params, ['invoice', 'status'])
      const tied = wanted.filter((each) => !intent || each.payment.payment_intent === intent)
      return page('/v1/invoice_payments', tied, params)
    },
  }
}

function update(context: Context, found: Subscription, params: Params) {
  only(params, ['cancel_at_period_end', 'metadata', 'description'])
  if (found.status === 'canceled') {
    throw invalid('A canceled subscription can only update its cancellation_details and metadata.')
  }
  const previous: Params = {}
  const atEnd = flag(params, 'cancel_at_period_end')
  if (atEnd !== null && atEnd !== found.cancel_at_period_end) {
    previous['cancel_at_period_end'] = found.cancel_at_period_end
    found.cancel_at_period_end = atEnd
    found.cancel_at = atEnd ? (found.items.data[0]?.current_period_end ?? null) : null
    found.canceled_at = atEnd ? context.seconds() : null
  }
  if ('metadata' in params) {
    previous['metadata'] = found.metadata
    found.metadata = metadata(params, found.metadata)
  }
  if ('description' in params) {
    previous['description'] = found.description
    found.description = text(params, 'description')
  }
  context.emit('customer.subscription.updated', found, previous)
  return found
}
