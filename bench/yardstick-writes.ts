/**
 * What the writing yardsticks write, on either engine, as a competent engineer would in an hour: prepared statements, a pool of
 * connections, durable as ours is.
 */
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'

/** What a request is about. */
export interface Told {
  readonly id: string
  readonly customer: string
  readonly text: string
}
type Write = (told: Told) => unknown
export interface Writes {
  /** One row. */
  readonly insert: Write
  /** The four rows of a payment, in one transaction. */
  readonly four: Write
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS events (id TEXT PRIMARY KEY, body TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS payments (id TEXT PRIMARY KEY, customer TEXT NOT NULL, amount INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS rewards (id TEXT PRIMARY KEY, payment TEXT NOT NULL, amount INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS customers (id TEXT PRIMARY KEY, seen INTEGER NOT NULL)`
const EVENT = 'INSERT INTO events VALUES ($1, $2) ON CONFLICT DO NOTHING'
const CUSTOMER = 'INSERT INTO customers VALUES ($1, 1) ON CONFLICT (id) DO UPDATE SET seen = customers.seen + 1'
const PAYMENT = 'INSERT INTO payments VALUES ($1, $2, $3) ON CONFLICT DO NOTHING'
const REWARD = 'INSERT INTO rewards VALUES ($1, $2, $3) ON CONFLICT DO NOTHING'

export function sqliteWrites(file: string): Writes {
  const db = new DatabaseSync(file)
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; ${SCHEMA}`)
  const [event, customer, payment, reward] = [EVENT, CUSTOMER, PAYMENT, REWARD].map((sql) =>
    db.prepare(sql.replace(/\$\d/g, '?')),
  )
  return {
    insert: ({ id, customer: who }) => payment?.run(id, who, 5_000),
    four({ id, customer: who, text }) {
      db.exec('BEGIN IMMEDIATE')
      event?.run(id, text)
      customer?.run(who)
      payment?.run(id, who, 5_000)
      reward?.run(id, id, 500)
      db.exec('COMMIT')
    },
  }
}

export async function postgresWrites(url: string, connections: number): Promise<Writes> {
  const pool = new pg.Pool({ connectionString: url, max: connections })
  await pool.query(SCHEMA)
  const [event, customer, payment, reward] = Object.entries({ EVENT, CUSTOMER, PAYMENT, REWARD }).map(
    ([name, text]) =>
      (...values: unknown[]) => ({ name, text, values }),
  )
  return {
    insert: ({ id, customer: who }) => pool.query(payment!(id, who, 5_000)),
    async four({ id, customer: who, text }) {
      const client = await pool.connect()
      try {
        await client.query('BEGIN')
        await client.query(event!(id, text))
        await client.query(customer!(who))
        await client.query(payment!(id, who, 5_000))
        await client.query(reward!(id, id, 500))
        await client.query('COMMIT')
      } catch (error) {
        await client.query('ROLLBACK')
        throw error
      } finally {
        client.release()
      }
    },
  }
}
