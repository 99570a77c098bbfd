/** What PostgreSQL says of itself. */
import pg from 'pg'
import { OUTBOX, outboxOf, schemaState, type Condition, type ConditionReads } from '../condition.ts'
import type { Ask, Row } from './ask.ts'
import { MIGRATIONS } from './migrations.ts'

const KNOWN = MIGRATIONS.length

/** The newest version that is there, and the oldest program it still lets in. */
const VERSIONS = 'SELECT version, oldest FROM schema_versions ORDER BY version DESC LIMIT 1'
/** A database that no server has been started on has no table of versions. */
const THERE = `SELECT to_regclass('schema_versions') IS NOT NULL AS there`

/** What durability hangs on, and what else has to be so. */
export const SETTINGS = [
  'fsync',
  'synchronous_commit',
  'full_page_writes',
  'max_connections',
  'server_encoding',
  'default_transaction_read_only',
] as const

const CONDITION = `SELECT current_setting('server_version') AS version, pg_database_size(current_database()) AS bytes,
  extract(epoch FROM clock_timestamp()) * 1000 AS now, pg_is_in_recovery() AS standby,
  ${SETTINGS.map((name) => `current_setting('${name}') AS ${name}`).join(', ')}`

const schemaOf = (row: Row | undefined): Condition['schema'] => {
  const [found, oldest] = [Number(row?.['version'] ?? 0), Number(row?.['oldest'] ?? 0)]
  // Newer ones only add: how old a program may be is what they say themselves.
  const state = oldest > KNOWN ? 'ahead' : schemaState(found, KNOWN, false)
  return { found, known: KNOWN, state }
}

async function conditionOf(ask: Ask): Promise<Condition> {
  const [there] = await ask(THERE)
  const [versions] = there?.['there'] ? await ask(VERSIONS) : []
  const [found = {}] = await ask(CONDITION)
  const settings = Object.fromEntries(SETTINGS.map((name) => [name, String(found[name])]))
  return {
    engine: 'postgres',
    version: String(found['version']).split(' ')[0] ?? '',
    schema: schemaOf(versions),
    settings: { ...settings, standby: found['standby'] ? 'on' : 'off' },
    bytes: Number(found['bytes']),
    logBytes: null,
    now: Math.round(Number(found['now'])),
  }
}

export function conditionReads(ask: Ask, pools: readonly pg.Pool[]): ConditionReads {
  const sum = (of: (pool: pg.Pool) => number): number => pools.reduce((all, pool) => all + of(pool), 0)
  return {
    async ping() {
      return schemaOf((await ask(VERSIONS))[0]).state
    },
    condition: () => conditionOf(ask),
    outbox: async () => outboxOf(await ask(OUTBOX)),
    connections: async () => ({
      busy: sum(({ totalCount, idleCount }) => totalCount - idleCount),
      idle: sum(({ idleCount }) => idleCount),
      waited_for: sum(({ waitingCount }) => waitingCount),
    }),
  }
}

const WAIT_MS = 5_000

/** Looks at a database as it is, over one connection, and leaves it so: nothing is migrated. */
export async function postgresCondition(url: string): Promise<Condition> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: WAIT_MS, query_timeout: WAIT_MS })
  client.on('error', () => undefined) // told by the query that fails
  try {
    await client.connect()
    return await conditionOf(async (sql) => (await client.query<Row>(sql)).rows)
  } finally {
    await client.end().catch(() => undefined) // it is gone already
  }
}
