/** Connections to PostgreSQL: a few that write, a few that read, each bounded in number and in time. */
import pg from 'pg'

export interface PostgresOptions {
  /** `postgres://…`, as `psql` takes it. */
  readonly url: string
  /** Connections that write, at most: one for each batch under way, and one for configuration. */
  readonly writers?: number
  readonly readers?: number
}

const WAIT_FOR_CONNECTION_MS = 5_000
const LOCK_MS = 10_000
const STATEMENT_MS = 15_000
/** A process that stands still in the middle of its turn loses it. */
const IDLE_IN_TURN_MS = 10_000

/**
 * Rows are always looked up by their keys or walked in the order of an index: the plan is made once, and never becomes a scan of
 * a table that happened to be small when it was made, or of which nobody had counted yet what is in it.
 */
const BY_INDEX = [
  'plan_cache_mode=force_generic_plan',
  'enable_seqscan=off',
  'enable_hashjoin=off',
  'enable_mergejoin=off',
  'enable_bitmapscan=off',
  'enable_memoize=off',
]
/** The last tells the database that who writes here also keeps `sums`; servers of a version before did not. */
const EVERYWHERE = ['jit=off', 'client_encoding=UTF8', 'partnerstack.sums=on']

const INT8 = 20
const JSON_TYPE = 114
/** Whole numbers as numbers (ours are safe), JSON as the text it was given. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') => {
    if (id === INT8) return Number
    if (id === JSON_TYPE) return (text: string) => text
    return pg.types.getTypeParser(id, format as 'text')
  }) as typeof pg.types.getTypeParser,
}

function pool(url: string, max: number, more: pg.PoolConfig, settings: readonly string[]): pg.Pool {
  const given = new URL(url).searchParams.get('options')
  const options = [...(given ? [given] : []), ...settings.map((setting) => `-c ${setting}`)].join(' ')
  const bare = new URL(url)
  bare.searchParams.delete('options')
  const made = new pg.Pool({
    connectionString: bare.href,
    options,
    types,
    max,
    application_name: 'partnerstack-ingest',
    connectionTimeoutMillis: WAIT_FOR_CONNECTION_MS,
    statement_timeout: STATEMENT_MS,
    lock_timeout: LOCK_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TURN_MS,
    keepAlive: true,
    allowExitOnIdle: true,
    ...more,
  })
  // A connection that breaks tells whoever uses it by a rejected query; without a listener it would end the process, too.
  const heard = (): void => undefined
  made.on('error', heard)
  made.on('connect', (client) => void client.on('error', heard))
  return made
}

/** A writer's statements are sent one behind the other without waiting for each answer. */
export const openWriters = ({ url, writers = 4 }: PostgresOptions): pg.Pool =>
  pool(url, writers, { pipeline: true } as pg.PoolConfig, [...EVERYWHERE, ...BY_INDEX])

export const openReaders = ({ url, readers = 8 }: PostgresOptions): pg.Pool =>
  pool(url, readers, {}, [...EVERYWHERE, ...BY_INDEX])
