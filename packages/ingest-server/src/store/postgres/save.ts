/** Writes a batch's changes: one statement per table that has any, however many rows; removals first, parents before children. */
import { table as define } from '../columns.ts'
import type { Column, Table } from '../columns.ts'
import { GROW, INSERT, move } from '../rollups.ts'
import { groupsOf, growthOf, moveSums } from '../sums.ts'
import type { Changes } from '../store.ts'
import { PUT_ORDER, REMOVE_ORDER } from '../table-order.ts'
import * as tables from '../tables.ts'
import { pack, packBodies, unpacked } from './arrays.ts'
import { namesOf } from './json.ts'
import type { Statement } from './statement.ts'

type AnyTable = Table<unknown>

/**
 * A payment's customer, or what the table refuses where there is none. A foreign key would lock the customer's row, which is a
 * write to a page somewhere, for each of its payments. Looking is enough: customers are never removed.
 */
const STANDING: Readonly<Record<string, string>> = {
  'payments.customer': `CASE WHEN x.customer IS NOT NULL
    THEN coalesce((SELECT c.key FROM customers AS c WHERE c.key = x.customer), '') END`,
}

/** Where a table is kept by months, its time is part of the key; that of a row never changes. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  clicks: ['xid', 'created_at'],
  deliveries: ['key', 'received_at'],
}
const keyNames = (table: AnyTable): readonly string[] => KEYS[table.name] ?? table.key

/** What creates rows where there are none with their keys; `body` is a delivery's, beside the table's columns. */
function insert(table: AnyTable, body = false): string {
  const names = [...namesOf(table), ...(body ? ['body'] : [])]
  const values = names.map((name) => STANDING[`${table.name}.${name}`] ?? `x.${name}`)
  return `INSERT INTO ${table.name} (${names.join(', ')}) SELECT ${values.join(', ')} FROM ${unpacked(table.columns, { body })}
    ON CONFLICT (${keyNames(table).join(', ')}) DO`
}

/** As `insert`, and takes the place of the rows with their keys. */
function upsert(table: AnyTable, body = false): string {
  const rest = [...namesOf(table), ...(body ? ['body'] : [])].filter((name) => !keyNames(table).includes(name))
  const set = rest.map((name) => `${name} = excluded.${name}`).join(', ')
  return `${insert(table, body)} ${set === '' ? 'NOTHING' : `UPDATE SET ${set}`}`
}

const keyOf = (table: AnyTable): Column[] => table.columns.filter(({ name }) => table.key.includes(name))

function removal(table: AnyTable): string {
  const same = table.key.map((name) => `t.${name} = x.${name}`).join(' AND ')
  return `DELETE FROM ${table.name} AS t USING ${unpacked(keyOf(table))} WHERE ${same}`
}

const puts = PUT_ORDER.map((name) => {
  const table = tables[name] as AnyTable
  const text = upsert(table)
  return (changes: Changes): Statement[] =>
    changes[name].length === 0 ? [] : [{ name: `put_${table.name}`, text, values: pack(table.columns, changes[name]) }]
})
const removals = REMOVE_ORDER.map((name) => {
  const table = tables[name] as AnyTable
  const [text, key] = [removal(table), keyOf(table)]
  return ({ removed }: Changes): Statement[] =>
    removed[name].length === 0 ? [] : [{ name: `remove_${table.name}`, text, values: pack(key, removed[name]) }]
})

const DELIVERIES = tables.deliveries as AnyTable
const NEW_DELIVERIES = upsert(DELIVERIES, true)
const OLD_DELIVERIES = `UPDATE deliveries AS t SET ${namesOf(DELIVERIES)
  .filter((name) => !keyNames(DELIVERIES).includes(name))
  .map((name) => `${name} = x.${name}`)
  .join(', ')} FROM ${unpacked(DELIVERIES.columns)} WHERE t.key = x.key AND t.received_at = x.received_at`

function deliveries(changes: Changes): Statement[] {
  const fresh = changes.deliveries.flatMap(({ row, body }) => (body === null ? [] : { row, body }))
  const again = changes.deliveries.filter(({ body }) => body === null).map(({ row }) => row)
  const rows = (list: readonly unknown[]): Buffer[] => pack(DELIVERIES.columns, list)
  const made: Statement[] = []
  if (fresh.length > 0) {
    const values = [...rows(fresh.map(({ row }) => row)), packBodies(fresh.map(({ body }) => body))]
    made.push({ name: 'put_deliveries', text: NEW_DELIVERIES, values })
  }
  if (again.length > 0) made.push({ name: 'put_deliveries_again', text: OLD_DELIVERIES, values: rows(again) })
  return made
}

