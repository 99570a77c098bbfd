/** What only a server of its own can meet: several programs on one schema, an outsider's hand, too few connections. */
import pg from 'pg'
import { expect, it, onTestFinished } from 'vitest'
import { postgresStore } from '../../src/store/postgres.ts'
import type { PostgresOptions } from '../../src/store/postgres.ts'
import type { Store } from '../../src/store/store.ts'
import { changes, customerRow, ground } from '../support/rows.ts'
import { newSchema } from '../support/postgres.ts'
import { MIGRATIONS } from '../../src/store/postgres/migrations.ts'

async function newDatabase() {
  const { url, drop } = await newSchema()
  onTestFinished(drop)
  const open = async (options: Partial<PostgresOptions> = {}): Promise<Store> => {
    const store = await postgresStore({ url, ...options })
    onTestFinished(store.close)
    return store
  }
  const outsider = new pg.Client({ connectionString: url })
  await outsider.connect()
  onTestFinished(() => outsider.end())
  return { open, outsider }
}

it('is opened by any number of processes at once, empty as it is', async () => {
  const { open } = await newDatabase()
  const stores = await Promise.all(Array.from({ length: 6 }, () => open({ writers: 1, readers: 1 })))
  await stores[0]?.atomically((tx) => tx.save(ground()))
  for (const store of stores) expect(await store.customer('production', 'c1')).not.toBeNull()
})

it('goes on beside a newer schema that only adds, and refuses one that it is too old for', async () => {
  const { open, outsider } = await newDatabase()
  await open()
  await outsider.query('ALTER TABLE customers ADD COLUMN note text; INSERT INTO schema_versions VALUES (98, 1)')
  const store = await open()
  await store.atomically((tx) => tx.save(ground()))
  expect(await store.customer('production', 'c1')).toMatchObject({ customer: customerRow() })
  await outsider.query('INSERT INTO schema_versions VALUES (99, 99)')
  await expect(open()).rejects.toThrow(
    `written by a newer version (schema 99, this program knows ${MIGRATIONS.length})`,
  )
})

it('works again, on what it then finds, where an outsider took the name meanwhile', async () => {
  const { open, outsider } = await newDatabase()
  const store = await open()
  await store.atomically((tx) => tx.save({ ...ground(), customers: [] }))
  const found: number[] = []
  await store.atomically(async (tx) => {
    const { customers } = await tx.load('production', { customerKeys: ['c1'] })
    found.push(customers.length)
    if (customers.length > 0) return
    await outsider.query(
      `INSERT INTO customers SELECT 'cus_9', 0, 'c1', NULL, NULL, NULL, 'ada', NULL, 'api', 1, '[]', NULL, NULL, '{}', 0, NULL, 1, 1`,
    )
    await tx.save(changes({ customers: [customerRow()] }))
  })
  expect(found).toEqual([0, 1])
  expect(await store.customer('production', 'c1')).toMatchObject({ customer: { key: 'cus_9' } })
})

it('works again after a deadlock with an outsider, and tells its caller nothing of it', async () => {
  const { open, outsider } = await newDatabase()
  const store = await open()
  const other = customerRow({ key: 'cus_2', customerKey: 'c2' })
  await store.atomically((tx) => tx.save({ ...ground(), customers: [customerRow(), other] }))
  let times = 0
  await outsider.query(`SET deadlock_timeout = '60s'; BEGIN; UPDATE customers SET name = 'x' WHERE key = 'cus_2'`)
  let theirs: Promise<unknown> = Promise.resolve()
  await store.atomically(async (tx) => {
    times++
    await tx.save(changes({ customers: [customerRow({ name: 'first' })] }))
    await tx.load('production', { customers: ['cus_1'] })
    if (times === 1) theirs = outsider.query(`UPDATE customers SET name = 'x' WHERE key = 'cus_1'; COMMIT`)
    await tx.save(changes({ customers: [{ ...other, name: 'second' }] }))
  })
  await theirs
  expect(times).toBeGreaterThan(1)
  expect(await store.customer('production', 'c1')).toMatchObject({ customer: { name: 'first' } })
  expect(await store.customer('production', 'c2')).toMatchObject({ customer: { name: 'second' } })
})

it.each([
  ['a NUL', 'a\0b', 'a\ufffdb'],
  ['half of a pair', 'a\ud83e', 'a\ufffd'],
  ['what only looks like an escape', 'a\\u0000', 'a\\u0000'],
])('finds %s under the name it was saved with', async (_what, text, kept) => {
  const store = await (await newDatabase()).open()
  const row = customerRow({ customerKey: text, meta: { [text]: text } })
  await store.atomically((tx) => tx.save({ ...ground(), customers: [row] }))
  const { customers } = await store.atomically((tx) => tx.load('production', { customerKeys: [text] }))
  expect(customers).toMatchObject([{ customerKey: kept, meta: { [kept]: kept } }])
  expect(await store.customer('production', text)).toMatchObject({ customer: { customerKey: kept } })
})

it('says 503 where every connection is taken for too long, and goes on once one is free', async () => {
  const store = await (await newDatabase()).open({ writers: 1 })
  let letGo: () => void = () => undefined
  const held = store.atomically(() => new Promise<void>((resolve) => (letGo = resolve)))
  await expect(store.atomically((tx) => tx.save(ground()))).rejects.toMatchObject({ code: 'UNAVAILABLE', status: 503 })
  letGo()
  await held
  await store.atomically((tx) => tx.save(ground()))
  expect(await store.customer('production', 'c1')).not.toBeNull()
})
