/** What runs in a thread of the books: answers calls, many at once, and sends back what is done in one message. */
import { randomBytes } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from './errors.ts'
import { createLedger } from './ledger/ledger.ts'
import { sqliteReading, sqliteStore } from './store/sqlite.ts'
import type { BatchDone } from './ledger/ledger.ts'
import type { Answer, Call, FromThread } from './threads.ts'

const { file, role } = workerData as { readonly file: string; readonly role: 'writer' | 'reader' }
const send = (message: FromThread): void => parentPort?.postMessage(message)

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
    send({ answers, batches })
    answers = []
    batches = []
  })
}

function run({ id, method, args }: Call): void {
  const work = books[method as keyof typeof books] as (...args: readonly unknown[]) => Promise<unknown>
  work(...args).then(
    (value) => answer({ id, value }),
    (error: unknown) => {
      const { message, stack } = error as Error
      answer({ id, error: { code: error instanceof AppError ? error.code : null, message, stack } })
    },
  )
}

parentPort?.on('message', (calls: readonly Call[]) => calls.forEach(run))
send({ ready: true })
