/** A person decides whose customer somebody is: from now on, or with all that was paid before. */
import type { CustomerReattributeFact } from '../facts.ts'
import type { CustomerRow } from '../store/rows.ts'
import { audit } from './audit.ts'
import { movePayments } from './confirm.ts'
import { changeCustomer } from './customer-rows.ts'
import type { Desk } from './desk.ts'
import { cleared } from './flags.ts'
import { resolveRef } from './identity.ts'
import { standingPartner } from './partner-refs.ts'

/**
 * From then on no other source may say otherwise. Where only the future changes, past transactions and what they earned stay
 * with whom they were, refunds of them too: what a partner was told does not change behind their back.
 */
export function changeAttribution(desk: Desk, fact: CustomerReattributeFact, at: number): CustomerRow {
  const customer = resolveRef(desk, fact.ref)
  const { partnerKey } = standingPartner(desk, fact.partner)
  const { actor, reason, past } = fact
  const detail = { partner_key: { from: customer.partnerKey, to: partnerKey }, reason, past }
  audit(desk, { actor, action: 'customer.reattributed', subject: customer.key, detail }, at)
  if (past) movePayments(desk, customer, partnerKey, at)
  return changeCustomer(desk, customer, { ...cleared(customer, at), partnerKey, confirmed: true }, at)
}

/** Nothing that was earned before follows. */
export const leavesPast = (fact: { readonly kind: string; readonly past?: boolean }): boolean =>
  fact.kind === 'customer.reattribute' && fact.past === false
