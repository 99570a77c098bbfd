/** Customers: create, retrieve, update, list. */
import type { Context } from '../context.ts'
import { customer } from '../shapes/customer.ts'
import { missing } from './errors.ts'
import { matching, page, PAGING } from './list.ts'
import { metadata, only, text, type Params } from './params.ts'
import type { Endpoints } from './router.ts'

const FIELDS = ['email', 'name', 'description', 'phone', 'metadata']

export function customers(context: Context): Endpoints {
  const table = context.state.tables.customer
  const find = (id: string) => {
    const found = table[id]
    if (!found) throw missing('customer', id)
    return found
  }
  return {
    'POST /customers': (params) => {
      only(params, FIELDS)
      const made = customer(context, {
        email: text(params, 'email'),
        name: text(params, 'name'),
        description: text(params, 'description'),
        phone: text(params, 'phone'),
        metadata: metadata(params),
      })
      context.emit('customer.created', made)
      return made
    },
    'GET /customers': (params) => {
      only(params, ['email', ...PAGING])
      return page('/v1/customers', matching(Object.values(table), params, ['email']), params)
    },
    'GET /customers/:id': (_params, id) => find(id),
    'POST /customers/:id': (params, id) => {
      only(params, FIELDS)
      const found = find(id)
      const changes = changesTo(found, params)
      const previous = Object.fromEntries(Object.keys(changes).map((key) => [key, found[key as keyof typeof found]]))
      context.emit('customer.updated', Object.assign(found, changes), previous)
      return found
    },
  }
}

function changesTo(found: { metadata: Record<string, string> }, params: Params): Params {
  const texts = FIELDS.filter((field) => field !== 'metadata' && field in params)
  return {
    ...Object.fromEntries(texts.map((field) => [field, text(params, field)])),
    ...('metadata' in params ? { metadata: metadata(params, found.metadata) } : {}),
  }
}
