/** Rewards under test: the facts by which they come about, and the books' rewards as a few words each. */
import type {
  ActionCreateFact,
  RewardGiveFact,
  RewardStatus,
  TriggerConditions,
  TriggerCreateFact,
} from '../../src/facts.ts'
import type { RewardRow } from '../../src/store/reward-rows.ts'
import type { EntryOptions, TestBooks } from './ledger.ts'

/** 10 % of every payment. */
export const trigger = (
  conditions: Partial<TriggerConditions> = {},
  overrides: Partial<TriggerCreateFact> = {},
): TriggerCreateFact => ({
  ...{ kind: 'trigger.create', actor: 'operator', name: null, event: 'transaction', conditions },
  rate: { kind: 'percent', millionths: 100_000 },
  ...overrides,
})

export const flat = (amount: number, currency = 'USD') => ({ kind: 'flat', amount, currency }) as const
export const percent = (millionths: number) => ({ kind: 'percent', millionths }) as const

export const give = (overrides: Partial<RewardGiveFact> = {}): RewardGiveFact => ({
  ...{ kind: 'reward.give', actor: 'api', partner: null, customer: 'c1', transaction: null, amount: 700 },
  ...{ currency: null, description: 'a talk', source: 'api' },
  ...overrides,
})

export const actionCreate = (overrides: Partial<ActionCreateFact> = {}): ActionCreateFact => ({
  ...{ kind: 'action.create', targetType: 'customer', ref: 'c1', type: 'demo', value: 1, externalKey: null },
  ...overrides,
})

/** All rewards, in the order in which they were made. */
export const rewardsOf = (books: TestBooks, mode?: 'production' | 'test'): RewardRow[] =>
  books.rows(mode).rewards.sort((one, two) => (one.key < two.key ? -1 : 1))

/** `ada 500 USD pending`, with `gone` behind it where it was taken back. */
export const told = (rows: readonly RewardRow[]): string[] =>
  rows.map(({ partnerKey, amount, currency, status, archived }) =>
    [partnerKey, amount, currency, status, ...(archived ? ['gone'] : [])].join(' '),
  )

/** Moves the newest reward (or another) to a state by the steps that lead there. */
export async function bring(books: TestBooks, to: RewardStatus, key?: string, options?: EntryOptions): Promise<void> {
  const ref = key ?? rewardsOf(books, options?.mode).at(-1)?.key ?? 'rwrd_none'
  const steps: Record<RewardStatus, readonly RewardStatus[]> = {
    hold: ['hold'],
    pending: ['pending'],
    declined: ['declined'],
    approved: ['approved'],
    paid: ['approved', 'paid'],
  }
  for (const status of steps[to]) await books.call({ kind: 'reward.status', ref, status, actor: 'operator' }, options)
}
