/** The operator's own path for what the script posts: no blocklist knows it. */
import type { RequestHandler } from 'express'

/** Which of our paths stands at which of the operator's: sign-ups, and what remembers beside them, where the script asks. */
export function ownPaths(endpointPath: string | null): ReadonlyMap<string, string> {
  if (endpointPath === null) return new Map()
  return new Map([
    [endpointPath, '/v1/signups'],
    [endpointPath.replace(/[^/]*$/, 'remember'), '/v1/remember'],
  ])
}

/** Lets a request for one of the operator's paths go on as one for ours. */
export function ownEndpoint(endpointPath: string | null): RequestHandler {
  const paths = ownPaths(endpointPath)
  return (req, _res, next) => {
    const path = paths.get(req.path)
    if (path !== undefined) req.url = path + req.url.slice(req.path.length)
    next()
  }
}
