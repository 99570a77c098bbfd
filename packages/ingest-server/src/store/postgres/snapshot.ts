/** One moment of a PostgreSQL database: a transaction that only reads, and sees what was there at its first look. */
import type pg from 'pg'
import { dumpStatement } from '../dump.ts'
import type { Snapshots } from '../snapshot.ts'
import type { Row } from './ask.ts'
import { asCallerSees } from './errors.ts'

/** Nothing is in its way, and it is in nobody's: it may take as long as it takes. The first look is the moment. */
const BEGIN = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
  SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0; SELECT 1`

export const snapshots = (pool: pg.Pool): Snapshots => ({
  async snapshot(work) {
    const client = await pool.connect().catch((error: unknown) => {
      throw asCallerSees(error)
    })
    const ask = async (sql: string, values: readonly unknown[]): Promise<Row[]> => {
      let n = 0
      const text = sql.replace(/\?/g, () => `$${++n}`)
      try {
        return (await client.query<Row>(text, [...values])).rows
      } catch (error) {
        throw asCallerSees(error)
      }
    }
    try {
      await client.query(BEGIN)
      return await work({
        async dump(table, after, limit) {
          const { sql, values, read } = dumpStatement(table, after, limit)
          return (await ask(sql, values)).map(read)
        },
        copyPages: null,
      })
    } finally {
      client.release(true) // the transaction ends with its connection
    }
  },
})
