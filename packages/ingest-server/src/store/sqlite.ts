/** The store on one SQLite file: one connection that writes, in turns, and one that reads what is committed. */
import type { DatabaseSync } from 'node:sqlite'
import { AppError } from '../errors.ts'
import { decode, encode } from './columns.ts'
import type { Table } from './columns.ts'
import { adminWrites } from './sqlite/admin.ts'
import { erasing } from './sqlite/erasing.ts'
import { hookWrites } from './sqlite/hooks.ts'
import { recounting } from './sqlite/rollups.ts'
import { importWrites } from './sqlite/imports.ts'
import { prepareLoad } from './sqlite/load.ts'
import { openReader, openWriter } from './sqlite/open.ts'
import { sqliteReads } from './sqlite/reads.ts'
import { preparePurge } from './sqlite/purge.ts'
import { restoring } from './sqlite/restoring.ts'
import { insertNew, prepareSave, upsert } from './sqlite/save.ts'
import { snapshots } from './sqlite/snapshot.ts'
import type { Configuration, MaybePromise, Reads, Store, Tx } from './store.ts'
import * as tables from './tables.ts'

export interface SqliteOptions {
  /** A path; the folder must be there. Other processes may use the file at the same time. */
  readonly file: string
}

/** SQLITE_BUSY, SQLITE_FULL, SQLITE_IOERR: the caller may try again. */
const PASSING = new Set([5, 13, 10])

/** Opens the file, brings its schema up to date, and keeps the promises of `Store`. */
export function sqliteStore({ file }: SqliteOptions): Store {
  const db = openWriter(file)
  const reader = openReader(file)
  const writing = sqliteWriting(db)
  return {
    ...sqliteReads(reader),
    ...writing,
    ...restoring(db, writing.atomically),
    ...snapshots(file),
    async close() {
      reader.close()
      await writing.close() // last: only who may write can fold the log into the file
    },
  }
}

/** Only the reading half, for a thread of its own; the file must exist with its schema. */
export function sqliteReading({ file }: SqliteOptions): Reads & { close(): Promise<void> } {
  const db = openReader(file)
  return { ...sqliteReads(db), close: async () => db.close() }
}

function sqliteWriting(db: DatabaseSync): Configuration & Pick<Store, 'atomically' | 'recount' | 'close'> {
  const settings = db.prepare('SELECT name, value FROM settings WHERE test = ?')
  const triggers = db.prepare('SELECT * FROM triggers WHERE test = ? AND archived = 0 ORDER BY created_at, key')
  const hooks = db.prepare('SELECT * FROM hooks WHERE test = ? AND enabled = 1 ORDER BY created_at, key')
  const tx: Tx = {
    load: prepareLoad(db),
    save: prepareSave(db),
    program(mode) {
      const test = mode === 'test' ? 1 : 0
      return {
        settings: Object.fromEntries(settings.all(test).map((row) => [row['name'], row['value'] as string])),
        triggers: triggers.all(test).map((row) => decode(tables.triggers, row)),
        hooks: hooks.all(test).map((row) => decode(tables.hooks, row)),
      }
    },
  }
  let turn: Promise<unknown> = Promise.resolve()
  /** Runs `work` after all that was asked before it; a failure is its caller's, never the next one's. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work)
    turn = mine.then(
      () => undefined,
      () => undefined,
    )
    return mine
  }
  const atomically = <T>(work: (tx: Tx) => MaybePromise<T>): Promise<T> =>
    inTurn(async () => {
      run(db, 'BEGIN IMMEDIATE')
      try {
        const result = await work(tx)
        run(db, 'COMMIT')
        return result
      } catch (error) {
        if (db.isTransaction) db.exec('ROLLBACK')
        throw passing(error)
      }
    })
  const put = <Row>(table: Table<Row>) => {
    const statement = db.prepare(upsert(table))
    return (row: Row): Promise<void> => atomically(() => void statement.run(...encode(table, row)))
  }
  const add = <Row>(table: Table<Row>) => {
    const statement = db.prepare(insertNew(table))
    return (row: Row): Promise<void> => atomically(() => void statement.run(...encode(table, row)))
  }
  const forgetCalls = db.prepare(
    'DELETE FROM idempotency WHERE id IN (SELECT id FROM idempotency WHERE created_at < ? ORDER BY created_at LIMIT ?)',
  )
  const removeSetting = db.prepare('DELETE FROM settings WHERE test = ? AND name = ?')
  return {
    atomically,
    ...adminWrites(db, atomically),
    ...erasing(db, atomically),
    ...hookWrites(db, atomically),
    ...importWrites(db, atomically),
    ...recounting(db, atomically),
    putSetting: put(tables.settings),
    putApiKey: put(tables.apiKeys),
    putWebhook: put(tables.webhooks),
    addWebhook: add(tables.webhooks),
    purge: preparePurge(db, atomically),
    forgetCalls: (before, limit) => atomically(() => Number(forgetCalls.run(before, limit).changes)),
    removeSetting: (mode, name) => atomically(() => void removeSetting.run(mode === 'test' ? 1 : 0, name)),
    close: () => inTurn(async () => db.close()),
  }
}

function run(db: DatabaseSync, sql: string): void {
  try {
    db.exec(sql)
  } catch (error) {
    throw passing(error)
  }
}

/** A full disk or a lock held too long is nobody's mistake: 503, and the caller's retry will do. */
function passing(error: unknown): unknown {
  const { errcode: code, message } = error as { readonly errcode?: number; readonly message: string }
  if (code === undefined || !PASSING.has(code & 0xff)) return error
  return new AppError('UNAVAILABLE', `The database could not take this just now (${message}). Try again.`, {
    cause: error,
  })
}
