/** Which pages of other origins may call the API from a browser. Callers bring their credentials themselves, never by cookie. */
import type { RequestHandler } from 'express'

/** What a page of any origin may send, and one of an origin that the operator lists. */
const FEW_HEADERS = 'authorization, content-type'
const HEADERS = `${FEW_HEADERS}, idempotency-key`
const SHOWN = 'X-Request-Id, Retry-After, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset'
const DAY_S = '86400'

/** `any` is every origin; else those that the operator lists. */
export const allowOrigins =
  (origins: readonly string[] | 'any'): RequestHandler =>
  (req, res, next) => {
    if (origins === 'any') {
      res.set('Access-Control-Allow-Origin', '*')
      return next()
    }
    res.vary('Origin')
    const origin = req.get('origin')
    if (origin !== undefined && origins.includes(origin)) {
      res.set('Access-Control-Allow-Origin', origin).set('Access-Control-Expose-Headers', SHOWN)
    }
    next()
  }

/** Answers OPTIONS: what a path takes, and to a page that may call it, what it may send. */
export const options =
  (allow: string): RequestHandler =>
  (_req, res) => {
    res.set('Allow', allow)
    const origin = res.get('Access-Control-Allow-Origin')
    if (origin) {
      res
        .set('Access-Control-Allow-Methods', allow)
        .set('Access-Control-Allow-Headers', origin === '*' ? FEW_HEADERS : HEADERS)
        .set('Access-Control-Max-Age', DAY_S)
    }
    res.status(204).end()
  }
