/** Flags are raised where a customer is looked at, and cleared by a person. */
import { AppError } from '../errors.ts'
import type { CustomerClearFact } from '../facts.ts'
import type { CustomerRow, PartnerRow } from '../store/rows.ts'
import { audit } from './audit.ts'
import { changeCustomer } from './customer-rows.ts'
import type { Desk } from './desk.ts'
import { cleared, raised, standingReasons, type Suspicion } from './flags.ts'
import { resolveRef } from './identity.ts'
import { earnsArchived, selfReferral } from './suspicions.ts'

function raise(desk: Desk, customer: CustomerRow, suspicions: readonly Suspicion[], at: number): CustomerRow {
  const next = raised(desk, customer, suspicions, at)
  return next.flags.length > customer.flags.length ? changeCustomer(desk, customer, next, at) : customer
}

/** A customer that has just become another's, or has another e-mail. */
export function lookAgain(desk: Desk, customer: CustomerRow, at: number): void {
  const partner = desk.partners.get(customer.partnerKey)
  if (partner) raise(desk, customer, selfReferral(customer, partner), at)
}

/** A reward is about to be earned by it: the customer, with what there is to say against that. */
export const lookAtEarning = (desk: Desk, customer: CustomerRow, partner: PartnerRow, at: number): CustomerRow =>
  raise(desk, customer, [...selfReferral(customer, partner), ...earnsArchived(partner)], at)

/** A person has looked, and found it in order. */
export function clearFlags(desk: Desk, { ref, note, actor }: CustomerClearFact, at: number): CustomerRow {
  const customer = resolveRef(desk, ref)
  const reasons = standingReasons(customer)
  if (reasons.length === 0)
    throw new AppError('CONFLICT', `Customer '${customer.customerKey}' has no flag that stands: nothing of it waits.`)
  audit(desk, { actor, action: 'customer.cleared', subject: customer.key, detail: { flags: reasons, note } }, at)
  return changeCustomer(desk, customer, cleared(customer, at), at)
}
