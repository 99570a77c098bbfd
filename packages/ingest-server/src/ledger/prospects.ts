/** Deals and leads: somebody who is not a customer yet, and becomes one. */
import { AppError } from '../errors.ts'
import type { ProspectArchiveFact, ProspectConvertFact, ProspectCreateFact, ProspectEditFact } from '../facts.ts'
import type { ProspectRow } from '../store/reward-rows.ts'
import { createCustomer } from './customers.ts'
import type { Desk } from './desk.ts'
import { standingGroup, standingPartner } from './partner-refs.ts'

type Named = Pick<ProspectCreateFact, 'prospect'> & { readonly ref: string }

/** By its key or external key; an archived one is not there. */
export function standingProspect(desk: Desk, { prospect, ref }: Named): ProspectRow {
  const own = desk.prospects.get(ref)
  const row = own?.kind === prospect ? own : byExternalKey(desk, prospect, ref)
  if (row && !row.archived) return row
  throw new AppError('NOT_FOUND', `There is no ${prospect} '${ref}' here.`)
}

const byExternalKey = (desk: Desk, kind: ProspectRow['kind'], key: string): ProspectRow | undefined =>
  desk.prospects.by('externalKey', key).find((row) => row.kind === kind)

function free(desk: Desk, kind: ProspectRow['kind'], key: string | null, own?: string): string | null {
  const holder = key === null ? undefined : byExternalKey(desk, kind, key)
  if (holder && holder.key !== own)
    throw new AppError('KEY_TAKEN', `external_key '${key}' belongs to another ${kind}: '${holder.key}'.`)
  return key
}

type Data = Readonly<Record<string, unknown>>

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What changes, and of custom fields only those that are named. */
const merged = (standing: Data, said: Data): Data => ({
  ...standing,
  ...Object.fromEntries(
    Object.entries(said).map(([name, value]) => {
      const before = standing[name]
      return [name, isData(before) && isData(value) ? { ...before, ...value } : value]
    }),
  ),
})

export function createProspect(desk: Desk, fact: ProspectCreateFact, at: number): ProspectRow {
  const { prospect: kind, data } = fact
  const row: ProspectRow = {
    key: desk.newKey(kind, at),
    mode: desk.mode,
    kind,
    partnerKey: fact.partner === null ? null : standingPartner(desk, fact.partner).partnerKey,
    groupKey: fact.group === null ? null : standingGroup(desk, fact.group).key,
    externalKey: free(desk, kind, fact.externalKey),
    data,
    customer: null,
    archived: false,
    createdAt: at,
    updatedAt: at,
  }
  desk.prospects.put(row)
  return row
}

export function editProspect(desk: Desk, fact: ProspectEditFact, at: number): ProspectRow {
  const row = standingProspect(desk, fact)
  const whose =
    fact.partner === undefined
      ? fact.group !== undefined && { groupKey: standingGroup(desk, fact.group).key, partnerKey: null }
      : { partnerKey: standingPartner(desk, fact.partner).partnerKey, groupKey: null }
  const externalKey = fact.externalKey === undefined ? row.externalKey : free(desk, row.kind, fact.externalKey, row.key)
  const next = { ...row, ...whose, externalKey, data: merged(row.data, fact.data), updatedAt: at }
  desk.prospects.put(next)
  return next
}

export function archiveProspect(desk: Desk, fact: ProspectArchiveFact, at: number): ProspectRow {
  const next = { ...standingProspect(desk, fact), archived: true, updatedAt: at }
  desk.prospects.put(next)
  return next
}

/** Makes its customer, or meets the one that stands. It becomes one customer, once. */
export function convertProspect(desk: Desk, fact: ProspectConvertFact, at: number): ProspectRow {
  const row = standingProspect(desk, fact)
  if (row.partnerKey === null)
    throw new AppError('CONFLICT', `This ${row.kind} has no partner to credit. Give it a partner_key first.`)
  const { email, customerKey, name } = fact
  const wanted = { kind: 'customer.create', customerKey, email, name, partnerKey: row.partnerKey } as const
  const customer = createCustomer(desk, { ...wanted, providerKey: null, meta: null }, at)
  if (row.customer === customer.key) return row
  if (row.customer !== null)
    throw new AppError('CONFLICT', `This ${row.kind} has become another customer before: '${row.customer}'.`)
  const next = { ...row, customer: customer.key, updatedAt: at }
  desk.prospects.put(next)
  return next
}
