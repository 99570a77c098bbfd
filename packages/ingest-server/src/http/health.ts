/** `/healthz`, `/readyz` and `/metrics`: for whoever keeps the server running. */
import { Router, type RequestHandler } from 'express'
import { AppError } from '../errors.ts'
import { CONTENT_TYPE } from '../metrics/exposition.ts'
import { inTime } from '../metrics/installation.ts'
import { matchesHash, sha256 } from '../secrets.ts'
import { cached } from './cached.ts'
import type { Deps } from './deps.ts'
import { methodNotAllowed } from './errors.ts'

const PATIENCE_MS = 2_000

type Database = 'ok' | 'unreachable'
interface Found {
  readonly database: Database
  readonly schema: 'current' | 'behind' | 'ahead' | null
}

const WHY = {
  ending: 'The server is being shut down. Ask another.',
  unreachable: 'The database does not answer.',
  behind: 'The database is older than this program: start the server anew, which brings it up to date.',
} as const

export function health(deps: Deps): Router {
  const { books, elapsed, log, metricsToken, metrics, isEnding, serverId } = deps

  /** Whoever asks, and however often: once a second. */
  const look = cached<Found>(
    async () => {
      try {
        return { database: 'ok', schema: await inTime(books.ping(), PATIENCE_MS) }
      } catch (error) {
        log.warn({ err: error }, 'the database does not answer')
        return { database: 'unreachable', schema: null }
      }
    },
    { elapsed },
  )

  const alive: RequestHandler = (_req, res) => {
    res
      .set('Cache-Control', 'no-store')
      .json({ status: 200, message: 'alive', service: 'partnerstack-ingest', server: serverId })
  }

  const ready: RequestHandler = async (_req, res) => {
    const ending = isEnding()
    const found = (await look('')) ?? { database: 'unreachable', schema: null }
    const why = ending ? 'ending' : found.schema === 'behind' ? 'behind' : found.database
    const checks = { ...found, ending }
    res.set('Cache-Control', 'no-store')
    if (why === 'ok') return void res.json({ status: 200, message: 'ready', ...checks })
    // Not by way of the error handler: that this is asked again and again is no error.
    res.status(503).json({ status: 503, error: WHY[why], message: WHY[why], ...checks })
  }

  const tokenHash = metricsToken === null ? null : sha256(metricsToken)
  const tell: RequestHandler = async (req, res) => {
    const [, token] = /^bearer +(\S+) *$/i.exec(req.get('authorization') ?? '') ?? []
    if (tokenHash === null || token === undefined || !matchesHash(token, tokenHash)) {
      res.set('WWW-Authenticate', 'Bearer')
      const how = tokenHash === null ? 'Metrics are closed. Set METRICS_TOKEN, and send it' : 'Send METRICS_TOKEN'
      throw new AppError('UNAUTHORIZED', `${how} as Authorization: Bearer.`)
    }
    res.set({ 'Content-Type': CONTENT_TYPE, 'Cache-Control': 'no-store' }).send(await metrics())
  }

  const router = Router({ caseSensitive: true, strict: true })
  const refuse = methodNotAllowed('GET, HEAD')
  for (const [path, answer] of [
    ['/healthz', alive],
    ['/readyz', ready],
    ['/metrics', tell],
  ] as const)
    router.route(path).get(answer).all(refuse)
  return router
}
