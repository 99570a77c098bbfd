/** How many calls a minute are taken from one caller. Every answer tells what is left; each process counts by itself. */
import type { Request, RequestHandler, Response } from 'express'
import { MemoryStore, ipKeyGenerator, rateLimit } from 'express-rate-limit'
import { AppError } from '../errors.ts'

const MINUTE_MS = 60_000

/** Calls a minute; 0 is no limit. */
export interface Limits {
  /** Of the API, by one key pair or token; and from one address by whoever has none that stands. */
  readonly api: number
  /** Of the script's public endpoints, from one address. */
  readonly signups: number
}

/** An IPv6 caller has a whole network of addresses, so those of one /56 are one caller. */
export const addressOf = (req: Request): string => ipKeyGenerator(req.ip ?? '')

/**
 * Answers 429 with Retry-After beyond `perMinute`. `RateLimit-Limit`, `-Remaining` and `-Reset` (seconds) are on every answer.
 * @see https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-ratelimit-headers-06
 */
export function limitCalls(perMinute: number, callerOf: (req: Request, res: Response) => string): RequestHandler {
  if (perMinute === 0) return (_req, _res, next) => next()
  const store = new MemoryStore()
  const limit = rateLimit({
    windowMs: MINUTE_MS,
    limit: perMinute,
    standardHeaders: 'draft-6',
    legacyHeaders: false,
    store,
    validate: false, // who may name the client's address is decided by TRUST_PROXY
    keyGenerator: callerOf,
    handler() {
      const calls = `More than ${perMinute} calls within a minute.`
      throw new AppError('TOO_MANY_REQUESTS', `${calls} Go on after the seconds that Retry-After tells.`)
    },
  })
  let last = 0
  return (req, res, next) => {
    // The minute is measured by the time of day: where that is set back, it would last as long as the step.
    if (Date.now() < last) void store.resetAll()
    last = Date.now()
    return limit(req, res, next)
  }
}
