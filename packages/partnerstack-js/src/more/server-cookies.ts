// Has the server write the site's cookies: some browsers keep those that a script has written for seven days only.
import { jar } from '../jar.ts'
import { attempt } from '../attempt.ts'
import { domainsHere, takesCookies } from '../cookies.ts'
import type { Settings } from '../members.ts'
import { rememberedIn } from '../referral.ts'

/** Asks beside the endpoint of sign-ups, at `remember`. True once the server has answered that it is done. */
export async function askServer({ endpoint, key, cookieDomain }: Settings): Promise<boolean> {
  const url = new URL('remember', new URL(endpoint, location.href))
  // The one that this site's pages share; undefined on `localhost`, or where there may be no cookies.
  const domain = attempt(() => domainsHere().find(takesCookies))
  const isOurs = url.hostname === location.hostname || (domain && `.${url.hostname}`.endsWith(`.${domain}`))
  if (cookieDomain || !isOurs) return false
  // Behind a proxy on the page's own host, the server cannot tell which part of the name the site's pages share.
  const body = JSON.stringify({ public_key: key, domain })
  const { ok } = await fetch(url.href, { method: 'POST', body, credentials: 'include', keepalive: true })
  return ok
}

/** Whether the link's host left a trace on this site, while what a script had written is gone. */
export function isForgotten({ key }: Settings): boolean {
  const cookies = jar.get()
  return !rememberedIn(cookies) && !!cookies['_ps_partner_key_' + key!.slice(3, 11)]
}
