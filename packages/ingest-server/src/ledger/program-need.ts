/** Which rows the facts about the program itself need. */
import type { Fact, PartnerFact, ProgramFact } from '../facts.ts'
import type { ProspectRow } from '../store/reward-rows.ts'
import type { PartnerRow } from '../store/rows.ts'
import { emailKey } from './desk.ts'
import type { Desk } from './desk.ts'
import { slugOf } from './groups.ts'
import type { Need } from './need.ts'
import { DEFAULT_GROUP, partnerOf } from './partner-refs.ts'

/** A partner named as a path names one: partner_key, `part_…` or e-mail. */
export function askPartnerRef(need: Need, ref: string | null | undefined): void {
  need.ask('partnerKeys', ref)
  need.ask('partners', ref)
  need.ask('partnerEmails', emailKey(ref ?? null))
}

export function askPartner(need: Need, fact: PartnerFact): void {
  need.ask('partnerKeys', fact.partnerKey)
  need.ask('partnerEmails', emailKey(fact.email))
  need.ask('linkPaths', fact.partnerKey)
  need.ask('groups', fact.group ?? DEFAULT_GROUP)
}

export function askProgram(need: Need, fact: Exclude<ProgramFact, PartnerFact>): void {
  switch (fact.kind) {
    case 'partner.edit':
      need.ask('groups', fact.group)
      need.ask('partnerEmails', emailKey(fact.email ?? null))
      return askPartnerRef(need, fact.ref)
    case 'partner.archive':
    case 'partner.token':
      return askPartnerRef(need, fact.ref)
    case 'group.create':
      return need.ask('groups', fact.slug ?? slugOf(fact.name))
    case 'group.edit':
      return need.ask('groups', fact.ref, fact.slug)
    case 'group.archive':
      return need.ask('groups', fact.ref)
    case 'link.create':
      need.ask('linkPaths', fact.path)
      return askPartnerRef(need, fact.partner)
    case 'prospect.create':
      need.ask('prospects', fact.externalKey)
      need.ask('groups', fact.group)
      return askPartnerRef(need, fact.partner)
    case 'prospect.edit':
      need.ask('prospects', fact.ref, fact.externalKey)
      need.ask('groups', fact.group)
      return askPartnerRef(need, fact.partner)
    case 'prospect.archive':
      return need.ask('prospects', fact.ref)
    case 'prospect.convert':
      return need.ask('prospects', fact.ref)
    case 'hook.create':
  }
}

/** The deal or lead a fact means, once it is on the desk. */
function prospectOf(desk: Desk, fact: Fact): ProspectRow | undefined {
  if (!('prospect' in fact) || fact.kind === 'prospect.create') return undefined
  const { ref, prospect } = fact
  return desk.prospects.get(ref) ?? desk.prospects.by('externalKey', ref).find(({ kind }) => kind === prospect)
}

/** The partner a fact means, once that is known. */
function meant(desk: Desk, fact: Fact): PartnerRow | undefined {
  switch (fact.kind) {
    case 'partner':
      return partnerOf(desk, fact.email)
    case 'partner.edit':
    case 'partner.archive':
    case 'partner.token':
      return partnerOf(desk, fact.ref)
    case 'link.create':
    case 'prospect.create':
    case 'prospect.edit':
      return fact.partner ? partnerOf(desk, fact.partner) : undefined
    default:
      return undefined
  }
}

/** What is shown beside a row that a fact about the program means, and the links its partner may have. */
export function askShown(need: Need, desk: Desk, fact: Fact): void {
  const row = prospectOf(desk, fact)
  need.ask('partnerKeys', row?.partnerKey)
  need.ask('customers', row?.customer)
  need.ask('groups', row?.groupKey)
  const partner = meant(desk, fact) ?? (row?.partnerKey ? desk.partners.get(row.partnerKey) : undefined)
  need.ask('groups', partner?.groupKey)
  need.ask('linkPaths', partner?.partnerKey)
}
