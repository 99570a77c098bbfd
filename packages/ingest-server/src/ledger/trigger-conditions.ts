/** Whether a trigger counts: its conditions are judged once, when we learn of what may earn a reward, and never again. */
import type { RewardRow, TriggerConditions, TriggerRow } from '../store/reward-rows.ts'
import type { CustomerRow, PartnerRow, PaymentRow } from '../store/rows.ts'
import type { CappedRewards } from '../store/store.ts'
import type { Desk } from './desk.ts'

/** What may earn a reward, in the words of its conditions. */
export interface Cause {
  readonly event: TriggerRow['event']
  readonly key: string
  readonly partner: PartnerRow
  readonly customer: CustomerRow | null
  readonly payment: PaymentRow | null
  readonly actionType: string | null
  readonly at: number
  /** Learned of later than this, though the books have them already. */
  readonly notYet: ReadonlySet<string>
}

const isOneOf = (list: readonly string[], value: string | null): boolean =>
  list.length === 0 || (value !== null && list.includes(value))

/** The same day and time `months` later; where that month is shorter, its last day. */
export function monthsAfter(at: number, months: number): number {
  const from = new Date(at)
  const last = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0)).getUTCDate()
  const day = Math.min(from.getUTCDate(), last)
  const midnight = Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate())
  return Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, day) + (at - midnight)
}

/** Which condition is not met. */
export type Obstacle = (typeof OBSTACLES)[number]
export const OBSTACLES = [
  ...(['product', 'category', 'group', 'currency', 'action', 'too late', 'not the first', 'often enough'] as const),
] as const

/** What went before; asked for only where a condition is about it. */
export interface Past {
  hasPaidBefore(): boolean
  rewardsSoFar(): number
}

export function obstacleTo(
  conditions: TriggerConditions,
  cause: Pick<Cause, 'partner' | 'customer' | 'payment' | 'actionType' | 'at'>,
  past: Past,
): Obstacle | null {
  const { productKeys, categoryKeys, groups, currency, actionType, firstOnly, withinMonths, atMost } = conditions
  const { payment, customer, partner } = cause
  if (!isOneOf(productKeys, payment?.productKey ?? null)) return 'product'
  if (!isOneOf(categoryKeys, payment?.categoryKey ?? null)) return 'category'
  if (!isOneOf(groups, partner.groupKey)) return 'group'
  if (currency !== null && payment?.currency !== currency) return 'currency'
  if (actionType !== null && cause.actionType !== actionType) return 'action'
  if (withinMonths !== null && customer && cause.at >= monthsAfter(customer.createdAt, withinMonths)) return 'too late'
  if (firstOnly && past.hasPaidBefore()) return 'not the first'
  return atMost === null || past.rewardsSoFar() < atMost ? null : 'often enough'
}

export const matches = (desk: Desk, trigger: TriggerRow, cause: Cause): boolean =>
  obstacleTo(trigger.conditions, cause, {
    hasPaidBefore: () => hasPaidBefore(desk, cause),
    rewardsSoFar: () => rewardsSoFar(desk, trigger, cause),
  }) === null

/** A browser's amount that gave way to the real payment is the same money: it does not count as an earlier one. */
export const counts = ({ state, archived }: Pick<PaymentRow, 'state' | 'archived'>): boolean =>
  state === 'recorded' && archived !== 'replaced'

function hasPaidBefore(desk: Desk, { customer, key, notYet }: Cause): boolean {
  if (!customer) return false
  if (!desk.customers.isNew(customer.key)) desk.need.ask('firstPaymentsOf', customer.key)
  const others = desk.payments.by('customer', customer.key).filter((row) => row.key !== key && !notYet.has(row.key))
  return others.some(counts)
}

/** Which rewards a cap counts: those for the customer, or for what the partner did itself. */
export function cappedBy(
  { key, event, conditions }: TriggerRow,
  whose: Pick<CappedRewards, 'customer' | 'partner'>,
): CappedRewards | null {
  const { atMost } = conditions
  return atMost === null || event === 'signup' ? null : { trigger: key, event, ...whose, limit: atMost }
}

/** A cause that earned a reward which was taken back has still used it up. */
function rewardsSoFar(desk: Desk, trigger: TriggerRow, cause: Cause): number {
  const { customer, partner } = cause
  const whose = { customer: customer?.key ?? null, partner: customer ? null : partner.partnerKey }
  const isNew = customer ? desk.customers.isNew(customer.key) : desk.partners.isNew(partner.partnerKey)
  if (!isNew && !desk.triggers.isNew(trigger.key)) desk.need.ask('capped', cappedBy(trigger, whose))
  const isSameMoney = ({ payment }: RewardRow): boolean =>
    payment !== null && desk.payments.get(payment)?.archived === 'replaced'
  const rows = customer ? desk.rewards.by('customer', customer.key) : desk.rewards.by('partner', partner.partnerKey)
  return rows.filter(
    (row) => row.triggerKey === trigger.key && row.part === 0 && row.cause !== cause.key && !isSameMoney(row),
  ).length
}
