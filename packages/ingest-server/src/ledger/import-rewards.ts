/** A row of rewards: given once, to the partner it names. Nothing but the row itself names it. */
import type { RewardRowFact } from '../facts.ts'
import type { Desk } from './desk.ts'
import { giveReward } from './giving.ts'
import type { RowState } from './row-error.ts'

export function importReward(desk: Desk, fact: RewardRowFact, at: number): RowState {
  if (desk.rewards.by('cause', fact.row).length > 0) return 'unchanged'
  const {
    partnerKey: partner,
    customerKey: customer,
    transactionKey: transaction,
    amount,
    currency,
    description,
  } = fact
  const given = { kind: 'reward.give', actor: 'import', source: 'import' } as const
  const reward = giveReward(desk, { ...given, partner, customer, transaction, amount, currency, description }, at)
  desk.rewards.put({ ...reward, cause: fact.row, createdAt: fact.createdAt ?? reward.createdAt })
  return 'created'
}
