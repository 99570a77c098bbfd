/**
 * Sign-ups that a browser reports, over a public key that anyone can read, or a back end over its tracking token: they may add a
 * customer, never change one.
 */
import type { Outcome } from '../entry.ts'
import type { SignupFact } from '../facts.ts'
import type { ClickRow, CustomerRow, PartnerRow } from '../store/rows.ts'
import { recordBrowserPayment } from './browser-payments.ts'
import { makeCustomer } from './customer-rows.ts'
import { emailKey } from './desk.ts'
import type { Desk } from './desk.ts'
import { DAY_MS } from './parking.ts'
import type { Suspicion } from './flags.ts'
import { standingReasons } from './flags.ts'
import { bindId, release } from './platform-ids.ts'

interface Credit {
  readonly partner: PartnerRow
  /** The click that brought the sign-up, where it is this partner's. */
  readonly click: ClickRow | null
  /** What is odd about it; empty where nothing is. */
  readonly doubts: readonly Suspicion[]
}

/** Who is credited: the partner_key where given, else the click's partner; or why nobody is. */
export function credit(desk: Desk, fact: SignupFact, at: number): Credit | { readonly reason: string } {
  const click = fact.xid === null ? undefined : desk.clicks.get(fact.xid)
  const partnerKey = fact.partnerKey ?? click?.partnerKey
  if (partnerKey === undefined)
    return {
      reason:
        fact.xid === null
          ? 'no referral: neither partner_key nor xid'
          : `unknown click '${fact.xid}', and no partner_key`,
    }
  const partner = desk.partners.get(partnerKey)
  if (!partner) return { reason: `no partner with partner_key '${partnerKey}'` }
  if (partner.archived) return { reason: `partner '${partnerKey}' is archived` }
  const own = click?.partnerKey === partnerKey ? click : null
  const { windowDays } = desk.settings
  if (own && own.createdAt + windowDays * DAY_MS < at) return { reason: `the click is older than ${windowDays} days` }
  return { partner, click: own, doubts: oddities(fact, click) }
}

/** A sign-up that no click of its partner's brought, or one that brought others. */
function oddities({ xid, partnerKey }: SignupFact, click: ClickRow | undefined): Suspicion[] {
  if (xid === null) return [{ rule: 'no_click', reason: 'sign-up without a click' }]
  if (!click) return [{ rule: 'no_click', reason: `sign-up with an unknown click '${xid}'` }]
  if (partnerKey !== null && click.partnerKey !== partnerKey)
    return [{ rule: 'no_click', reason: `its click '${xid}' is another partner's` }]
  return click.usedBy === null
    ? []
    : [{ rule: 'shared_click', reason: `its click '${xid}' brought another sign-up before` }]
}

/** Without a customer_key: the only customer with that e-mail, else the one the e-mail stands in for. */
function known(desk: Desk, fact: SignupFact): CustomerRow | undefined {
  if (fact.customerKey !== null) return desk.customerByKey(fact.customerKey)
  const key = emailKey(fact.email)
  const [one, another] = desk.customersByEmail(key)
  return one && !another ? one : desk.customerByKey(key ?? '')
}

/** The sign-up's outcome, and the customer it is about, new or known. */
export function signUp(
  desk: Desk,
  fact: SignupFact,
  at: number,
): { readonly outcome: Outcome; readonly customer: CustomerRow | null } {
  const standing = known(desk, fact)
  if (standing?.archived)
    return { outcome: { state: 'ignored', reason: 'customer archived', changed: [] }, customer: null }
  if (standing) {
    const money = recordBrowserPayment(desk, fact, standing, at)
    const reason = `customer '${standing.customerKey}' is known: nothing of it changes${money ? `; ${money.reason}` : ''}`
    return {
      outcome: { state: money?.state === 'applied' ? 'applied' : 'unchanged', reason, changed: money?.changed ?? [] },
      customer: standing,
    }
  }
  const found = credit(desk, fact, at)
  if ('reason' in found)
    return { outcome: { state: 'ignored', reason: `nobody is credited: ${found.reason}`, changed: [] }, customer: null }
  const customer = welcome(desk, fact, found, at)
  const money = recordBrowserPayment(desk, fact, customer, at)
  const reasons = standingReasons(customer).join('; ')
  const reason = `credited to partner '${found.partner.partnerKey}'${reasons && ` (${reasons})`}${money ? `; ${money.reason}` : ''}`
  return {
    outcome: { state: 'applied', reason, changed: [customer.key, ...(money?.changed ?? [])] },
    customer: desk.customers.get(customer.key) ?? customer,
  }
}

/** Nobody has this id of a platform, and none but this customer_key has been named for it. */
const isFree = (desk: Desk, id: string, customerKey: string): boolean =>
  desk.platformIds.by('id', id).length === 0 &&
  desk.waitingIds.by('id', id).every((row) => row.customerKey === customerKey)

function welcome(desk: Desk, fact: SignupFact, { partner, click, doubts }: Credit, at: number): CustomerRow {
  const { email, name, xid, meta, trusted = false } = fact
  const source = trusted ? 'api' : 'script'
  const customerKey = fact.customerKey ?? emailKey(email) ?? ''
  const customer = makeCustomer(
    desk,
    { customerKey, email, name, partner, source, confirmed: trusted, doubts, xid, meta, createdAt: at },
    at,
  )
  if (click && click.usedBy === null) desk.clicks.put({ ...click, counted: true, usedBy: customer.key })
  const id = fact.providerKey
  if (id !== null && isFree(desk, id, customerKey))
    bindId(desk, customer, { provider: '', account: '', id }, at, { ...(!trusted && { since: at }), now: at })
  release(desk, customer, at)
  return customer
}
