/** Figures that are kept added up, on SQLite. */
import type { DatabaseSync } from 'node:sqlite'
import { RECOUNT } from '../rollups.ts'
import type { Store } from '../store.ts'
import { sumAll, sumNext, type AskInTurn } from '../summing.ts'

export function recounting(db: DatabaseSync, atomically: Store['atomically']): Pick<Store, 'recount' | 'sumNext'> {
  const ask: AskInTurn = async (_name, text, values) => db.prepare(text.replaceAll('$', '?')).all(...values)
  return {
    recount: (mode) =>
      atomically(async () => {
        const test = mode === 'test' ? 1 : 0
        for (const text of RECOUNT) await ask('', text, [test])
        await sumAll(ask, test)
      }),
    sumNext: (mode) => atomically(() => sumNext(ask, mode === 'test' ? 1 : 0)),
  }
}
