/** What each table takes on disk, indexes and all, with so many payments, clicks and customers in it. */
import { DatabaseSync } from 'node:sqlite'
import { connected, openDatabases } from './databases.ts'
import type { Engine } from './databases.ts'
import * as tables from '../packages/ingest-server/src/store/tables.ts'
import { fillClicks, prepareServer } from './server.ts'

export interface Size {
  readonly table: string
  readonly rows: number
  /** Megabytes for a million rows. */
  readonly data: number
  readonly indexes: number
}

const COUNTED = Object.values(tables).map((table) => table.name)

interface Found {
  readonly name: string
  readonly rows: number
  readonly data: number
  readonly indexes: number
}

function onSqlite(url: string): Found[] {
  const db = new DatabaseSync(url.slice('file:'.length))
  try {
    const bytes = db.prepare(
      `SELECT coalesce(sum(s.pgsize), 0) AS bytes FROM dbstat AS s JOIN sqlite_schema AS m ON m.name = s.name
       WHERE m.tbl_name = ? AND m.type = ?`,
    )
    const of = (name: string, type: string): number => Number(bytes.get(name, type)?.['bytes'])
    return COUNTED.map((name) => ({
      name,
      rows: Number(db.prepare(`SELECT count(*) AS rows FROM ${name}`).get()?.['rows']),
      data: of(name, 'table'),
      indexes: of(name, 'index'),
    }))
  } finally {
    db.close()
  }
}

/** With all partitions of a table, and with what lies beside it because it is long (TOAST). */
const SIZES = `SELECT sum(pg_table_size(relid))::float8 AS data, sum(pg_indexes_size(relid))::float8 AS indexes
  FROM (SELECT $1::regclass AS relid UNION SELECT relid FROM pg_partition_tree($1::regclass)) AS parts`

const onPostgres = (url: string): Promise<Found[]> =>
  connected(url, async (client) => {
    await client.query('VACUUM ANALYZE')
    const found: Found[] = []
    for (const name of COUNTED) {
      const { rows } = await client.query<{ data: number; indexes: number }>(SIZES, [name])
      const counted = await client.query<{ rows: number }>(`SELECT count(*)::float8 AS rows FROM ${name}`)
      found.push({ name, rows: counted.rows[0]?.rows ?? 0, data: rows[0]?.data ?? 0, indexes: rows[0]?.indexes ?? 0 })
    }
    return found
  })

export async function sizes(engine: Engine, rows: number): Promise<Size[]> {
  const databases = await openDatabases(engine)
  try {
    const url = await databases.create('books')
    const prepared = await prepareServer({ folder: databases.folder, url, customers: rows })
    await prepared.fill(rows)
    await fillClicks(url, rows)
    const found = engine === 'sqlite' ? onSqlite(url) : await onPostgres(url)
    // Bytes a row are megabytes a million rows.
    const each = (bytes: number, of: number): number => Math.round(bytes / of)
    const many = found.filter((table) => table.rows * 2 >= rows) // of a few rows a page says nothing
    return many.map(({ name, rows: count, data, indexes }) => ({
      ...{ table: name, rows: count, data: each(data, count), indexes: each(indexes, count) },
    }))
  } finally {
    await databases.dispose()
  }
}
