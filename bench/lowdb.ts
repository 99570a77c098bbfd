/** Why the server does not keep its books in lowdb: what one more write costs, and what it promises, as the file grows. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { JSONFilePreset } from 'lowdb/node'
import { median } from './processes.ts'

const WRITES = 9

export interface Growth {
  readonly rows: number
  /** Milliseconds of one more write, median. lowdb writes the whole file, and does not sync it. */
  readonly lowdbMs: number
  /** The same on SQLite, committed and synced. */
  readonly sqliteMs: number
}

const row = (n: number) => ({
  key: `tran_${n}`,
  customer: `cus_${n % 1000}`,
  partner: 'ada',
  amount: 5_000,
  currency: 'USD',
  at: 1_800_000_000_000 + n,
})

async function time(work: () => unknown): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < WRITES; n++) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return median(times)
}

export async function lowdb(sizes: readonly number[]): Promise<Growth[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lowdb-'))
  try {
    const growth: Growth[] = []
    for (const rows of sizes) {
      const standing = Array.from({ length: rows }, (_, n) => row(n))
      const file = await JSONFilePreset(join(folder, `${rows}.json`), { rows: [...standing] })
      const lowdbMs = await time(() => file.update(({ rows: all }) => all.push(row(all.length))))
      const db = new DatabaseSync(join(folder, `${rows}.db`))
      db.exec(
        'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE rows (key TEXT PRIMARY KEY, row TEXT NOT NULL)',
      )
      const insert = db.prepare('INSERT INTO rows VALUES (?, ?)')
      db.exec('BEGIN')
      for (const one of standing) insert.run(one.key, JSON.stringify(one))
      db.exec('COMMIT')
      let next = rows
      const sqliteMs = await time(() => {
        const one = row(next++)
        insert.run(one.key, JSON.stringify(one))
      })
      db.close()
      growth.push({ rows, lowdbMs: Number(lowdbMs.toFixed(2)), sqliteMs: Number(sqliteMs.toFixed(2)) })
    }
    return growth
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
