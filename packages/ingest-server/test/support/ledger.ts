/** Books on a real store, in a file of their own, with two partners: what every test of the ledger works on. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Entry, Outcome } from '../../src/entry.ts'
import type { Fact, Mode, PlatformFact, SignupFact } from '../../src/facts.ts'
import type { Books, Receipt } from '../../src/ledger/books.ts'
import { createLedger } from '../../src/ledger/ledger.ts'
import type { LedgerOptions } from '../../src/ledger/ledger.ts'
import type { SettingName } from '../../src/settings.ts'
import { sqliteStore } from '../../src/store/sqlite.ts'
import { T0 } from './ledger-facts.ts'
import { rowReader, snapshotOf } from './ledger-snapshot.ts'
import type { Everything, Snapshot } from './ledger-snapshot.ts'

export * from './ledger-facts.ts'
export * from './ledger-invariants.ts'
export * from './ledger-snapshot.ts'

export interface EntryOptions {
  /** When we received it. */
  readonly at?: number
  readonly mode?: Mode
  readonly eventId?: string
  readonly account?: string
  readonly again?: boolean
}

let events = 0

/** A platform's delivery, with an event id of its own. */
export function delivered(facts: readonly Fact[], options: EntryOptions = {}): Entry {
  const { at = T0, mode = 'production', eventId = `evt_${++events}`, account = '', again = false } = options
  const delivery = { provider: 'stripe', account, eventId, type: 'test', body: Buffer.from(eventId), headers: {} }
  return { mode, at, facts, delivery: { ...delivery, verdict: null }, again }
}

/** A sign-up's delivery from the browser. */
export function fromBrowser(fact: SignupFact, options: EntryOptions = {}): Entry {
  const entry = delivered([fact], options)
  return { ...entry, delivery: entry.delivery && { ...entry.delivery, provider: 'script', type: 'signup' } }
}

/** A call by key pair or command. */
export const called = (fact: Fact, { at = T0, mode = 'production' }: EntryOptions = {}): Entry => ({
  mode,
  at,
  facts: [fact],
  delivery: null,
})

export interface TestBooks extends Books {
  /** A delivery of what a platform tells. */
  hear(fact: PlatformFact | readonly PlatformFact[], options?: EntryOptions): Promise<Receipt>
  signUp(fact: SignupFact, options?: EntryOptions): Promise<Receipt>
  call(fact: Fact, options?: EntryOptions): Promise<Receipt>
  set(name: SettingName, value: string, mode?: Mode): Promise<void>
  rows(mode?: Mode): Everything
  snapshot(mode?: Mode): Snapshot
}

const throwIt = (error: unknown): never => {
  throw error
}

export const partner = (partnerKey: string): Fact => ({
  kind: 'partner',
  partnerKey,
  email: `${partnerKey}@partners.test`,
  firstName: null,
  lastName: null,
  group: null,
  destination: null,
})

/** Where a file is synced at once: what is tested here is the ledger, not the disk. */
const inMemory = '/dev/shm'

/** Books to `discard` by hand, for a test that opens many. */
export async function openBooks(
  options: Partial<LedgerOptions> = {},
): Promise<TestBooks & { discard(): Promise<void> }> {
  const folder = mkdtempSync(join(existsSync(inMemory) ? inMemory : tmpdir(), 'ledger-'))
  const file = join(folder, 'books.db')
  const books = createLedger(sqliteStore({ file }), { randomBytes, onBug: throwIt, ...options })
  const reader = rowReader(file)
  const call: TestBooks['call'] = (fact, given) => books.record(called(fact, given))
  for (const partnerKey of ['ada', 'ben']) await call(partner(partnerKey), { at: T0 })
  return {
    ...books,
    call,
    hear: (fact, given) => books.record(delivered([fact].flat(), given)),
    signUp: (fact, given) => books.record(fromBrowser(fact, given)),
    set: (name, value, mode = 'production') => books.putSetting({ mode, name, value }),
    rows: (mode) => reader.read(mode),
    snapshot: (mode) => snapshotOf(reader.read(mode)),
    async discard() {
      reader.close()
      await books.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Closed and gone when the test ends. A bug of ours fails the call that met it, unless `onBug` takes it. */
export async function openTestBooks(options: Partial<LedgerOptions> = {}): Promise<TestBooks> {
  const books = await openBooks(options)
  onTestFinished(books.discard)
  return books
}

/** The first outcome of a receipt. */
export function outcomeOf({ outcomes }: Receipt): Outcome {
  const [outcome] = outcomes
  if (!outcome) throw new Error('the receipt has no outcome')
  return outcome
}
