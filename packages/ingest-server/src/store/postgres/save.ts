/** Writes a batch's changes: one statement per table that has any, however many rows; removals first, parents before children. */
import type { Column, Table } from '../columns.ts'
import type { Changes } from '../store.ts'
import { PUT_ORDER, REMOVE_ORDER } from '../table-order.ts'
import * as tables from '../tables.ts'
import { namesOf, record, toJson, typed } from './json.ts'
import type { Statement } from './statement.ts'

type AnyTable = Table<unknown>

const rowsAs = (columns: readonly string[]): string => `json_to_recordset($1::json) AS x (${columns.join(', ')})`

/** What creates rows, or takes the place of those with their keys. `more` are columns that are computed from the row sent. */
function upsert(table: AnyTable, more: Readonly<Record<string, string>> = {}, brought: readonly string[] = []): string {
  const names = [...namesOf(table), ...Object.keys(more)]
  const values = [...namesOf(table).map((name) => `x.${name}`), ...Object.values(more)]
  const rest = names.filter((name) => !table.key.includes(name))
  const set = rest.map((name) => `${name} = excluded.${name}`).join(', ')
  return `INSERT INTO ${table.name} (${names.join(', ')}) SELECT ${values.join(', ')}
    FROM ${rowsAs([...table.columns.map(typed), ...brought])}
    ON CONFLICT (${table.key.join(', ')}) DO ${set === '' ? 'NOTHING' : `UPDATE SET ${set}`}`
}

const keyOf = (table: AnyTable): Column[] => table.columns.filter(({ name }) => table.key.includes(name))

function removal(table: AnyTable): string {
  const same = table.key.map((name) => `t.${name} = x.${name}`).join(' AND ')
  return `DELETE FROM ${table.name} AS t USING ${rowsAs(keyOf(table).map(typed))} WHERE ${same}`
}

const statement = (name: string, text: string, rows: unknown, ...more: Uint8Array[]): Statement => ({
  name,
  text,
  values: [toJson(rows), ...more],
})

const puts = PUT_ORDER.map((name) => {
  const table = tables[name] as AnyTable
  const text = upsert(table)
  return (changes: Changes): Statement[] =>
    changes[name].length === 0
      ? []
      : [
          statement(
            `put_${table.name}`,
            text,
            (changes[name] as readonly unknown[]).map((row) => record(table.columns, row)),
          ),
        ]
})
const removals = REMOVE_ORDER.map((name) => {
  const table = tables[name] as AnyTable
  const [text, key] = [removal(table), keyOf(table)]
  return ({ removed }: Changes): Statement[] =>
    removed[name].length === 0
      ? []
      : [
          statement(
            `remove_${table.name}`,
            text,
            (removed[name] as readonly unknown[]).map((row) => record(key, row)),
          ),
        ]
})

const DELIVERIES = tables.deliveries as AnyTable
/** All bodies cross as one value, of which each row takes its piece. */
const NEW_DELIVERIES = upsert(DELIVERIES, { body: 'substring($2::bytea FROM x.body_from FOR x.body_size)' }, [
  'body_from int',
  'body_size int',
])
const OLD_DELIVERIES = `UPDATE deliveries AS t SET ${namesOf(DELIVERIES)
  .filter((name) => name !== 'key')
  .map((name) => `${name} = x.${name}`)
  .join(', ')} FROM ${rowsAs(DELIVERIES.columns.map(typed))} WHERE t.key = x.key`

function deliveries(changes: Changes): Statement[] {
  const bodies: Uint8Array[] = []
  const [fresh, again]: [unknown[], unknown[]] = [[], []]
  let size = 0
  for (const { row, body } of changes.deliveries) {
    const made = record(DELIVERIES.columns, row)
    if (body === null) {
      again.push(made)
      continue
    }
    fresh.push({ ...made, body_from: size + 1, body_size: body.length })
    bodies.push(body)
    size += body.length
  }
  return [
    ...(fresh.length > 0 ? [statement('put_deliveries', NEW_DELIVERIES, fresh, Buffer.concat(bodies))] : []),
    ...(again.length > 0 ? [statement('put_deliveries_again', OLD_DELIVERIES, again)] : []),
  ]
}

const RELEASE = `UPDATE deliveries AS t SET state = x.state, reason = x.reason, changed = x.changed, subject = coalesce(x.subject, t.subject),
  waiting_on = NULL, updated_at = x.at
  FROM ${rowsAs(['waiting_on text', 'state text', 'reason text', 'changed json', 'subject text', 'at bigint'])}
  WHERE t.waiting_on = x.waiting_on AND t.state = 'parked'`
const REATTRIBUTE = `UPDATE payments AS t SET partner_key = x.partner_key, updated_at = x.at
  FROM ${rowsAs(['customer text', 'partner_key text', 'at bigint'])} WHERE t.customer = x.customer`

/** Nothing waits any more on what was released once, so the first word counts; of partners, the last. */
function consequences({ released, reattributed }: Changes): Statement[] {
  const first = new Map(
    released.toReversed().map(({ waitingOn, ...row }) => [waitingOn, { waiting_on: waitingOn, ...row }]),
  )
  const last = new Map(
    reattributed.map(({ customer, partnerKey, at }) => [customer, { customer, partner_key: partnerKey, at }]),
  )
  return [
    ...(first.size > 0 ? [statement('release', RELEASE, [...first.values()])] : []),
    ...(last.size > 0 ? [statement('reattribute', REATTRIBUTE, [...last.values()])] : []),
  ]
}

/** The statements that write `changes`, in their order. */
export const saveStatements = (changes: Changes): Statement[] =>
  [...removals, ...puts, deliveries, consequences].flatMap((part) => part(changes))

/** A single row, where there is none with its key. */
export function addStatement<Row>(table: Table<Row>, row: Row): Statement {
  const names = namesOf(table)
  const text = `INSERT INTO ${table.name} (${names.join(', ')}) SELECT ${names.map((name) => `x.${name}`).join(', ')}
    FROM ${rowsAs(table.columns.map(typed))} ON CONFLICT (${table.key.join(', ')}) DO NOTHING`
  return statement(`add_${table.name}`, text, [record(table.columns, row)])
}

export const putsStatement = <Row>(table: Table<Row>, rows: readonly Row[]): Statement =>
  statement(
    `put_${table.name}`,
    upsert(table),
    rows.map((row) => record(table.columns, row)),
  )

/** A single row of the installation's configuration. */
export const putStatement = <Row>(table: Table<Row>, row: Row): Statement => putsStatement(table, [row])
