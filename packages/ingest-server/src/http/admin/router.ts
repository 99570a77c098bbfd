/** Express routes of the dashboard, from its own table of operations. */
import { Router, type RequestHandler } from 'express'
import { answering, readBody } from '../api/handler.ts'
import { idempotency } from '../api/idempotency.ts'
import type { Method, Served } from '../api/operation.ts'
import { openApi, servedBy } from '../api/openapi.ts'
import { allowOf } from '../api/router.ts'
import type { Deps } from '../deps.ts'
import { methodNotAllowed } from '../errors.ts'
import type { Lookups } from '../lookups.ts'
import { guard } from './guard.ts'
import { ADMIN_OPERATIONS } from './operations/index.ts'

const expressPath = ({ base, operation }: Served): string => (base + operation.path).replace(/\{(\w+)\}/g, ':$1')

export function adminRouter(deps: Deps, lookups: Lookups): Router {
  const router = Router({ caseSensitive: true })
  const layers = (served: Served): RequestHandler[] => [
    guard(served.operation, deps),
    ...(served.operation.body ? [readBody] : []),
    ...(served.operation.method === 'POST' ? [idempotency] : []),
    answering(served, deps, lookups),
  ]
  // Sorted, so that a word comes before a parameter in its place: `{` is behind every letter, as `:` is not.
  const byPath = [...Map.groupBy(servedBy(ADMIN_OPERATIONS), ({ base, operation }) => base + operation.path)].sort(
    ([a], [b]) => (a < b ? -1 : 1),
  )
  for (const [, group] of byPath) {
    const route = router.route(expressPath(group[0]!))
    for (const one of group) route[one.operation.method.toLowerCase() as Lowercase<Method>](...layers(one))
    route.all(methodNotAllowed(allowOf(group.map(({ operation }) => operation))))
  }
  let document: string | undefined
  router.get('/admin/openapi.json', guard({ callers: ['admin'] }, deps), (_req, res) => {
    document ??= JSON.stringify(openApi(ADMIN_OPERATIONS, deps.publicUrl))
    res.type('json').send(document)
  })
  return router
}
