/** The cookies a click leaves on the link's own host, for the sites that share its domain. Pure. */
import { isIP } from 'node:net'

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
}

/** The longest name both hosts end in, of two labels or more. */
export function sharedDomain(a: string, b: string): string | null {
  if (isIP(a.replace(/^\[|\]$/g, '')) || isIP(b.replace(/^\[|\]$/g, ''))) return null
  const [left, right] = [a, b].map((host) => host.toLowerCase().split('.').reverse()) as [string[], string[]]
  const differs = left.findIndex((label, i) => label !== right[i])
  const shared = differs === -1 ? left : left.slice(0, differs)
  return shared.length >= 2 ? shared.reverse().join('.') : null
}

/** Names of the clicks before this one; what else a stranger may have sent is not repeated. */
const olderClicks = (received: string): string[] =>
  received
    .split(';')
    .map((pair) => pair.split('=', 1)[0]!.trim())
    .filter((name) => /^(_ps_xid_|_gsxid)[\w-]{1,60}$/.test(name))
    .slice(0, 40)

/** The `Set-Cookie` headers of a click. Older clicks are ended, or they would pile up. */
export function linkCookies(visit: LinkVisit): string[] {
  const { program, suffix, partnerKey, xid } = visit
  const domain = sharedDomain(visit.linkHost, visit.destinationHost)
  const secure = visit.secure ? '; Secure' : ''
  const cookie = (name: string, value: string, maxAge: number, on: string | null): string =>
    `${name}=${encodeURIComponent(value)}; Max-Age=${maxAge}; Path=/${on ? `; Domain=${on}` : ''}; SameSite=Lax${secure}`
  const places = domain === null ? [null] : [domain, null]
  const set: readonly (readonly [string, string])[] = [
    [`_ps_partner_key_${program}`, partnerKey],
    [`_ps_xid_${program}_${suffix}`, xid],
    [`_grsmpk${program}`, partnerKey],
    [`_gsxid${program}${suffix}`, xid],
  ]
  return [
    ...olderClicks(visit.received).flatMap((name) => places.map((place) => cookie(name, '', 0, place))),
    ...set.map(([name, value]) => cookie(name, value, MAX_AGE_S, domain)),
  ]
}
