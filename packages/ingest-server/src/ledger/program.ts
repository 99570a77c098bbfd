/** What is said of the program itself: which rule it is for, and what is shown of it. */
import type { Outcome } from '../entry.ts'
import type { Fact, PartnerFact, ProgramFact } from '../facts.ts'
import type { HookRow } from '../store/hook-rows.ts'
import type { ProspectView } from '../store/prospects.ts'
import type { ProspectRow } from '../store/reward-rows.ts'
import type { CustomerRow, GroupRow, LinkRow, PartnerRow } from '../store/rows.ts'
import type { Shown } from './books.ts'
import { audit } from './audit.ts'
import type { Desk } from './desk.ts'
import { archiveGroup, createGroup, editGroup } from './groups.ts'
import { addLink, archivePartner, editPartner, giveToken } from './partner-edits.ts'
import { groupOf } from './partner-refs.ts'
import { archiveProspect, convertProspect, createProspect, editProspect } from './prospects.ts'

interface Decided {
  readonly outcome: Outcome
  readonly shown?: Shown
  readonly link?: LinkRow
  readonly customer?: CustomerRow
}

export type SaidOfProgram = Exclude<ProgramFact, PartnerFact>

const KINDS: Readonly<Record<string, true>> = {
  ...{ 'partner.edit': true, 'partner.archive': true, 'partner.token': true },
  ...{ 'group.create': true, 'group.edit': true, 'group.archive': true, 'link.create': true, 'hook.create': true },
  ...{ 'prospect.create': true, 'prospect.edit': true, 'prospect.archive': true, 'prospect.convert': true },
} satisfies Record<SaidOfProgram['kind'], true>

export const isSaidOfProgram = (fact: Fact): fact is SaidOfProgram => Object.hasOwn(KINDS, fact.kind)

const done = (...changed: string[]): { readonly outcome: Outcome } => ({
  outcome: { state: 'applied', reason: 'done', changed },
})

const ofPartner = (desk: Desk, partner: PartnerRow): Decided => ({
  ...done(partner.key),
  shown: { partner: { partner, group: groupOf(desk, partner) } },
})
const ofGroup = (group: GroupRow): Decided => ({ ...done(group.key), shown: { group } })

function ofProspect(desk: Desk, prospect: ProspectRow): Decided {
  const customer = (prospect.customer && desk.customers.get(prospect.customer)) || null
  return { ...done(prospect.key), shown: { prospect: viewOf(desk, prospect, customer) } }
}

/** With the customer it became. */
function withCustomer(desk: Desk, prospect: ProspectRow): Decided {
  const customer = prospect.customer === null ? undefined : desk.customers.get(prospect.customer)
  return { ...ofProspect(desk, prospect), ...(customer && { customer }) }
}

function viewOf(desk: Desk, prospect: ProspectRow, customer: CustomerRow | null): ProspectView {
  const partner = (prospect.partnerKey && desk.partners.get(prospect.partnerKey)) || null
  const groupKey = prospect.groupKey ?? partner?.groupKey
  return { prospect, partner, group: (groupKey && desk.groups.get(groupKey)) || null, customer }
}

export function decideProgram(desk: Desk, fact: SaidOfProgram, at: number): Decided {
  switch (fact.kind) {
    case 'partner.edit':
      return ofPartner(desk, editPartner(desk, fact, at))
    case 'partner.archive':
      return ofPartner(desk, archivePartner(desk, fact, at))
    case 'partner.token':
      return ofPartner(desk, giveToken(desk, fact, at))
    case 'group.create':
      return ofGroup(createGroup(desk, fact, at))
    case 'group.edit':
      return ofGroup(editGroup(desk, fact, at))
    case 'group.archive':
      return ofGroup(archiveGroup(desk, fact, at))
    case 'link.create': {
      const link = addLink(desk, fact, at)
      return { ...done(link.key), link }
    }
    case 'prospect.create':
      return ofProspect(desk, createProspect(desk, fact, at))
    case 'prospect.edit':
      return ofProspect(desk, editProspect(desk, fact, at))
    case 'prospect.archive':
      return ofProspect(desk, archiveProspect(desk, fact, at))
    case 'prospect.convert':
      return withCustomer(desk, convertProspect(desk, fact, at))
    case 'hook.create': {
      const { actor, key, style, target, events, secret } = fact
      const hook: HookRow = {
        ...{ key, mode: desk.mode, style, target, events, secrets: [{ sealed: secret, until: null }] },
        ...{ enabled: true, disabledReason: null, failingSince: null, createdAt: at, updatedAt: at },
      }
      desk.hooks.put(hook)
      audit(desk, { actor, action: 'hook.created', subject: key, detail: { target, events } }, at)
      return { ...done(key), shown: { hook } }
    }
  }
}
