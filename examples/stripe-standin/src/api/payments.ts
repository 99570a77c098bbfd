/** Payment intents and charges to read, refunds to make. */
import { giveBack } from '../acts/refund.ts'
import type { Context } from '../context.ts'
import type { Charge } from '../shapes/wire.ts'
import { invalid, missing } from './errors.ts'
import { matching, page, PAGING } from './list.ts'
import { metadata, oneOf, only, text, whole, type Params } from './params.ts'
import type { Endpoints } from './router.ts'

export function payments(context: Context): Endpoints {
  const { payment_intent: intents, charge: charges, refund: refunds } = context.state.tables
  return {
    'GET /payment_intents': (params) => {
      only(params, ['customer', ...PAGING])
      return page('/v1/payment_intents', matching(Object.values(intents), params, ['customer']), params)
    },
    'GET /payment_intents/:id': (_params, id) => {
      if (!intents[id]) throw missing('payment_intent', id)
      return intents[id]
    },
    'GET /charges': (params) => {
      only(params, ['customer', 'payment_intent', ...PAGING])
      return page('/v1/charges', matching(Object.values(charges), params, ['customer', 'payment_intent']), params)
    },
    'GET /charges/:id': (_params, id) => {
      if (!charges[id]) throw missing('charge', id)
      return charges[id]
    },
    'POST /refunds': (params) => {
      only(params, ['charge', 'payment_intent', 'amount', 'reason', 'metadata'])
      return giveBack(context, chargeOf(context, params), {
        amount: whole(params, 'amount', 1),
        reason: oneOf(params, 'reason', ['duplicate', 'fraudulent', 'requested_by_customer']),
        metadata: metadata(params),
      })
    },
    'GET /refunds': (params) => {
      only(params, ['charge', 'payment_intent', ...PAGING])
      return page('/v1/refunds', matching(Object.values(refunds), params, ['charge', 'payment_intent']), params)
    },
    'GET /refunds/:id': (_params, id) => {
      if (!refunds[id]) throw missing('refund', id)
      return refunds[id]
    },
  }
}

function chargeOf({ state }: Context, params: Params): Charge {
  const [id, intent] = [text(params, 'charge'), text(params, 'payment_intent')]
  if (id === null && intent === null) {
    throw invalid('One of the following params should be provided for this request: payment_intent or charge.')
  }
  const found = state.tables.charge[id ?? state.tables.payment_intent[intent ?? '']?.latest_charge ?? '']
  if (!found) throw id === null ? missing('payment_intent', intent ?? '') : missing('charge', id)
  return found
}
