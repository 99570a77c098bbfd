/** Forgetting what the retention time is over for: at start, and every hour while the server runs. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Books } from '../ledger/books.ts'
import { KNOWN_MS } from '../ledger/calls.ts'
import { newId } from '../ledger/keys.ts'
import { DAY_MS } from '../ledger/parking.ts'
import { readSettings } from '../settings.ts'

/** Rows forgotten in one commit, and the pause before the next: whoever is being served goes first. */
const AT_ONCE = 500
const PAUSE_MS = 50

/** The least key an import of that moment could have: an upload that began before it, and was never whole, is not going on. */
const firstImportOf = (at: number): string => `impo_${newId(at, (size) => new Uint8Array(size))}`

/** Forgets in both modes; how many rows. What still may find its match is kept, whatever the retention time. */
export async function forgetOld(books: Books, now: number): Promise<number> {
  let forgotten = 0
  let longest = 0
  for (const mode of ['production', 'test'] as const) {
    const { retentionDays, parkingDays } = readSettings(await books.settings(mode))
    longest = Math.max(longest, retentionDays * DAY_MS)
    const before = now - Math.max(retentionDays, parkingDays) * DAY_MS
    for (let gone = -1; gone !== 0;) {
      gone = await books.purge(mode, before, AT_ONCE)
      forgotten += gone
      if (gone > 0) await wait(PAUSE_MS)
    }
  }
  for (let gone = -1; gone !== 0;) {
    gone = await books.forgetCalls(now - KNOWN_MS, AT_ONCE)
    if (gone > 0) await wait(PAUSE_MS)
  }
  for (let gone = -1; gone !== 0;) {
    gone = await books.forgetImports(firstImportOf(now - DAY_MS), now - longest, AT_ONCE)
    forgotten += gone
    if (gone > 0) await wait(PAUSE_MS)
  }
  return forgotten
}
