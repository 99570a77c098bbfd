/** Partners are changed, put away, given a token and further links. */
import { AppError } from '../errors.ts'
import type { LinkCreateFact, PartnerArchiveFact, PartnerEditFact, PartnerTokenFact } from '../facts.ts'
import type { LinkRow, PartnerRow } from '../store/rows.ts'
import { audit, differences } from './audit.ts'
import { emailKey } from './desk.ts'
import type { Desk } from './desk.ts'
import { newLink, standingGroup, standingPartner } from './partner-refs.ts'
import { described } from './partners.ts'

/** What a line tells of; `details` whole. */
const TOLD = ['email', 'firstName', 'lastName', 'groupKey', 'details'] as const

export function editPartner(desk: Desk, fact: PartnerEditFact, at: number): PartnerRow {
  const row = standingPartner(desk, fact.ref)
  if (fact.partnerKey !== undefined && fact.partnerKey !== row.partnerKey)
    throw new AppError('INVALID_FIELD', "'partner_key' cannot be changed: it is in links and cookies out there")
  const email = fact.email === undefined ? row.email : (emailKey(fact.email) ?? row.email)
  const holder = desk.partners.by('email', email).find(({ key }) => key !== row.key)
  if (holder)
    throw new AppError('KEY_TAKEN', `email '${email}' belongs to partner '${holder.partnerKey}'. A partner joins once.`)
  const groupKey = fact.group === undefined ? row.groupKey : standingGroup(desk, fact.group).key
  const names = { firstName: fact.firstName ?? row.firstName, lastName: fact.lastName ?? row.lastName }
  const next: PartnerRow = { ...row, email, groupKey, ...names, details: described(row.details, fact), updatedAt: at }
  desk.partners.put(next)
  const detail = differences(row, next, TOLD)
  audit(desk, { actor: fact.actor, action: 'partner.edited', subject: row.key, detail }, at)
  return next
}

/** Its links go on without credit, and its token reads nothing; what it earned stays. */
export function archivePartner(desk: Desk, { ref, actor }: PartnerArchiveFact, at: number): PartnerRow {
  const row = standingPartner(desk, ref)
  const next: PartnerRow = { ...row, archived: true, tokenHash: null, updatedAt: at }
  desk.partners.put(next)
  audit(desk, { actor, action: 'partner.archived', subject: row.key, detail: {} }, at)
  return next
}

export function giveToken(desk: Desk, { ref, tokenHash, actor }: PartnerTokenFact, at: number): PartnerRow {
  const row = standingPartner(desk, ref)
  const next: PartnerRow = { ...row, tokenHash, updatedAt: at }
  desk.partners.put(next)
  const replaced = row.tokenHash !== null
  audit(desk, { actor, action: 'partner.token', subject: row.key, detail: { replaced } }, at)
  return next
}

/** Paths are one namespace over both modes. */
export function addLink(desk: Desk, fact: LinkCreateFact, at: number): LinkRow {
  const { partnerKey } = standingPartner(desk, fact.partner)
  const { destination, title } = fact
  if (fact.path !== null && desk.links.get(fact.path))
    throw new AppError('KEY_TAKEN', `path '${fact.path}' is taken by another link. Choose another one.`)
  const made = newLink(desk, { partnerKey, destination, title }, at)
  const link = { ...made, path: fact.path ?? `${partnerKey}-${made.key.slice(-8).toLowerCase()}` }
  desk.links.put(link)
  return link
}
