/** What several reads select from: rows joined with those that are shown beside them. */
import type { Mode } from '../../facts.ts'
import { decode } from '../columns.ts'
import type { Table } from '../columns.ts'
import type { ListedDelivery } from '../rows.ts'
import * as tables from '../tables.ts'
import type { Row } from './ask.ts'

/** A table's columns under a prefix, for a join. */
export const columns = (table: Table<unknown>, alias: string, prefix: string): string =>
  table.columns.map(({ name }) => `${alias}.${name} AS ${prefix}${name}`).join(', ')

export const testOf = (mode: Mode): number => (mode === 'test' ? 1 : 0)

/** `test + 0`, so that only the index of the name can serve, not one that begins with the mode. */
export const PARTNER = 'JOIN partners AS p ON p.partner_key = t.partner_key AND p.test + 0 = t.test'
export const CUSTOMERS = `SELECT ${columns(tables.customers, 't', '')}, ${columns(tables.partners, 'p', 'p_')} FROM customers AS t ${PARTNER}`
export const TRANSACTIONS = `SELECT ${columns(tables.payments, 't', '')}, ${columns(tables.customers, 'c', 'c_')}, ${columns(tables.partners, 'p', 'p_')}
  FROM payments AS t JOIN customers AS c ON c.key = t.customer ${PARTNER}`
/** All of a delivery but its body. */
export const DELIVERIES = `SELECT ${tables.deliveries.columns.map(({ name }) => `t.${name}`).join(', ')}, w.created_at AS waiting_since,
    coalesce(s.customer, c.key) AS customer FROM deliveries AS t LEFT JOIN payments AS w ON w.key = t.waiting_on
  LEFT JOIN payments AS s ON s.key = t.subject LEFT JOIN customers AS c ON c.key = t.subject`

export const listedDelivery = (row: Row): ListedDelivery => ({
  ...decode(tables.deliveries, row),
  customer: row['customer'] as string | null,
  waitingSince: row['waiting_since'] as number | null,
})
