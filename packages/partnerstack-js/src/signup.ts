// Turns what the page and the referral know into the body of one sign-up. Pure.
import type { Referral } from './referral.ts'

/** What a page tells about a sign-up. Anything more that it adds is left alone and not sent. */
export interface SignupData {
  name?: string | null | undefined
  email?: string | null | undefined
  /** The page's own id of the customer. */
  customer_key?: string | number | null | undefined
  partner_key?: string | null | undefined
  ps_partner_key?: string | null | undefined
  /** The click's id. */
  xid?: string | null | undefined
  /** The payment platform's id of the customer, such as Stripe's `cus_…`. */
  provider_key?: string | null | undefined
  /** Minor units (cents), or a string of digits. */
  amount?: number | string | null | undefined
  /** ISO 4217. */
  currency?: string | null | undefined
  meta?: Record<string, unknown> | null | undefined
  /** Old spelling of `customer_key`. */
  key?: string | number | null | undefined
  /** Old spelling of `partner_key`. */
  partnerKey?: string | null | undefined
  [other: string]: unknown
}

/**
 * The part of a sign-up's body that comes from `data`; undefined where nobody referred this customer.
 * @param filled The referral as the script wrote it into `data`: what differs from it, the page set itself.
 */
export function signupFields(data: SignupData, filled: Referral): Record<string, unknown> | undefined {
  const named = [data.partner_key, data.ps_partner_key, data.partnerKey]
  const own = named.find((key) => key && key !== filled.partner_key)
  const partner_key = own || named.find((key) => key)
  // A pair: a partner whom the page named did not bring the click that was found here.
  const xid = own && data.xid === filled.xid ? undefined : data.xid
  if (!partner_key && !xid) return undefined
  return {
    customer_key: data.customer_key || data.key,
    email: data.email,
    name: data.name,
    partner_key,
    xid,
    provider_key: data.provider_key,
    amount: data.amount,
    currency: data.currency,
    meta: data.meta,
  }
}
