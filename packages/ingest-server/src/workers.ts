/** Several processes of one server: they share its port, and one that ends unasked is replaced. */
import cluster from 'node:cluster'
import type { Worker } from 'node:cluster'
import type { Ended, Workers } from './commands/machine.ts'
import { carrier } from './same-server.ts'

/** A worker that ends sooner than this is replaced only after as long again: a fault at every start must not spin. */
const SOON_MS = 1_000

const NUMBER = 'PARTNERSTACK_WORKER'

/** Which of the workers this process is, from 1; null where it is none. */
export const workerNumber = (env: Readonly<Record<string, string | undefined>>): number | null =>
  cluster.isWorker ? Number(env[NUMBER]) : null

/** At the end of a worker: lets go of the one that started it, so that the process can end. */
export const endWorker = (): void => void cluster.worker?.disconnect()

/** Starts `count` workers on this process's own command line; rejects where one of them ends before it listens. */
export async function startWorkers(count: number, onEnd: (ended: Ended) => void): Promise<Workers> {
  // Workers take connections from the port themselves. Handed out by this process instead, one that is on its way to a worker
  // that dies would stay open and never be answered.
  cluster.schedulingPolicy = cluster.SCHED_NONE
  const running = new Map<number, Worker>()
  const carry = carrier(() => [...running.values()])
  let stopping = false
  let port = 0

  const start = (number: number): Promise<void> => {
    const begun = performance.now()
    const worker = cluster.fork({ [NUMBER]: String(number), ...(port > 0 && { PORT: String(port) }) })
    running.set(number, worker)
    worker.on('message', (message) => carry(worker, message))
    return new Promise((resolve, reject) => {
      worker.once('listening', (address) => {
        port = address.port
        resolve()
      })
      worker.once('exit', (code, signal) => {
        running.delete(number)
        reject(Object.assign(new Error(`worker ${number} did not start`), { name: 'ConfigError' }))
        if (stopping) return
        onEnd({ number, code, signal: signal || null })
        const again = (): void => void (stopping || start(number).catch(() => undefined)) // told by `onEnd`
        setTimeout(again, performance.now() - begun < SOON_MS ? SOON_MS : 0)
      })
    })
  }
  const stop = async (patience: number): Promise<void> => {
    stopping = true
    const left = [...running.values()]
    await Promise.all(
      left.map((worker) => {
        const late = setTimeout(() => worker.process.kill('SIGKILL'), patience)
        const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve(clearTimeout(late))))
        worker.process.kill('SIGTERM')
        return gone
      }),
    )
  }
  try {
    await Promise.all(Array.from({ length: count }, (_, index) => start(index + 1)))
  } catch (error) {
    await stop(SOON_MS)
    throw error
  }
  return { port, stop }
}
