/**
 * The same on PostgreSQL with two processes that take the same news at the same time: they end in the books that one process on
 * a file has when all comes once, in order. CONVERGENCE_RUNS and CONVERGENCE_SEED as in `convergence.test.ts`.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { called, openBooks, problemsOf, snapshotOf } from '../support/ledger.ts'
import { disorder, earning, essence, live, randomOf } from '../support/ledger-disorder.ts'
import { anyWorld, failingOf, stepsOf } from '../support/ledger-world.ts'
import { openSharedBooks } from '../support/postgres-books.ts'

const RUNS = Number(process.env['CONVERGENCE_RUNS'] ?? 200) / 5
const SEED = Number(process.env['CONVERGENCE_SEED'] ?? Date.now() % 1_000_000)

it(
  `ends in the same books, whichever process hears what (seed ${SEED}, ${RUNS} runs)`,
  { timeout: 180_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(anyWorld, fc.integer(), async (world, seed) => {
        const random = randomOf(seed)
        const [ordered, shared] = [await openBooks(), await openSharedBooks(2)]
        try {
          for (const books of [ordered, ...shared.books]) {
            await books.putSetting({ mode: 'production', name: 'refunds', value: world.refunds })
            await books.putSetting({ mode: 'production', name: 'disputes', value: world.disputes })
          }
          for (const fact of earning) for (const books of [ordered, shared.books[0]]) await books?.record(called(fact))
          const steps = stepsOf(world)
          await live({ record: ordered.record, problems: () => problemsOf(ordered.rows()) }, steps, () => 1)
          const either = {
            record: (entry: Parameters<typeof ordered.record>[0]) =>
              shared.books[Math.floor(random() * shared.books.length)]!.record(entry),
            problems: async () => problemsOf(await shared.rows()),
          }
          await live(either, disorder(steps, random), () => 2 + Math.floor(random() * 12))
          const failing = failingOf(world)
          expect(essence(snapshotOf(await shared.rows()), failing)).toEqual(essence(ordered.snapshot(), failing))
        } finally {
          await ordered.discard()
          await shared.discard()
        }
      }),
      { numRuns: RUNS, seed: SEED },
    )
  },
)
