/** Every change that is told of, by its name. */
export const EVENTS = [
  'partnership.created',
  'partnership.updated',
  'customer.created',
  'customer.updated',
  'customer.deleted',
  'transaction.created',
  'transaction.updated',
  'transaction.deleted',
  'reward.created',
  'reward.updated',
] as const

export type EventName = (typeof EVENTS)[number]
