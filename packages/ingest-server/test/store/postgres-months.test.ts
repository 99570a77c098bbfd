/** Clicks and deliveries by month: where rows lie, that they are found wherever that is, and that emptied months go. */
import pg from 'pg'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { newId } from '../../src/ledger/keys.ts'
import { postgresStore } from '../../src/store/postgres.ts'
import { loadStatement } from '../../src/store/postgres/load.ts'
import { openMonths } from '../../src/store/postgres/months.ts'
import type { ClickRow, DeliveryRow } from '../../src/store/rows.ts'
import type { Store } from '../../src/store/store.ts'
import { changes, clickRow, deliveryRow } from '../support/rows.ts'
import { newSchema } from '../support/postgres.ts'

const NOW = Date.now()
const WEEK = 7 * 24 * 60 * 60 * 1000
const monthOf = (at: number): string => new Date(at).toISOString().slice(0, 7).replace('-', '_')
const thisMonth = monthOf(NOW)
/** Those made ahead: this month, and in its last week the next one. */
const months = [...new Set([thisMonth, monthOf(NOW + WEEK)])]
const MARCH = Date.UTC(2024, 2, 15)
const APRIL = Date.UTC(2024, 3, 1)
const FAR = Date.UTC(2140, 0, 1)

let store: Store
let open: () => Promise<Store>
let client: pg.Client
beforeEach(async () => {
  const { url, drop } = await newSchema()
  onTestFinished(drop)
  open = async () => {
    const opened = await postgresStore({ url })
    onTestFinished(opened.close)
    return opened
  }
  store = await open()
  client = new pg.Client({ connectionString: url })
  await client.connect()
  onTestFinished(() => client.end())
})

const random = (size: number): Uint8Array => crypto.getRandomValues(new Uint8Array(size))
const click = (createdAt: number, over: Partial<ClickRow> = {}): ClickRow =>
  clickRow({ xid: newId(createdAt, random), createdAt, ...over })
const delivery = (receivedAt: number, over: Partial<DeliveryRow> = {}): DeliveryRow =>
  deliveryRow({ key: `dlv_${newId(receivedAt, random)}`, eventId: `evt_${receivedAt}`, receivedAt, ...over })
const save = (clicks: readonly ClickRow[], deliveries: readonly DeliveryRow[], into = store): Promise<void> =>
  into.atomically((tx) =>
    tx.save(changes({ clicks, deliveries: deliveries.map((row) => ({ row, body: new Uint8Array(9_000) })) })),
  )
const tend = (): Promise<void> => openMonths().tend(client)
const query = async (sql: string): Promise<Record<string, unknown>[]> => (await client.query(sql)).rows as never
const partitionsOf = async (table: string): Promise<string[]> =>
  (await query(`SELECT relid::text AS name FROM pg_partition_tree('${table}') WHERE isleaf ORDER BY 1`)).map(
    ({ name }) => name as string,
  )
const whereAre = async (table: string): Promise<unknown[]> =>
  (await query(`SELECT tableoid::regclass::text AS place FROM ${table} ORDER BY 1`)).map(({ place }) => place)

it('puts each row into the month it is of, and what is of none beside them', async () => {
  const times = [NOW, MARCH, APRIL, FAR, 1_000]
  const places = [`_2024_03`, '_2024_04', `_${thisMonth}`, '_other', '_other']
  await save(
    times.map((at) => click(at)),
    times.map((at) => delivery(at)),
  )
  expect(await whereAre('clicks')).toEqual(places.map((place) => `clicks${place}`))
  expect(await whereAre('deliveries')).toEqual(places.map((place) => `deliveries${place}`))
})

it('finds a row wherever it lies: by its own key, by that of another system, by its event', async () => {
  const times = [NOW, MARCH, FAR]
  const clicks = [...times.map((at) => click(at)), click(APRIL, { xid: 'not-one-of-ours' })]
  const deliveries = times.map((at) => delivery(at))
  await save(clicks, deliveries)
  const found = await store.atomically((tx) =>
    tx.load('production', {
      xids: clicks.map(({ xid }) => xid),
      events: deliveries.map(({ provider, account, eventId }) => ({ provider, account, eventId })),
    }),
  )
  expect(new Set(found.clicks)).toEqual(new Set(clicks))
  expect(new Set(found.deliveries)).toEqual(new Set(deliveries))
  for (const { key } of deliveries) {
    expect((await store.delivery(key))?.key).toBe(key)
    expect(await store.deliveryBody(key)).toHaveLength(9_000)
  }
})

