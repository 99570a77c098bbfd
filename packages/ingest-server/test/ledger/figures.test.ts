/**
 * Whatever happens, and in whatever company: the figures that are kept are what the rows add up to. FIGURES_RUNS and
 * FIGURES_SEED repeat or extend what is printed.
 */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createLedger } from '../../src/ledger/ledger.ts'
import { postgresStore } from '../../src/store/postgres.ts'
import { sqliteStore } from '../../src/store/sqlite.ts'
import type { Store } from '../../src/store/store.ts'
import { countedOf, keptOf, keptSumsOf, summedOf } from '../support/figures.ts'
import {
  called,
  customerCreate,
  DAY,
  delivered,
  fromBrowser,
  hints,
  partner,
  payment,
  signup,
  T0,
} from '../support/ledger.ts'
import { disorder, live, randomOf } from '../support/ledger-disorder.ts'
import { anyWorld, stepsOf } from '../support/ledger-world.ts'
import { newSchema } from '../support/postgres.ts'

const RUNS = Number(process.env['FIGURES_RUNS'] ?? 40)
const SEED = Number(process.env['FIGURES_SEED'] ?? Date.now() % 1_000_000)

const drivers: Record<string, () => Promise<{ readonly store: Store; drop(): Promise<void> }>> = {
  async sqlite() {
    const folder = await mkdtemp(join(tmpdir(), 'figures-'))
    return {
      store: sqliteStore({ file: join(folder, 'books.db') }),
      drop: () => rm(folder, { recursive: true, force: true }),
    }
  },
  async postgres() {
    const { url, drop } = await newSchema()
    return { store: await postgresStore({ url, writers: 2, readers: 1 }), drop }
  },
}

const anyClicks = fc.array(
  fc.record({
    partnerKey: fc.constantFrom('ada', 'ben'),
    day: fc.nat(20),
    counted: fc.boolean(),
    xid: fc.nat(9).map((n) => `x${n}`),
  }),
  { maxLength: 6 },
)

const throwIt = (error: unknown): never => {
  throw error
}

describe.each(Object.entries(drivers))('on %s', (name, open) => {
  it('the figures follow a customer whose partner is corrected, with payments that nothing touched', async () => {
    const { store, drop } = await open()
    const books = createLedger(store, { randomBytes, onBug: throwIt })
    onTestFinished(async () => {
      await books.close()
      await drop()
    })
    for (const key of ['ada', 'ben']) await books.record(called(partner(key), { at: T0 }))
    await books.record(fromBrowser(signup({ customerKey: 'c1', partnerKey: 'ben' }), { at: T0 - DAY }))
    for (const [id, day] of [
      ['ch_1', 0],
      ['ch_2', 0],
      ['ch_3', 2],
    ] as const) {
      const fact = payment(id, { at: T0 + day * DAY, who: hints({ customerKey: 'c1' }) })
      await books.record(delivered([fact], { at: T0 + day * DAY }))
    }
    await books.record(called(customerCreate({ customerKey: 'c1', partnerKey: 'ada' }), { at: T0 + 3 * DAY }))
    const kept = await keptOf(store)
    expect(kept).toEqual(await countedOf(store))
    expect(await keptSumsOf(store)).toEqual(await summedOf(store))
    expect(Object.keys(kept).filter((key) => key.includes(' ben '))).toEqual([])
    expect(Object.keys(kept).filter((key) => key.includes(' ada '))).toHaveLength(3)
  })

  it(`the figures are what the rows add up to (seed ${SEED}, ${RUNS} runs)`, { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyWorld, anyClicks, fc.integer(), async (world, clicks, seed) => {
        const { store, drop } = await open()
        const books = createLedger(store, { randomBytes, onBug: throwIt, inFlight: name === 'postgres' ? 2 : 1 })
        try {
          const random = randomOf(seed)
          for (const mode of ['production', 'test'] as const)
            for (const key of ['ada', 'ben']) await books.record(called(partner(key), { at: T0, mode }))
          await books.putSetting({ mode: 'production', name: 'refunds', value: world.refunds })
          for (const { day, ...click } of new Map(clicks.map((one) => [one.xid, one])).values()) {
            const fact = { kind: 'click', linkKey: 'link_1', ...click } as const
            const mode = day % 2 === 0 ? 'production' : 'test'
            await books.record(called(fact, { at: T0 + day * DAY, mode }))
          }
          const steps = disorder(stepsOf(world), random)
          await live({ record: books.record, problems: () => [] }, steps, () => 1 + Math.floor(random() * 6))
          const kept = await keptOf(store)
          expect(kept).toEqual(await countedOf(store))
          const sums = await keptSumsOf(store)
          expect(sums).toEqual(await summedOf(store))
          for (const mode of ['production', 'test'] as const) await store.recount(mode)
          expect(await keptOf(store)).toEqual(kept)
          expect(await keptSumsOf(store)).toEqual(sums)
        } finally {
          await books.close()
          await drop()
        }
      }),
      { numRuns: name === 'postgres' ? RUNS / 4 : RUNS, seed: SEED },
    )
  })
})
