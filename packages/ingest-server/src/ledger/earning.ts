/**
 * What is earned: after each fact, every payment, customer and action that it changed is looked at. What has just become known
 * is judged by the triggers that stand, once; of what was known, the rewards follow what is left of its money.
 */
import type { ActionRow, RewardRow, TriggerRow } from '../store/reward-rows.ts'
import type { CustomerRow, PartnerRow, PaymentRow } from '../store/rows.ts'
import type { Desk } from './desk.ts'
import { lookAgain, lookAtEarning } from './flag-acts.ts'
import { standingReasons } from './flags.ts'
import { beginning, freeOf, holdFor, NOT_APPROVED } from './reward-holds.ts'
import { earnedBy, firstEarnedBy } from './reward-money.ts'
import { settleUp } from './reward-parts.ts'
import type { Earned } from './reward-parts.ts'
import { customerOf } from './reward-views.ts'
import type { Change } from './shelf.ts'
import { matches } from './trigger-conditions.ts'
import type { Cause } from './trigger-conditions.ts'

/** Does the work of a fact, and gives the rewards of what it has changed. */
export function earning<T>(desk: Desk, at: number, work: () => T): T {
  const { payments, customers, actions, reattributed } = desk
  const marks = [customers.mark(), actions.mark(), payments.mark(), reattributed.mark()] as const
  const result = work()
  for (const { before, after } of customers.since(marks[0])) {
    const isOther = before && (before.emailKey !== after?.emailKey || before.partnerKey !== after.partnerKey)
    if (after && isOther) lookAgain(desk, after, at)
  }
  for (const change of customers.since(marks[0])) customerChanged(desk, change, at)
  for (const { after } of reattributed.since(marks[3])) if (after) earnedFollows(desk, after.customer, at)
  for (const change of actions.since(marks[1])) actionChanged(desk, change, at)
  const changed = payments.since(marks[2])
  for (const change of changed) paymentChanged(desk, change, at)
  // In the order of their keys, in which they became known.
  const fresh = changed.flatMap(({ before, after }) => (isRecorded(after) && !isRecorded(before) ? [after] : []))
  fresh.sort((one, two) => (one.key < two.key ? -1 : 1))
  fresh.forEach((row, index) => judgePayment(desk, row, new Set(fresh.slice(index + 1).map(({ key }) => key)), at))
  return result
}

const isRecorded = (row: PaymentRow | undefined): row is PaymentRow => row?.state === 'recorded'

const triggersOf = (desk: Desk, event: TriggerRow['event']): TriggerRow[] => desk.triggers.by('standing', event)

function judgePayment(desk: Desk, payment: PaymentRow, notYet: ReadonlySet<string>, at: number): void {
  if (payment.archived === 'replaced') return
  const customer = desk.customers.get(payment.customer ?? '')
  const partner = desk.partners.get(payment.partnerKey ?? '')
  if (!customer || !partner) throw new Error(`the customer and partner of payment ${payment.key} are not on the desk`)
  const cause = { event: 'transaction', key: payment.key, partner, customer, payment, actionType: null } as const
  for (const trigger of triggersOf(desk, 'transaction')) {
    const first = firstEarnedBy(trigger.rate, payment)
    if (first === 0 || !matches(desk, trigger, { ...cause, at: payment.createdAt, notYet })) continue
    const currency = trigger.rate.kind === 'flat' ? trigger.rate.currency : payment.currency
    const amount = earnedBy(trigger.rate, payment)
    give(desk, trigger, { ...cause, at, notYet }, { amount, first, currency, partnerKey: partner.partnerKey }, at)
  }
}

/** A sign-up or an action earns a flat amount: there is no money it could be a part of. */
function judgeDeed(desk: Desk, cause: Cause, at: number): void {
  for (const trigger of triggersOf(desk, cause.event)) {
    const { rate } = trigger
    if (rate.kind !== 'flat' || !matches(desk, trigger, cause)) continue
    const { amount, currency } = rate
    give(desk, trigger, cause, { amount, first: amount, currency, partnerKey: cause.partner.partnerKey }, at)
  }
}

