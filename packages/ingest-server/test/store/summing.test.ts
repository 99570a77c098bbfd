/** Sums of longer spans that are not there yet: what is read is right before, meanwhile and after; and who writes without them is noticed. */
import { mkdtemp, rm } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { sumUp } from '../../src/ledger/summing.ts'
import { postgresStore } from '../../src/store/postgres.ts'
import type { Span, TotalsQuery } from '../../src/store/reports.ts'
import { REWARD_STATUSES } from '../../src/store/reward-rows.ts'
import { sqliteStore } from '../../src/store/sqlite.ts'
import type { Store } from '../../src/store/store.ts'
import { countedOf, keptOf, keptSumsOf, summedOf } from '../support/figures.ts'
import { newSchema } from '../support/postgres.ts'
import { rewardRow } from '../support/reward-rows.ts'
import { changes, clickRow, customerRow, ground, partnerRow, paymentRow } from '../support/rows.ts'

interface Opened {
  readonly store: Store
  /** Writes as somebody who knows nothing of sums. */
  outside(sql: string): Promise<void>
}

const drivers: Record<string, () => Promise<Opened>> = {
  async sqlite() {
    const folder = await mkdtemp(join(tmpdir(), 'summing-'))
    const file = join(folder, 'books.db')
    const store = sqliteStore({ file })
    onTestFinished(async () => {
      await store.close()
      await rm(folder, { recursive: true, force: true })
    })
    const outside = async (sql: string): Promise<void> => {
      const db = new DatabaseSync(file)
      db.exec(sql)
      db.close()
    }
    return { store, outside }
  },
  async postgres() {
    const { url, drop } = await newSchema()
    const store = await postgresStore({ url, writers: 2, readers: 2 })
    onTestFinished(async () => {
      await store.close()
      await drop()
    })
    const outside = async (sql: string): Promise<void> => {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      await client.query(sql)
      await client.end()
    }
    return { store, outside }
  },
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const T0 = Date.UTC(2026, 0, 7, 9, 50)
const COUNT = 60

/** Over fifty days: three stretches and their ends. */
const rows = () => {
  const of = (n: number) => ({
    ...{ createdAt: T0 + n * 20 * HOUR + n * 7 * MINUTE, partnerKey: n % 3 === 0 ? 'ben' : 'ada' },
    currency: n % 5 === 0 ? 'EUR' : 'USD',
  })
  const each = Array.from({ length: COUNT }, (_, n) => n)
  return changes({
    ...ground(),
    partners: [partnerRow(), partnerRow({ key: 'part_2', partnerKey: 'ben', email: 'ben@partners.test' })],
    customers: [customerRow({ createdAt: T0 + DAY, paidAt: T0 + 2 * DAY })],
    clicks: each.map((n) =>
      clickRow({ xid: `x${n}`, counted: true, partnerKey: 'ada', createdAt: T0 + n * 19 * HOUR }),
    ),
    payments: each.map((n) =>
      paymentRow({
        ...of(n),
        ...{ key: `tran_${n}`, sourceKey: `ch_${n}`, amount: 100 + n, refunded: n % 4, approved: n % 7 !== 0 },
        archived: n % 11 === 0 ? 'reversed' : n % 13 === 0 ? 'deleted' : null,
      }),
    ),
    rewards: each.map((n) =>
      rewardRow({
        ...of(n),
        ...{ key: `rwrd_${n}`, cause: `tran_${n}`, amount: 10 + n, status: REWARD_STATUSES[n % 5] ?? 'hold' },
        archived: n % 17 === 0,
      }),
    ),
  })
}

const QUERIES: readonly Omit<TotalsQuery, 'mode'>[] = [
  {},
  { partnerKey: 'ben' },
  { partnerKey: 'nobody' },
  { currency: 'EUR' },
  { partnerKey: 'ada', currency: 'USD', statuses: ['paid', 'declined'] },
  { minCreated: T0 + 3 * DAY, maxCreated: T0 + 20 * DAY },
  { minCreated: T0 + 40 * HOUR + 14 * MINUTE, maxCreated: T0 + 40 * HOUR + 14 * MINUTE },
  { maxCreated: T0 + 9 * DAY, statuses: ['pending'] },
  { partnerKey: 'ben', minCreated: T0 + 9 * DAY },
  { customer: 'cus_1', currency: 'USD' },
]

/** Everything that is read of sums, where they are there. */
async function toldBy(store: Store) {
  const from = Date.UTC(2026, 0, 6)
  const spans = [0, 15, 30, 60].map((minutes, n): Span => [
    from + minutes * MINUTE,
    from + (minutes + 90) * MINUTE + n * 20 * DAY,
  ])
  const totals = (of: 'payments' | 'rewards', queries: typeof QUERIES) =>
    Promise.all(queries.map((query) => store.totals(of, { mode: 'production', ...query })))
  return {
    figures: await store.figures('production', spans),
    top: await Promise.all(
      [2, 20, 60].map((days) => store.topPartners('production', [from + DAY, from + days * DAY], 5)),
    ),
    payments: await totals(
      'payments',
      QUERIES.filter(({ statuses }) => statuses === undefined),
    ),
    rewards: await totals('rewards', QUERIES),
  }
}

describe.each(Object.entries(drivers))('on %s', (name, open) => {
  let opened: Opened
  beforeEach(async () => {
    opened = await open()
    await opened.store.atomically((tx) => tx.save(rows()))
    await opened.store.recount('production')
  })

  it('they are added up a stretch at a time, and what is read is the same throughout', async () => {
    const { store, outside } = opened
    expect(await keptOf(store)).toEqual(await countedOf(store))
    const told = await toldBy(store)
    await outside('DELETE FROM sum_marks; UPDATE sums SET listed = 99, at = at + 5529600000')
    expect(await toldBy(store)).toEqual(told)
    let pieces = 1
    for (; !(await store.sumNext('production')); pieces++) expect(await toldBy(store)).toEqual(told)
    expect(pieces).toBe(5) // the mark, and four stretches
    expect(await keptSumsOf(store)).toEqual(await summedOf(store))
    expect(await toldBy(store)).toEqual(told)
    expect(await store.sumNext('production')).toBe(true)
  })

  it('what is read of a mode is read of its sums, once all of them are there', async () => {
    const { store, outside } = opened
    const told = await toldBy(store)
    await outside(
      `${name === 'postgres' ? "SET partnerstack.sums = 'on'; " : ''}UPDATE payments SET amount = amount + 1; UPDATE rollups SET revenue = 0 WHERE span = 1440`,
    )
    expect(await store.totals('payments', { mode: 'production' })).toEqual(told.payments[0])
    expect(await store.topPartners('production', [T0 - 30 * DAY, T0 + 90 * DAY], 1)).not.toMatchObject([{ revenue: 0 }])
  })

  it('both modes are seen to, until it is over', async () => {
    const { store, outside } = opened
    await outside('DELETE FROM sum_marks; DELETE FROM sums')
    expect(await sumUp(store, () => true)).toBe(0)
    expect(await keptSumsOf(store)).toEqual({})
    expect(await sumUp(store, () => false)).toBe(4)
    expect(await sumUp(store, () => false)).toBe(0)
    expect(await keptSumsOf(store)).toEqual(await summedOf(store))
  })

  // On a file no version before can write any more: it refuses a newer schema at its start.
  it
    .runIf(name === 'postgres')
    .each([
      `UPDATE rewards SET status = 'approved' WHERE status = 'pending'`,
      `UPDATE payments SET refunded = refunded + 1 WHERE key = 'tran_7'`,
    ])('a server of the version before is noticed when it writes: %s', async (sql) => {
    const { store, outside } = opened
    await outside(sql)
    const noted = await toldBy(store)
    for (const mode of ['production', 'test'] as const) while (!(await store.sumNext(mode)));
    expect(await keptSumsOf(store)).toEqual(await summedOf(store))
    expect(await toldBy(store)).toEqual(noted)
  })
})
