/** Groups: which partners share links and triggers. */
import { AppError } from '../errors.ts'
import type { GroupArchiveFact, GroupCreateFact, GroupEditFact } from '../facts.ts'
import type { GroupRow } from '../store/rows.ts'
import { audit } from './audit.ts'
import type { Desk } from './desk.ts'
import { DEFAULT_GROUP, standingGroup } from './partner-refs.ts'

type NewGroup = Pick<GroupRow, 'slug' | 'name' | 'destination' | 'features'>

export function makeGroup(desk: Desk, from: NewGroup, at: number): GroupRow {
  const isDefault = from.slug === DEFAULT_GROUP
  const group: GroupRow = {
    ...{ key: desk.newKey('grup', at), mode: desk.mode, ...from, isDefault },
    ...{ archived: false, createdAt: at, updatedAt: at },
  }
  desk.groups.put(group)
  return group
}

/** A name as it can stand in a path. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')

/** A slug is one group's, archived or not. */
function free(desk: Desk, slug: string): string {
  if (slug === '') throw new AppError('INVALID_FIELD', "'slug' must be given where the name has no letter or digit")
  if (desk.groups.by('slug', slug).length > 0)
    throw new AppError('KEY_TAKEN', `slug '${slug}' is taken by another group. Choose another one.`)
  return slug
}

export function createGroup(desk: Desk, fact: GroupCreateFact, at: number): GroupRow {
  const { name, destination, features, actor } = fact
  const slug = free(desk, fact.slug ?? slugOf(name))
  const group = makeGroup(desk, { slug, name, destination, features }, at)
  audit(desk, { actor, action: 'group.created', subject: group.key, detail: { slug, name } }, at)
  return group
}

export function editGroup(desk: Desk, fact: GroupEditFact, at: number): GroupRow {
  const group = standingGroup(desk, fact.ref)
  const { kind: _kind, ref: _ref, actor, ...changes } = fact
  if (changes.slug !== undefined && changes.slug !== group.slug) {
    if (group.isDefault) throw new AppError('CONFLICT', `The default group keeps its slug, '${DEFAULT_GROUP}'.`)
    free(desk, changes.slug)
  }
  const next = { ...group, ...changes, updatedAt: at }
  desk.groups.put(next)
  audit(desk, { actor, action: 'group.edited', subject: group.key, detail: changes }, at)
  return next
}

/** Its partners stay in it; nobody joins it any more. */
export function archiveGroup(desk: Desk, { ref, actor }: GroupArchiveFact, at: number): GroupRow {
  const group = standingGroup(desk, ref)
  if (group.isDefault) throw new AppError('CONFLICT', 'The default group cannot be archived: partners join it.')
  const next = { ...group, archived: true, updatedAt: at }
  desk.groups.put(next)
  audit(desk, { actor, action: 'group.archived', subject: group.key, detail: {} }, at)
  return next
}
