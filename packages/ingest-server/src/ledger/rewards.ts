/** What is said of triggers, rewards and actions: which rule it is for, and what is shown of it. */
import type { Outcome } from '../entry.ts'
import type { Fact, RewardFact } from '../facts.ts'
import type { ActionRow, RewardRow, TriggerRow } from '../store/reward-rows.ts'
import type { PaymentRow } from '../store/rows.ts'
import { archiveAction, createAction } from './actions.ts'
import type { Shown } from './books.ts'
import type { Desk } from './desk.ts'
import { giveReward } from './giving.ts'
import { letGoOfHolds } from './reward-holds.ts'
import { changeStatus } from './reward-status.ts'
import { actionView, rewardView } from './reward-views.ts'
import { approveTransaction } from './transactions.ts'
import { archiveTrigger, beginProgram, createTrigger, editTrigger } from './triggers.ts'

interface Decided {
  readonly outcome: Outcome
  readonly shown?: Shown
  readonly payment?: PaymentRow
}

const KINDS: Readonly<Record<string, true>> = {
  ...{ 'program.begin': true, 'trigger.create': true, 'trigger.edit': true, 'trigger.archive': true },
  ...{ 'reward.give': true, 'reward.status': true, 'holds.due': true, 'transaction.approve': true },
  ...{ 'action.create': true, 'action.archive': true },
} satisfies Record<RewardFact['kind'], true>

export const isSaidOfRewards = (fact: Fact): fact is RewardFact => Object.hasOwn(KINDS, fact.kind)

const done = (...changed: string[]): Outcome => ({ state: 'applied', reason: 'done', changed })
const alreadySo: Outcome = { state: 'unchanged', reason: 'already so', changed: [] }

const ofTrigger = (trigger: TriggerRow): Decided => ({ outcome: done(trigger.key), shown: { trigger } })
const ofReward = (desk: Desk, reward: RewardRow, outcome = done(reward.key)): Decided => ({
  outcome,
  shown: rewardView(desk, reward),
})
function ofAction(desk: Desk, told: { readonly action: ActionRow; readonly state: 'applied' | 'unchanged' }): Decided {
  const outcome: Outcome = { state: told.state, reason: 'done', changed: [told.action.key] }
  return { outcome, shown: actionView(desk, told.action) }
}

export function decideRewards(desk: Desk, fact: RewardFact, at: number): Decided {
  switch (fact.kind) {
    case 'program.begin': {
      const changed = beginProgram(desk, at)
      return { outcome: changed.length > 0 ? done(...changed) : alreadySo }
    }
    case 'trigger.create':
      return ofTrigger(createTrigger(desk, fact, at))
    case 'trigger.edit':
      return ofTrigger(editTrigger(desk, fact, at))
    case 'trigger.archive':
      return ofTrigger(archiveTrigger(desk, fact, at))
    case 'reward.give':
      return ofReward(desk, giveReward(desk, fact, at))
    case 'reward.status': {
      const { reward, isNew } = changeStatus(desk, fact, at)
      return ofReward(desk, reward, isNew ? done(reward.key) : alreadySo)
    }
    case 'holds.due':
      return { outcome: letGoOfHolds(desk, fact, at) }
    case 'transaction.approve': {
      const { payment, state } = approveTransaction(desk, fact, at)
      return { outcome: { state, reason: 'done', changed: [payment.key] }, payment }
    }
    case 'action.create':
      return ofAction(desk, createAction(desk, fact, at))
    case 'action.archive':
      return ofAction(desk, archiveAction(desk, fact, at))
  }
}