const RELEASED = define<Changes['released'][number]>('released', [], {
  ...{ waitingOn: 'text', state: 'text', reason: 'text', changed: 'json', subject: 'text', at: 'int' },
}).columns
const PAID = define<Changes['paid'][number]>('paid', [], { customer: 'text', at: 'int' }).columns
const REATTRIBUTED = define<Changes['reattributed'][number]>('reattributed', [], {
  ...{ customer: 'text', partnerKey: 'text', at: 'int' },
}).columns
const RELEASE = `UPDATE deliveries AS t SET state = x.state, reason = x.reason, changed = x.changed, subject = coalesce(x.subject, t.subject),
  waiting_on = NULL, updated_at = x.at FROM ${unpacked(RELEASED)} WHERE t.waiting_on = x.waiting_on AND t.state = 'parked'`
const FIRST_PAID = `UPDATE customers AS t SET paid_at = x.at FROM ${unpacked(PAID)} WHERE t.key = x.customer`
const MOVE_FIGURES = move(unpacked(REATTRIBUTED, { as: 'm' }))
const MOVE_SUMS = moveSums(unpacked(REATTRIBUTED, { as: 'm' }))
const REATTRIBUTE = `UPDATE payments AS t SET partner_key = x.partner_key, updated_at = x.at
  FROM ${unpacked(REATTRIBUTED)} WHERE t.customer = x.customer`

/** Nothing waits any more on what was released once, so the first word counts; of partners, the last. */
function consequences({ released, reattributed, paid }: Changes): Statement[] {
  const first = new Map(released.toReversed().map((row) => [row.waitingOn, row]))
  const last = new Map(reattributed.map((row) => [row.customer, row]))
  const made: Statement[] = []
  if (paid.length > 0) made.push({ name: 'first_paid', text: FIRST_PAID, values: pack(PAID, paid) })
  if (first.size > 0) made.push({ name: 'release', text: RELEASE, values: pack(RELEASED, [...first.values()]) })
  if (last.size > 0) {
    const values = pack(REATTRIBUTED, [...last.values()])
    made.push({ name: 'move_figures', text: MOVE_FIGURES, values }, { name: 'move_sums', text: MOVE_SUMS, values })
    made.push({ name: 'reattribute', text: REATTRIBUTE, values })
  }
  return made
}

const ROLLUPS = tables.rollups.columns
const GROW_FIGURES = `${INSERT} SELECT x.* FROM ${unpacked(ROLLUPS)} ${GROW}`

/** Of each kind of batch a statement of its own: it writes what such batches make grow. */
const growths = new Map<number, { readonly columns: readonly Column[]; readonly name: string; readonly text: string }>()
function growSums(rows: Changes['sums']): Statement {
  const groups = groupsOf(rows)
  let known = growths.get(groups)
  if (known === undefined) {
    const { table, insert, grow } = growthOf(groups)
    const text = `${insert} SELECT x.* FROM ${unpacked(table.columns)} ${grow}`
    growths.set(groups, (known = { columns: table.columns, name: `grow_sums_${groups}`, text }))
  }
  return { name: known.name, text: known.text, values: pack(known.columns, rows) }
}

/** Last of all: rows that every batch touches are held no longer than need be. */
const figures = ({ rollups, sums }: Changes): Statement[] => [
  ...(rollups.length === 0 ? [] : [{ name: 'grow_figures', text: GROW_FIGURES, values: pack(ROLLUPS, rollups) }]),
  ...(sums.length === 0 ? [] : [growSums(sums)]),
]

const PARTS = [...removals, ...puts, deliveries, consequences, figures]

/** The statements that write `changes`, in their order; each is packed when it is asked for. */
export function* saveStatements(changes: Changes): Generator<Statement> {
  for (const part of PARTS) yield* part(changes)
}

/** A single row, where there is none with its key. */
export const addStatement = <Row>(table: Table<Row>, row: Row): Statement => ({
  ...{ name: `add_${table.name}`, text: `${insert(table)} NOTHING`, values: pack(table.columns, [row]) },
})

export const putsStatement = <Row>(table: Table<Row>, rows: readonly Row[]): Statement => ({
  ...{ name: `put_${table.name}`, text: upsert(table), values: pack(table.columns, rows) },
})

/** A single row of the installation's configuration. */
export const putStatement = <Row>(table: Table<Row>, row: Row): Statement => putsStatement(table, [row])
