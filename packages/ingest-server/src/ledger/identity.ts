/** Who is it: from the hints a fact carries, or the way a path names one, to the one customer they mean. */
import type { Hints, PlatformRef } from '../facts.ts'
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

/** As a path names a customer: customer_key, then `cus_…`, then e-mail. An archived one is not there. */
export function resolveRef(desk: Desk, ref: string): CustomerRow {
  const same = desk.customersByEmail(emailKey(ref))
  const customer = desk.customerByKey(ref) ?? desk.customers.get(ref) ?? same[0]
  if (customer && customer === same[0] && same.length > 1 && customer.customerKey !== ref && customer.key !== ref) {
    throw new AppError('EMAIL_AMBIGUOUS', 'several customers have this e-mail')
  }
  if (!customer || customer.archived) throw new AppError('CUSTOMER_NOT_FOUND', `There is no customer '${ref}' here.`)
  return customer
}
