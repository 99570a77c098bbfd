/** What a trigger would have earned, had it stood: judged as the ledger judges, on what is past. Nothing comes of it. */
import type { Rate, TriggerConditions, TriggerRow } from '../store/reward-rows.ts'
import { earnedBy, firstEarnedBy } from './reward-money.ts'
import { counts, obstacleTo } from './trigger-conditions.ts'
import type { Cause, Obstacle } from './trigger-conditions.ts'

export interface TrialTerms {
  readonly event: TriggerRow['event']
  readonly conditions: TriggerConditions
  readonly rate: Rate
}
export type PastCause = Omit<Cause, 'event' | 'notYet'>

export interface Tried {
  /** Which condition is not met; `nothing`: there is nothing to earn by it. */
  readonly obstacle: Obstacle | 'nothing' | null
  /** By what is left of the payment now. */
  readonly amount: number
  readonly currency: string
}

const inOrder = (one: PastCause, two: PastCause): number => one.at - two.at || (one.key < two.key ? -1 : 1)

const firstOf = (rate: Rate, { payment }: PastCause): number =>
  payment ? firstEarnedBy(rate, payment) : rate.kind === 'flat' ? rate.amount : 0
const nowOf = (rate: Rate, { payment }: PastCause): number =>
  payment ? earnedBy(rate, payment) : rate.kind === 'flat' ? rate.amount : 0

/** Each cause by its key. All that went before has to be among them, for conditions that count. */
export function tryTrigger({ conditions, rate }: TrialTerms, causes: readonly PastCause[]): Map<string, Tried> {
  const paid = new Set<string>()
  const earned = new Map<string, number>()
  const tried = new Map<string, Tried>()
  for (const cause of [...causes].sort(inOrder)) {
    const { key, payment, customer, partner } = cause
    if (payment && !counts(payment)) continue
    const whose = customer?.key ?? partner.partnerKey
    const soFar = earned.get(whose) ?? 0
    const isNothing = firstOf(rate, cause) === 0
    const obstacle = isNothing
      ? 'nothing'
      : obstacleTo(conditions, cause, { hasPaidBefore: () => paid.has(whose), rewardsSoFar: () => soFar })
    const currency = rate.kind === 'flat' ? rate.currency : (payment?.currency ?? '')
    tried.set(key, { obstacle, amount: obstacle === null ? nowOf(rate, cause) : 0, currency })
    if (obstacle === null) earned.set(whose, soFar + 1)
    if (payment) paid.add(whose)
  }
  return tried
}
