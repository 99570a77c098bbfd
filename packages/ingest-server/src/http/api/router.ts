/** Express routes from the table of operations. */
import { Router, type RequestHandler } from 'express'
import type { Deps } from '../deps.ts'
import { methodNotAllowed } from '../errors.ts'
import type { Lookups } from '../lookups.ts'
import { letIn, partnersOnlyRead } from './caller.ts'
import { allowOrigins, options } from './cors.ts'
import { answering, readBody } from './handler.ts'
import { idempotency } from './idempotency.ts'
import type { Method, Operation, Served } from './operation.ts'

const ORDER: readonly Method[] = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE']

/** The methods of a path, as an `Allow` header names them. */
export const allowOf = (operations: readonly Operation[]): string =>
  ORDER.filter((method) => operations.some((one) => one.method === method))
    .map((method) => (method === 'GET' ? 'GET, HEAD' : method))
    .join(', ')

/** The path as Express writes it, below the resource it begins with. */
const below = (path: string): string => path.replace(/^\/[^/]+/, '').replace(/\{(\w+)\}/g, ':$1') || '/'
const resourceOf = (path: string): string => /^\/[^/]+/.exec(path)?.[0] ?? ''

/** What every route is made with. */
interface Making {
  readonly deps: Deps
  readonly lookups: Lookups
  /** One for all of them: a caller's calls are counted together. */
  readonly limit: RequestHandler
}

/** All that stands before an operation's own work, in order. */
const layers = (served: Served, { deps, lookups, limit }: Making): RequestHandler[] => {
  const { base, operation } = served
  return [
    ...letIn({ kinds: operation.callers, knowsPartners: base === '/api/v2' }, lookups, limit),
    ...(operation.body ? [readBody] : []),
    ...(operation.method === 'POST' ? [idempotency] : []),
    answering(served, deps, lookups),
  ]
}

function resource(served: readonly Served[], making: Making): Router {
  const router = Router({ caseSensitive: true })
  const isOpen = served.some(({ operation }) => operation.anyOrigin)
  router.use(allowOrigins(isOpen ? 'any' : making.deps.apiOrigins))
  // Sorted, so that a word (`form-templates`) comes before a parameter (`{key}`) in its place.
  const paths = [...Map.groupBy(served, ({ operation }) => operation.path)].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [path, group] of paths) {
    const route = router.route(below(path))
    for (const one of group) {
      const method = one.operation.method.toLowerCase() as Lowercase<Method>
      route[method](...layers(one, making))
    }
    const allow = allowOf(group.map(({ operation }) => operation))
    route.options(options(allow))
    if (group.some(({ base }) => base === '/api/v2')) route.all(partnersOnlyRead(making.lookups))
    route.all(methodNotAllowed(allow))
  }
  return router
}

export function apiRouter(
  operations: readonly Operation[],
  deps: Deps,
  lookups: Lookups,
  limit: RequestHandler,
): Router {
  const served = operations.flatMap((operation) => operation.bases.map((base) => ({ base, operation })))
  const router = Router({ caseSensitive: true })
  for (const [root, group] of Map.groupBy(served, ({ base, operation }) => base + resourceOf(operation.path))) {
    router.use(root, resource(group, { deps, lookups, limit }))
  }
  return router
}
