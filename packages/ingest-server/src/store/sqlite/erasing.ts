/** Forgetting a person, on SQLite. */
import type { DatabaseSync } from 'node:sqlite'
import { encode, type Table } from '../columns.ts'
import { scrubbedColumns, type Erasing } from '../erasing.ts'
import type { Store } from '../store.ts'
import * as tables from '../tables.ts'
import { testOf } from './views.ts'

export const erasing = (db: DatabaseSync, atomically: Store['atomically']): Erasing => ({
  scrub: (name, rows) =>
    atomically(() => {
      const table = tables[name] as Table<object>
      const { set, key } = scrubbedColumns(name)
      const changes = [...set.map((column) => `${column.name} = ?`), ...(name === 'deliveries' ? ["body = x''"] : [])]
      const found = key.map((column) => `${column.name} = ?`).join(' AND ')
      const statement = db.prepare(`UPDATE ${table.name} SET ${changes.join(', ')} WHERE ${found}`)
      for (const row of rows) {
        const values = encode(table, row)
        statement.run(...[...set, ...key].map((column) => values[table.columns.indexOf(column)] ?? null))
      }
    }),
  forgetWho: (mode, emailKey) =>
    atomically(() => {
      db.prepare(
        `UPDATE payments SET evidence = json_set(evidence, '$.who.email', NULL, '$.who.name', NULL)
         WHERE test = ? AND state <> 'recorded' AND lower(trim(evidence ->> '$.who.email')) = ?`,
      ).run(testOf(mode), emailKey)
    }),
})
