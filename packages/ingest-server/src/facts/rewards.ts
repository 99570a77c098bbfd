/** What is said of rewards: by which rules they are earned, what a person or key pair gives, and what becomes of them. */

/** When a trigger counts. A condition that is null, or a list that is empty, asks for nothing. */
export interface TriggerConditions {
  readonly productKeys: readonly string[]
  readonly categoryKeys: readonly string[]
  /** Internal keys of groups; in a fact, slugs too. */
  readonly groups: readonly string[]
  readonly currency: string | null
  /** Of an action. */
  readonly actionType: string | null
  /** Only the first payment of a customer that we learn of. */
  readonly firstOnly: boolean
  /** Calendar months from the sign-up. */
  readonly withinMonths: number | null
  /** Rewards of this trigger for one customer. */
  readonly atMost: number | null
}

/** What is earned: an amount, or millionths of the net amount (100,000 is 10 %). */
export type Rate =
  | { readonly kind: 'flat'; readonly amount: number; readonly currency: string }
  | { readonly kind: 'percent'; readonly millionths: number }

/** A rate as it is said: an amount without a currency is in the program's. */
export type SaidRate = Rate | { readonly kind: 'flat'; readonly amount: number; readonly currency: null }

export type TriggerEvent = 'signup' | 'transaction' | 'action'
export type RewardStatus = 'hold' | 'pending' | 'approved' | 'paid' | 'declined'

/** Who says it, for the audit log: `api`, `operator`. */
interface ByPerson {
  readonly actor: string
}

/** The start of a program in its mode: the default group and the default trigger, unless there ever was a trigger. */
export interface ProgramBeginFact {
  readonly kind: 'program.begin'
}

export interface TriggerCreateFact extends ByPerson {
  readonly kind: 'trigger.create'
  /** Null: it is named after what it does. */
  readonly name: string | null
  readonly event: TriggerEvent
  readonly conditions: Partial<TriggerConditions>
  readonly rate: SaidRate
}

/** What is absent stays; rewards that stand keep what they were earned by. */
export interface TriggerEditFact extends ByPerson {
  readonly kind: 'trigger.edit'
  readonly ref: string
  readonly name?: string
  readonly conditions?: Partial<TriggerConditions>
  readonly rate?: SaidRate
}

export interface TriggerArchiveFact extends ByPerson {
  readonly kind: 'trigger.archive'
  readonly ref: string
}

/** A reward given by hand, key pair or import: to a partner, or to whom a customer or transaction is credited. */
export interface RewardGiveFact extends ByPerson {
  readonly kind: 'reward.give'
  /** A partner_key, `part_…` or e-mail; null: whoever the customer or transaction is credited to. */
  readonly partner: string | null
  /** customer_key, internal key or e-mail. */
  readonly customer: string | null
  /** A transaction's given key, its platform id, or its internal `tran_…`. */
  readonly transaction: string | null
  readonly amount: number
  readonly currency: string | null
  readonly description: string | null
  readonly source: 'api' | 'import'
}

/** A person or key pair moves a reward on: hold, pending, approved, paid; or declines it. */
export interface RewardStatusFact extends ByPerson {
  readonly kind: 'reward.status'
  readonly ref: string
  readonly status: RewardStatus
}

/** The hold period of rewards is over that ends until `until`: at most `limit` of them. */
export interface HoldsDueFact {
  readonly kind: 'holds.due'
  readonly until: number
  readonly limit: number
}

/** A transaction that a browser reported counts, says somebody who has looked. */
export interface TransactionApproveFact extends ByPerson {
  readonly kind: 'transaction.approve'
  readonly ref: string
}

/** Something a customer or partner did. */
export interface ActionCreateFact {
  readonly kind: 'action.create'
  readonly targetType: 'customer' | 'partnership'
  /** A customer as a path names one, or a partner_key, `part_…` or e-mail. */
  readonly ref: string
  readonly type: string
  readonly value: number
  /** Unique in its mode: named again, it is the action that stands. */
  readonly externalKey: string | null
}

export interface ActionArchiveFact {
  readonly kind: 'action.archive'
  /** Its external key or `act_…`. */
  readonly ref: string
}

export type RewardFact =
  | ProgramBeginFact
  | TriggerCreateFact
  | TriggerEditFact
  | TriggerArchiveFact
  | RewardGiveFact
  | RewardStatusFact
  | HoldsDueFact
  | TransactionApproveFact
  | ActionCreateFact
  | ActionArchiveFact
