/** What lists of rewards select: the same on every engine, but for how joins are written. */
import { decode } from './columns.ts'
import type { Table } from './columns.ts'
import type { ActionView, RewardView } from './reward-reads.ts'
import * as tables from './tables.ts'

type Found = Record<string, unknown>

export interface Dialect {
  /** A join that keeps the listed rows on the outside, so that a list walks their index and stops at the end of its page. */
  readonly join: string
  /** A partner's mode, so that only the index of its name can serve, not one that begins with the mode. */
  readonly partnerMode: string
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
