/** Opens the books on their database: in this thread for a command, in threads of their own for a server. */
import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { AppError } from './errors.ts'
import type { Books } from './ledger/books.ts'
import { createLedger } from './ledger/ledger.ts'
import { TEST_PARTNER } from './ledger/partners.ts'
import { sqliteStore } from './store/sqlite.ts'
import { threadedBooks } from './threads.ts'

export interface OpenOptions {
  /** The SQLite file; its folder is made if need be. */
  readonly file: string
  now(): number
  /** Told of errors that are ours, already in words. */
  onBug(error: unknown, what: string): void
  /** True for a server: writing and reading leave the thread that answers HTTP. */
  readonly threads?: boolean
}

export async function openBooks({ file, now, onBug, threads = false }: OpenOptions): Promise<Books> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const books = threads
    ? await threadedBooks({ file, onBug })
    : createLedger(sqliteStore({ file }), {
        randomBytes,
        onBug: (error, entry) =>
          onBug(
            error,
            entry.delivery ? `${entry.delivery.provider} ${entry.delivery.type}` : (entry.facts[0]?.kind ?? 'nothing'),
          ),
      })
  await begin(books, now())
  return books
}

/** Test mode starts with a partner, so that an integration can be tried before anybody has joined. */
async function begin(books: Books, at: number): Promise<void> {
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
