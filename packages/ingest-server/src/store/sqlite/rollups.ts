/** Figures that are kept added up, on SQLite. */
import type { DatabaseSync } from 'node:sqlite'
import type { Mode } from '../../facts.ts'
import { RECOUNT } from '../rollups.ts'
import type { Store } from '../store.ts'

export const recountOn = (db: DatabaseSync, atomically: Store['atomically'], mode: Mode): Promise<void> =>
  atomically(() => {
    for (const sql of RECOUNT) db.prepare(sql.replaceAll('$1', '?1')).run(mode === 'test' ? 1 : 0)
  })
