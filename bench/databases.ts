/**
 * The databases a measurement runs on: SQLite in a temporary folder, or a PostgreSQL server started for it in another, with the
 * settings it comes with. Both are as durable as an installation's: what is acknowledged is on disk.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startPostgres } from '../scripts/postgres.ts'
import { cpuOf, parentOf } from './processes.ts'

export const ENGINES = ['sqlite', 'postgres'] as const
export type Engine = (typeof ENGINES)[number]

export interface Databases {
  readonly engine: Engine
  /** What is measured on, told with the figures. */
  readonly about: Readonly<Record<string, string>>
  readonly folder: string
  /** The address of a new, empty database. */
  create(name: string): Promise<string>
  /** Milliseconds of processor time that processes of the database's own have used. */
  cpu(): number
  dispose(): Promise<void>
}

export async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const SETTINGS = ['server_version', 'fsync', 'synchronous_commit', 'shared_buffers', 'max_wal_size'] as const

/** What a PostgreSQL server says of itself, and the process that all of its others descend from. */
const told = (url: string): Promise<{ about: Record<string, string>; postmaster: number }> =>
  connected(url, async (client) => {
    const { rows } = await client.query<{ name: string; setting: string }>(
      `SELECT name, current_setting(name) AS setting FROM unnest($1::text[]) AS name`,
      [SETTINGS],
    )
    const backend = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    return {
      about: Object.fromEntries(rows.map(({ name, setting }) => [name, setting])),
      postmaster: parentOf(backend.rows[0]?.pid ?? 0),
    }
  })

async function postgres(folder: string): Promise<Databases> {
  const server = await startPostgres()
  const { about, postmaster } = await told(server.url)
  return {
    engine: 'postgres',
    about,
    folder,
    async create(name) {
      await connected(server.url, (client) => client.query(`CREATE DATABASE ${name}`))
      return Object.assign(new URL(server.url), { pathname: `/${name}` }).href
    },
    cpu: () => cpuOf(postmaster),
    async dispose() {
      await server.dispose()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const SQLITE = { journal_mode: 'WAL', synchronous: 'FULL' }

export async function openDatabases(engine: Engine): Promise<Databases> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  if (engine === 'postgres') return postgres(folder)
  return {
    engine,
    about: SQLITE,
    folder,
    create: (name) => Promise.resolve(`file:${join(folder, `${name}.db`)}`),
    cpu: () => 0, // its work is done in the server's own process
    async dispose() {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A database that is there and stays, by its address. */
export async function standingDatabase(url: string): Promise<Databases> {
  const isFile = url.startsWith('file:')
  const { about, postmaster } = isFile ? { about: SQLITE, postmaster: null } : await told(url)
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  return {
    engine: isFile ? 'sqlite' : 'postgres',
    about,
    folder,
    create: () => Promise.resolve(url),
    cpu: () => (postmaster === null ? 0 : cpuOf(postmaster)),
    async dispose() {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
