/**
 * The books in threads of their own: one that writes (ledger and store), one that reads. SQLite works synchronously, so in the
 * thread that answers HTTP a slow commit would hold up everybody. Calls made in one turn of the event loop cross in one message.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { AppError } from './errors.ts'
import type { ErrorCode } from './errors.ts'
import type { Books } from './ledger/books.ts'
import type { BatchDone } from './ledger/ledger.ts'
import { ownMemory } from './own-memory.ts'

/** What crosses to a thread, and back. */
export interface Call {
  readonly id: number
  readonly method: string
  readonly args: readonly unknown[]
}
export type Answer =
  | { readonly id: number; readonly value: unknown }
  | {
      readonly id: number
      readonly error: { readonly code: string | null; readonly message: string; readonly stack: string | undefined }
    }
export type FromThread =
  | { readonly answers: readonly Answer[]; readonly batches: readonly BatchDone[] }
  | { readonly bug: { readonly message: string; readonly stack: string | undefined; readonly what: string } }
  | { readonly ready: true }

export interface ThreadOptions {
  readonly file: string
  onBug(error: unknown, what: string): void
  onBatch(batch: BatchDone): void
}

const READS = [
  'condition',
  'outbox',
  'connections',
  'admin',
  'session',
  'sightings',
  'figures',
  'topPartners',
  'partnerDays',
  'attention',
  'searchCustomers',
  'searchPartners',
  'auditLog',
  'platformIds',
  'totals',
  'click',
  'clicksSince',
  'customers',
  'transactions',
  'customer',
  'transaction',
  'subscriptions',
  'partner',
  'link',
  'links',
  'deliveries',
  'delivery',
  'deliveryBody',
  'settings',
  'apiKey',
  'apiKeys',
  'webhooks',
  'audit',
  'hooks',
  'hook',
  'dueHooks',
  'sends',
  'message',
  'imports',
  'importOf',
  'importErrors',
  'importPiece',
  'idleImports',
  'dump',
  'partners',
  'partnership',
  'partnerByToken',
  'groups',
  'group',
  'linksOf',
  'prospects',
  'prospect',
  'rewards',
  'reward',
  'triggers',
  'trigger',
  'actions',
  'action',
] as const satisfies (keyof Books)[]
const WRITES = [
  'record',
  'addAdmin',
  'putAdmin',
  'beginSession',
  'seeSession',
  'endSession',
  'attempt',
  'forgetAttempts',
  'act',
  'putSighting',
  'purge',
  'scrub',
  'forgetWho',
  'forgetCalls',
  'sumNext',
  'putSetting',
  'removeSetting',
  'putApiKey',
  'putWebhook',
  'addWebhook',
  'putHook',
  'removeHook',
  'putSends',
  'turnSends',
  'hastenSends',
  'putImportPiece',
  'addImport',
  'claimImport',
  'yieldImport',
  'failImport',
  'removeImportPieces',
  'forgetImports',
] as const satisfies (keyof Books)[]
/** Calls whose bytes their caller has no more use for: they cross without a copy. */
const GIVEN: ReadonlySet<string> = new Set<keyof Books>(['putImportPiece'])
/** As it lies beside this file: a source, or compiled. */
const THREAD = new URL(import.meta.url.endsWith('.js') ? './thread.js' : './thread.ts', import.meta.url)
const NODE_FLAGS = ['--disable-warning=ExperimentalWarning']

type Role = 'writer' | 'reader'
type Method = (...args: unknown[]) => Promise<unknown>

export async function threadedBooks(options: ThreadOptions): Promise<Books> {
  const writer = await keptThread('writer', options)
  const reader = await keptThread('reader', options)
  const methods: Record<string, Method> = {}
  for (const name of READS) methods[name] = (...args) => reader.call(name, args)
  for (const name of WRITES) methods[name] = (...args) => writer.call(name, args)
  /** Both have to be at work. */
  methods['ping'] = async () => (await Promise.all([writer.call('ping', []), reader.call('ping', [])]))[1]
  methods['close'] = async () => {
    await writer.close(reader.close()) // last: only who may write can fold the log into the file
  }
  return methods as unknown as Books
}

