/** The cookies of a site, as the browser script knows them, written by a server: those last where a script's do not. Pure. */
import { isIP } from 'node:net'

const DAY_S = 24 * 60 * 60

/** The longest name both hosts end in, of two labels or more. */
export function sharedDomain(a: string, b: string): string | null {
  if (isIP(a.replace(/^\[|\]$/g, '')) || isIP(b.replace(/^\[|\]$/g, ''))) return null
  const [left, right] = [a, b].map((host) => host.toLowerCase().split('.').reverse()) as [string[], string[]]
  const differs = left.findIndex((label, i) => label !== right[i])
  const shared = differs === -1 ? left : left.slice(0, differs)
  return shared.length >= 2 ? shared.reverse().join('.') : null
}

export interface Place {
  /** Null: this host only. */
  readonly domain: string | null
  /** Whether who reads it is on https. */
  readonly secure: boolean
}

/** One `Set-Cookie` header, readable by script. */
export function setCookie(name: string, value: string, maxAgeS: number, { domain, secure }: Place): string {
  const where = domain === null ? '' : `; Domain=${domain}`
  return `${name}=${encodeURIComponent(value)}; Max-Age=${maxAgeS}; Path=/${where}; SameSite=Lax${secure ? '; Secure' : ''}`
}

/** One visit, as cookies tell it: at least one of the first two is there. */
export interface Remembered {
  readonly partnerKey: string | null
  readonly xid: string | null
  /** The link's host, where it is a custom domain. */
  readonly customDomain: string | null
}

/** The `Set-Cookie` headers of a visit. What it does not have is ended: a partner and a click are a pair. */
export function siteCookies(visit: Remembered, program: string, windowDays: number, place: Place): string[] {
  const { partnerKey, xid, customDomain } = visit
  const values: readonly (readonly [string, string | null])[] = [
    ['growSumoPartnerKey', partnerKey],
    ['ps_partner_key', partnerKey],
    [`_ps_partner_key_${program}`, partnerKey],
    ['gsxid', xid],
    ['ps_xid', xid],
    ['pscd', customDomain],
  ]
  return values.map(([name, value]) =>
    value === null ? setCookie(name, '', 0, place) : setCookie(name, value, windowDays * DAY_S, place),
  )
}

/** A `Cookie` header's pairs, the first of a name; what is not well-formed is left out. */
export function cookiesOf(header: string): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>()
  for (const pair of header.split(';')) {
    const [name = '', ...value] = pair.split('=')
    if (cookies.has(name.trim())) continue
    try {
      cookies.set(name.trim(), decodeURIComponent(value.join('=').trim()))
    } catch {
      continue // not ours: we encode
    }
  }
  return cookies
}

/** The visit a browser remembers: what the script wrote last, else what a redirect left for this program. */
export function rememberedIn(cookies: ReadonlyMap<string, string>, program: string): Remembered | null {
  const first = (...names: string[]): string | null => names.map((name) => cookies.get(name)).find(Boolean) ?? null
  // Ids of clicks sort by time: of several the newest counts.
  const clicks = [...cookies.keys()].filter((name) => name.startsWith(`_ps_xid_${program}_`))
  const newest = clicks.map((name) => cookies.get(name)!).sort()
  const site = {
    partnerKey: first('ps_partner_key', 'growSumoPartnerKey'),
    xid: first('ps_xid', 'gsxid'),
    customDomain: first('pscd'),
  }
  const link = {
    partnerKey: first(`_grsmpk${program}`, `_ps_partner_key_${program}`),
    xid: newest.at(-1) || null,
    customDomain: null,
  }
  return [site, link].find(({ partnerKey, xid }) => partnerKey !== null || xid !== null) ?? null
}
