/** A row of partners: joins, or changes the partner who stands. */
import type { PartnerFact, PartnerRowFact } from '../facts.ts'
import type { PartnerRow } from '../store/rows.ts'
import { emailKey } from './desk.ts'
import type { Desk } from './desk.ts'
import { slugOf } from './groups.ts'
import { partnerOf } from './partner-refs.ts'
import { described, joinPartner } from './partners.ts'
import { rowError } from './row-error.ts'
import type { RowState } from './row-error.ts'

export function importPartner(desk: Desk, fact: PartnerRowFact, at: number): RowState {
  const group = fact.group === null ? null : groupKey(desk, fact.group)
  const row = fact.partnerKey === null ? partnerOf(desk, fact.email) : desk.partners.get(fact.partnerKey)
  if (row && !row.archived) return change(desk, row, fact, group, at)
  const { partnerKey, email, firstName, lastName, tags, joinedAt } = fact
  const joins: PartnerFact = {
    ...{ kind: 'partner', partnerKey, email, firstName, lastName, group, destination: null },
    ...(tags && { tags }),
    ...(joinedAt !== null && { joinedAt }),
  }
  joinPartner(desk, joins, at)
  const joined = partnerOf(desk, email)
  if (row || !joined) return 'updated' // who was archived has come back
  desk.partners.put({ ...joined, createdAt: joined.joinedAt })
  return 'created'
}

/** By slug, key, or the slug its name would have. */
function groupKey(desk: Desk, named: string): string {
  const [bySlug] = [...desk.groups.by('slug', named), ...desk.groups.by('slug', slugOf(named))]
  const group = bySlug ?? desk.groups.get(named)
  if (group && !group.archived) return group.key
  throw rowError('group', 'NOT_FOUND', `There is no group '${named}' here. Make it first, or leave the column empty.`)
}

function change(desk: Desk, row: PartnerRow, fact: PartnerRowFact, group: string | null, at: number): RowState {
  const email = emailKey(fact.email) ?? row.email
  const holder = desk.partners.by('email', email).find(({ key }) => key !== row.key)
  if (holder) throw rowError('email', 'KEY_TAKEN', `'${email}' belongs to partner '${holder.partnerKey}'.`)
  const next: PartnerRow = {
    ...{ ...row, email, groupKey: group ?? row.groupKey, joinedAt: fact.joinedAt ?? row.joinedAt },
    ...{ firstName: fact.firstName ?? row.firstName, lastName: fact.lastName ?? row.lastName },
    details: described(row.details, fact.tags ? { tags: fact.tags } : {}),
  }
  if (JSON.stringify(next) === JSON.stringify(row)) return 'unchanged'
  desk.partners.put({ ...next, updatedAt: at })
  return 'updated'
}