interface Thread {
  call(method: string, args: readonly unknown[]): Promise<unknown>
  close(): Promise<void>
  /** Rejects where it does not start. */
  readonly ready: Promise<void>
  /** Why it is no more; its connection is closed by then. */
  readonly ended: Promise<unknown>
}

interface Kept extends Pick<Thread, 'call'> {
  /** Starts none from now on, and ends behind `others`. */
  close(others?: Promise<void>): Promise<void>
}

/** A fault at every start must not keep a processor busy. */
const PAUSE_MS = 500

/** A thread that is started anew when it ends unasked. What it had not answered is refused, to be sent again. */
async function keptThread(role: Role, options: ThreadOptions): Promise<Kept> {
  let thread = startThread(role, options)
  let closing = false
  await thread.ready
  const keep = async (): Promise<void> => {
    for (;;) {
      const reason = await thread.ended
      if (closing) return
      options.onBug(reason, `the ${role} thread ended: another is started`)
      await wait(PAUSE_MS)
      if (closing) return
      thread = startThread(role, options)
    }
  }
  const kept = keep()
  return {
    call: (method, args) => thread.call(method, args),
    async close(others) {
      closing = true
      await others
      await thread.close()
      await kept
    },
  }
}

function startThread(role: Role, { file, onBug, onBatch }: ThreadOptions): Thread {
  const worker = new Worker(THREAD, {
    workerData: { file, role },
    execArgv: NODE_FLAGS,
  })
  const pending = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>()
  let outbox: Call[] = []
  let lastId = 0
  let reason: unknown
  let dead: AppError | null = null

  const flush = (): void => {
    const given = outbox.flatMap(({ method, args }) => (GIVEN.has(method) ? args.flatMap(ownMemory) : []))
    worker.postMessage(outbox, given)
    outbox = []
  }
  const call = (method: string, args: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (dead !== null) return reject(dead)
      const id = ++lastId
      pending.set(id, { resolve, reject })
      if (outbox.push({ id, method, args }) === 1) setImmediate(flush)
    })
  const settle = (answer: Answer): void => {
    const waiting = pending.get(answer.id)
    pending.delete(answer.id)
    if ('value' in answer) waiting?.resolve(answer.value)
    else waiting?.reject(revive(answer.error))
  }
  const close = async (): Promise<void> => {
    if (dead !== null) return
    await call('close', [])
    await worker.terminate()
  }
  const ready = Promise.withResolvers<void>()
  ready.promise.catch(() => undefined) // of a thread that is started anew, `ended` tells
  const ended = new Promise<unknown>((resolve) => {
    worker.on('error', (error) => (reason = error))
    worker.on('exit', (code) => {
      reason ??= new Error(`the ${role} thread ended with code ${code}`)
      dead = new AppError('UNAVAILABLE', 'The database thread has stopped. Try again.', { cause: reason })
      for (const { reject } of pending.values()) reject(dead)
      pending.clear()
      ready.reject(reason)
      resolve(reason)
    })
  })
  worker.on('message', (message: FromThread) => {
    if ('answers' in message) {
      message.answers.forEach(settle)
      message.batches.forEach(onBatch)
    } else if ('bug' in message)
      onBug(Object.assign(new Error(message.bug.message), { stack: message.bug.stack }), message.bug.what)
    else ready.resolve()
  })
  return { call, close, ready: ready.promise, ended }
}

function revive({
  code,
  message,
  stack,
}: {
  readonly code: string | null
  readonly message: string
  readonly stack: string | undefined
}): Error {
  return code === null ? Object.assign(new Error(message), { stack }) : new AppError(code as ErrorCode, message)
}
