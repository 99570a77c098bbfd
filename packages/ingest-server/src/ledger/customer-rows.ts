/** Customer rows: made, and changed only where something differs. */
import type { CustomerRow, PartnerRow } from '../store/rows.ts'
import { emailKey } from './desk.ts'
import type { Desk } from './desk.ts'
import { NO_FLAGS, raised, type Suspicion } from './flags.ts'
import { selfReferral } from './suspicions.ts'

export interface NewCustomer {
  readonly customerKey: string
  readonly email: string | null
  readonly name: string | null
  readonly partner: PartnerRow
  readonly source: string
  readonly confirmed: boolean
  /** What the sign-up was doubted for; absent: nothing. */
  readonly doubts?: readonly Suspicion[]
  readonly xid: string | null
  readonly meta: Readonly<Record<string, unknown>> | null
  /** When the sign-up happened. */
  readonly createdAt: number
}

export function makeCustomer(desk: Desk, from: NewCustomer, at: number): CustomerRow {
  const { partner, doubts = [], ...fields } = from
  const customer: CustomerRow = {
    ...fields,
    key: desk.newKey('cus', at),
    mode: desk.mode,
    email: from.email?.trim() || null,
    emailKey: emailKey(from.email),
    partnerKey: partner.partnerKey,
    providerKey: null,
    meta: from.meta ?? {},
    archived: false,
    erasedAt: null,
    paidAt: null,
    updatedAt: at,
    ...raised(desk, NO_FLAGS, [...doubts, ...selfReferral({ emailKey: emailKey(from.email) }, partner)], at),
  }
  desk.customers.put(customer)
  return customer
}

/** Writes a customer only where something changed. */
export function changeCustomer(
  desk: Desk,
  customer: CustomerRow,
  changes: Partial<CustomerRow>,
  at: number,
): CustomerRow {
  const current = desk.customers.get(customer.key) ?? customer
  const differs = Object.entries(changes).some(([field, value]) => current[field as keyof CustomerRow] !== value)
  if (!differs) return current
  const next = { ...current, ...changes, updatedAt: at }
  desk.customers.put(next)
  return next
}

/** What an empty e-mail or name takes from a source; a filled one is never replaced, and what was erased stays empty. */
export function emptyFieldsFrom(
  customer: CustomerRow,
  { email, name }: { readonly email: string | null; readonly name: string | null },
): Partial<CustomerRow> {
  if (customer.erasedAt !== null) return {}
  return {
    ...(customer.emailKey === null && emailKey(email) !== null
      ? { email: email?.trim() ?? null, emailKey: emailKey(email) }
      : {}),
    ...(customer.name === null && name ? { name } : {}),
  }
}
