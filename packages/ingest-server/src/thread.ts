/** What runs in a thread of the books: answers calls, many at once, and sends back what is done in one message. */
import { randomBytes } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from './errors.ts'
import { createLedger } from './ledger/ledger.ts'
import { ownMemory } from './own-memory.ts'
import { sqliteReading, sqliteStore } from './store/sqlite.ts'
import type { BatchDone } from './ledger/ledger.ts'
import type { Answer, Call, FromThread } from './threads.ts'

const { file, role } = workerData as { readonly file: string; readonly role: 'writer' | 'reader' }
const send = (message: FromThread, given: ArrayBuffer[] = []): void => parentPort?.postMessage(message, given)

const onBug = (error: unknown, what: string): void =>
  send({ bug: { message: (error as Error).message, stack: (error as Error).stack, what } })

/** Told with the answers that they led to. */
let batches: BatchDone[] = []

const books =
  role === 'reader'
    ? sqliteReading({ file })
    : createLedger(sqliteStore({ file }), {
        randomBytes,
        onBug: (error, entry) => onBug(error, entry.delivery?.type ?? entry.facts[0]?.kind ?? 'nothing'),
        watch: { elapsed: () => performance.now(), onBatch: (batch) => void batches.push(batch) },
      })

let answers: Answer[] = []
const answer = (one: Answer): void => {
  if (answers.push(one) > 1) return
  queueMicrotask(() => {
    // Bytes of the database's go over without a copy.
    const given = answers.flatMap((told) => ('value' in told ? ownMemory(told.value) : []))
    send({ answers, batches }, given)
    answers = []
    batches = []
  })
}

/** What came over is no one else's: it is let go of at once, not when enough of it lies about to be collected. */
const letGo = (args: readonly unknown[]): void => {
  for (const memory of args.flatMap(ownMemory)) memory.transfer(0)
}

function run({ id, method, args }: Call): void {
  const work = books[method as keyof typeof books] as (...args: readonly unknown[]) => Promise<unknown>
  const done = work(...args).finally(() => letGo(args))
  done.then(
    (value) => answer({ id, value }),
    (error: unknown) => {
      const { message, stack } = error as Error
      answer({ id, error: { code: error instanceof AppError ? error.code : null, message, stack } })
    },
  )
}

parentPort?.on('message', (calls: readonly Call[]) => calls.forEach(run))
send({ ready: true })
