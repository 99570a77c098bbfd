/** Partners join: their key, their group, and the referral link they share. */
import { AppError } from '../errors.ts'
import type { PartnerFact } from '../facts.ts'
import type { GroupRow, LinkRow, PartnerDetails, PartnerRow } from '../store/rows.ts'
import { audit } from './audit.ts'
import { emailKey } from './desk.ts'
import type { Desk } from './desk.ts'
import { makeGroup } from './groups.ts'
import { DEFAULT_GROUP, newLink, standingGroup } from './partner-refs.ts'

export { DEFAULT_GROUP } from './partner-refs.ts'
/** The partner test mode starts with. */
export const TEST_PARTNER = 'gstest'

const NO_DETAILS: PartnerDetails = { tags: [], fields: {}, managerEmail: null, managerName: null }

/** What is kept of a partner beside its names: what is told replaces, fields one by one. */
export const described = (
  standing: PartnerDetails,
  { tags, fields, managerEmail, managerName }: Pick<PartnerFact, 'tags' | 'fields' | 'managerEmail' | 'managerName'>,
): PartnerDetails => ({
  tags: tags ?? standing.tags,
  fields: { ...standing.fields, ...fields },
  managerEmail: managerEmail ?? standing.managerEmail,
  managerName: managerName ?? standing.managerName,
})

interface Joined {
  readonly link: LinkRow
  readonly changed: string[]
}

/** Makes the partner and its default link, whose path is the partner_key, or that and a few characters where it is taken. */
export function joinPartner(desk: Desk, fact: PartnerFact, at: number): Joined {
  const [sameEmail] = desk.partners.by('email', emailKey(fact.email) ?? '')
  if (sameEmail?.archived && (fact.partnerKey === null || fact.partnerKey === sameEmail.partnerKey))
    return comeBack(desk, sameEmail, fact, at)
  const partnerKey = fact.partnerKey ?? desk.newPartnerKey()
  if (desk.partners.get(partnerKey))
    throw new AppError('KEY_TAKEN', `partner_key '${partnerKey}' is taken by another partner. Choose another one.`)
  if (sameEmail)
    throw new AppError(
      'KEY_TAKEN',
      `email '${fact.email}' belongs to partner '${sameEmail.partnerKey}'. A partner joins once.`,
    )
  const group = groupToJoin(desk, fact.group, at)
  const partner: PartnerRow = {
    key: desk.newKey('part', at),
    mode: desk.mode,
    partnerKey,
    email: emailKey(fact.email) ?? fact.email,
    firstName: fact.firstName,
    lastName: fact.lastName,
    groupKey: group.key,
    details: described(NO_DETAILS, fact),
    tokenHash: null,
    archived: false,
    joinedAt: fact.joinedAt ?? at,
    createdAt: at,
    updatedAt: at,
  }
  const link = newLink(desk, { partnerKey, destination: fact.destination, title: null }, at)
  desk.partners.put(partner)
  desk.links.put(link)
  return { link, changed: [partner.key, link.key] }
}

/** Who was archived and joins again is the same partner, with the link and the customers it had. */
function comeBack(desk: Desk, row: PartnerRow, fact: PartnerFact, at: number): Joined {
  const groupKey = fact.group === null ? row.groupKey : groupToJoin(desk, fact.group, at).key
  const names = { firstName: fact.firstName ?? row.firstName, lastName: fact.lastName ?? row.lastName }
  const details = described(row.details, fact)
  desk.partners.put({ ...row, ...names, groupKey, details, archived: false, updatedAt: at })
  audit(desk, { actor: desk.by ?? 'api', action: 'partner.restored', subject: row.key, detail: {} }, at)
  const link = desk.links.get(row.partnerKey)
  if (link && link.partnerKey === row.partnerKey && link.mode === desk.mode) return { link, changed: [row.key] }
  const made = newLink(desk, { partnerKey: row.partnerKey, destination: fact.destination, title: null }, at)
  desk.links.put(made)
  return { link: made, changed: [row.key, made.key] }
}

function groupToJoin(desk: Desk, named: string | null, at: number): GroupRow {
  if (named !== null && named !== DEFAULT_GROUP) return standingGroup(desk, named)
  const [known] = desk.groups.by('slug', DEFAULT_GROUP)
  return known ?? makeGroup(desk, { slug: DEFAULT_GROUP, name: 'Default', destination: null, features: {} }, at)
}
