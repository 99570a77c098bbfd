/**
 * Opens the books on their database. On SQLite, which works synchronously, a server has them in threads of their own; on
 * PostgreSQL the work is done elsewhere anyway.
 */
import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Database } from './config.ts'
import { AppError } from './errors.ts'
import type { Entry } from './entry.ts'
import type { Books } from './ledger/books.ts'
import { createLedger } from './ledger/ledger.ts'
import type { BatchDone } from './ledger/ledger.ts'
import { TEST_PARTNER } from './ledger/partners.ts'
import type { Condition } from './store/condition.ts'
import { postgresCondition } from './store/postgres/condition.ts'
import { sqliteCondition, sqliteProblems } from './store/sqlite/condition.ts'
import { postgresStore } from './store/postgres.ts'
import { sqliteStore } from './store/sqlite.ts'
import type { Store } from './store/store.ts'
import { threadedBooks } from './threads.ts'

/** The database: the SQLite file, whose folder is made if need be, or PostgreSQL's address. */
export type OpenOptions = Database & {
  now(): number
  /** Told of errors that are ours, already in words. */
  onBug(error: unknown, what: string): void
  /** True for a server: on SQLite writing and reading leave the thread that answers HTTP. */
  readonly threads?: boolean
  /** Told of every batch that was committed, or could not be. */
  readonly onBatch?: (batch: BatchDone) => void
}

/** Batches on their way to PostgreSQL at once: while one is committed, the next is being read and decided. */
const IN_FLIGHT = 2

export async function openBooks(options: OpenOptions): Promise<Books> {
  const books = await open(options)
  await begin(books, options.now())
  return books
}

async function open({ onBug, onBatch, threads = false, ...database }: OpenOptions): Promise<Books> {
  const told = (error: unknown, { delivery, facts }: Entry): void =>
    onBug(error, delivery ? `${delivery.provider} ${delivery.type}` : (facts[0]?.kind ?? 'nothing'))
  if (threads && 'file' in database) {
    makeFolder(database.file)
    return threadedBooks({ file: database.file, onBug, onBatch: onBatch ?? (() => undefined) })
  }
  const inFlight = 'url' in database ? IN_FLIGHT : 1
  const watch = onBatch && { elapsed: () => performance.now(), onBatch }
  return createLedger(await openStore(database), { randomBytes, onBug: told, inFlight, ...(watch && { watch }) })
}

/** Only the rows, without the ledger's rules: for moving them. */
export async function openStore(database: Database): Promise<Store> {
  if ('url' in database) return postgresStore({ url: database.url })
  makeFolder(database.file)
  return sqliteStore({ file: database.file })
}

/** How a database is, without bringing it up to date. */
export const inspectDatabase = async (database: Database): Promise<Condition> =>
  'url' in database ? postgresCondition(database.url) : sqliteCondition(database.file)

/** What is wrong with a SQLite file, its references included; empty where nothing is. */
export const fileProblems = async (file: string): Promise<string[]> => sqliteProblems(file)

const makeFolder = (file: string): void => void mkdirSync(dirname(file), { recursive: true, mode: 0o700 })

/** Each mode starts with a group and a trigger, so that rewards are earned before anybody has said by which rules. */
async function begin(books: Books, at: number): Promise<void> {
  for (const mode of ['production', 'test'] as const) {
    const { items } = await books.triggers({ mode, limit: 1, orderBy: 'created_at', includeArchived: true })
    const facts = [{ kind: 'program.begin' }] as const
    if (items.length === 0) await books.record({ mode, at, facts, delivery: null })
  }
  await beginTesting(books, at)
}

/** Test mode starts with a partner, so that an integration can be tried before anybody has joined. */
async function beginTesting(books: Books, at: number): Promise<void> {
  if (await books.partner('test', TEST_PARTNER)) return
  const fact = {
    kind: 'partner',
    partnerKey: TEST_PARTNER,
    email: 'gstest@example.com',
    firstName: 'Test',
    lastName: 'Partner',
    group: null,
    destination: null,
  } as const
  try {
    await books.record({ mode: 'test', at, facts: [fact], delivery: null })
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'KEY_TAKEN')) throw error // another process was first
  }
}
