/** The ids a customer is known by on payment platforms: bound, moved, or waiting for their customer. */
import type { PlatformRef } from '../facts.ts'
import type { CustomerRow, PlatformIdRow } from '../store/rows.ts'
import { changeCustomer } from './customer-rows.ts'
import type { Desk } from './desk.ts'
import { customerHint, letGo, linkName } from './parking.ts'
import { releaseId, settleUnder } from './release.ts'

const nameOf = (ref: PlatformRef): string => [ref.provider, ref.account, ref.id].join('\n')

/**
 * Makes a platform's id the customer's. An event never moves an id back that a newer one has moved; what a browser claimed
 * gives way to any trusted source.
 */
export function bindId(
  desk: Desk,
  customer: CustomerRow,
  ref: PlatformRef,
  at: number,
  { since = null, now }: { readonly since?: number | null; readonly now: number },
): void {
  const row = desk.platformIds.get(nameOf(ref))
  if (row && row.since === null && (row.at > at || (row.at === at && row.customer === customer.key))) return
  desk.platformIds.put({ mode: desk.mode, ...ref, customer: customer.key, at, since })
  showNewest(desk, customer.key, now)
  if (row && row.customer !== customer.key) showNewest(desk, row.customer, now)
  releaseId(desk, ref, now)
}

/** The id is nobody's any more. */
export function unbindId(desk: Desk, row: PlatformIdRow, now: number): void {
  desk.platformIds.remove(row)
  showNewest(desk, row.customer, now)
}

/** Of all ids that a customer is known by, it shows the newest. */
function showNewest(desk: Desk, key: string, now: number): void {
  const customer = desk.customers.get(key)
  const [newest] = desk.idsOf(key).sort((one, two) => two.at - one.at || (one.id < two.id ? 1 : -1))
  if (customer) changeCustomer(desk, customer, { providerKey: newest?.id ?? null }, now)
}

/** Keeps an id for the customer_key it named, until somebody has that key; an older event never replaces a newer one. */
export function keepWaitingId(desk: Desk, ref: PlatformRef, customerKey: string, at: number, now: number): void {
  const row = desk.waitingIds.get(nameOf(ref))
  if (row && (row.at > at || (row.at === at && row.customerKey === customerKey))) return
  if (row && row.customerKey !== customerKey) {
    const reason = `a newer event names customer_key '${customerKey}'`
    letGo(desk, linkName(desk.mode, ref, row.customerKey), now, { state: 'ignored', reason, changed: [] })
  }
  desk.waitingIds.put({ mode: desk.mode, ...ref, customerKey, at })
}

/** A customer_key has its customer: ids that named it before, then payments that wait for either, in the same commit. */
export function release(desk: Desk, customer: CustomerRow, at: number): void {
  for (const row of desk.waitingIds.by('customerKey', customer.customerKey)) {
    desk.waitingIds.remove(row)
    bindId(desk, customer, { provider: row.provider, account: row.account, id: row.id }, row.at, { now: at })
    letGo(desk, linkName(desk.mode, row, row.customerKey), at, {
      state: 'applied',
      reason: `linked to customer '${customer.customerKey}'`,
      changed: [customer.key],
    })
  }
  settleUnder(desk, customerHint(customer.customerKey), at)
}
