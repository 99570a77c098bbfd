/** What lists of rewards select and how they are narrowed: the same on every engine, but for how joins and sets are written. */
import { decode } from './columns.ts'
import type { Bound, Table } from './columns.ts'
import type { ActionsQuery, ActionView, RewardsQuery, RewardView, TriggersQuery } from './reward-reads.ts'
import type { RewardStatus } from './reward-rows.ts'
import * as tables from './tables.ts'

/** A condition with `?` for each value it binds. */
type Condition = readonly [sql: string, ...values: Bound[]]
type Found = Record<string, unknown>

export interface Dialect {
  /** A join that keeps the listed rows on the outside, so that a list walks their index and stops at the end of its page. */
  readonly join: string
  /** A partner's mode, so that only the index of its name can serve, not one that begins with the mode. */
  readonly partnerMode: string
  /** `t.key` is one of what `sql` selects, which is looked up first. */
  among(sql: string): string
}

const columns = (table: Table<unknown>, alias: string, prefix: string): string =>
  table.columns.map(({ name }) => `${alias}.${name} AS ${prefix}${name}`).join(', ')

const partnerOf = ({ join, partnerMode }: Dialect): string =>
  `${join} partners AS p ON ${partnerMode} = t.test AND p.partner_key = t.partner_key`

export const selectRewards = (dialect: Dialect): string => `SELECT ${columns(tables.rewards, 't', '')},
    ${columns(tables.partners, 'p', 'p_')}, ${columns(tables.groups, 'g', 'g_')}, ${columns(tables.customers, 'c', 'c_')},
    ${columns(tables.payments, 'y', 'y_')}, ${columns(tables.actions, 'a', 'a_')}, ${columns(tables.triggers, 'r', 'r_')}
  FROM rewards AS t ${partnerOf(dialect)} ${dialect.join} groups AS g ON g.key = p.group_key
  LEFT JOIN customers AS c ON c.key = t.customer LEFT JOIN payments AS y ON y.key = t.payment
  LEFT JOIN actions AS a ON a.key = t.action LEFT JOIN triggers AS r ON r.key = t.trigger_key`

export const selectActions = (dialect: Dialect): string => `SELECT ${columns(tables.actions, 't', '')},
    ${columns(tables.partners, 'p', 'p_')}, ${columns(tables.customers, 'c', 'c_')}
  FROM actions AS t ${partnerOf(dialect)} LEFT JOIN customers AS c ON c.key = t.customer`

const joined = <Row>(table: Table<Row>, found: Found, prefix: string): Row | null =>
  found[`${prefix}key`] === null ? null : decode(table, found, prefix)

export const rewardView = (found: Found): RewardView => ({
  reward: decode(tables.rewards, found),
  partner: decode(tables.partners, found, 'p_'),
  group: decode(tables.groups, found, 'g_'),
  customer: joined(tables.customers, found, 'c_'),
  payment: joined(tables.payments, found, 'y_'),
  action: joined(tables.actions, found, 'a_'),
  trigger: joined(tables.triggers, found, 'r_'),
})

export const actionView = (found: Found): ActionView => ({
  action: decode(tables.actions, found),
  partner: decode(tables.partners, found, 'p_'),
  customer: joined(tables.customers, found, 'c_'),
})

const OF_PARTNERSHIP = 't.partner_key = (SELECT partner_key FROM partners WHERE test = t.test AND key = ?)'

/** A customer's, through what it earned them by: an index by customer would touch another page for every charge. */
const OF_CUSTOMER = `SELECT r.key FROM payments AS x JOIN rewards AS r ON r.cause = x.key WHERE x.customer = ?
  UNION ALL SELECT r.key FROM actions AS x JOIN rewards AS r ON r.cause = x.key WHERE x.customer = ?
  UNION ALL SELECT key FROM rewards WHERE cause = ?
  UNION ALL SELECT key FROM rewards WHERE customer = ? AND trigger_key IS NULL`
const OF_PAYMENT = `SELECT key FROM rewards WHERE cause = ?
  UNION ALL SELECT key FROM rewards WHERE payment = ? AND trigger_key IS NULL`

/** Where somebody still has to act: an index of its own, so that what was paid long ago costs nothing. */
const OPEN: readonly RewardStatus[] = ['hold', 'pending', 'approved']
export const IS_OPEN = `status IN (${OPEN.map((status) => `'${status}'`).join(', ')})`

function ofStatuses(statuses: readonly RewardStatus[]): Condition[] {
  const [only] = statuses
  if (statuses.length === 1 && only && OPEN.includes(only)) return [['t.status = ?', only], [`t.${IS_OPEN}`]]
  return [[`t.status IN (${statuses.map(() => '?').join(', ') || 'NULL'})`, ...statuses]]
}

const byPartner = ({ partnerKey, partnershipKey }: ActionsQuery): Condition[] => [
  ...(partnerKey === undefined ? [] : [['t.partner_key = ?', partnerKey] as const]),
  ...(partnershipKey === undefined ? [] : [[OF_PARTNERSHIP, partnershipKey] as const]),
]

export function rewardConditions({ among }: Dialect, query: RewardsQuery): Condition[] {
  const { customer, payment, statuses, trigger, currency } = query
  return [
    ...byPartner(query),
    ...(customer === undefined ? [] : [[among(OF_CUSTOMER), customer, customer, customer, customer] as const]),
    ...(payment === undefined ? [] : [[among(OF_PAYMENT), payment, payment] as const]),
    ...(statuses === undefined ? [] : ofStatuses(statuses)),
    ...(trigger === undefined ? [] : [['t.trigger_key = ?', trigger] as const]),
    ...(currency === undefined ? [] : [['t.currency = ?', currency] as const]),
  ]
}

export const triggerConditions = ({ event }: TriggersQuery): Condition[] =>
  event === undefined ? [] : [['t.event = ?', event]]

export const actionConditions = (query: ActionsQuery): Condition[] => [
  ...byPartner(query),
  ...(query.customer === undefined ? [] : [['t.customer = ?', query.customer] as const]),
  ...(query.type === undefined ? [] : [['t.type = ?', query.type] as const]),
]
