/** Making room for a full export, on SQLite. */
import type { DatabaseSync } from 'node:sqlite'
import type { Restoring } from '../restoring.ts'
import type { Store } from '../store.ts'
import * as tables from '../tables.ts'
import { testOf } from './views.ts'

export const restoring = (db: DatabaseSync, atomically: Store['atomically']): Restoring => ({
  filled: async (mode, names) =>
    names.filter((name) => db.prepare(`SELECT 1 FROM ${tables[name].name} WHERE test = ? LIMIT 1`).get(testOf(mode))),
  clear: (mode, names) =>
    atomically(() => {
      for (const name of names.toReversed())
        db.prepare(`DELETE FROM ${tables[name].name} WHERE test = ?`).run(testOf(mode))
    }),
})
