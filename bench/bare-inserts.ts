/** The yardstick of imports: the same rows of the same table, with all of its indexes, by multi-row INSERTs and nothing else. */
import { encode } from '../packages/ingest-server/src/store/columns.ts'
import type { Bound } from '../packages/ingest-server/src/store/columns.ts'
import { openWriter } from '../packages/ingest-server/src/store/sqlite/open.ts'
import type { PaymentRow } from '../packages/ingest-server/src/store/rows.ts'
import { payments } from '../packages/ingest-server/src/store/tables.ts'
import { connected } from './databases.ts'

/** Rows committed together, as the importer does; and in one statement. */
const COMMIT = 1_000
const STATEMENT = 250

const columns = payments.columns.map(({ name }) => name)

function rowOf(n: number, customer: string): Bound[] {
  const key = `tran_${String(n).padStart(14, '0')}`
  const name = `bare-${String(n).padStart(9, '0')}`
  const at = 1_700_000_000_000 + n * 1_000
  const row: PaymentRow = {
    ...{ key, mode: 'test', state: 'recorded', source: 'api', account: '', sourceKey: name, givenKey: name, customer },
    ...{ partnerKey: 'ada', amount: 1_000 + (n % 9_000), refunded: 0, currency: 'USD', categoryKey: null },
    ...{
      productKey: 'pro',
      metadata: {},
      approved: true,
      archived: null,
      replacedBy: null,
      page: null,
      evidence: null,
    },
    ...{ intent: null, whole: null, createdAt: at, updatedAt: at },
  }
  return encode(payments, row)
}

const tuple = (from: number): string => `(${columns.map((_, index) => `$${from + index}`).join(', ')})`
const insert = (placeholder: (row: number) => string): string =>
  `INSERT INTO payments (${columns.join(', ')}) VALUES ${Array.from({ length: STATEMENT }, (_, row) => placeholder(row)).join(', ')}`

/** Customers are taken in the order the imported file has them. */
const customerAt = (n: number, customers: readonly string[]): string => customers[(n * 7_919) % customers.length] ?? ''

const valuesFrom = (first: number, customers: readonly string[]): Bound[] =>
  Array.from({ length: STATEMENT }, (_, row) => rowOf(first + row, customerAt(first + row, customers))).flat()

export interface Bare {
  readonly rate: number
  /** Microseconds of processor time of this process for each row. */
  readonly cpu: number
}

async function timed(rows: number, work: () => Promise<void>): Promise<Bare> {
  const [began, cpu] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return { rate: rows / ((performance.now() - began) / 1_000), cpu: (user + system) / rows }
}

async function onSqlite(file: string, rows: number): Promise<Bare> {
  const db = openWriter(file)
  const customers = db
    .prepare('SELECT key FROM customers WHERE test = 1')
    .all()
    .map((row) => String(row['key']))
  const statement = db.prepare(insert(() => `(${columns.map(() => '?').join(', ')})`))
  const told = await timed(rows, async () => {
    for (let n = 0; n < rows; n += COMMIT) {
      db.exec('BEGIN IMMEDIATE')
      for (let k = n; k < n + COMMIT; k += STATEMENT) statement.run(...valuesFrom(k, customers))
      db.exec('COMMIT')
    }
  })
  db.close()
  return told
}

const onPostgres = (url: string, rows: number): Promise<Bare> =>
  connected(url, async (client) => {
    const found = await client.query<{ key: string }>('SELECT key FROM customers WHERE test = 1 ORDER BY key')
    const customers = found.rows.map(({ key }) => key)
    const text = insert((row) => tuple(row * columns.length + 1))
    return timed(rows, async () => {
      for (let n = 0; n < rows; n += COMMIT) {
        await client.query('BEGIN')
        for (let k = n; k < n + COMMIT; k += STATEMENT)
          await client.query({ name: 'bare', text, values: valuesFrom(k, customers) })
        await client.query('COMMIT')
      }
    })
  })

export const bareInserts = (url: string, rows: number): Promise<Bare> =>
  url.startsWith('file:') ? onSqlite(url.slice('file:'.length), rows) : onPostgres(url, rows)
