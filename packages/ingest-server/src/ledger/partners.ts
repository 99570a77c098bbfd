/** Partners join: their key, their group, and the referral link they share. */
import { AppError } from '../errors.ts'
import type { Mode, PartnerFact } from '../facts.ts'
import type { GroupRow, LinkRow } from '../store/rows.ts'
import { emailKey } from './desk.ts'
import type { Desk } from './desk.ts'

/** Slug of the group a partner is in unless another is named. Each mode starts with it. */
export const DEFAULT_GROUP = 'default'
/** The partner test mode starts with. */
export const TEST_PARTNER = 'gstest'

/** Makes the partner and its default link, whose path is the partner_key, or that and a few characters where it is taken. */
export function joinPartner(
  desk: Desk,
  fact: PartnerFact,
  at: number,
): { readonly link: LinkRow; readonly changed: string[] } {
  const partnerKey = fact.partnerKey ?? desk.newPartnerKey()
  if (desk.partners.get(partnerKey))
    throw new AppError('KEY_TAKEN', `partner_key '${partnerKey}' is taken by another partner. Choose another one.`)
  const [sameEmail] = desk.partners.by('email', emailKey(fact.email) ?? '')
  if (sameEmail)
    throw new AppError(
      'KEY_TAKEN',
      `email '${fact.email}' belongs to partner '${sameEmail.partnerKey}'. A partner joins once.`,
    )
  const group = groupOf(desk, fact.group, at)
  const times = { createdAt: at, updatedAt: at }
  const partner = {
    key: desk.newKey('part', at),
    mode: desk.mode,
    partnerKey,
    email: emailKey(fact.email) ?? fact.email,
    firstName: fact.firstName,
    lastName: fact.lastName,
    groupKey: group.key,
    details: { tags: [], fields: {}, managerEmail: null, managerName: null },
    tokenHash: null,
    archived: false,
    joinedAt: at,
    ...times,
  }
  const key = desk.newKey('link', at)
  const path = desk.links.get(partnerKey) ? `${partnerKey}-${key.slice(-4).toLowerCase()}` : partnerKey
  const link = { key, mode: desk.mode, path, partnerKey, destination: fact.destination, title: null, ...times }
  desk.partners.put(partner)
  desk.links.put(link)
  return { link, changed: [partner.key, link.key] }
}

function groupOf(desk: Desk, named: string | null, at: number): GroupRow {
  const slug = named ?? DEFAULT_GROUP
  const [group] = desk.groups.by('slug', slug)
  const known = group ?? desk.groups.get(slug)
  if (known) return known
  if (named !== null && named !== DEFAULT_GROUP) throw new AppError('NOT_FOUND', `There is no group '${named}' here.`)
  return startGroup(desk, desk.mode, at)
}

function startGroup(desk: Desk, mode: Mode, at: number): GroupRow {
  const group = {
    key: desk.newKey('grup', at),
    mode,
    slug: DEFAULT_GROUP,
    name: 'Default',
    destination: null,
    features: {},
    isDefault: true,
    archived: false,
    createdAt: at,
    updatedAt: at,
  }
  desk.groups.put(group)
  return group
}
