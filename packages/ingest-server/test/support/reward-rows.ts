/** Rows of rewards and of what is told of changes, of which a test states only what matters. */
import type { HookRow, IdempotencyRow, MessageRow, SendRow } from '../../src/store/hook-rows.ts'
import type { ActionRow, ProspectRow, RewardRow, TriggerConditions, TriggerRow } from '../../src/store/reward-rows.ts'

const times = { createdAt: 1_000, updatedAt: 1_000 }

export const conditions = (over: Partial<TriggerConditions> = {}): TriggerConditions => ({
  ...{ productKeys: [], categoryKeys: [], groups: [], currency: null, actionType: null },
  ...{ firstOnly: false, withinMonths: null, atMost: null },
  ...over,
})
/** 10 % of every payment. */
export const triggerRow = (over: Partial<TriggerRow> = {}): TriggerRow => ({
  ...{ key: 'trig_1', mode: 'production', name: '10 % of every payment', event: 'transaction' },
  ...{ conditions: conditions(), rate: { kind: 'percent', millionths: 100_000 }, archived: false },
  ...times,
  ...over,
})
export const rewardRow = (over: Partial<RewardRow> = {}): RewardRow => ({
  ...{ key: 'rwrd_1', mode: 'production', partnerKey: 'ada', customer: 'cus_1', payment: 'tran_1', action: null },
  ...{ triggerKey: 'trig_1', cause: 'tran_1', part: 0, rate: { kind: 'percent', millionths: 100_000 } },
  ...{ firstAmount: 100, amount: 100, currency: 'USD', description: null, source: 'trigger', status: 'pending' },
  ...{ holds: [], holdUntil: null, archived: false },
  ...times,
  ...over,
})
export const actionRow = (over: Partial<ActionRow> = {}): ActionRow => ({
  ...{ key: 'act_1', mode: 'production', externalKey: null, targetType: 'customer', customer: 'cus_1' },
  ...{ partnerKey: 'ada', type: 'demo_booked', value: 1, archived: false },
  ...times,
  ...over,
})
export const prospectRow = (over: Partial<ProspectRow> = {}): ProspectRow => ({
  ...{ key: 'deal_1', mode: 'production', kind: 'deal', partnerKey: 'ada', groupKey: null, externalKey: null },
  ...{ data: { account_name: 'Rotawell' }, customer: null, archived: false },
  ...times,
  ...over,
})
export const hookRow = (over: Partial<HookRow> = {}): HookRow => ({
  ...{ key: 'hook_1', mode: 'production', style: 'v2', target: 'https://vendor.test/hook', events: ['*'] },
  ...{ secrets: [{ sealed: 'sealed', until: null }], enabled: true, disabledReason: null, failingSince: null },
  ...times,
  ...over,
})
export const messageRow = (over: Partial<MessageRow> = {}): MessageRow => ({
  ...{ key: 'msg_1', mode: 'production', event: 'customer.created', subject: 'cus_1', data: {}, createdAt: 1_000 },
  ...over,
})
export const sendRow = (over: Partial<SendRow> = {}): SendRow => ({
  ...{ message: 'msg_1', hook: 'hook_1', mode: 'production', state: 'waiting', attempts: 0, nextAt: 1_000 },
  ...{ lastAt: null, lastStatus: null, lastError: null, createdAt: 1_000 },
  ...over,
})
export const idempotencyRow = (over: Partial<IdempotencyRow> = {}): IdempotencyRow => ({
  ...{ id: 'a'.repeat(64), mode: 'production', request: 'b'.repeat(64), receipt: null, createdAt: 1_000 },
  ...over,
})
