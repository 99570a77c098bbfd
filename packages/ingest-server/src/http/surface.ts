/** Which door of the server a request came to: what is counted and logged of it instead of its address. */
import type { Request, Response } from 'express'
import { scriptPaths } from './script.ts'

export const SURFACES = [
  'links',
  'script',
  'signups',
  'webhooks',
  'v1',
  'v2',
  'conversions',
  'files',
  'admin',
  'events',
  'dashboard',
  'docs',
  'health',
  'other',
] as const
export type Surface = (typeof SURFACES)[number]

/** The first that fits. */
const BY_PATH: readonly (readonly [RegExp, Surface])[] = [
  [/^\/webhooks\//, 'webhooks'],
  [/^\/r\//, 'links'],
  [/^\/v1\/(?:signups|remember)\/?$/, 'signups'],
  [/^\/v1\/(?:import|export)\//, 'files'],
  [/^\/v1\//, 'v1'],
  [/^\/api\//, 'v2'],
  [/^\/conversion\//, 'conversions'],
  [/^\/admin\/api\/\w+\/testing\/events$/, 'events'],
  [/^\/admin\//, 'admin'],
  [/^\/dashboard(?:\/|$)/, 'dashboard'],
  [/^\/(?:docs|openapi\.json)/, 'docs'],
  [/^\/(?:healthz|readyz|metrics)$/, 'health'],
]

/** Said by a route whose paths could be anything: a link host's. */
export const isOf = (res: Response, surface: Surface): void => void (res.locals['surface'] = surface)

export function surfacesWith(scriptPath: string | null): (req: Request, res: Response) => Surface {
  const scripts = new Set(scriptPaths(scriptPath))
  return (req, res) => {
    const said = res.locals['surface'] as Surface | undefined
    if (said) return said
    const path = req.originalUrl.split('?', 1)[0] ?? ''
    if (scripts.has(path.replace(/\/$/, ''))) return 'script'
    return BY_PATH.find(([pattern]) => pattern.test(path))?.[1] ?? 'other'
  }
}
