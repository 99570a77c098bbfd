/** Rewards and actions as an answer shows them. What is not on the desk is asked for; until it is there, nothing is shown. */
import type { ActionView, RewardView } from '../store/reward-reads.ts'
import type { ActionRow, RewardRow } from '../store/reward-rows.ts'
import type { CustomerRow } from '../store/rows.ts'
import type { Desk } from './desk.ts'
import type { Need } from './need.ts'
import type { Shelf } from './shelf.ts'

type Named = Parameters<Need['ask']>[0]

/** The row of a key, or null where there is none. */
function found<Row>(desk: Desk, shelf: Shelf<Row>, kind: Named, key: string | null): Row | null {
  if (key === null) return null
  const row = shelf.get(key)
  if (row === undefined) desk.need.ask<'rewards'>(kind as 'rewards', key)
  return row ?? null
}

export const customerOf = (desk: Desk, key: string | null): CustomerRow | undefined =>
  found(desk, desk.customers, 'customers', key) ?? undefined

export function rewardView(desk: Desk, reward: RewardRow): { readonly reward?: RewardView } {
  const partner = found(desk, desk.partners, 'partnerKeys', reward.partnerKey)
  const group = found(desk, desk.groups, 'groups', partner?.groupKey ?? null)
  const beside = {
    customer: found(desk, desk.customers, 'customers', reward.customer),
    payment: found(desk, desk.payments, 'payments', reward.payment),
    action: found(desk, desk.actions, 'actions', reward.action),
    trigger: found(desk, desk.triggers, 'triggers', reward.triggerKey),
  }
  return partner && group ? { reward: { reward, partner, group, ...beside } } : {}
}

export function actionView(desk: Desk, action: ActionRow): { readonly action?: ActionView } {
  const partner = found(desk, desk.partners, 'partnerKeys', action.partnerKey)
  const customer = found(desk, desk.customers, 'customers', action.customer)
  return partner ? { action: { action, partner, customer } } : {}
}
