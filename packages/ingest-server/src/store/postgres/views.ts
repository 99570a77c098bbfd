/** What several reads select from: rows joined with those that are shown beside them. */
import type { Mode } from '../../facts.ts'
import type { Table } from '../columns.ts'
import * as tables from '../tables.ts'

/** A table's columns under a prefix, for a join. */
export const columns = (table: Table<unknown>, alias: string, prefix: string): string =>
  table.columns.map(({ name }) => `${alias}.${name} AS ${prefix}${name}`).join(', ')

export const testOf = (mode: Mode): number => (mode === 'test' ? 1 : 0)

export const PARTNER = 'JOIN partners AS p ON p.test = t.test AND p.partner_key = t.partner_key'
export const CUSTOMERS = `SELECT ${columns(tables.customers, 't', '')}, ${columns(tables.partners, 'p', 'p_')} FROM customers AS t ${PARTNER}`
export const TRANSACTIONS = `SELECT ${columns(tables.payments, 't', '')}, ${columns(tables.customers, 'c', 'c_')}, ${columns(tables.partners, 'p', 'p_')}
  FROM payments AS t JOIN customers AS c ON c.key = t.customer ${PARTNER}`
/** All of a delivery but its body. */
export const DELIVERY = tables.deliveries.columns.map(({ name }) => `t.${name}`).join(', ')

export const OF_PARTNERSHIP = 't.partner_key = (SELECT partner_key FROM partners WHERE test = t.test AND key = ?)'
export const OF_GROUP = `t.partner_key IN (SELECT m.partner_key FROM partners AS m JOIN groups AS g ON g.key = m.group_key
  WHERE m.test = t.test AND ? IN (g.key, g.slug))`
