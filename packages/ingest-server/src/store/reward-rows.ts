/** What partners earn, and by which rules: plain data, as everything the books hold. */
import type { Mode, Rate, RewardStatus, TriggerConditions, TriggerEvent } from '../facts.ts'

export type { Rate, RewardStatus, TriggerConditions } from '../facts.ts'

export const REWARD_STATUSES = ['hold', 'pending', 'approved', 'paid', 'declined'] as const satisfies RewardStatus[]

export interface TriggerRow {
  readonly key: string
  readonly mode: Mode
  readonly name: string
  readonly event: TriggerEvent
  readonly conditions: TriggerConditions
  readonly rate: Rate
  readonly archived: boolean
  readonly createdAt: number
  readonly updatedAt: number
}

/**
 * What one partner earns from one cause by one trigger. Once paid or declined it never changes: what is taken back or comes
 * again afterwards is a further part, whose amount may be negative.
 */
export interface RewardRow {
  readonly key: string
  readonly mode: Mode
  readonly partnerKey: string
  readonly customer: string | null
  /** The transaction, where it is about one. */
  readonly payment: string | null
  readonly action: string | null
  /** Null where a person or a key pair gave it. */
  readonly triggerKey: string | null
  /** The payment, action or customer it is earned by; its own key where it was given. Unique with trigger and part. */
  readonly cause: string
  readonly part: number
  /** As it was when it was earned: a reward keeps its rate. Null where it was given. */
  readonly rate: Rate | null
  /** Between 0 and this the amount moves. */
  readonly firstAmount: number
  readonly amount: number
  readonly currency: string
  readonly description: string | null
  readonly source: 'trigger' | 'api' | 'import'
  readonly status: RewardStatus
  /** Why it is on hold, in plain words; empty where only the hold period is awaited, or where it is not on hold. */
  readonly holds: readonly string[]
  /** The end of its hold period. */
  readonly holdUntil: number | null
  /** It was taken back before it was paid. */
  readonly archived: boolean
  readonly createdAt: number
  readonly updatedAt: number
}

/** Something a customer or partner did, as a key pair reported it. */
export interface ActionRow {
  readonly key: string
  readonly mode: Mode
  readonly externalKey: string | null
  readonly targetType: 'customer' | 'partnership'
  readonly customer: string | null
  readonly partnerKey: string
  readonly type: string
  readonly value: number
  readonly archived: boolean
  readonly createdAt: number
  readonly updatedAt: number
}

/** A deal or a lead: somebody who is not a customer yet. */
export interface ProspectRow {
  readonly key: string
  readonly mode: Mode
  readonly kind: 'deal' | 'lead'
  readonly partnerKey: string | null
  readonly groupKey: string | null
  readonly externalKey: string | null
  /** What else was told, by the names of the API. */
  readonly data: Readonly<Record<string, unknown>>
  /** Whom it became (`cus_…`). */
  readonly customer: string | null
  readonly archived: boolean
  readonly createdAt: number
  readonly updatedAt: number
}
