/** Which partner, group or link is meant. */
import { AppError } from '../errors.ts'
import type { GroupRow, LinkRow, PartnerRow } from '../store/rows.ts'
import { emailKey } from './desk.ts'
import type { Desk } from './desk.ts'

/** Slug of the group a partner is in unless another is named. Each mode starts with it. */
export const DEFAULT_GROUP = 'default'

/** As a path names a partner: partner_key, then `part_…`, then e-mail. */
export function partnerOf(desk: Desk, ref: string): PartnerRow | undefined {
  const named = desk.partners.get(ref) ?? desk.partners.by('internal', ref)[0]
  if (named) return named
  const same = desk.partners.by('email', emailKey(ref) ?? '')
  return same.find(({ archived }) => !archived) ?? same[0]
}

/** An archived one is not there. */
export function standingPartner(desk: Desk, ref: string): PartnerRow {
  const partner = partnerOf(desk, ref)
  if (partner && !partner.archived) return partner
  throw new AppError('PARTNER_NOT_FOUND', `There is no partner '${ref}' here.`)
}

/** By slug or key; an archived one takes nobody in. */
export function standingGroup(desk: Desk, ref: string): GroupRow {
  const group = desk.groups.by('slug', ref)[0] ?? desk.groups.get(ref)
  if (group && !group.archived) return group
  throw new AppError('NOT_FOUND', `There is no group '${ref}' here.`)
}

export function groupOf(desk: Desk, partner: PartnerRow): GroupRow {
  const group = desk.groups.get(partner.groupKey)
  if (group) return group
  throw new Error(`the group of partner '${partner.key}' is not on the desk`)
}

/** A further link of a partner, on a path nobody has; made up from its own key where none is given. */
export function newLink(desk: Desk, from: Pick<LinkRow, 'partnerKey' | 'destination' | 'title'>, at: number): LinkRow {
  const key = desk.newKey('link', at)
  const { partnerKey } = from
  const path = desk.links.get(partnerKey) ? `${partnerKey}-${key.slice(-4).toLowerCase()}` : partnerKey
  return { key, mode: desk.mode, path, ...from, createdAt: at, updatedAt: at }
}
