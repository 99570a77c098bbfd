/** How rewards, what they are earned by, and what is told of changes lie in tables. */
import { table } from './columns.ts'
import type { HookRow, IdempotencyRow, MessageRow, SendRow } from './hook-rows.ts'
import type { ActionRow, ProspectRow, RewardRow, TriggerRow } from './reward-rows.ts'

const times = { createdAt: 'int', updatedAt: 'int' } as const

export const triggers = table<TriggerRow>('triggers', ['key'], {
  key: 'text',
  mode: 'mode',
  name: 'text',
  event: 'text',
  conditions: 'json',
  rate: 'json',
  archived: 'bool',
  ...times,
})
export const rewards = table<RewardRow>('rewards', ['key'], {
  key: 'text',
  mode: 'mode',
  partnerKey: 'text',
  customer: 'text',
  payment: 'text',
  action: 'text',
  triggerKey: 'text',
  cause: 'text',
  part: 'int',
  rate: 'json',
  firstAmount: 'int',
  amount: 'int',
  currency: 'text',
  description: 'text',
  source: 'text',
  status: 'text',
  holds: 'json',
  holdUntil: 'int',
  archived: 'bool',
  ...times,
})
export const actions = table<ActionRow>('actions', ['key'], {
  key: 'text',
  mode: 'mode',
  externalKey: 'text',
  targetType: 'text',
  customer: 'text',
  partnerKey: 'text',
  type: 'text',
  value: 'int',
  archived: 'bool',
  ...times,
})
export const prospects = table<ProspectRow>('prospects', ['key'], {
  key: 'text',
  mode: 'mode',
  kind: 'text',
  partnerKey: 'text',
  groupKey: 'text',
  externalKey: 'text',
  data: 'json',
  customer: 'text',
  archived: 'bool',
  ...times,
})
export const hooks = table<HookRow>('hooks', ['key'], {
  key: 'text',
  mode: 'mode',
  style: 'text',
  target: 'text',
  events: 'json',
  secrets: 'json',
  enabled: 'bool',
  disabledReason: 'text',
  failingSince: 'int',
  ...times,
})
export const messages = table<MessageRow>('messages', ['key'], {
  key: 'text',
  mode: 'mode',
  event: 'text',
  subject: 'text',
  data: 'json',
  createdAt: 'int',
})
export const sends = table<SendRow>('sends', ['message', 'hook'], {
  message: 'text',
  hook: 'text',
  mode: 'mode',
  state: 'text',
  attempts: 'int',
  nextAt: 'int',
  lastAt: 'int',
  lastStatus: 'int',
  lastError: 'text',
  createdAt: 'int',
})
export const idempotency = table<IdempotencyRow>('idempotency', ['id'], {
  id: 'text',
  mode: 'mode',
  request: 'text',
  receipt: 'json',
  createdAt: 'int',
})
