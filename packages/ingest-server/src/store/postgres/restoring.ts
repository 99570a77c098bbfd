/** Making room for a full export, on PostgreSQL. */
import type { Restoring } from '../restoring.ts'
import * as tables from '../tables.ts'
import type { Ask } from './ask.ts'
import type { Turns } from './turns.ts'
import { testOf } from './views.ts'

export const restoring = (ask: Ask, inTurn: Turns['inTurn']): Restoring => ({
  async filled(mode, names) {
    const some = await Promise.all(
      names.map((name) => ask(`SELECT 1 AS one FROM ${tables[name].name} WHERE test = ? LIMIT 1`, testOf(mode))),
    )
    return names.filter((_, at) => (some[at]?.length ?? 0) > 0)
  },
  clear: (mode, names) =>
    inTurn(({ send, hold }) => {
      hold(mode)
      for (const name of names.toReversed()) {
        const table = tables[name].name
        void send({ name: `clear_${table}`, text: `DELETE FROM ${table} WHERE test = $1`, values: [testOf(mode)] })
      }
    }),
})
