// Remembers a referral on the site: which cookies, on which domain.
import { jar } from './jar.ts'
import type { Settings } from './members.ts'
import type { Referral } from './referral.ts'

/** Must not begin with `_ps`: sites take any such cookie for a referral. */
const PROBE = 'growsumo'

/** Whether this page may write cookies on a domain, which only the browser knows. */
export function takesCookies(domain: string): boolean {
  jar.set(PROBE, domain, { domain })
  const taken = jar.get()[PROBE] === domain
  jar.remove(PROBE, { domain })
  return taken
}

/** What this page's host is under, itself included, the shortest first: com, shop.com, www.shop.com. */
export function domainsHere(): string[] {
  const labels = location.hostname.split('.')
  return labels.map((_label, index) => labels.slice(~index).join('.')) // ~index counts from the end
}

/**
 * Replaces whatever was remembered, by nothing where the visit is empty. Throws in a sandboxed frame, which may not even
 * mention cookies. The first 8 characters of the public key after `pk_` name a cookie of this program's own. A
 * `cookieDomain` that the browser refuses, such as `none`, leaves the cookies on this host only.
 */
export function remember(visit: Referral, { key, cookieDomain, expires }: Settings): void {
  const values = {
    growSumoPartnerKey: visit.partner_key,
    ps_partner_key: visit.partner_key,
    ['_ps_partner_key_' + key!.slice(3, 11)]: visit.partner_key,
    gsxid: visit.xid,
    ps_xid: visit.xid,
    pscd: visit.pscd,
  }
  const domains = domainsHere()
  // Only the browser knows which suffixes are public (`co.uk`, `github.io`): the first domain to take a cookie is ours.
  const domain = (cookieDomain ? [cookieDomain] : domains).find(takesCookies)
  for (const name in values) {
    // An older cookie of the name, host-only or on another parent, would be read before the new one.
    for (const older of ['', ...domains]) jar.remove(name, { domain: older })
    const value = values[name]
    if (value) {
      jar.set(name, value, {
        domain,
        expires: +expires! || 90,
        sameSite: 'Lax',
        secure: location.protocol === 'https:',
      })
    }
  }
}
