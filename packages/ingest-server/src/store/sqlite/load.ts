/** Reads the rows a batch touches: one statement per kind of name, each fed with all of its names at once. */
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Mode } from '../../facts.ts'
import { decoderOf } from '../columns.ts'
import type { Decoder, Table } from '../columns.ts'
import type { Rows, Wanted } from '../store.ts'
import { forLoaded } from '../table-order.ts'
import * as tables from '../tables.ts'
import { REWARD_QUERIES } from './load-rewards.ts'

type Name = keyof Wanted

/** CROSS JOIN keeps the list of names on the outside, so that each name is one look-up in the index. */
const from = (table: string, column: string): string =>
  `SELECT t.* FROM json_each(?2) AS name CROSS JOIN ${table} AS t ON t.test = ?1 AND t.${column} = name.value`

const payments = (column: string): string => from('payments', column)

/** An external key is unique within its kind. */
const prospect = (kind: string): string => `${from('prospects', 'external_key')} AND t.kind = '${kind}'`

interface Query {
  readonly into: keyof Rows
  readonly sql: readonly string[]
  /** As `sql`, for the names that an internal key may be: those that begin so. */
  readonly own?: { readonly prefix: string; readonly sql: string }
  /** Run for each name by itself, because it stops at a limit of its own. */
  readonly each?: true
}

/** What each kind of name reads. Deliveries leave their bodies where they are. */
const QUERIES: Record<Name, Query> = {
  ...REWARD_QUERIES,
  partnerKeys: { into: 'partners', sql: [from('partners', 'partner_key')] },
  partnerEmails: { into: 'partners', sql: [from('partners', 'email')] },
  partners: { into: 'partners', sql: [from('partners', 'key')] },
  groups: { into: 'groups', sql: [from('groups', 'slug'), from('groups', 'key')] },
  xids: { into: 'clicks', sql: [from('clicks', 'xid')] },
  customerKeys: { into: 'customers', sql: [from('customers', 'customer_key')] },
  customers: { into: 'customers', sql: [from('customers', 'key')] },
  emails: { into: 'customers', sql: [from('customers', 'email_key')] },
  platformIds: { into: 'platformIds', sql: [from('platform_ids', 'id')] },
  platformIdsOf: { into: 'platformIds', sql: [from('platform_ids', 'customer')] },
  waitingIds: { into: 'waitingIds', sql: [from('waiting_ids', 'id')] },
  waitingFor: { into: 'waitingIds', sql: [from('waiting_ids', 'customer_key')] },
  payments: {
    into: 'payments',
    sql: [payments('source_key'), payments('given_key')],
    own: { prefix: 'tran_', sql: payments('key') },
  },
  hints: {
    into: 'payments',
    sql: [
      `SELECT t.* FROM json_each(?2) AS name CROSS JOIN waits AS w ON w.test = ?1 AND w.hint = name.value CROSS JOIN payments AS t ON t.key = w.payment`,
    ],
  },
  intents: { into: 'payments', sql: [payments('intent')] },
  wholes: { into: 'payments', sql: [payments('whole')] },
  tieParts: { into: 'ties', sql: [from('ties', 'part')] },
  tieWholes: { into: 'ties', sql: [from('ties', 'whole')] },
  subscriptions: { into: 'subscriptions', sql: [from('subscriptions', 'id')] },
  transactionsOf: { into: 'payments', sql: [payments('customer')] },
  unconfirmedOf: {
    into: 'payments',
    sql: [`${payments('customer')} AND t.source = 'script' AND t.approved = 0 AND t.archived IS NULL`],
  },
  prospects: { into: 'prospects', sql: [...(['deal', 'lead'] as const).map(prospect), from('prospects', 'key')] },
  calls: { into: 'idempotency', sql: [from('idempotency', 'id')] },
  imports: { into: 'imports', sql: [from('imports', 'key')] },
  linkPaths: {
    into: 'links',
    sql: [`SELECT t.* FROM json_each(?2) AS name CROSS JOIN links AS t ON t.path = name.value AND ?1 = ?1`],
  },
  similar: {
    into: 'payments',
    sql: [
      `SELECT t.* FROM json_each(?2) AS name CROSS JOIN payments AS t ON t.test = ?1 AND t.customer = name.value ->> 'customer'
         AND t.created_at BETWEEN name.value ->> 'from' AND name.value ->> 'to'
         AND t.amount = name.value ->> 'amount' AND t.currency = name.value ->> 'currency'`,
    ],
  },
  events: {
    into: 'deliveries',
    sql: [
      `SELECT ${tables.deliveries.columns.map(({ name }) => `t.${name}`).join(', ')} FROM json_each(?2) AS name
         CROSS JOIN deliveries AS t ON t.test = ?1 AND t.event_id = name.value ->> 'eventId'
         AND t.provider = name.value ->> 'provider' AND t.account = name.value ->> 'account'`,
    ],
  },
}

const WAITS = `SELECT t.* FROM json_each(?2) AS name CROSS JOIN waits AS t ON t.payment = name.value AND t.test = ?1`

interface Asked {
  readonly into: keyof Rows
  readonly statement: StatementSync
  readonly read: Decoder
}

/** Rows come as lists of values: an object for each, named by columns, takes the driver twice as long. */
function ask(db: DatabaseSync, into: keyof Rows, sql: string): Asked {
  const statement = db.prepare(sql)
  statement.setReturnArrays(true)
  const names = statement.columns().map(({ name }) => name)
  return { into, statement, read: decoderOf(tables[into] as Table<unknown>, names) }
}

/** Prepares every statement once; what it returns is `Tx.load`. */
export function prepareLoad(db: DatabaseSync): (mode: Mode, wanted: Wanted) => Rows {
  const prepared = new Map<Name, { readonly all: readonly Asked[]; readonly own: Asked | null }>()
  for (const [name, { into, sql, own }] of Object.entries(QUERIES))
    prepared.set(name as Name, {
      all: sql.map((text) => ask(db, into, text)),
      own: own ? ask(db, into, own.sql) : null,
    })
  const waits = ask(db, 'waits', WAITS)

  return (mode, wanted) => {
    const test = mode === 'test' ? 1 : 0
    const found: Record<keyof Rows, Map<string, unknown>> = forLoaded(() => new Map<string, unknown>())
    const collect = ({ into, statement, read }: Asked, names: string): void => {
      for (const values of statement.all(test, names) as unknown as unknown[][]) {
        const key = read.keyOf(values)
        if (!found[into].has(key)) found[into].set(key, read.rowOf(values))
      }
    }
    for (const [name, values] of Object.entries(wanted) as [Name, Iterable<unknown>][]) {
      const list = [...values]
      if (list.length === 0) continue
      const { each, own } = QUERIES[name]
      const texts = each ? list.map((one) => JSON.stringify(one)) : [JSON.stringify(list)]
      const statements = prepared.get(name)
      for (const one of statements?.all ?? []) for (const names of texts) collect(one, names)
      const mayBeKeys = own ? list.filter((one) => String(one).startsWith(own.prefix)) : []
      if (statements?.own && mayBeKeys.length > 0) collect(statements.own, JSON.stringify(mayBeKeys))
    }
    const unrecorded = [...found.payments.values()].filter((row) => (row as { state: string }).state !== 'recorded')
    if (unrecorded.length > 0) collect(waits, JSON.stringify(unrecorded.map((row) => (row as { key: string }).key)))
    return Object.fromEntries(
      Object.entries(found).map(([name, rows]) => [name, [...rows.values()]]),
    ) as unknown as Rows
  }
}
