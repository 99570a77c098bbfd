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
const PAGE = { mode: 'production', limit: 25 } as const

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

  it.each<[string, string, () => Promise<unknown>]>([
    ['deliveries of a platform', 'provider', () => reads.deliveries({ ...PAGE, provider: 'chargify' })],
    ['deliveries of a state', 'state', () => reads.deliveries({ ...PAGE, states: ['unsupported'] })],
    ['rewards in a currency', 'currency', () => reads.rewards({ ...PAGE, orderBy: '-created_at', currency: 'CHF' })],
  ])(
    'of %s looks up only rows that fit: the others are told by their entries in the index',
    async (_what, column, read) => {
      const [plan = ''] = await plansOf(read)
      expect(plan).toMatch(new RegExp(`Index Cond: [^;]*\\b${column} = `))
      expect(plan).toMatch(/using (?:deliveries_\w*|rewards_listed)/)
      expect(plan).not.toMatch(/Limit; ->\s+Sort|Seq Scan/)
    },
  )

  it.each([
    ['payments', /using payments_customer on payments t;/],
    ['rewards', /using rewards_pkey on rewards t;/],
  ] as const)('of what the %s of a customer add up to looks at those only', async (of, index) => {
    const plan = (await plansOf(() => reads.totals(of, { mode: 'production', customer: 'c' }))).at(-1)
    expect(plan).toMatch(index)
    expect(plan).not.toMatch(/Seq Scan|payments_created|rewards_listed/)
  })

  it('of totals looks at the sums of a partner, or of all together, and at nothing else', async () => {
    for (const partner of [{}, { partnerKey: 'ada' }]) {
      const [, plan = ''] = await plansOf(() => reads.totals('rewards', { mode: 'production', ...partner }))
      expect(plan).toMatch(/using sums_partner on sums r; Index Cond: [^;]*partner_key = /)
    }
  })

  it('of the figures of a year walks sums by the hour and the stretch', async () => {
    const year = [Date.UTC(2025, 0, 1, 23), Date.UTC(2026, 0, 1, 23)] as const
    const [, hours = ''] = await plansOf(() => reads.figures('production', [year]))
    expect(hours).toMatch(/using sums_pkey on sums r; Index Cond: [^;]*at >= /)
    const [, top = ''] = await plansOf(() => reads.topPartners('production', year, 10))
    expect(top).toMatch(/using sums_pkey on sums r_1; Index Cond: [^;]*at >= /)
    expect(top.match(/using rollups_pkey/g)).toHaveLength(2)
  })
})
