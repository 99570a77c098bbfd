/** What a payment platform tells of its customers. */
import type { Outcome } from '../entry.ts'
import type { CustomerSeenFact, Hints } from '../facts.ts'
import type { CustomerRow } from '../store/rows.ts'
import { audit } from './audit.ts'
import { changeCustomer, makeCustomer } from './customer-rows.ts'
import { standIn } from './customers.ts'
import type { Desk } from './desk.ts'
import { whoIs } from './identity.ts'
import { linkName } from './parking.ts'
import { bindId, keepWaitingId, release } from './platform-ids.ts'
import { heed, referrerOf } from './release.ts'

/** When the event was made, when what it tells happened, and when we received it. */
export interface When {
  readonly at: number
  readonly happenedAt: number
  readonly now: number
}

/**
 * Finds, makes or learns of the customer a platform's event names: links its id, fills what is empty, and vouches for a
 * customer that only a browser had spoken of. A customer is made only where no hint names one and both keys are there.
 */
export function meet(desk: Desk, who: Hints, when: When): CustomerRow | undefined {
  const referrer = referrerOf(desk, who)
  let customer = whoIs(desk, who, when.happenedAt)
  const unknownKey = who.customerKey !== null && !desk.customerByKey(who.customerKey) ? who.customerKey : null
  if (unknownKey !== null && who.mayCreate) {
    const renamed = standIn(desk, who.email)
    if (renamed && (!customer || customer.key === renamed.key)) customer = rename(desk, renamed, unknownKey, when.now)
    else if (!customer && referrer) {
      const source = who.platform?.provider ?? 'platform'
      const from = {
        customerKey: unknownKey,
        email: who.email,
        name: who.name,
        partner: referrer,
        source,
        confirmed: true,
        xid: null,
        meta: null,
        createdAt: when.happenedAt,
      }
      customer = makeCustomer(desk, from, when.now)
    }
  }
  const named = who.customerKey === null ? undefined : desk.customerByKey(who.customerKey)
  const isErased = customer !== undefined && customer.erasedAt !== null // what it was called is not to be kept again
  if (who.platform && who.customerKey !== null && !named && !isErased)
    keepWaitingId(desk, who.platform, who.customerKey, when.at, when.now)
  if (!customer || customer.archived) return customer
  customer = heed(desk, customer, who, when)
  if (who.platform && (named?.key === customer.key || !desk.platformId(who.platform)))
    bindId(desk, customer, who.platform, when.at, { now: when.now })
  if (unknownKey !== null && named) release(desk, customer, when.now)
  return desk.customers.get(customer.key)
}

function rename(desk: Desk, customer: CustomerRow, customerKey: string, at: number): CustomerRow {
  audit(
    desk,
    {
      actor: 'platform',
      action: 'customer.renamed',
      subject: customer.key,
      detail: { customer_key: { from: customer.customerKey, to: customerKey } },
    },
    at,
  )
  return changeCustomer(desk, customer, { customerKey }, at)
}

/** `customer.created` and its like: what waits on it in the inbox is `waitingOn`. */
export function customerSeen(
  desk: Desk,
  fact: CustomerSeenFact,
  now: number,
): { readonly outcome: Outcome; readonly waitingOn: string | null } {
  const { who } = fact
  const customer = meet(desk, who, { at: fact.at, happenedAt: fact.at, now })
  if (customer?.archived)
    return { outcome: { state: 'ignored', reason: 'customer archived', changed: [] }, waitingOn: null }
  // A platform that has one name for both (Recurly's account_code) has found its customer by either.
  const isAlias = customer !== undefined && who.customerKey === who.platform?.id
  const isErased = customer !== undefined && customer.erasedAt !== null
  if (who.customerKey !== null && who.platform && customer?.customerKey !== who.customerKey && !isAlias && !isErased) {
    const { provider, account, id } = who.platform
    const newest = desk.waitingIds.get([provider, account, id].join('\n'))?.customerKey
    if (newest !== undefined && newest !== who.customerKey) {
      const reason = `a newer event names customer_key '${newest}'`
      return { outcome: { state: 'ignored', reason, changed: [] }, waitingOn: null }
    }
    const reason = `no customer with customer_key '${who.customerKey}' yet: the id is linked when there is one`
    return {
      outcome: { state: 'parked', reason, changed: [] },
      waitingOn: linkName(desk.mode, who.platform, who.customerKey),
    }
  }
  if (customer)
    return {
      outcome: { state: 'applied', reason: `linked to customer '${customer.customerKey}'`, changed: [customer.key] },
      waitingOn: null,
    }
  const reason = 'names no customer: no customer_key in its metadata, and nobody here has this id or e-mail'
  return { outcome: { state: 'ignored', reason, changed: [] }, waitingOn: null }
}
