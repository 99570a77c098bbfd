/** What SQLite says of itself. */
import { statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { OUTBOX, outboxOf, schemaState, type Condition, type ConditionReads } from '../condition.ts'
import { MIGRATIONS } from './migrations.ts'

const KNOWN = MIGRATIONS.length

function pragma(db: DatabaseSync, name: string): string {
  const [value] = Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})
  return String(value)
}

const stateOf = (db: DatabaseSync) => {
  const found = Number(pragma(db, 'user_version'))
  return { found, known: KNOWN, state: schemaState(found, KNOWN) }
}

function conditionOf(db: DatabaseSync, file: string): Condition {
  const version = db.prepare('SELECT sqlite_version() AS version').get()?.['version'] as string
  return {
    engine: 'sqlite',
    version,
    schema: stateOf(db),
    settings: { journal_mode: pragma(db, 'journal_mode') },
    bytes: Number(pragma(db, 'page_count')) * Number(pragma(db, 'page_size')),
    logBytes: statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0,
    now: null,
  }
}

export function conditionReads(db: DatabaseSync): ConditionReads {
  return {
    ping: async () => stateOf(db).state,
    condition: async () => conditionOf(db, db.location() ?? ''),
    outbox: async () => outboxOf(db.prepare(OUTBOX).all()),
    connections: async () => ({}),
  }
}

/** Looks at a file as it is, and leaves it so: nothing is migrated. */
export function sqliteCondition(file: string): Condition {
  const db = new DatabaseSync(file, { readOnly: true, timeout: 2_000 })
  try {
    return conditionOf(db, file)
  } finally {
    db.close()
  }
}

/** So many are told at most. */
const PROBLEMS = 10

/** What is wrong with a file: its pages, its indexes, rows that name what is not there. Empty where nothing is. */
export function sqliteProblems(file: string): string[] {
  const db = new DatabaseSync(file, { readOnly: true })
  try {
    const pages = db
      .prepare(`PRAGMA integrity_check(${PROBLEMS})`)
      .all()
      .map((row) => String(row['integrity_check']))
    const loose = db.prepare('PRAGMA foreign_key_check').all().slice(0, PROBLEMS)
    return [
      ...pages.filter((text) => text !== 'ok'),
      ...loose.map(
        (row) => `a row of ${String(row['table'])} names a row of ${String(row['parent'])} that is not there`,
      ),
    ]
  } finally {
    db.close()
  }
}
