/** Files in and out: beside the table of operations, since their bodies are no JSON and of any size. */
import { Router, type RequestHandler } from 'express'
import { letIn } from './api/caller.ts'
import { allowOrigins } from './api/cors.ts'
import type { Deps } from './deps.ts'
import { exports } from './exports.ts'
import { imports } from './imports.ts'
import type { Lookups } from './lookups.ts'

export function files(deps: Deps, lookups: Lookups, limit: RequestHandler): Router {
  const entrance = letIn({ kinds: ['keys'], knowsPartners: false }, lookups, limit)
  return Router({ caseSensitive: true })
    .use('/v1/import', allowOrigins(deps.apiOrigins), imports(deps, entrance))
    .use('/v1/export', exports(deps, entrance))
}
