import { postgresStore } from '../../src/store/postgres.ts'
import { asking } from '../../src/store/postgres/ask.ts'
import { openReaders } from '../../src/store/postgres/connect.ts'
import { postgresReads } from '../../src/store/postgres/reads.ts'
import { testListPlans } from '../support/list-plans.ts'
import { newSchema } from '../support/postgres.ts'

testListPlans({
  async open(rows) {
    const { url, drop } = await newSchema()
    const store = await postgresStore({ url })
    await store.atomically((tx) => tx.save(rows))
    await store.close()
    const pool = openReaders({ url, readers: 1 })
    const ask = asking(pool)
    const plans: string[] = []
    const reads = postgresReads(async (sql, ...values) => {
      const explained = await ask(`EXPLAIN (COSTS OFF) ${sql}`, ...values)
      plans.push(explained.map((row) => String(row['QUERY PLAN']).trim()).join('; '))
      return ask(sql, ...values)
    })
    return {
      reads,
      run: async (sql) => void (await pool.query(sql)),
      count: async () => void (await pool.query('ANALYZE')),
      async of(read) {
        plans.length = 0
        await read()
        return [...plans]
      },
      async close() {
        await pool.end()
        await drop()
      },
    }
  },
  indexOf: (plan) => /Limit;.*? using (\S+) on \S+ t(?:_1)?\b/.exec(plan)?.[1] ?? null,
  isDeep: /Index Cond: [^;]*ROW\((?:t_1\.)?(?:created_at|updated_at), (?:t_1\.)?key\) [<>]/,
  sorts: /Limit; ->\s+(?:Incremental )?Sort/,
  names: {
    'customers by customer_key': 'customers_customer_key_test_key',
    'partners by key': 'partners_pkey',
    'partners by partner_key': 'partners_partner_key_test_key',
    'rewards by key': 'rewards_pkey',
  },
})
