/**
 * A customer or an id has turned up: every payment that waited for it is decided again, in the same commit, and what it tells
 * of its customer counts as if it came now.
 */
import type { Hints, PlatformRef } from '../facts.ts'
import type { CustomerRow, PartnerRow } from '../store/rows.ts'
import { confirm } from './confirm.ts'
import { changeCustomer, emptyFieldsFrom } from './customer-rows.ts'
import type { Desk } from './desk.ts'
import { byFirmHints } from './identity.ts'
import { customerHint, platformHint, waitingUnder } from './parking.ts'
import { settle } from './recording.ts'

export function settleUnder(desk: Desk, hint: string, at: number): void {
  for (const { key } of waitingUnder(desk, hint)) {
    const who = desk.payments.get(key)?.evidence?.who
    const happenedAt = desk.payments.get(key)?.createdAt ?? at
    const found = who && byFirmHints(desk, who, happenedAt)
    if (!found) continue
    const customer = heed(desk, found, who, { happenedAt, now: at })
    const payment = desk.payments.get(key)
    if (payment?.state === 'waiting') settle(desk, payment, who, customer, at)
  }
}

/** Payments that wait for a platform's id. */
export const releaseId = (desk: Desk, { id }: PlatformRef, at: number): void => settleUnder(desk, platformHint(id), at)

/** The partner that an event may credit. */
export function referrerOf(desk: Desk, { partnerKey }: Hints): PartnerRow | undefined {
  const partner = partnerKey === null ? undefined : desk.partners.get(partnerKey)
  return partner?.archived ? undefined : partner
}

/** What a platform's event says of a known customer: it may vouch for it, and fills what is empty. */
export function heed(
  desk: Desk,
  customer: CustomerRow,
  who: Hints,
  when: { readonly happenedAt: number; readonly now: number },
): CustomerRow {
  if (customer.archived) return customer
  const referrer = referrerOf(desk, who)
  const vouched = referrer ? vouch(desk, customer, referrer, when) : customer
  return changeCustomer(desk, vouched, emptyFieldsFrom(vouched, who), when.now)
}

/** A platform that names the partner may set it once, and knows an earlier sign-up than ours. */
function vouch(
  desk: Desk,
  customer: CustomerRow,
  partner: PartnerRow,
  { happenedAt, now }: { readonly happenedAt: number; readonly now: number },
): CustomerRow {
  const confirmed = confirm(desk, customer, partner, 'platform', now)
  if (confirmed.partnerKey !== partner.partnerKey || confirmed.createdAt <= happenedAt) return confirmed
  const earlier = changeCustomer(desk, confirmed, { createdAt: happenedAt }, now)
  settleUnder(desk, customerHint(earlier.customerKey), now)
  for (const { id } of desk.idsOf(earlier.key)) settleUnder(desk, platformHint(id), now)
  return desk.customers.get(earlier.key) ?? earlier
}
