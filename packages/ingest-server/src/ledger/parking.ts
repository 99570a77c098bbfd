/**
 * What waits for whom. A payment waits under each of its hints, a platform's id under the customer_key it named; whatever
 * brings the match lets go of them in the same commit. No timer and no poll: nothing here depends on how much waits.
 */
import type { Hints, Mode, PlatformRef } from '../facts.ts'
import type { CustomerRow, PaymentRow } from '../store/rows.ts'
import type { Desk } from './desk.ts'

export const DAY_MS = 86_400_000

export const customerHint = (customerKey: string): string => `c:${customerKey}`
/** Without its provider, because an id may be given without one. */
export const platformHint = (id: string): string => `p:${id}`
/** What a delivery is parked on that only named a customer. */
export const linkName = (mode: Mode, { provider, account, id }: PlatformRef, customerKey: string): string =>
  `link:${mode}:${provider}:${account}:${id}:${customerKey}`

/** An e-mail never lets go of what is parked. */
const hintsOf = ({ customerKey, platform }: Hints): string[] => [
  ...(customerKey === null ? [] : [customerHint(customerKey)]),
  ...(platform === null ? [] : [platformHint(platform.id)]),
]

/** Keeps a payment under each hint it carries. */
export function park(desk: Desk, payment: PaymentRow, who: Hints): void {
  const known = new Set(desk.waits.by('payment', payment.key).map(({ hint }) => hint))
  for (const hint of hintsOf(who)) {
    if (!known.has(hint)) desk.waits.put({ mode: desk.mode, hint, payment: payment.key })
  }
}

export function unpark(desk: Desk, payment: PaymentRow): void {
  for (const wait of desk.waits.by('payment', payment.key)) desk.waits.remove(wait)
}

/** Payments that wait under a hint. */
export function waitingUnder(desk: Desk, hint: string): PaymentRow[] {
  return desk.waits.by('hint', hint).flatMap(({ payment }) => desk.payments.get(payment) ?? [])
}

/** Tells the inbox that everything parked on this has been worked. */
export function letGo(
  desk: Desk,
  waitingOn: string,
  at: number,
  outcome: { readonly state: 'applied' | 'ignored'; readonly reason: string; readonly changed: readonly string[] },
): void {
  const subject = subjectOf(desk, outcome.changed)
  desk.released.put({ waitingOn, ...outcome, subject, at, order: desk.released.mark() })
}

/** What a change is about: the first payment or customer among the rows that changed. */
export const subjectOf = (desk: Desk, changed: readonly string[]): string | null =>
  changed.find((key) => desk.payments.get(key) ?? desk.customers.get(key)) ?? null

/** A payment is credited only to a customer that signed up before it, or within the parking time after it. */
export function inTime(desk: Desk, payment: { readonly createdAt: number }, customer: CustomerRow): boolean {
  return customer.createdAt <= payment.createdAt + desk.settings.parkingDays * DAY_MS
}

/** What a parked payment waits for, in plain words. */
export function waitingFor({ customerKey, platform, partnerKey }: Hints): string {
  const names = [
    ...(customerKey === null ? [] : [`customer_key '${customerKey}'`]),
    ...(platform === null ? [] : [`provider_key '${platform.id}'`]),
  ]
  if (names.length === 0)
    return 'the payment names no customer: no customer_key in its metadata, and no platform customer'
  const why = customerKey !== null && partnerKey === null ? ' (and no partner_key that would make one)' : ''
  return `no customer with ${names.join(' or ')} yet${why}`
}