/** The customer by whom something is about to be earned, with what there is to say against that. */
function lookedAt(desk: Desk, key: string, partner: PartnerRow, at: number): CustomerRow {
  const customer = desk.customers.get(key)
  if (!customer) throw new Error(`customer ${key} is not on the desk`)
  const looked = lookAtEarning(desk, customer, partner, at)
  flagsChanged(desk, customer, looked, at)
  return looked
}

function give(desk: Desk, trigger: TriggerRow, cause: Cause, earned: Earned, at: number): void {
  const { amount, first, currency, partnerKey } = earned
  const { payment } = cause
  const customer = cause.customer && lookedAt(desk, cause.customer.key, cause.partner, at)
  const row: RewardRow = {
    ...{ key: desk.newKey('rwrd', at), mode: desk.mode, partnerKey, customer: customer?.key ?? null },
    ...{ payment: payment?.key ?? null, action: cause.event === 'action' ? cause.key : null, triggerKey: trigger.key },
    ...{ cause: cause.key, part: 0, rate: trigger.rate, firstAmount: first, amount, currency, description: null },
    ...{ source: 'trigger', archived: amount === 0, createdAt: at, updatedAt: at },
    ...beginning(desk, { customer: customer ?? undefined, payment: payment ?? undefined }, first, at),
  }
  desk.rewards.put(row)
}

const shown = ({ amount, refunded, archived, partnerKey, currency }: PaymentRow): unknown[] => [
  ...[amount, refunded, archived, partnerKey, currency],
]
const differs = (one: PaymentRow, two: PaymentRow): boolean =>
  shown(one).some((value, index) => value !== shown(two)[index])

/** A payment that stood: its rewards follow. One that was not recorded has none. */
function paymentChanged(desk: Desk, { before, after }: Change<PaymentRow>, at: number): void {
  if (!isRecorded(before) || !isRecorded(after)) return
  if (!desk.payments.isNew(after.key)) desk.need.ask('rewardsFor', after.key)
  if (after.approved && !before.approved)
    for (const row of rewardsFor(desk, after.key)) freeOf(desk, row, NOT_APPROVED, at)
  if (!differs(before, after)) return
  const through = { payment: after, customer: desk.customers.get(after.customer ?? '') }
  for (const parts of grouped(rewardsFor(desk, after.key))) settleUp(desk, parts, earnedNow(parts, after), through, at)
}

/** What a person gave stays as it was given, for as long as anything of the payment stands. */
function earnedNow([first]: readonly [RewardRow, ...RewardRow[]], payment: PaymentRow): Earned {
  const { rate, firstAmount, currency, partnerKey } = first
  if (rate === null)
    return { amount: payment.archived === null ? firstAmount : 0, first: firstAmount, currency, partnerKey }
  return {
    amount: earnedBy(rate, payment),
    first: firstEarnedBy(rate, payment),
    currency: rate.kind === 'flat' ? rate.currency : payment.currency,
    partnerKey: payment.partnerKey ?? partnerKey,
  }
}

/** All that a payment earned, and what was given for it. */
const rewardsFor = (desk: Desk, payment: string): RewardRow[] => [
  ...desk.rewards.by('cause', payment),
  ...desk.rewards.by('givenFor', payment),
]

/** The parts of each reward, the first one first. */
function grouped(rows: readonly RewardRow[]): [RewardRow, ...RewardRow[]][] {
  const groups = Object.values(Object.groupBy(rows, ({ cause, triggerKey }) => `${cause}\n${triggerKey}`))
  return groups.flatMap((parts) => {
    const [first, ...more] = (parts ?? []).sort((one, two) => one.part - two.part)
    return first ? [[first, ...more] as [RewardRow, ...RewardRow[]]] : []
  })
}

