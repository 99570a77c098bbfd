/**
 * Whatever the order, the number of times and the company in which things come: the books end as if all had come once, in order.
 * CONVERGENCE_RUNS and CONVERGENCE_SEED repeat or extend what is printed.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openBooks, problemsOf } from '../support/ledger.ts'
import type { TestBooks } from '../support/ledger.ts'
import { disorder, earning, essence, live, randomOf } from '../support/ledger-disorder.ts'
import type { Living } from '../support/ledger-disorder.ts'
import { rewardProblems } from '../support/reward-invariants.ts'
import { anyWorld, failingOf, stepsOf } from '../support/ledger-world.ts'

const living = (books: TestBooks): Living => ({
  record: books.record,
  problems: () => [...problemsOf(books.rows()), ...rewardProblems(books.rows())],
})

const RUNS = Number(process.env['CONVERGENCE_RUNS'] ?? 200)
const SEED = Number(process.env['CONVERGENCE_SEED'] ?? Date.now() % 1_000_000)

it(
  `ends in the same books, whatever the order (seed ${SEED}, ${RUNS} runs)`,
  { timeout: 30_000 + RUNS * 500 },
  async () => {
    await fc.assert(
      fc.asyncProperty(anyWorld, fc.integer(), async (world, seed) => {
        const random = randomOf(seed)
        const [ordered, disordered] = [await openBooks(), await openBooks()]
        try {
          for (const books of [ordered, disordered]) {
            await books.set('refunds', world.refunds)
            await books.set('disputes', world.disputes)
            for (const fact of earning) await books.call(fact)
          }
          const steps = stepsOf(world)
          await live(living(ordered), steps, () => 1)
          await live(living(disordered), disorder(steps, random), () => 1 + Math.floor(random() * 5))
          const failing = failingOf(world)
          expect(essence(disordered.snapshot(), failing)).toEqual(essence(ordered.snapshot(), failing))
        } finally {
          await ordered.discard()
          await disordered.discard()
        }
      }),
      { numRuns: RUNS, seed: SEED },
    )
  },
)
