/** Products and prices; also those that Checkout makes from `price_data`. */
import type { Context } from '../context.ts'
import { price, product } from '../shapes/catalog.ts'
import type { Price } from '../shapes/wire.ts'
import { invalid, missing } from './errors.ts'
import { matching, page, PAGING } from './list.ts'
import { metadata, nested, oneOf, only, required, text, whole, type Params } from './params.ts'
import type { Endpoints } from './router.ts'

export function catalog(context: Context): Endpoints {
  const { product: products, price: prices } = context.state.tables
  return {
    'POST /products': (params) => {
      only(params, ['name', 'description', 'metadata'])
      return addProduct(context, params)
    },
    'GET /products/:id': (_params, id) => {
      if (!products[id]) throw missing('product', id)
      return products[id]
    },
    'POST /prices': (params) => {
      only(params, [...PRICE_FIELDS, 'lookup_key', 'nickname', 'metadata'])
      return addPrice(context, params, true)
    },
    'GET /prices': (params) => {
      only(params, ['product', 'lookup_keys', ...PAGING])
      const keys = params['lookup_keys']
      const wanted = matching(Object.values(prices), params, ['product'])
      const named = Array.isArray(keys) ? wanted.filter(({ lookup_key }) => keys.includes(lookup_key)) : wanted
      return page('/v1/prices', named, params)
    },
    'GET /prices/:id': (_params, id) => findPrice(context, id),
  }
}

const PRICE_FIELDS = ['currency', 'unit_amount', 'product', 'product_data', 'recurring']

export function findPrice(context: Context, id: string): Price {
  const found = context.state.tables.price[id]
  if (!found) throw missing('price', id)
  return found
}

/** A price made by `price_data` is inactive: it was for this one purchase. */
export function priceFromData(context: Context, data: Params, path: string): Price {
  only(data, PRICE_FIELDS, path)
  return addPrice(context, data, false)
}

function addPrice(context: Context, params: Params, active: boolean): Price {
  const unitAmount = whole(params, 'unit_amount', 0)
  if (unitAmount === null) throw invalid('Missing required param: unit_amount.', 'unit_amount', 'parameter_missing')
  const currency = required(params, 'currency').toLowerCase()
  if (!/^[a-z]{3}$/.test(currency)) throw invalid(`Invalid currency: ${currency}`, 'currency')
  const named = text(params, 'product')
  if (named !== null && !context.state.tables.product[named]) throw missing('product', named)
  const made = price(context, {
    currency,
    unitAmount,
    product: named ?? addProduct(context, nested(params, 'product_data')).id,
    recurring: recurring(params),
    lookupKey: text(params, 'lookup_key'),
    nickname: text(params, 'nickname'),
    metadata: metadata(params),
    active,
  })
  context.state.put(made)
  context.state.changed()
  return made
}

function addProduct(context: Context, params: Params) {
  const name = required(params, 'name', 'product_data[name]')
  const made = product(context, { name, description: text(params, 'description'), metadata: metadata(params) })
  context.state.put(made)
  context.state.changed()
  return made
}

function recurring(params: Params) {
  if (params['recurring'] === undefined) return null
  const fields = nested(params, 'recurring')
  only(fields, ['interval', 'interval_count'], 'recurring')
  const interval = oneOf(fields, 'interval', ['day', 'week', 'month', 'year'])
  if (interval === null) throw invalid('Missing required param: recurring[interval].', 'recurring[interval]')
  return { interval, count: whole(fields, 'interval_count', 1) ?? 1 }
}
