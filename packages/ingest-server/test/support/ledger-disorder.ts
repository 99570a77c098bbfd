/** The same things in another order, another number of times and another company: what tests of convergence do to books. */
import { expect } from 'vitest'
import { AppError } from '../../src/errors.ts'
import type { Entry } from '../../src/entry.ts'
import type { Fact } from '../../src/facts.ts'
import { flat, trigger } from './ledger-rewards.ts'
import type { Snapshot } from './ledger-snapshot.ts'
import type { Step } from './ledger-world.ts'

/** As `Math.random`, but the same for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The steps in any order, some of them twice: the same event again, or the same news as another event. */
export function disorder(steps: readonly Step[], random: () => number): Step[] {
  const again = steps.filter(() => random() < 0.3)
  const retold = steps
    .filter(() => random() < 0.2)
    .map(({ name, make }) => ({ name, make: () => make(`${name}, retold`) }))
  return [...steps, ...again, ...retold]
    .map((step) => [random(), step] as const)
    .sort(([one], [two]) => one - two)
    .map(([, step]) => step)
}

/** Triggers whose conditions depend on no order: what they earn must not, either. */
export const earning: readonly Fact[] = [
  trigger(),
  trigger({}, { rate: flat(333) }),
  trigger({ currency: 'EUR' }),
  trigger({}, { event: 'signup', rate: flat(100, 'EUR') }),
]

/** Books under test: where an entry goes, and what does not hold of them. */
export interface Living {
  record(entry: Entry): Promise<unknown>
  problems(): string[] | Promise<string[]>
}

/** Takes a step; false where a caller has to come again, because what it names is not there yet. */
async function take(books: Living, step: Step): Promise<boolean> {
  try {
    await books.record(step.make())
    return true
  } catch (error) {
    if (error instanceof AppError && error.code.endsWith('_NOT_FOUND')) return false
    throw error
  }
}

/** All steps in groups that come at once; callers that were refused come again, until nobody gets any further. */
export async function live(books: Living, steps: readonly Step[], groupSize: () => number): Promise<void> {
  for (let left = [...steps], before = -1; left.length > 0 && left.length !== before;) {
    before = left.length
    const refused: Step[] = []
    while (left.length > 0) {
      const group = left.splice(0, groupSize())
      const taken = await Promise.all(group.map((step) => take(books, step)))
      refused.push(...group.filter((_step, index) => !taken[index]))
      expect(await books.problems()).toEqual([])
    }
    left = refused
  }
}

/** What must be the same: not who was parked on the way, nor which sources gave an id. */
export function essence(
  { customers, transactions, waiting, ids, links, rewards }: Snapshot,
  failing: readonly string[],
) {
  const shown = Object.entries(transactions).filter(([name, { archived }]) => !(archived && failing.includes(name)))
  const named = Object.entries(ids).map(([ref, customer]) => `${ref.split(':').at(-1)} is ${customer}`)
  return {
    customers,
    transactions: Object.fromEntries(shown),
    waiting,
    ids: [...new Set(named)].sort(),
    links,
    rewards,
  }
}
