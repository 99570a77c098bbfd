/** A connection to the SQLite file: durable, patient with other processes, and on the newest schema. */
import { DatabaseSync } from 'node:sqlite'
import { AppError } from '../../errors.ts'
import { MIGRATIONS } from './migrations.ts'

/** How long a connection waits for another process's transaction. */
const BUSY_MS = 10_000

/**
 * `synchronous=FULL`: in WAL mode a commit is on disk before it is acknowledged. NORMAL would gain nothing once commits are
 * grouped. The log is folded into the file every 16 MB instead of 4: by then most pages in it have been written several times,
 * and cross once. Caches are small, because the system has the file in its own: three times as large gained nothing.
 */
export function openWriter(file: string): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: BUSY_MS, enableForeignKeyConstraints: true })
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -8192; PRAGMA temp_store = MEMORY',
  )
  migrate(db)
  return db
}

/** Sees what is committed, and cannot write. The file must have been opened for writing once. */
export function openReader(file: string): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: BUSY_MS, readOnly: true })
  db.exec('PRAGMA cache_size = -4096; PRAGMA temp_store = MEMORY; PRAGMA query_only = ON')
  return db
}

function migrate(db: DatabaseSync): void {
  const version = (): number =>
    Number((db.prepare('PRAGMA user_version').get() as { user_version: number }).user_version)
  if (version() === MIGRATIONS.length) return
  db.exec('BEGIN IMMEDIATE')
  try {
    if (version() > MIGRATIONS.length) {
      throw new AppError(
        'UNAVAILABLE',
        `This database was written by a newer version (schema ${version()}, this program knows ${MIGRATIONS.length}). Upgrade the program.`,
      )
    }
    for (const migration of MIGRATIONS.slice(version())) db.exec(migration)
    db.exec(`PRAGMA user_version = ${MIGRATIONS.length}`)
    db.exec('COMMIT')
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK') // a full disk ends it by itself
    throw error
  }
}
