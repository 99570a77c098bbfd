/** Letting go of rewards whose hold period is over: at start, and every minute while the server runs. */
import type { Books } from '../ledger/books.ts'

/** Rewards let go in one commit, and commits in one run: whoever is being served goes first, and the rest is the next run's. */
const AT_ONCE = 250
const COMMITS = 20

/** How many went on. Rewards of test mode wait for ever, and for no period. */
export async function letGoDue(books: Books, now: number): Promise<number> {
  let gone = 0
  for (let commits = 0; commits < COMMITS; commits++) {
    const facts = [{ kind: 'holds.due', until: now, limit: AT_ONCE }] as const
    const { outcomes } = await books.record({ mode: 'production', at: now, facts, delivery: null })
    const changed = outcomes[0]?.changed.length ?? 0
    gone += changed
    if (changed < AT_ONCE) break
  }
  return gone
}
