/** `POST /v1/remember`: writes the site's cookies for a page that shares a domain with this host. */
import { Router, type Request, type RequestHandler } from 'express'
import { AppError } from '../errors.ts'
import { publicKeyOf } from '../inbox/signup-entry.ts'
import { bytesOf, jsonOf, rawBody } from './body.ts'
import type { Deps } from './deps.ts'
import { answer } from './envelope.ts'
import { methodNotAllowed } from './errors.ts'
import { addressOf, limitCalls } from './limits.ts'
import type { Lookups } from './lookups.ts'
import { cookiesOf, rememberedIn, sharedDomain, siteCookies, type Place } from './site-cookies.ts'

const LIMIT = 4 * 1024

/** Whether a host is a name, or under it. A browser refuses names that nobody owns, as `co.uk`. */
const isUnder = (host: string, domain: string): boolean => domain.includes('.') && `.${host}`.endsWith(`.${domain}`)

/** The page's place, on the wider domain that it names where that is its own and ours. */
function widened(req: Request, place: Place): Place {
  const { domain } = jsonOf(req)
  if (place.domain === null || typeof domain !== 'string' || !/^[a-z\d.-]+$/.test(domain)) return place
  return isUnder(place.domain, domain) ? { ...place, domain } : place
}

/** Where the page's cookies belong; null where this host may not write them. */
function placeOf(req: Request): Place | null {
  const page = URL.parse(req.get('origin') ?? '')
  const host = req.hostname?.toLowerCase() ?? ''
  if (!page || !/^https?:$/.test(page.protocol)) return null
  const domain = sharedDomain(page.hostname, host)
  if (domain === null && page.hostname !== host) return null
  return { domain, secure: page.protocol === 'https:' }
}

export function remember({ limits }: Deps, lookups: Lookups): Router {
  /** Only pages of the same site may read the answer: with credentials, an origin is named or refused. */
  const sameSite: RequestHandler = (req, res, next) => {
    res.vary('Origin')
    if (placeOf(req) === null) {
      throw new AppError('FORBIDDEN', `Only pages under the domain of ${req.hostname} may ask this, by their Origin.`)
    }
    res.set({
      'Access-Control-Allow-Origin': req.get('origin'),
      'Access-Control-Allow-Credentials': 'true',
      'Cache-Control': 'no-store',
    })
    next()
  }

  const preflight: RequestHandler = (_req, res) => {
    res.set({
      'Access-Control-Allow-Methods': 'POST, OPTIONS',
      'Access-Control-Allow-Headers': 'content-type',
      'Access-Control-Max-Age': '86400',
    })
    res.status(204).end()
  }

  const write: RequestHandler = async (req, res) => {
    const publicKey = publicKeyOf(bytesOf(req))
    const key = publicKey ? await lookups.apiKey(publicKey) : null
    if (!key || key.revokedAt !== null) {
      throw new AppError('UNAUTHORIZED', "'public_key' is not a public key of this program. See: keys list")
    }
    const program = key.publicKey.replace(/^pk_/, '').slice(0, 8)
    const visit = rememberedIn(cookiesOf(req.get('cookie') ?? ''), program)
    const { windowDays } = await lookups.settings(key.mode)
    if (visit) res.append('Set-Cookie', siteCookies(visit, program, windowDays, widened(req, placeOf(req)!)))
    answer(res, '/v1', 'Remembered', {})
  }

  return Router()
    .use('/v1/remember', sameSite)
    .post('/v1/remember', limitCalls(limits.signups, addressOf), rawBody(LIMIT), write)
    .options('/v1/remember', preflight)
    .all('/v1/remember', methodNotAllowed('POST, OPTIONS'))
}
