/** How PostgreSQL goes about look-ups, on tables that nobody has counted yet: by an index that gives the row. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { postgresStore } from '../../src/store/postgres.ts'
import { asking } from '../../src/store/postgres/ask.ts'
import { openReaders } from '../../src/store/postgres/connect.ts'
import { postgresReads } from '../../src/store/postgres/reads.ts'
import type { Reads } from '../../src/store/store.ts'
import { newSchema } from '../support/postgres.ts'

let reads: Reads
let end: () => Promise<void>
const plans: string[] = []

beforeAll(async () => {
  const { url, drop } = await newSchema()
  await (await postgresStore({ url })).close()
  const pool = openReaders({ url, readers: 1 })
  const ask = asking(pool)
  reads = postgresReads(async (sql, ...values) => {
    const explained = await ask(`EXPLAIN (COSTS OFF) ${sql}`, ...values)
    plans.push(explained.map((row) => String(row['QUERY PLAN']).trim()).join('; '))
    return ask(sql, ...values)
  })
  end = async () => {
    await pool.end()
    await drop()
  }
})
afterAll(() => end())

async function plansOf(read: () => Promise<unknown>): Promise<string[]> {
  plans.length = 0
  await read()
  return [...plans]
}
describe('a read', () => {
  it.each<[string, () => Promise<unknown>, RegExp[]]>([
    [
      'a transaction',
      () => reads.transaction('production', 'x'),
      [/using payments_given_key/, /using payments_identity/, /using partners_partner_key_test_key/],
    ],
    [
      'a customer',
      () => reads.customer('production', 'x'),
      [/using customers_customer_key_test_key/, /using customers_pkey/, /using customers_email/],
    ],
    ['a delivery', () => reads.delivery('x'), [/using deliveries_other_pkey/, /using deliveries_\d+_\d+_pkey/]],
    ['a link', () => reads.link('x'), [/using links_path_key/, /using groups_pkey/]],
  ])('of %s looks it up by its name', async (_what, read, indexes) => {
    const [plan = ''] = await plansOf(read)
    for (const index of indexes) expect(plan).toMatch(index)
    expect(plan).not.toMatch(/Seq Scan/)
  })
})
