/** The yardstick of imports: the same rows of the same tables, with all of their indexes, by multi-row INSERTs and nothing else. */
import { encode } from '../packages/ingest-server/src/store/columns.ts'
import type { Bound, Table } from '../packages/ingest-server/src/store/columns.ts'
import { openWriter } from '../packages/ingest-server/src/store/sqlite/open.ts'
import type { RewardRow } from '../packages/ingest-server/src/store/reward-rows.ts'
import type { PaymentRow } from '../packages/ingest-server/src/store/rows.ts'
import { payments, rewards } from '../packages/ingest-server/src/store/tables.ts'
import { connected } from './databases.ts'

/** Rows committed together, as the importer does; and in one statement. */
const COMMIT = 1_000
const STATEMENT = 250

const keyOf = (prefix: string, n: number): string => `${prefix}_${String(n).padStart(14, '0')}`

function paymentOf(n: number, customer: string): PaymentRow {
  const name = `bare-${String(n).padStart(9, '0')}`
  return {
    ...{ key: keyOf('tran', n), mode: 'test', state: 'recorded', source: 'api', account: '' },
    ...{ sourceKey: name, givenKey: name, customer, partnerKey: 'ada', amount: 1_000 + (n % 9_000), refunded: 0 },
    ...{ currency: 'USD', categoryKey: null, productKey: 'pro', metadata: {}, approved: true, archived: null },
    ...{ replacedBy: null, page: null, evidence: null, intent: null, whole: null },
    ...{ createdAt: 1_700_000_000_000 + n * 1_000, updatedAt: 1_800_000_000_000 + Math.floor(n / COMMIT) },
  }
}

/** What the default trigger gives for it, in test mode. */
function rewardOf(n: number, customer: string): RewardRow {
  const [cause, amount] = [keyOf('tran', n), Math.round((1_000 + (n % 9_000)) / 10)]
  const at = 1_800_000_000_000 + Math.floor(n / COMMIT)
  return {
    ...{ key: keyOf('rwrd', n), mode: 'test', partnerKey: 'ada', customer, payment: cause, action: null, cause },
    ...{ triggerKey: 'trig_00000000000000', part: 0, rate: { kind: 'percent', millionths: 100_000 } },
    ...{ firstAmount: amount, amount, currency: 'USD', description: null, source: 'trigger', status: 'hold' },
    ...{ holds: ['test mode: it is never paid'], holdUntil: null, archived: false, createdAt: at, updatedAt: at },
  }
}

interface Written {
  readonly table: Table<unknown>
  rowOf(n: number, customer: string): unknown
}

/** What an imported row leaves: the payment, and where a trigger stands the reward it earns. */
const writtenOf = (withRewards: boolean): Written[] => [
  { table: payments as Table<unknown>, rowOf: paymentOf },
  ...(withRewards ? [{ table: rewards as Table<unknown>, rowOf: rewardOf }] : []),
]

const insert = ({ name, columns }: Table<unknown>, placeholder: (at: number) => string): string => {
  const tuple = (row: number): string =>
    `(${columns.map((_, at) => placeholder(row * columns.length + at)).join(', ')})`
  const tuples = Array.from({ length: STATEMENT }, (_, row) => tuple(row))
  return `INSERT INTO ${name} (${columns.map((column) => column.name).join(', ')}) VALUES ${tuples.join(', ')}`
}

/** Customers are taken in the order the imported file has them. */
const valuesFrom = ({ table, rowOf }: Written, first: number, customers: readonly string[]): Bound[] =>
  Array.from({ length: STATEMENT }, (_, row) => {
    const n = first + row
    return encode(table, rowOf(n, customers[(n * 7_919) % customers.length] ?? ''))
  }).flat()

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

async function onSqlite(file: string, rows: number, written: readonly Written[]): Promise<Bare> {
  const db = openWriter(file)
  const found = db.prepare('SELECT key FROM customers WHERE test = 1 ORDER BY key').all()
  const customers = found.map(({ key }) => String(key))
  const statements = written.map((one) => ({ one, statement: db.prepare(insert(one.table, () => '?')) }))
  const told = await timed(rows, async () => {
    for (let n = 0; n < rows; n += COMMIT) {
      db.exec('BEGIN IMMEDIATE')
      for (const { one, statement } of statements)
        for (let k = n; k < n + COMMIT; k += STATEMENT) statement.run(...valuesFrom(one, k, customers))
      db.exec('COMMIT')
    }
  })
  db.close()
  return told
}

const onPostgres = (url: string, rows: number, written: readonly Written[]): Promise<Bare> =>
  connected(url, async (client) => {
    const found = await client.query<{ key: string }>('SELECT key FROM customers WHERE test = 1 ORDER BY key')
    const customers = found.rows.map(({ key }) => key)
    const statements = written.map((one) => ({ one, text: insert(one.table, (at) => `$${at + 1}`) }))
    return timed(rows, async () => {
      for (let n = 0; n < rows; n += COMMIT) {
        await client.query('BEGIN')
        for (const { one, text } of statements)
          for (let k = n; k < n + COMMIT; k += STATEMENT)
            await client.query({ name: one.table.name, text, values: valuesFrom(one, k, customers) })
        await client.query('COMMIT')
      }
    })
  })

export const bareInserts = (url: string, rows: number, { withRewards }: { withRewards: boolean }): Promise<Bare> =>
  url.startsWith('file:')
    ? onSqlite(url.slice('file:'.length), rows, writtenOf(withRewards))
    : onPostgres(url, rows, writtenOf(withRewards))