/** Rewards follow the flags of their customer; what was earned while its partner still stood does not wait for the end of that. */
function flagsChanged(desk: Desk, before: CustomerRow, after: CustomerRow, at: number): void {
  const [stood, stand] = [standingReasons(before), standingReasons(after)]
  const settled = stood.filter((reason) => !stand.includes(reason))
  const raised = after.flags.filter(({ rule, reason }) => rule !== 'archived_partner' && !stood.includes(reason))
  const holding = raised.map(({ reason }) => reason).filter((reason) => stand.includes(reason))
  if (settled.length + holding.length === 0) return
  if (!desk.customers.isNew(after.key)) desk.need.ask('rewardsOf', after.key)
  const theirs = (): RewardRow[] => desk.rewards.by('customer', after.key)
  for (const reason of settled) for (const row of theirs()) freeOf(desk, row, reason, at)
  for (const reason of holding) for (const row of theirs()) holdFor(desk, row, reason, at)
}

function customerChanged(desk: Desk, { before, after }: Change<CustomerRow>, at: number): void {
  if (!after) return
  if (!before) return judgeSignup(desk, after, at)
  flagsChanged(desk, before, after, at)
}

/** What was paid before is said to be the partner's whose the customer is: so is what it earned, whoever had it until now. */
function earnedFollows(desk: Desk, customerKey: string, at: number): void {
  const customer = desk.customers.get(customerKey)
  if (!customer) throw new Error(`customer ${customerKey} is not on the desk`)
  if (!desk.customers.isNew(customerKey)) desk.need.ask('rewardsOf', customerKey)
  const earned = desk.rewards.by('customer', customerKey).filter(({ triggerKey }) => triggerKey !== null)
  for (const parts of grouped(earned)) move(desk, parts, customer, at)
}

/** What a person gave stays where they gave it. */
function move(desk: Desk, parts: readonly [RewardRow, ...RewardRow[]], customer: CustomerRow, at: number): void {
  const [{ firstAmount, currency }] = parts
  const amount = parts.reduce((sum, row) => sum + row.amount, 0)
  const earned = { amount, first: firstAmount, currency, partnerKey: customer.partnerKey }
  settleUp(desk, parts, earned, { customer, payment: undefined }, at)
}

function judgeSignup(desk: Desk, customer: CustomerRow, at: number): void {
  const partner = desk.partners.get(customer.partnerKey)
  if (!partner) throw new Error(`the partner of customer ${customer.key} is not on the desk`)
  const cause = { event: 'signup', key: customer.key, partner, customer, payment: null, actionType: null } as const
  judgeDeed(desk, { ...cause, at: customer.createdAt, notYet: new Set() }, at)
}

function actionChanged(desk: Desk, { before, after }: Change<ActionRow>, at: number): void {
  if (!after) return
  if (!before) return judgeAction(desk, after, at)
  if (before.archived || !after.archived) return
  if (!desk.actions.isNew(after.key)) desk.need.ask('rewardsFor', after.key)
  const through = { customer: customerOf(desk, after.customer), payment: undefined }
  for (const parts of grouped(desk.rewards.by('cause', after.key))) {
    const [{ firstAmount, currency, partnerKey }] = parts
    settleUp(desk, parts, { amount: 0, first: firstAmount, currency, partnerKey }, through, at)
  }
}

function judgeAction(desk: Desk, action: ActionRow, at: number): void {
  const partner = desk.partners.get(action.partnerKey)
  const customer = action.customer === null ? null : desk.customers.get(action.customer)
  if (!partner || customer === undefined) throw new Error(`whose action ${action.key} is, is not on the desk`)
  const cause = { event: 'action', key: action.key, partner, customer, payment: null, actionType: action.type } as const
  judgeDeed(desk, { ...cause, at, notYet: new Set() }, at)
}
