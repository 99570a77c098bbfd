/** Asking all workers of a server the same, by way of the process that has started them: they have no other way to each other. */
import cluster, { type Worker } from 'node:cluster'
import type { SameServer } from './commands/machine.ts'

/** So long a worker is waited for. */
const ANSWER_MS = 1_000

type Message =
  /** From who wants to know, under a number of its own, to the process between. */
  | { readonly kind: 'ask'; readonly id: number }
  /** From there to everybody, under one of its own; and back. */
  | { readonly kind: 'question'; readonly id: number }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  /** To who wanted to know. */
  | { readonly kind: 'answers'; readonly id: number; readonly values: unknown[] }

const toStarter = (message: Message): void => void process.send?.(message)
const toWorker = (worker: Worker, message: Message): void => void (worker.isConnected() && worker.send(message))

/** A worker's side; in a process that serves alone, it is the only one asked. */
export function sameServer(): SameServer {
  let own: () => Promise<unknown> = async () => null
  const open = new Map<number, (values: unknown[]) => void>()
  let lastId = 0

  const hear = (message: Message): void => {
    if (message.kind === 'answers') open.get(message.id)?.(message.values)
    if (message.kind !== 'question') return
    const { id } = message
    own().then(
      (value) => toStarter({ kind: 'answer', id, value }),
      () => undefined, // who does not answer is left out
    )
  }
  return {
    onAsk(answer) {
      own = answer
      if (cluster.isWorker) process.on('message', hear)
    },
    async askAll() {
      if (!cluster.isWorker) return [await own()]
      const id = ++lastId
      const answers = Promise.withResolvers<unknown[]>()
      open.set(id, answers.resolve)
      // Where nobody is there any more to carry the question, this one still speaks for itself.
      const late = setTimeout(() => void own().then((value) => answers.resolve([value]), answers.reject), 2 * ANSWER_MS)
      toStarter({ kind: 'ask', id })
      try {
        return await answers.promise
      } finally {
        clearTimeout(late)
        open.delete(id)
      }
    },
  }
}

/** The side of the process between: to be told every message of every worker. */
export function carrier(workers: () => readonly Worker[]): (from: Worker, message: Message) => void {
  const open = new Map<number, (value: unknown) => void>()
  let lastId = 0

  const carry = (asker: Worker, ask: number): void => {
    const id = ++lastId
    const asked = workers()
    const values: unknown[] = []
    const end = (): void => {
      clearTimeout(late)
      open.delete(id)
      toWorker(asker, { kind: 'answers', id: ask, values })
    }
    const late = setTimeout(end, ANSWER_MS)
    open.set(id, (value) => {
      if (values.push(value) === asked.length) end()
    })
    for (const worker of asked) toWorker(worker, { kind: 'question', id })
  }
  return (from, message) => {
    if (message.kind === 'ask') carry(from, message.id)
    else if (message.kind === 'answer') open.get(message.id)?.(message.value)
  }
}
