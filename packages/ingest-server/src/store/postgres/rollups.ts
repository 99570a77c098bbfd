/** Figures that are kept added up, on PostgreSQL. */
import { RECOUNT } from '../rollups.ts'
import type { Store } from '../store.ts'
import { sumAll, sumNext, type AskInTurn } from '../summing.ts'
import type { Turn } from './attempt.ts'
import type { Turns } from './turns.ts'

/** Clicks take no turn: who writes figures meanwhile waits until this is done, and adds to it then. */
const ALONE = 'LOCK TABLE sums IN SHARE ROW EXCLUSIVE MODE'
/** A turn that may be long: it is worked while nobody is served, or its steps are few rows each. */
const PATIENTLY = 'SET LOCAL statement_timeout = 0'

const askingIn =
  ({ send }: Turn): AskInTurn =>
  async (name, text, values) =>
    (await send({ name, text, values })).rows

export const recounting = (inTurn: Turns['inTurn']): Pick<Store, 'recount' | 'sumNext'> => ({
  recount: (mode) =>
    inTurn(async (turn) => {
      const [ask, test] = [askingIn(turn), mode === 'test' ? 1 : 0]
      turn.hold(mode)
      await ask('patiently', PATIENTLY, [])
      for (const [n, text] of RECOUNT.entries()) await ask(`recount_${n}`, text, [test])
      await ask('sums_alone', ALONE, []) // in the order in which who writes figures takes them
      await sumAll(ask, test)
    }),
  sumNext: (mode) =>
    inTurn(async (turn) => {
      turn.hold(mode)
      const ask = askingIn(turn)
      await ask('sums_alone', ALONE, [])
      return sumNext(ask, mode === 'test' ? 1 : 0)
    }),
})
