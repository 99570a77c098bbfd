/**
 * Which rows rewards need. What is foreseen here is there at once; what a rule finds out by itself costs the batch another
 * round, so this is about speed, and a rule never relies on it.
 */
import type { Fact, RewardFact } from '../facts.ts'
import type { PaymentRow } from '../store/rows.ts'
import type { Desk } from './desk.ts'
import { whoIs } from './identity.ts'
import type { Need } from './need.ts'
import { askPartnerRef } from './program-need.ts'
import { DEFAULT_GROUP } from './partner-refs.ts'
import { wholeOf } from './recording.ts'
import { cappedBy } from './trigger-conditions.ts'

/** What a fact about rewards names. */
export function askRewards(need: Need, fact: RewardFact, askRef: (need: Need, ref: string) => void): void {
  switch (fact.kind) {
    case 'program.begin':
      need.ask('triggersOn', 'signup', 'transaction', 'action')
      return need.ask('groups', DEFAULT_GROUP)
    case 'trigger.create':
      return need.ask('groups', ...(fact.conditions.groups ?? []))
    case 'trigger.edit':
      need.ask('groups', ...(fact.conditions?.groups ?? []))
      return need.ask('triggers', fact.ref)
    case 'trigger.archive':
      return need.ask('triggers', fact.ref)
    case 'reward.give':
      if (fact.customer !== null) askRef(need, fact.customer)
      askPartnerRef(need, fact.partner)
      return need.ask('payments', fact.transaction)
    case 'reward.status':
      return need.ask('rewards', fact.ref)
    case 'holds.due':
      return need.ask('due', { until: fact.until, limit: fact.limit })
    case 'transaction.approve':
      return need.ask('payments', fact.ref)
    case 'action.create':
      if (fact.targetType === 'customer') askRef(need, fact.ref)
      else askPartnerRef(need, fact.ref)
      return need.ask('actions', fact.externalKey)
    case 'action.archive':
      return need.ask('actions', fact.ref)
  }
}

const isRecorded = (row: PaymentRow | undefined): row is PaymentRow => row?.state === 'recorded'

/** Transactions whose money a fact is likely to change: their rewards follow. */
function changedBy(desk: Desk, fact: Fact): PaymentRow[] {
  switch (fact.kind) {
    case 'payment':
    case 'refund':
    case 'dispute':
    case 'failure': {
      if (fact.kind === 'payment' && (fact.refundedTotal ?? 0) === 0) return []
      const row = desk.payment(fact.payment)
      return [row, row && wholeOf(desk, row)].filter(isRecorded)
    }
    case 'transaction.archive':
    case 'transaction.approve':
      return [...desk.payments.by('sourceKey', fact.ref), ...desk.payments.by('givenKey', fact.ref)].filter(isRecorded)
    default:
      return []
  }
}

/** A customer whom a trusted source vouches for may become another partner's, with all that was earned. */
function askMoved(need: Need, desk: Desk, fact: Fact): void {
  const who =
    fact.kind === 'customer.create'
      ? desk.customerByKey(fact.customerKey ?? '')
      : fact.kind === 'payment' || fact.kind === 'customer.seen'
        ? whoIs(desk, fact.who, fact.at)
        : undefined
  const partnerKey =
    fact.kind === 'customer.create' ? fact.partnerKey : who && 'who' in fact ? fact.who.partnerKey : null
  if (!who || who.confirmed || partnerKey === null) return
  if (who.flaggedAt !== null || who.partnerKey !== partnerKey) need.ask('rewardsOf', who.key)
}

/** What triggers that stand ask about customers: did they pay before, and how often have they counted. */
function askConditions(need: Need, desk: Desk): void {
  const standing = [...desk.triggers.by('standing', 'transaction'), ...desk.triggers.by('standing', 'action')]
  const conditional = standing.filter(({ conditions }) => conditions.firstOnly || conditions.atMost !== null)
  if (conditional.length === 0) return
  for (const { key } of desk.customers.all())
    for (const trigger of conditional) {
      if (trigger.conditions.firstOnly) need.ask('firstPaymentsOf', key)
      need.ask('capped', cappedBy(trigger, { customer: key, partner: null }))
    }
}

export function askEarned(need: Need, desk: Desk, facts: readonly Fact[]): void {
  for (const fact of facts) {
    askMoved(need, desk, fact)
    for (const { key } of changedBy(desk, fact)) need.ask('rewardsFor', key)
  }
  askConditions(need, desk)
}