it('changes a row in its place', async () => {
  const [old, row] = [click(MARCH), delivery(MARCH)]
  await save([old], [row])
  await store.atomically((tx) =>
    tx.save(
      changes({
        clicks: [{ ...old, usedBy: 'cus_1' }],
        deliveries: [{ row: { ...row, state: 'ignored', attempts: 2 }, body: null }],
      }),
    ),
  )
  expect(await query('SELECT used_by FROM clicks_2024_03')).toEqual([{ used_by: 'cus_1' }])
  expect(await query('SELECT state FROM deliveries_2024_03')).toEqual([{ state: 'ignored' }])
})

it('looks for a click in its own month only', async () => {
  await save([click(NOW), click(MARCH), click(APRIL)], [])
  const { text, values } = loadStatement('production', { xids: [newId(MARCH, random)] })!
  await client.query('SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off')
  const explained = await client.query(`EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) ${text}`, [...values])
  const looks = explained.rows
    .map((row: Record<string, string>) => row['QUERY PLAN'] ?? '')
    .filter((line) => /on clicks_(\d|other)/.test(line))
  const executed = looks.filter((line) => !line.includes('never executed'))
  expect(looks.length).toBeGreaterThan(3)
  expect(executed.map((line) => /on (clicks_\w+)/.exec(line)?.[1])).toEqual(['clicks_2024_03'])
})

it('makes a month once, whoever asks for it first', async () => {
  const stores = [store, await open(), await open()]
  await Promise.all(stores.map((one, n) => save([click(MARCH + n)], [delivery(MARCH + n)], one)))
  expect(await whereAre('clicks')).toEqual(Array(3).fill('clicks_2024_03'))
  expect(await partitionsOf('clicks')).toEqual(
    ['clicks_2024_03', ...months.map((month) => `clicks_${month}`), 'clicks_other'].sort(),
  )
})

it('makes a month that was missed, and moves into it what came meanwhile', async () => {
  await client.query(`DROP TABLE clicks_${thisMonth}, deliveries_${thisMonth}`)
  await save([click(NOW), click(FAR)], [delivery(NOW)])
  expect(await whereAre('clicks')).toEqual(['clicks_other', 'clicks_other'])
  await tend()
  expect(await whereAre('clicks')).toEqual([`clicks_${thisMonth}`, 'clicks_other'])
  expect(await whereAre('deliveries')).toEqual([`deliveries_${thisMonth}`])
})

it('keeps an event once in a month, by the hand of the database, in every month', async () => {
  for (const at of [MARCH, NOW, FAR]) {
    await save([], [delivery(at)])
    await expect(save([], [delivery(at)])).rejects.toThrow()
  }
})

it('keeps bodies of every month in the same compression', async () => {
  await save([], [delivery(MARCH), delivery(NOW), delivery(FAR)])
  const kinds = await query('SELECT DISTINCT pg_column_compression(body) AS kind FROM deliveries')
  expect(kinds).toHaveLength(1)
})

it('drops a month gone by once the retention has emptied it, and no other', async () => {
  await save([click(MARCH)], [delivery(MARCH), delivery(APRIL), delivery(APRIL, { eventId: 'evt_f', state: 'failed' })])
  await tend()
  expect(await partitionsOf('deliveries')).toContain('deliveries_2024_03')
  expect(await store.purge('production', NOW, 10)).toBe(2)
  await tend()
  expect(await partitionsOf('deliveries')).toEqual(
    ['deliveries_2024_04', ...months.map((month) => `deliveries_${month}`), 'deliveries_other'].sort(),
  )
  expect(await partitionsOf('clicks')).toContain('clicks_2024_03')
  await save([], [delivery(MARCH)]) // this process still knows the month: it is kept all the same
  expect(await whereAre('deliveries')).toEqual(['deliveries_2024_04', 'deliveries_other'])
})

it('waits for nobody who holds a month: it is looked after another time', async () => {
  const reader = await open()
  await save([], [delivery(MARCH)])
  await store.purge('production', NOW, 10)
  const held = reader.atomically(async (tx) => {
    await tx.load('production', { events: [{ provider: 'stripe', account: '', eventId: 'evt_1' }] })
    await tend()
  })
  await held
  expect(await partitionsOf('deliveries')).toContain('deliveries_2024_03')
  await tend()
  expect(await partitionsOf('deliveries')).not.toContain('deliveries_2024_03')
})
