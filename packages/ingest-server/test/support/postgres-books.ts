/** Books of several processes on one PostgreSQL database: a ledger and a store each, as the processes have. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { Books } from '../../src/ledger/books.ts'
import { createLedger } from '../../src/ledger/ledger.ts'
import { decode } from '../../src/store/columns.ts'
import type { Table } from '../../src/store/columns.ts'
import { postgresStore } from '../../src/store/postgres.ts'
import * as tables from '../../src/store/tables.ts'
import { T0, called, partner } from './ledger.ts'
import type { Everything } from './ledger.ts'
import { newSchema } from './postgres.ts'

const READ = [
  'customers',
  'payments',
  'platformIds',
  'waitingIds',
  'waits',
  'deliveries',
  'audit',
  'clicks',
  'rewards',
] as const

/** Every committed row of production, read at one moment. */
async function readRows(client: pg.Client): Promise<Everything> {
  const rows: Record<string, unknown[]> = {}
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  for (const name of [...READ, 'subscriptions', 'triggers', 'actions'] as const) {
    const table = tables[name] as Table<unknown>
    const columns = table.columns.map((column) => column.name).join(', ')
    const found = await client.query(
      `SELECT ${columns} FROM ${table.name} WHERE test = 0 ORDER BY ${table.key.join(', ')}`,
    )
    rows[name] = found.rows.map((row) => decode(table, row as Record<string, unknown>))
  }
  await client.query('COMMIT')
  return rows as unknown as Everything
}

export interface SharedBooks {
  readonly books: readonly Books[]
  rows(): Promise<Everything>
  discard(): Promise<void>
}

/** With the partners `ada` and `ben`. */
export async function openSharedBooks(processes: number): Promise<SharedBooks> {
  const { url, drop } = await newSchema()
  const open = async (): Promise<Books> =>
    createLedger(await postgresStore({ url, writers: 3, readers: 1 }), {
      randomBytes,
      inFlight: 2,
      onBug: (error) => {
        throw error
      },
    })
  const books = await Promise.all(Array.from({ length: processes }, open))
  for (const partnerKey of ['ada', 'ben']) await books[0]?.record(called(partner(partnerKey), { at: T0 }))
  const types = {
    getTypeParser: (id: number) => (text: string) => (id === 20 || id === 21 ? Number(text) : text),
  } as unknown as pg.CustomTypesConfig
  const client = new pg.Client({ connectionString: url, types })
  await client.connect()
  return {
    books,
    rows: () => readRows(client),
    async discard() {
      await client.end()
      for (const one of books) await one.close()
      await drop()
    },
  }
}
