/** Databases for tests: schemas of their own on the server that was started for the whole run. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import type {} from '../../../../scripts/postgres-setup.ts'

/** A schema of its own as a database URL; `drop` removes it with all that is in it. */
export interface TestSchema {
  readonly url: string
  drop(): Promise<void>
}

const serverUrl = (): string => {
  const server = inject('postgres')
  if ('problem' in server) throw new Error(server.problem)
  return server.url
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/** On the run's own server, or on another. */
export async function newSchema(server = serverUrl()): Promise<TestSchema> {
  const name = `test_${randomBytes(8).toString('hex')}`
  await run(server, `CREATE SCHEMA ${name}`)
  const url = new URL(server)
  url.searchParams.set('options', `-c search_path=${name}`)
  return { url: url.href, drop: () => run(server, `SET client_min_messages = warning; DROP SCHEMA ${name} CASCADE`) }
}
