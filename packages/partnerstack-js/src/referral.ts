// The rule of who gets the credit. Pure: no window, no document, no cookie.
import { decodeGspk } from './gspk.ts'

/** One visit through a referral link, in the words of the wire: at least one of its two keys is there. */
export interface Referral {
  /** Travels with its `xid` as a pair: neither is ever joined to another visit's. */
  readonly partner_key?: string | undefined
  /** The click's id. */
  readonly xid?: string | undefined
  /** The host the link was on, where it was a custom domain. */
  readonly pscd?: string | undefined
}

/** Named values: a query string's, or a site's cookies. */
export type Values = Record<string, string | undefined>

/** `last`: every click replaces what was remembered. `first`: what was remembered stays until it expires. */
export type Attribution = 'last' | 'first'

/** The visit that a page's query tells of, in either family of names. What cannot be read is as if it were not there. */
export function clickIn(query: Values): Referral | undefined {
  // gspid is the spelling of 2016, and the only one that is not encoded.
  return visit(decodeGspk(query['ps_partner_key']) || decodeGspk(query['gspk']) || query['gspid'], query)
}

/** The visit remembered in a site's cookies, by this script or by the one it replaces. */
export function rememberedIn(cookies: Values): Referral | undefined {
  return visit(cookies['ps_partner_key'] || cookies['growSumoPartnerKey'], cookies)
}

function visit(partner_key: string | undefined, values: Values): Referral | undefined {
  const xid = values['ps_xid'] || values['gsxid']
  return partner_key || xid ? { partner_key, xid, pscd: values['pscd'] } : undefined
}

/** Chooses between the visit that led to this page and the one from before. */
export function credited(
  click: Referral | undefined,
  remembered: Referral | undefined,
  attribution?: Attribution,
): Referral | undefined {
  return attribution === 'first' ? remembered || click : click || remembered
}
