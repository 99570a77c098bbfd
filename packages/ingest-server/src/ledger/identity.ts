/** Who is it: from the hints a fact carries, or the way a path names one, to the one customer they mean. */
import type { Hints, PlatformRef, TransactionCreateFact } from '../facts.ts'
import { AppError } from '../errors.ts'
import type { CustomerRow } from '../store/rows.ts'
import { emailKey } from './desk.ts'
import type { Desk } from './desk.ts'

/** The first hint that names a known customer wins: customer_key, platform id, e-mail. Archived ones are known, too. */
export function whoIs(desk: Desk, who: Hints, at: number): CustomerRow | undefined {
  return byFirmHints(desk, who, at) ?? byEmail(desk, who.email)
}

/** As `whoIs`, without the e-mail: what lets go of parked payments. */
export function byFirmHints(desk: Desk, { customerKey, platform }: Hints, at: number): CustomerRow | undefined {
  return (customerKey === null ? undefined : desk.customerByKey(customerKey)) ?? byPlatformId(desk, platform, at)
}

/** An id that a browser gave counts only for what happens after its sign-up. */
function byPlatformId(desk: Desk, ref: PlatformRef | null, at: number): CustomerRow | undefined {
  const row = ref && desk.platformId(ref)
  return row && (row.since === null || at >= row.since) ? desk.customers.get(row.customer) : undefined
}

/** An e-mail names a customer only where exactly one unarchived customer has it. */
export function byEmail(desk: Desk, email: string | null): CustomerRow | undefined {
  const [one, another] = desk.customersByEmail(emailKey(email))
  return another ? undefined : one
}

/** The only unarchived customer with this e-mail. */
function onlyOne(desk: Desk, email: string): CustomerRow | undefined {
  const [one, another] = desk.customersByEmail(emailKey(email))
  if (another) throw new AppError('EMAIL_AMBIGUOUS', 'several customers have this e-mail')
  return one
}

type RefKind = TransactionCreateFact['customerIs']

function named(desk: Desk, ref: string, kind: RefKind): CustomerRow | undefined {
  switch (kind) {
    case 'customer_key':
      return desk.customerByKey(ref)
    case 'e-mail':
      return onlyOne(desk, ref)
    case 'internal key or customer_key':
      return desk.customers.get(ref) ?? desk.customerByKey(ref)
    case undefined:
      return desk.customerByKey(ref) ?? desk.customers.get(ref) ?? onlyOne(desk, ref)
  }
}

/** As `resolveRef`, archived ones too. */
export const namedToo = (desk: Desk, ref: string): CustomerRow | undefined => named(desk, ref, undefined)

/** As a path names a customer: customer_key, then `cus_…`, then e-mail; or what the caller says it is. An archived one is not there. */
export function resolveRef(desk: Desk, ref: string, kind?: RefKind): CustomerRow {
  const customer = named(desk, ref, kind)
  if (!customer || customer.archived) throw new AppError('CUSTOMER_NOT_FOUND', `There is no customer '${ref}' here.`)
  return customer
}
