/**
 * Whatever comes in whatever order, alone or at once: the parts of each reward sum up to the reward of what is left of its
 * payment, to the minor unit. REWARD_RUNS and REWARD_SEED repeat or extend what is printed.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { AppError } from '../../src/errors.ts'
import type { Entry } from '../../src/entry.ts'
import { openBooks } from '../support/ledger.ts'
import { anyHistory, entryOf, type Step } from '../support/reward-histories.ts'
import { capProblems, judgingProblems, rewardProblems, rowsOf, settledProblems } from '../support/reward-invariants.ts'

const RUNS = Number(process.env['REWARD_RUNS'] ?? 1000)
const SEED = Number(process.env['REWARD_SEED'] ?? Date.now() % 1_000_000)
/** Histories that share a file, which is quicker to make once. */
const SHARED = 10

let books: Awaited<ReturnType<typeof openBooks>>
beforeAll(async () => {
  books = await openBooks()
})
afterAll(() => books.discard())

/** A caller may be refused; that is no bug. */
async function say(entry: Entry): Promise<void> {
  try {
    await books.record(entry)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
}

/** Payments that come more than once in one moment, of different products: they are judged by the one that was heard first. */
function toldTwice(group: readonly Step[], history: number): ReadonlySet<string> {
  const products = Map.groupBy(
    group.flatMap((step) => (step.does === 'pay' ? [step] : [])),
    ({ n }) => n,
  )
  const twice = [...products].filter(([, steps]) => new Set(steps.map(({ product }) => product)).size > 1)
  return new Set(twice.map(([n]) => `h${history}_${n}`))
}

/** Ends all triggers of the histories before. */
async function startAnew(): Promise<void> {
  for (const { key, archived } of books.rows().triggers)
    if (!archived) await books.call({ kind: 'trigger.archive', ref: key, actor: 'operator' })
}

it(
  `sums up to the reward of the net, to the minor unit (seed ${SEED}, ${RUNS} histories)`,
  { timeout: 60_000 + RUNS * 400 },
  async () => {
    let number = 0
    await fc.assert(
      fc.asyncProperty(anyHistory, async (groups) => {
        if (++number % SHARED === 0) {
          await books.discard()
          books = await openBooks()
        }
        await startAnew()
        const own = () => rowsOf(books.rows(), `h${number}c`)
        let before = own()
        for (const [time, group] of groups.entries()) {
          const entries = group.map((step) => entryOf(step, number, time, before))
          await Promise.all(entries.map(say))
          const after = own()
          expect([
            ...rewardProblems(after),
            ...settledProblems(before, after),
            ...judgingProblems(before, after, toldTwice(group, number)),
            ...capProblems(after),
          ]).toEqual([])
          before = after
        }
      }),
      { numRuns: RUNS, seed: SEED },
    )
  },
)
