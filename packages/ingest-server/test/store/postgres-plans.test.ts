/** How PostgreSQL goes about each read, on tables that nobody has counted yet: by an index that gives the order or the row. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { postgresStore } from '../../src/store/postgres.ts'
import { asking } from '../../src/store/postgres/ask.ts'
import { openReaders } from '../../src/store/postgres/connect.ts'
import { postgresReads } from '../../src/store/postgres/reads.ts'
import type { OrderBy } from '../../src/store/queries.ts'
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
const page = (orderBy: OrderBy) => ({ mode: 'production', limit: 10, orderBy }) as const

describe('a read', () => {
  it.each<[string, () => Promise<unknown>, RegExp]>([
    ['transactions, newest first', () => reads.transactions(page('-created_at')), /Backward using payments_created/],
    ['transactions by last change', () => reads.transactions(page('updated_at')), /using payments_updated/],
    [
      'transactions of a customer',
      () => reads.transactions({ ...page('created_at'), customer: 'c' }),
      /using payments_customer/,
    ],
    [
      'transactions of a partner',
      () => reads.transactions({ ...page('created_at'), partnerKey: 'p' }),
      /using payments_partner/,
    ],
    ['customers', () => reads.customers(page('created_at')), /using customers_created/],
    [
      'customers of a partner',
      () => reads.customers({ ...page('-created_at'), partnerKey: 'p' }),
      /using customers_partner/,
    ],
    ['partners', () => reads.partners(page('-created_at')), /using partners_created/],
    ['partners by last change', () => reads.partners(page('updated_at')), /using partners_updated/],
    ['partners of a group', () => reads.partners({ ...page('-created_at'), group: 'g' }), /using partners_group/],
    ['groups', () => reads.groups(page('-created_at')), /using groups_created/],
    ['links', () => reads.linksOf({ ...page('-created_at'), partnerKey: 'p' }), /using links_partner/],
    ['deals', () => reads.prospects({ ...page('-created_at'), kind: 'deal' }), /using prospects_created/],
    [
      'deals of a partner',
      () => reads.prospects({ ...page('-created_at'), kind: 'deal', partnerKey: 'p' }),
      /using prospects_partner/,
    ],
    ['rewards', () => reads.rewards(page('-created_at')), /using rewards_created/],
    ['rewards of a partner', () => reads.rewards({ ...page('-created_at'), partnerKey: 'p' }), /using rewards_partner/],
    ['triggers', () => reads.triggers(page('-created_at')), /using triggers_created/],
    ['actions', () => reads.actions(page('-created_at')), /using actions_created/],
    ['hooks', () => reads.hooks(page('-created_at')), /using hooks_created/],
  ])('of %s walks an index in its order and stops', async (_what, read, index) => {
    const [plan = '', ...more] = await plansOf(read)
    expect(more).toEqual([])
    expect(plan).toMatch(index)
    expect(plan).not.toMatch(/Seq Scan|Sort/)
  })

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
