/** The browser script, under every address that pages have it at; with `?more`, the one with more. */
import { createHash } from 'node:crypto'
import { Router, type RequestHandler } from 'express'
import type { Deps } from './deps.ts'
import { methodNotAllowed } from './errors.ts'
import { isPage, originOf, type Sightings } from './sightings.ts'

/** Where it stands on every host, link hosts too. `/v1` is `/v1/` as well. */
export const scriptPaths = (scriptPath: string | null): string[] => [
  '/v1',
  '/pr/js',
  '/growsumo.min.js',
  ...(scriptPath === null ? [] : [scriptPath]),
]

const etagOf = (bytes: Buffer): string => `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`

const HEADERS = {
  'Cache-Control': 'public, max-age=86400',
  'Content-Type': 'text/javascript; charset=utf-8',
  'X-Content-Type-Options': 'nosniff',
  // Pages that are isolated, or check the script's integrity, may load it too.
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
}

export function script({ script, scriptMore, scriptPath }: Deps, sightings: Sightings): Router {
  const plain = { bytes: script, etag: etagOf(script) }
  const more = { bytes: scriptMore, etag: etagOf(scriptMore) }
  const serve: RequestHandler = (req, res) => {
    const { bytes, etag } = req.query['more'] === undefined ? plain : more
    if (req.method === 'GET' && isPage(req))
      sightings.saw({ kind: 'script', scope: null, source: originOf(req.get('referer')), reason: null })
    res.set(HEADERS).set('ETag', etag)
    if (req.fresh) return void res.status(304).end()
    res.set('Content-Length', String(bytes.length)).end(req.method === 'HEAD' ? undefined : bytes)
  }
  const router = Router({ caseSensitive: true })
  for (const path of scriptPaths(scriptPath)) router.get(path, serve).all(path, methodNotAllowed('GET, HEAD'))
  return router
}
