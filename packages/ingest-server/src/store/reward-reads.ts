/** The store's promises about rewards: lists by cursor as all others, and single rows, with what is shown beside them. */
import type { Mode } from '../facts.ts'
import type { Page, PageQuery } from './queries.ts'
import type { ActionRow, RewardRow, RewardStatus, TriggerRow } from './reward-rows.ts'
import type { CustomerRow, GroupRow, PartnerRow, PaymentRow } from './rows.ts'

/** A reward with what its object shows of others. */
export interface RewardView {
  readonly reward: RewardRow
  readonly partner: PartnerRow
  readonly group: GroupRow
  readonly customer: CustomerRow | null
  readonly payment: PaymentRow | null
  readonly action: ActionRow | null
  readonly trigger: TriggerRow | null
}

export interface ActionView {
  readonly action: ActionRow
  readonly customer: CustomerRow | null
  readonly partner: PartnerRow
}

/** Rewards that were taken back before they were paid are archived, and come with `includeArchived`. */
export interface RewardsQuery extends PageQuery {
  readonly partnerKey?: string
  /** `part_…` */
  readonly partnershipKey?: string
  /** `cus_…` */
  readonly customer?: string
  /** `tran_…` */
  readonly payment?: string
  readonly statuses?: readonly RewardStatus[]
  /** `trig_…` */
  readonly trigger?: string
  readonly currency?: string
}

export interface TriggersQuery extends PageQuery {
  readonly event?: TriggerRow['event']
}

export interface ActionsQuery extends PageQuery {
  readonly partnerKey?: string
  /** `part_…` */
  readonly partnershipKey?: string
  /** `cus_…` */
  readonly customer?: string
  readonly type?: string
}

export interface RewardReads {
  rewards(query: RewardsQuery): Promise<Page<RewardView>>
  /** By `rwrd_…`; archived ones too. */
  reward(mode: Mode, key: string): Promise<RewardView | null>
  triggers(query: TriggersQuery): Promise<Page<TriggerRow>>
  /** By `trig_…`; archived ones too. */
  trigger(mode: Mode, key: string): Promise<TriggerRow | null>
  actions(query: ActionsQuery): Promise<Page<ActionView>>
  /** By external key, then `act_…`; archived ones too. */
  action(mode: Mode, ref: string): Promise<ActionView | null>
}
