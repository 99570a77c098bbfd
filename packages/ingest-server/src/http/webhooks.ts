/** `POST /webhooks/<provider>/<token>`: what payment platforms tell us. */
import { Router, type ErrorRequestHandler, type Request, type RequestHandler } from 'express'
import { AppError } from '../errors.ts'
import { webhookEntry } from '../inbox/webhook-entry.ts'
import { bytesOf, rawBody } from './body.ts'
import type { Deps } from './deps.ts'
import { methodNotAllowed } from './errors.ts'
import type { Doorway, Lookups } from './lookups.ts'
import type { Sightings } from './sightings.ts'

const LIMIT = 1024 * 1024

const flat = (headers: Request['headers']): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))

export function webhooks({ books, providers, now }: Deps, lookups: Lookups, sightings: Sightings): Router {
  const readBody = rawBody(LIMIT)

  /** Before the body is read: who does not know the address has nothing to say. */
  const enter: RequestHandler<{ provider: string; token: string }> = async (req, res, next) => {
    const doorway = await lookups.doorway(req.params.provider, req.params.token)
    if (!doorway) throw new AppError('NOT_FOUND', 'There is no webhook at this address. See: webhook list')
    res.locals['doorway'] = doorway
    next()
  }

  const receive: RequestHandler<{ provider: string; token: string }> = async (req, res) => {
    const { channel, credentials, ...doorway } = res.locals['doorway'] as Doorway
    const provider = providers.get(doorway.provider)
    if (!provider) throw new AppError('NOT_FOUND', 'There is no webhook at this address. See: webhook list')
    const raw = { body: bytesOf(req as Request), headers: flat(req.headers), receivedAt: now() }
    provider.verify(raw, credentials)
    const { currency } = await lookups.settings(channel.mode)
    const { delivery } = await books.record(webhookEntry(provider, raw, channel, currency))
    if (!delivery || delivery.state === 'failed') {
      throw new AppError('UNAVAILABLE', 'The delivery is kept, but working it failed. Please send it again.')
    }
    res.json({ status: 200, message: delivery.reason, outcome: delivery.state, delivery: delivery.key })
  }

  const notice: ErrorRequestHandler = (error, _req, res, next) => {
    const doorway = res.locals['doorway'] as Doorway | undefined
    if (doorway) sightings.turnedAway({ kind: 'webhook', scope: doorway.channel.mode, source: doorway.provider }, error)
    next(error)
  }

  return Router()
    .post('/webhooks/:provider/:token', enter, readBody as typeof receive, receive, notice as unknown as typeof receive)
    .all('/webhooks/:provider/:token', enter, methodNotAllowed('POST'))
}
