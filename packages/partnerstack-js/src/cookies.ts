// Remembers a referral on the site: which cookies, on which domain.
import Cookies from 'js-cookie'
import type { Referral } from './referral.ts'

/** How long a click is remembered, in days. */
const LIFE = 90
/** Must not begin with `_ps`: sites take any such cookie for a referral. */
const PROBE = 'gsprobe'

/**
 * Replaces whatever was remembered. Throws in a sandboxed frame, which may not even mention cookies.
 * @param publicKey Its first 8 characters after `pk_` name a cookie of this program's own.
 * @param cookieDomain A domain to use instead of the registrable one. One that the browser refuses, such as `none`,
 * leaves the cookies on this host only.
 */
export function remember(visit: Referral, publicKey: string, cookieDomain?: string): void {
  const values = {
    growSumoPartnerKey: visit.partner_key,
    ps_partner_key: visit.partner_key,
    ['_ps_partner_key_' + publicKey.slice(3, 11)]: visit.partner_key,
    gsxid: visit.xid,
    ps_xid: visit.xid,
    pscd: visit.pscd,
  }
  const labels = location.hostname.split('.')
  // ~index counts from the end: com, shop.com, www.shop.com.
  const domains = labels.map((_label, index) => labels.slice(~index).join('.'))
  // Only the browser knows which suffixes are public (`co.uk`, `github.io`): the first domain to take a cookie is ours.
  const domain = (cookieDomain ? [cookieDomain] : domains).find(
    (candidate) => Cookies.set(PROBE, candidate, { domain: candidate }) && Cookies.get(PROBE) === candidate,
  )
  Cookies.remove(PROBE, { domain })
  for (const name in values) {
    // An older cookie of the name, host-only or on another parent, would be read before the new one.
    for (const older of ['', ...domains]) Cookies.remove(name, { domain: older })
    const value = values[name]
    if (value) {
      Cookies.set(name, value, { domain, expires: LIFE, sameSite: 'Lax', secure: location.protocol === 'https:' })
    }
  }
}
