/** One moment of the file: a connection that stands in a read transaction, and sees nothing that comes after it. */
import { backup, type DatabaseSync } from 'node:sqlite'
import type { Snapshots } from '../snapshot.ts'
import { openReader } from './open.ts'
import { sqliteReads } from './reads.ts'

/** All in one step: by smaller ones it would begin anew whenever somebody writes. */
const ALL_PAGES = 2 ** 31 - 1

function begin(file: string): DatabaseSync {
  const db = openReader(file)
  db.exec('BEGIN')
  db.prepare('SELECT count(*) FROM settings').get() // the first look is the moment
  return db
}

export const snapshots = (file: string): Snapshots => ({
  async snapshot(work) {
    const db = begin(file)
    const copyPages = async (to: string): Promise<void> => void (await backup(db, to, { rate: ALL_PAGES }))
    try {
      return await work({ dump: sqliteReads(db).dump, copyPages })
    } finally {
      db.close()
    }
  },
})
