/**
 * Whatever the order, the number of times and the company in which things come: the books end as if all had come once, in order.
 * CONVERGENCE_RUNS and CONVERGENCE_SEED repeat or extend what is printed.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { AppError } from '../../src/errors.ts'
import { openBooks, problemsOf } from '../support/ledger.ts'
import type { Snapshot, TestBooks } from '../support/ledger.ts'
import { anyWorld, failingOf, stepsOf } from '../support/ledger-world.ts'
import type { Step } from '../support/ledger-world.ts'

const RUNS = Number(process.env['CONVERGENCE_RUNS'] ?? 200)
const SEED = Number(process.env['CONVERGENCE_SEED'] ?? Date.now() % 1_000_000)

/** As `Math.random`, but the same for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The steps in any order, some of them twice: the same event again, or the same news as another event. */
function disorder(steps: readonly Step[], random: () => number): Step[] {
  const again = steps.filter(() => random() < 0.3)
  const retold = steps
    .filter(() => random() < 0.2)
    .map(({ name, make }) => ({ name, make: () => make(`${name}, retold`) }))
  return [...steps, ...again, ...retold]
    .map((step) => [random(), step] as const)
    .sort(([one], [two]) => one - two)
    .map(([, step]) => step)
}

/** Takes a step; false where a caller has to come again, because what it names is not there yet. */
async function take(books: TestBooks, step: Step): Promise<boolean> {
  try {
    await books.record(step.make())
    return true
  } catch (error) {
    if (error instanceof AppError && error.code.endsWith('_NOT_FOUND')) return false
    throw error
  }
}

/** All steps in groups that come at once; callers that were refused come again, until nobody gets any further. */
async function live(books: TestBooks, steps: readonly Step[], groupSize: () => number): Promise<void> {
  for (let left = [...steps], before = -1; left.length > 0 && left.length !== before;) {
    before = left.length
    const refused: Step[] = []
    while (left.length > 0) {
      const group = left.splice(0, groupSize())
      const taken = await Promise.all(group.map((step) => take(books, step)))
      refused.push(...group.filter((_step, index) => !taken[index]))
      expect(problemsOf(books.rows())).toEqual([])
    }
    left = refused
  }
}

/** What must be the same: not who was parked on the way, nor which sources gave an id. */
function essence({ customers, transactions, waiting, ids, links }: Snapshot, failing: readonly string[]) {
  const shown = Object.entries(transactions).filter(([name, { archived }]) => !(archived && failing.includes(name)))
  const named = Object.entries(ids).map(([ref, customer]) => `${ref.split(':').at(-1)} is ${customer}`)
  return { customers, transactions: Object.fromEntries(shown), waiting, ids: [...new Set(named)].sort(), links }
}

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
          }
          const steps = stepsOf(world)
          await live(ordered, steps, () => 1)
          await live(disordered, disorder(steps, random), () => 1 + Math.floor(random() * 5))
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
