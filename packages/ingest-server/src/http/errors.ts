/** Where every request ends that no route has answered. */
import type { ErrorRequestHandler, Request, RequestHandler } from 'express'
import type { Logger } from 'pino'
import { AppError } from '../errors.ts'
import { answerError } from './envelope.ts'
import { requestIdOf } from './request-id.ts'

/** The route, never the address: that may hold a token, a name or an e-mail. */
const routeOf = (req: Request): string => `${req.method} ${String(req.route?.path ?? 'no route')}`

/** What Express and its body parsers throw for a request that cannot be read. */
function asAppError(error: unknown): AppError | null {
  if (error instanceof AppError) return error
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return null
  if (error.status === 413) {
    const limit = 'limit' in error ? ` The limit is ${String(error.limit)} bytes.` : ''
    return new AppError('PAYLOAD_TOO_LARGE', `The body is too large.${limit}`, { cause: error })
  }
  if (error.status === 415) {
    return new AppError('UNSUPPORTED_MEDIA_TYPE', 'Send the body without Content-Encoding.', { cause: error })
  }
  if (error instanceof URIError || error.status === 400) {
    const what = error instanceof URIError ? 'The address is not well-formed.' : 'The request could not be read.'
    return new AppError('BAD_REQUEST', what, { cause: error })
  }
  return null
}

/** Long enough for a restart of the database, short enough that nobody notices. */
const RETRY_AFTER_S = '2'

/** While the database is gone every request fails, thousands a second: one of them is told of in so long, with how many were not. */
const OUTAGE_TOLD_EVERY_MS = 1_000

/** `elapsed` is a clock in milliseconds that never goes back. */
export function errorHandler(log: Logger, elapsed: () => number): ErrorRequestHandler {
  let [toldAt, untold] = [-Infinity, 0]
  /** How many went untold since the last; null where this one is one of them. */
  const untoldBefore = (): number | null => {
    if (elapsed() - toldAt < OUTAGE_TOLD_EVERY_MS) {
      untold++
      return null
    }
    const before = untold
    ;[toldAt, untold] = [elapsed(), 0]
    return before
  }
  return (error, req, res, next) => {
    const id = requestIdOf(res)
    const known = asAppError(error)
    const about = { request: id, route: routeOf(req) }
    const others = known?.status === 503 ? untoldBefore() : 0
    if (!known || (known.status >= 500 && others !== null)) {
      log.error({ err: error, ...about, ...(others && { others }) }, 'a request failed')
    }
    // Its words are for the caller, and may repeat what the caller named.
    else log.debug({ code: known.code, ...about }, 'a request was refused')
    if (res.headersSent) return next(error)
    if (!known) return answerError(res, 500, `Something went wrong here. The server's log has it under ${id}.`)
    if (known.status === 401 && !res.get('WWW-Authenticate')) res.set('WWW-Authenticate', 'Basic realm="API keys"')
    if (known.status === 503) res.set('Retry-After', RETRY_AFTER_S)
    answerError(res, known.status, known.message)
  }
}

export const notFound: RequestHandler = () => {
  throw new AppError(
    'NOT_FOUND',
    'There is nothing at this address. The API is under /v1 and /api/v2; /docs has all of it.',
  )
}

/** For a path that is there: names the methods it takes. */
export const methodNotAllowed =
  (allow: string): RequestHandler =>
  (req, res) => {
    res.set('Allow', allow)
    if (req.method === 'OPTIONS') return void res.status(204).end()
    throw new AppError('METHOD_NOT_ALLOWED', `${req.method} is not possible here. Possible: ${allow}.`)
  }
