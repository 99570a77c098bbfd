// Has the server write the site's cookies: some browsers keep those that a script has written for seven days only.
import Cookies from 'js-cookie'
import { attempt } from '../attempt.ts'
import { takesCookies } from '../cookies.ts'
import type { Settings } from '../members.ts'
import { rememberedIn } from '../referral.ts'

/** The longest name that both hosts end in. */
export function sharedDomain(a: string, b: string): string {
  const [left, right] = [a, b].map((host) => host.split('.').reverse()) as [string[], string[]]
  const differs = left.findIndex((label, index) => label !== right[index])
  return (differs < 0 ? left : left.slice(0, differs)).reverse().join('.')
}

/** Whether the server may write cookies that this page reads. */
function isOurs({ hostname }: URL): boolean {
  const shared = sharedDomain(hostname, location.hostname)
  return shared === location.hostname || !!(shared && attempt(() => takesCookies(shared)))
}

/** Asks beside the endpoint of sign-ups, at `remember`. True once the server has answered that it is done. */
export async function askServer({ endpoint, key, cookieDomain }: Settings): Promise<boolean> {
  const url = new URL('remember', new URL(endpoint, location.href))
  // The server knows one domain only, the one it shares with the page.
  if (cookieDomain || !isOurs(url)) return false
  const body = JSON.stringify({ public_key: key })
  const { ok } = await fetch(url.href, { method: 'POST', body, credentials: 'include', keepalive: true })
  return ok
}

/** Whether the link's host left a trace on this site, while what a script had written is gone. */
export function isForgotten({ key }: Settings): boolean {
  const cookies = Cookies.get()
  return !rememberedIn(cookies) && !!cookies['_ps_partner_key_' + key!.slice(3, 11)]
}
