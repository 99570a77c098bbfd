/** Referral links: `/r/<path>` on the public address, and every path of a link host but the reserved ones. */
import type { Request, Response, NextFunction, RequestHandler } from 'express'
import type { LinkHost } from '../config.ts'
import type { ClickFact, Mode } from '../facts.ts'
import { newXid, randomBase62 } from '../secrets.ts'
import type { LinkView } from '../store/queries.ts'
import type { Deps } from './deps.ts'
import { linkCookies, type LinkVisit } from './link-cookies.ts'
import { linkPage } from './link-page.ts'
import { linkTarget } from './link-target.ts'
import { cookiesOf, rememberedIn } from './site-cookies.ts'
import type { Lookups } from './lookups.ts'
import { methodNotAllowed } from './errors.ts'
import { reservedPaths } from './reserved-paths.ts'
import { isOf } from './surface.ts'

/** How long a visitor waits for the click to be kept. */
const PATIENCE_MS = 250

const PREFETCH = /\bprefetch\b/i
const isPrefetch = (req: Request): boolean =>
  PREFETCH.test(`${req.get('purpose') ?? ''} ${req.get('sec-purpose') ?? ''}`)

/** Someone follows the link; anything else is a look at it, or a page that tries to plant a referral unseen. */
const isVisit = (req: Request): boolean =>
  req.method === 'GET' && (isPrefetch(req) || ['document', undefined].includes(req.get('sec-fetch-dest')))

/** The path of a link as it was given out; null where it cannot be one. */
function pathOf(encoded: string): string | null {
  try {
    return decodeURIComponent(encoded).replace(/\/$/, '') || null
  } catch {
    return null // not well-formed: nobody gave that out
  }
}

const queryOf = (url: string): string => url.split('?').slice(1).join('?')

type CookieTerms = Pick<LinkVisit, 'program' | 'windowDays'>

type Follow = (req: Request, res: Response, next: NextFunction, encodedPath: string, on: Origin) => Promise<void>
interface Origin {
  readonly host: string
  readonly secure: boolean
  readonly isCustomDomain: boolean
}

function follow({ books, now, log }: Deps, lookups: Lookups): Follow {
  const page = linkPage()

  /** Waits a little for the click to be committed; the visitor goes on even where it is not. */
  async function keep(mode: Mode, click: ClickFact): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const recorded = books
      .record({ mode, at: now(), facts: [click], delivery: null })
      .catch((error: unknown) => log.error({ err: error, xid: click.xid }, 'a click was not kept'))
    const patience = new Promise((resolve) => (timer = setTimeout(resolve, PATIENCE_MS)))
    await Promise.race([recorded, patience])
    clearTimeout(timer)
  }

  /** Under which name cookies are set, and for how long the site's are; null where none are set. */
  async function cookieTerms(mode: Mode, received: string): Promise<CookieTerms | null> {
    try {
      const { linkCookies, windowDays, attribution } = await lookups.settings(mode)
      if (!linkCookies) return null
      const program = await lookups.program(mode)
      // The first click stays the site's, where the first counts.
      const isLater = attribution === 'first' && rememberedIn(cookiesOf(received), program) !== null
      return { program, windowDays: isLater ? null : windowDays }
    } catch (error) {
      log.error({ err: error }, 'a click goes on without cookies')
      return null
    }
  }

  async function destinationOf({ link, group }: LinkView): Promise<string | null> {
    return link.destination ?? group.destination ?? (await lookups.settings(link.mode)).siteUrl
  }

  return async (req, res, next, encodedPath, on) => {
    const path = pathOf(encodedPath)
    const view = path === null ? null : await lookups.link(path)
    const destination = view && (await destinationOf(view))
    if (!view || !destination) return void page(req, res, next)
    const { link, partner } = view
    res.status(302).set('Cache-Control', 'no-store')
    const query = queryOf(req.originalUrl)
    if (!isVisit(req) || partner.archived) return void res.location(linkTarget(destination, query, null)).end()

    const { partnerKey } = partner
    const xid = newXid(now())
    const referral = { partnerKey, xid, customDomain: on.isCustomDomain ? on.host : null }
    const received = req.get('cookie') ?? ''
    const [terms] = await Promise.all([
      cookieTerms(link.mode, received),
      keep(link.mode, { kind: 'click', xid, linkKey: link.key, partnerKey, counted: !isPrefetch(req) }),
    ])
    if (terms !== null) {
      const { secure, host: linkHost } = on
      const destinationHost = URL.parse(destination)?.hostname ?? ''
      const visit = { ...referral, ...terms, linkHost, destinationHost, secure, suffix: randomBase62(4), received }
      res.append('Set-Cookie', linkCookies(visit))
    }
    res.location(linkTarget(destination, query, referral)).end()
  }
}

const isSecure = (origin: string): boolean => origin.startsWith('https:')

/** `/r/<path>` on the public address. */
export function publicLinks(deps: Deps, lookups: Lookups): RequestHandler {
  const go = follow(deps, lookups)
  const refuse = methodNotAllowed('GET, HEAD')
  const secure = isSecure(deps.publicUrl)
  return (req, res, next) => {
    if (!['GET', 'HEAD'].includes(req.method)) return refuse(req, res, next)
    return go(req, res, next, req.path.slice(1), { host: req.hostname, secure, isCustomDomain: false })
  }
}

/** The whole path space of the link hosts; the reserved paths go on to their own routes. */
export function linkHosts(deps: Deps, lookups: Lookups): RequestHandler {
  const go = follow(deps, lookups)
  const refuse = methodNotAllowed('GET, HEAD')
  const hosts = new Map<string, LinkHost>(deps.linkHosts.map((linkHost) => [linkHost.host, linkHost]))
  const isReserved = reservedPaths(deps)
  return (req, res, next) => {
    const on = hosts.get(req.hostname?.toLowerCase() ?? '')
    if (!on || isReserved(req.path)) return next()
    if (!['GET', 'HEAD'].includes(req.method)) return refuse(req, res, next)
    isOf(res, 'links')
    return go(req, res, next, req.path.slice(1), { host: on.host, secure: isSecure(on.origin), isCustomDomain: true })
  }
}
