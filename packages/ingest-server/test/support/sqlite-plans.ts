/** How SQLite goes about what is read. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWriter } from '../../src/store/sqlite/open.ts'
import { sqliteReads } from '../../src/store/sqlite/reads.ts'
import { sqliteStore } from '../../src/store/sqlite.ts'
import type { Changes, Reads } from '../../src/store/store.ts'

export interface Plans {
  readonly reads: Reads
  run(sql: string): Promise<void>
  /** SQLite never counts by itself. */
  count(): Promise<void>
  /** The plan of every statement that a read prepares. */
  of(read: () => Promise<unknown>): Promise<string[]>
  close(): Promise<void>
}

/** Over a new database with these rows in it. */
export async function openPlans(rows: Changes): Promise<Plans> {
  const folder = await mkdtemp(join(tmpdir(), 'plans-'))
  const file = join(folder, 'books.db')
  const store = sqliteStore({ file })
  await store.atomically((tx) => tx.save(rows))
  await store.close()
  const db = openWriter(file)
  const prepared: string[] = []
  const watched = new Proxy(db, {
    get: (target, name) => {
      if (name !== 'prepare') return Reflect.get(target, name) as unknown
      return (sql: string) => {
        prepared.push(sql)
        return target.prepare(sql)
      }
    },
  })
  const planOf = (sql: string): string => {
    const steps = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all()
    return steps.map((step) => String(step['detail'])).join('; ')
  }
  return {
    reads: sqliteReads(watched),
    run: async (sql) => db.exec(sql),
    count: async () => undefined,
    async of(read) {
      prepared.length = 0
      await read()
      return prepared.map(planOf)
    },
    async close() {
      db.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
