/** Every table, once, in the order that keeps references whole: parents before children. Both engines and the copy go by it. */

/** What is written row by row as it is. Deliveries are not: each engine has its own way for their bodies. */
const PLAIN = [
  'groups',
  'triggers',
  'hooks',
  'partners',
  'links',
  'clicks',
  'customers',
  'platformIds',
  'waitingIds',
  'payments',
  'waits',
  'ties',
  'subscriptions',
  'actions',
  'prospects',
  'rewards',
  'messages',
  'sends',
  'idempotency',
  'imports',
] as const

/** Of a batch's changes, what is put and what is removed; children go first. */
export const PUT_ORDER = [...PLAIN, 'importErrors', 'audit'] as const
export const REMOVE_ORDER = ['waits', 'waitingIds', 'platformIds', 'payments'] as const

/** The order in which rows can be written somewhere else. */
export const TABLE_NAMES = [
  'settings',
  'apiKeys',
  'webhooks',
  'admins',
  ...PLAIN,
  'importErrors',
  'deliveries',
  'audit',
] as const
export type TableName = (typeof TABLE_NAMES)[number]
/** What can be read out; figures are added up anew from the rest instead of being moved. */
export type DumpedTable = TableName | 'rollups' | 'sums'

const LOADED = [...PLAIN, 'deliveries'] as const

/** One of something for each table that a batch loads. */
export const forLoaded = <T>(make: () => T): Record<(typeof LOADED)[number], T> =>
  Object.fromEntries(LOADED.map((name) => [name, make()])) as Record<(typeof LOADED)[number], T>
