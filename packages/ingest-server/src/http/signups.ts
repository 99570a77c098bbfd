/** `POST /v1/signups`: what the browser script reports, over a public key, from any site. */
import { randomUUID } from 'node:crypto'
import { Router, type ErrorRequestHandler, type RequestHandler } from 'express'
import { AppError } from '../errors.ts'
import type { Mode } from '../facts.ts'
import { publicKeyOf, signupEntry } from '../inbox/signup-entry.ts'
import { callBy, idempotencyKey } from './api/idempotency.ts'
import { bytesOf, rawBody } from './body.ts'
import type { Deps } from './deps.ts'
import { answer } from './envelope.ts'
import { methodNotAllowed } from './errors.ts'
import { addressOf, limitCalls } from './limits.ts'
import type { Lookups } from './lookups.ts'
import { originOf, type Sightings } from './sightings.ts'

const LIMIT = 64 * 1024

/** On every answer, errors too: a page must be able to read why. */
const anyOrigin: RequestHandler = (_req, res, next) => {
  res.set('Access-Control-Allow-Origin', '*')
  next()
}

const preflight: RequestHandler = (_req, res) => {
  res
    .set('Access-Control-Allow-Methods', 'POST, OPTIONS')
    .set('Access-Control-Allow-Headers', 'authorization, content-type')
    .set('Access-Control-Max-Age', '86400')
    .status(204)
    .end()
}

export function signups({ books, now, limits }: Deps, lookups: Lookups, sightings: Sightings): Router {
  const record: RequestHandler = async (req, res) => {
    const body = bytesOf(req)
    const publicKey = publicKeyOf(body)
    const key = publicKey ? await lookups.apiKey(publicKey) : null
    res.locals['scope'] = key?.mode ?? null
    if (!key || key.revokedAt !== null) {
      throw new AppError('UNAUTHORIZED', "'public_key' is not a public key of this program. See: keys list")
    }
    const origin = req.get('origin')
    const headers: Record<string, string> = origin ? { origin } : {}
    const raw = { mode: key.mode, body, headers, receivedAt: now(), eventId: randomUUID() }
    const named = idempotencyKey(req)
    // A browser sends none, and has its signup_id; a server that reports sign-ups may.
    const again = named === undefined ? {} : { call: callBy(`sign-ups of ${key.publicKey}`, named, body) }
    const { delivery } = await books.record({ ...signupEntry(raw), ...again })
    if (delivery?.state === 'failed') throw new AppError('UNAVAILABLE', 'The sign-up is kept, but working it failed.')
    // The same for a new and a known customer: the key is public, and so is this answer.
    answer(res, '/v1', 'Signup received', {})
  }

  const notice: ErrorRequestHandler = (error, req, res, next) => {
    const scope = (res.locals['scope'] as Mode | null | undefined) ?? null
    sightings.turnedAway({ kind: 'signup', scope, source: originOf(req.get('origin')) }, error)
    next(error)
  }

  return Router()
    .use('/v1/signups', anyOrigin)
    .post('/v1/signups', limitCalls(limits.signups, addressOf), rawBody(LIMIT), record, notice)
    .options('/v1/signups', preflight)
    .all('/v1/signups', methodNotAllowed('POST, OPTIONS'))
}
