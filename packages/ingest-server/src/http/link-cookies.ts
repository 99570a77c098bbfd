/** The cookies a click leaves on the link's own host, for the sites that share its domain. Pure. */
import { setCookie, sharedDomain, siteCookies } from './site-cookies.ts'

const MAX_AGE_S = 90 * 24 * 60 * 60

export interface LinkVisit {
  readonly linkHost: string
  readonly destinationHost: string
  /** Whether the link host is on https. */
  readonly secure: boolean
  readonly program: string
  /** Four characters that tell this click's cookies from another's. */
  readonly suffix: string
  readonly partnerKey: string
  readonly xid: string
  /** The `Cookie` header that came with the click. */
  readonly received: string
  /** Where the link's own domain is to be told of. */
  readonly customDomain: string | null
  /** How long the site remembers the click, where it is to be written for the site as well; else null. */
  readonly windowDays: number | null
}

/** Names of the clicks before this one; what else a stranger may have sent is not repeated. */
const olderClicks = (received: string): string[] =>
  received
    .split(';')
    .map((pair) => pair.split('=', 1)[0]!.trim())
    .filter((name) => /^(_ps_xid_|_gsxid)[\w-]{1,60}$/.test(name))
    .slice(0, 40)

/**
 * The `Set-Cookie` headers of a click. Older clicks are ended, or they would pile up. Where the site shares the domain, its
 * own are among them: a browser keeps what its script would write for seven days only.
 */
export function linkCookies(visit: LinkVisit): string[] {
  const { program, suffix, partnerKey, xid, secure, windowDays } = visit
  const place = { domain: sharedDomain(visit.linkHost, visit.destinationHost), secure }
  // On one and the same host nobody but the script can tell which part of its name the site's pages share.
  const isShared = place.domain !== null && visit.linkHost !== visit.destinationHost
  const places = place.domain === null ? [place] : [place, { domain: null, secure }]
  const set: readonly (readonly [string, string])[] = [
    [`_ps_partner_key_${program}`, partnerKey],
    [`_ps_xid_${program}_${suffix}`, xid],
    [`_grsmpk${program}`, partnerKey],
    [`_gsxid${program}${suffix}`, xid],
  ]
  return [
    ...olderClicks(visit.received).flatMap((name) => places.map((one) => setCookie(name, '', 0, one))),
    ...set.map(([name, value]) => setCookie(name, value, MAX_AGE_S, place)),
    ...(windowDays === null || !isShared ? [] : siteCookies(visit, program, windowDays, place)),
  ]
}
