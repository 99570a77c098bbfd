/** Brings the schema up to date. Any number of processes may start at once: one does it, the others wait and find it done. */
import type pg from 'pg'
import { AppError } from '../../errors.ts'
import { SCHEMA_LOCK } from './locks.ts'
import { MIGRATIONS } from './migrations.ts'

const KNOWN = MIGRATIONS.length

async function standing(client: pg.ClientBase): Promise<{ readonly version: number; readonly oldest: number }> {
  const { rows } = await client.query<{ version: number; oldest: number }>(
    'SELECT version, oldest FROM schema_versions ORDER BY version DESC LIMIT 1',
  )
  return rows[0] ?? { version: 0, oldest: 0 }
}

export async function migrate(client: pg.ClientBase): Promise<void> {
  try {
    await client.query(`BEGIN; SET LOCAL lock_timeout = '60s'; SET LOCAL statement_timeout = 0; ${SCHEMA_LOCK}`)
    await client.query(
      'CREATE TABLE IF NOT EXISTS schema_versions (version int PRIMARY KEY, oldest int NOT NULL, at timestamptz NOT NULL DEFAULT now())',
    )
    const { version, oldest } = await standing(client)
    if (oldest > KNOWN) {
      throw new AppError(
        'UNAVAILABLE',
        `This database was written by a newer version (schema ${version}, this program knows ${KNOWN}). Upgrade the program.`,
      )
    }
    for (const [index, migration] of [...MIGRATIONS.entries()].slice(version)) {
      await client.query(migration.sql)
      await client.query('INSERT INTO schema_versions (version, oldest) VALUES ($1, $2)', [index + 1, migration.oldest])
    }
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined) // a broken connection has rolled back by itself
    throw error
  }
}
