/**
 * Clicks and deliveries lie in a partition for each month of UTC: what comes in stays in indexes of its own size however long the
 * history is, and a month that the retention has emptied is dropped as a whole. Partitions are made ahead, and for months gone by
 * when rows of theirs are copied in. What fits none of them (a clock far ahead) goes to the partition `…_other`, so that nothing
 * ever fails for want of one; it moves out of there when its month is made.
 */
import type pg from 'pg'
import type { Changes } from '../store.ts'
import { isHeldUp } from './errors.ts'
import { SCHEMA_LOCK } from './locks.ts'

interface Monthly {
  readonly name: 'clicks' | 'deliveries'
  /** The column of its time. */
  readonly at: string
  /** What is unique within a month and cannot be over all of them. */
  readonly unique?: string
}
const TABLES: readonly Monthly[] = [
  { name: 'clicks', at: 'created_at' },
  { name: 'deliveries', at: 'received_at', unique: 'event_id, provider, account, test' },
]

/** A month counted from 1970. */
type Month = number
/** Nothing that is kept here is older; rows of tests are. */
const FIRST: Month = (2010 - 1970) * 12
/** How long before it begins a month is made: each that is there is one more to look into. */
const AHEAD_MS = 7 * 86_400_000

const monthOf = (at: number): Month => {
  const date = new Date(at)
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth()
}
const startOf = (month: Month): number => Date.UTC(1970, month)
const partition = (table: string, month: Month): string =>
  `${table}_${new Date(startOf(month)).toISOString().slice(0, 7).replace('-', '_')}`

export interface Months {
  /** Partitions that rows of `changes` should have and have not. */
  missing(changes: Changes): readonly Missing[]
  make(client: pg.ClientBase, missing: readonly Missing[]): Promise<void>
  /** Makes what is due ahead, and drops months gone by that nothing is left of. */
  tend(client: pg.ClientBase): Promise<void>
}
export interface Missing {
  readonly table: Monthly
  readonly month: Month
}

/** In a transaction of its own, under the schema's lock. Who holds what it needs for too long is let be, and asked an hour later. */
async function change(client: pg.ClientBase, sql: string): Promise<void> {
  try {
    await client.query(`BEGIN; SET LOCAL lock_timeout = '2s'; ${SCHEMA_LOCK}; ${sql}; COMMIT`)
  } catch (error) {
    await client.query('ROLLBACK')
    if (!isHeldUp(error)) throw error
  }
}

/** Waits for nobody but who is at the partition of all others: attaching, unlike making in place, goes on beside the table's users. */
function making({ table: { name, at, unique }, month }: Missing): string {
  const [made, from, to] = [partition(name, month), startOf(month), startOf(month + 1)]
  return `DO $$ BEGIN
    IF to_regclass(quote_ident(current_schema()) || '.${made}') IS NULL THEN
      CREATE TABLE ${made} (LIKE ${name} INCLUDING ALL);
      ${unique ? `CREATE UNIQUE INDEX ON ${made} (${unique});` : ''}
      WITH moved AS (DELETE FROM ${name}_other WHERE ${at} >= ${from} AND ${at} < ${to} RETURNING *)
        INSERT INTO ${made} SELECT * FROM moved;
      ALTER TABLE ${name} ATTACH PARTITION ${made} FOR VALUES FROM (${from}) TO (${to});
    END IF;
  END $$`
}

/** Looks again under the lock of the whole table: somebody may have copied rows in since. */
const dropping = (name: string, gone: string): string => `DO $$ BEGIN
    LOCK TABLE ${name} IN ACCESS EXCLUSIVE MODE;
    IF NOT EXISTS (SELECT FROM ${gone}) THEN DROP TABLE ${gone}; END IF;
  END $$`

const STANDING = `SELECT c.relname AS name, floor(extract(epoch FROM now()) * 1000)::float8 AS now
  FROM pg_inherits AS i JOIN pg_class AS c ON c.oid = i.inhrelid WHERE i.inhparent = ANY ($1::regclass[])`

export function openMonths(): Months {
  const known = new Set<string>()
  let last: Month = FIRST - 1

  const missing: Months['missing'] = ({ clicks, deliveries }) => {
    const found = new Map<string, Missing>()
    const look = (table: Monthly, at: number): void => {
      const month = monthOf(at)
      if (month < FIRST || month > last) return
      const name = partition(table.name, month)
      if (!known.has(name)) found.set(name, { table, month })
    }
    for (const { createdAt } of clicks) look(TABLES[0]!, createdAt)
    for (const { row } of deliveries) look(TABLES[1]!, row.receivedAt)
    return [...found.values()]
  }
  const make: Months['make'] = async (client, list) => {
    for (const one of list) {
      await change(client, making(one))
      known.add(partition(one.table.name, one.month)) // also where it could not be made: `…_other` takes the rows
    }
  }
  return {
    missing,
    make,
    async tend(client) {
      const { rows } = await client.query<{ name: string; now: number }>(STANDING, [TABLES.map(({ name }) => name)])
      const now = rows[0]?.now ?? 0
      const current = monthOf(now)
      last = monthOf(now + AHEAD_MS)
      known.clear()
      for (const { name } of rows) known.add(name)
      for (const table of TABLES) {
        const months = [...new Set([current, last])]
        const due = months.filter((month) => !known.has(partition(table.name, month)))
        await make(
          client,
          due.map((month) => ({ table, month })),
        )
        const past = rows.filter(
          ({ name }) =>
            name.startsWith(table.name) && /_\d{4}_\d\d$/.test(name) && name < partition(table.name, current),
        )
        for (const { name } of past) {
          const { rowCount } = await client.query(`SELECT FROM ${name} LIMIT 1`)
          if (rowCount === 0) await change(client, dropping(table.name, name))
        }
      }
    },
  }
}
