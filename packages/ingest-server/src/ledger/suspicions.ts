/** What the rules of fraud have to say of a customer and the partner who earns by it. Pure: the same rows, the same words. */
import type { CustomerRow, PartnerRow } from '../store/rows.ts'
import type { Suspicion } from './flags.ts'
import { domainOf, isSharedDomain, mailboxOf } from './mailboxes.ts'

type Person = Pick<CustomerRow, 'emailKey'>
type Earner = Pick<PartnerRow, 'email' | 'partnerKey' | 'archived'>

/** Somebody who refers themselves, as far as an e-mail tells. */
export function selfReferral({ emailKey }: Person, { email, partnerKey }: Earner): Suspicion[] {
  if (emailKey === null) return []
  const own = email.trim().toLowerCase()
  if (emailKey === own) return [{ rule: 'same_email', reason: `its e-mail is that of its partner '${partnerKey}'` }]
  if (mailboxOf(emailKey) === mailboxOf(own))
    return [{ rule: 'same_email', reason: `its e-mail is another spelling of that of its partner '${partnerKey}'` }]
  const domain = domainOf(emailKey)
  if (domain === '' || domain !== domainOf(own) || isSharedDomain(domain)) return []
  return [{ rule: 'same_domain', reason: `its e-mail is at ${domain}, and so is that of its partner '${partnerKey}'` }]
}

/** A partner that was put away, and whose customers go on paying. */
export const earnsArchived = ({ archived, partnerKey }: Earner): Suspicion[] =>
  archived ? [{ rule: 'archived_partner', reason: `its partner '${partnerKey}' is archived` }] : []
