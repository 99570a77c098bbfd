/**
 * Loaded before a server: at each SIGUSR2 one of its threads ends, those that write and that read in turn, first by force,
 * wherever it is, then by an error of its own.
 */
import type { Worker } from 'node:worker_threads'

const WAYS = [
  (worker: Worker): void => void worker.terminate(),
  (worker: Worker): void => worker.postMessage('this is no list of calls'),
]
// One is started before the other, and who is started anew goes to the end: the oldest is always the other one.
const running: Worker[] = []
let turn = 0

process.on('worker', (worker) => {
  running.push(worker)
  worker.once('exit', () => running.splice(running.indexOf(worker), 1))
})
process.on('SIGUSR2', () => {
  const [worker] = running
  if (worker) WAYS[Math.floor(turn++ / 2) % WAYS.length]?.(worker)
})
