/** Writes a batch's changes: every statement prepared once, children after parents, removals first. */
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { encode, encodeAll } from '../columns.ts'
import type { Bound, Table } from '../columns.ts'
import { GROW, INSERT, move } from '../rollups.ts'
import { groupsOf, growthOf, moveSums } from '../sums.ts'
import type { Changes } from '../store.ts'
import type { SumRow } from '../sum-rows.ts'
import { PUT_ORDER, REMOVE_ORDER } from '../table-order.ts'
import * as tables from '../tables.ts'

interface UpsertOptions {
  /** Columns beside those of the table. */
  readonly more?: readonly string[]
  /** Rows that one statement writes. */
  readonly rows?: number
}

/** The statement that creates rows, or takes the place of those with their keys. */
export function upsert(table: Table<unknown>, { more = [], rows = 1 }: UpsertOptions = {}): string {
  const names = [...table.columns.map(({ name }) => name), ...more]
  const rest = names.filter((name) => !table.key.includes(name))
  const set = rest.map((name) => `${name} = excluded.${name}`).join(', ')
  const row = `(${names.map(() => '?').join(', ')})`
  return `INSERT INTO ${table.name} (${names.join(', ')}) VALUES ${Array.from({ length: rows }, () => row).join(', ')}
    ON CONFLICT (${table.key.join(', ')}) DO ${set === '' ? 'NOTHING' : `UPDATE SET ${set}`}`
}

/** The statement that creates a row where there is none with its key. */
export function insertNew(table: Table<unknown>): string {
  const names = table.columns.map(({ name }) => name)
  return `INSERT INTO ${table.name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
    ON CONFLICT (${table.key.join(', ')}) DO NOTHING`
}

/** Rows that one statement writes where there are as many: a fifth less work each than one by one. More gains nothing. */
const MANY = 20

/** Writes rows of a table, many at once where there are many. */
function putter(db: DatabaseSync, table: Table<unknown>): (rows: readonly unknown[]) => void {
  const one = db.prepare(upsert(table))
  let many: StatementSync | null = null
  return (rows) => {
    let from = 0
    for (; rows.length - from >= MANY; from += MANY) {
      many ??= db.prepare(upsert(table, { rows: MANY }))
      many.run(...encodeAll(table, rows.slice(from, from + MANY)))
    }
    for (; from < rows.length; from++) one.run(...encode(table, rows[from]))
  }
}

/** Makes sums grow, each row by what there is of it. */
function sumGrower(db: DatabaseSync): (row: SumRow) => void {
  const made = new Map<number, readonly [Table<SumRow>, StatementSync]>()
  return (row) => {
    const groups = groupsOf([row])
    let known = made.get(groups)
    if (known === undefined) {
      const { table, insert, grow } = growthOf(groups)
      known = [table, db.prepare(`${insert} VALUES (${table.columns.map(() => '?').join(', ')}) ${grow}`)]
      made.set(groups, known)
    }
    known[1].run(...encode(known[0], row))
  }
}

/** Prepares every statement once; what it returns is `Tx.save`. */
export function prepareSave(db: DatabaseSync): (changes: Changes) => void {
  const put = PUT_ORDER.map((name) => [name, putter(db, tables[name] as Table<unknown>)] as const)
  const remove = REMOVE_ORDER.map((name) => {
    const table = tables[name] as Table<unknown>
    const where = table.columns.filter((column) => table.key.includes(column.name))
    return [
      name,
      table,
      where,
      db.prepare(`DELETE FROM ${table.name} WHERE ${where.map((column) => `${column.name} = ?`).join(' AND ')}`),
    ] as const
  })
  const newDelivery = db.prepare(upsert(tables.deliveries as Table<unknown>, { more: ['body'] }))
  const again = tables.deliveries.columns.filter(({ name }) => name !== 'key')
  const oldDelivery = db.prepare(
    `UPDATE deliveries SET ${again.map(({ name }) => `${name} = ?`).join(', ')} WHERE key = ?`,
  )
  const release = db.prepare(
    `UPDATE deliveries SET state = ?, reason = ?, changed = ?, subject = coalesce(?, subject), waiting_on = NULL, updated_at = ?
     WHERE waiting_on = ? AND state = 'parked'`,
  )
  const firstPaid = db.prepare('UPDATE customers SET paid_at = ? WHERE key = ?')
  const grow = db.prepare(`${INSERT} VALUES (${tables.rollups.columns.map(() => '?').join(', ')}) ${GROW}`)
  const growSums = sumGrower(db)
  const moveFigures = db.prepare(move('(SELECT ?1 AS customer, ?2 AS partner_key) AS m'))
  const moveLonger = db.prepare(moveSums('(SELECT ?1 AS customer, ?2 AS partner_key) AS m'))
  const reattribute = db.prepare(`UPDATE payments SET partner_key = ?, updated_at = ? WHERE customer = ?`)

  return (changes) => {
    for (const [name, table, where, statement] of remove) {
      for (const row of changes.removed[name]) {
        const values = encode(table, row as unknown)
        statement.run(...where.map((column) => values[table.columns.indexOf(column)] ?? null))
      }
    }
    for (const [name, putRows] of put) putRows(changes[name])
    for (const { customer, at } of changes.paid) firstPaid.run(at, customer)
    for (const { row, body } of changes.deliveries)
      writeDelivery(newDelivery, oldDelivery, encode(tables.deliveries, row), body)
    for (const { waitingOn, state, reason, changed, subject, at } of changes.released)
      release.run(state, reason, JSON.stringify(changed), subject, at, waitingOn)
    for (const { customer, partnerKey, at } of changes.reattributed) {
      moveFigures.run(customer, partnerKey)
      moveLonger.run(customer, partnerKey)
      reattribute.run(partnerKey, at, customer)
    }
    for (const row of changes.rollups) grow.run(...encode(tables.rollups, row))
    for (const row of changes.sums) growSums(row)
  }
}

function writeDelivery(create: StatementSync, update: StatementSync, values: Bound[], body: Uint8Array | null): void {
  if (body !== null) create.run(...values, body)
  else update.run(...values.slice(1), values[0] ?? null)
}
