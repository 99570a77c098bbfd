/** Asks until it is answered, as a platform does and a careful back end: the same again, until it is known to have arrived. */
import { setTimeout as wait } from 'node:timers/promises'
import type { ServerProcess } from '../../packages/ingest-server/test/support/server-process.ts'
import type { Gate } from './gate.ts'
import type { Tally } from './tally.ts'

const AGAIN_MS = 250
const MOST_TRIES = 600
/** Nobody waits longer for an answer. */
const PATIENCE_MS = 20_000

export interface Caller {
  readonly server: ServerProcess
  /** Until the answer is 2xx or 3xx; false where it is anything but that, nobody there, or 503. */
  insist(surface: string, ask: () => Promise<number | null>): Promise<boolean>
  /** Resolves when it is this caller's turn to ask something. */
  turn(): Promise<void>
  /** A request by its path; its status, null where no answer came. */
  request(path: string, init?: RequestInit): Promise<number | null>
}

export function createCaller(server: ServerProcess, gate: Gate, tally: Tally): Caller {
  return {
    server,
    turn: () => gate.pass(),
    async insist(surface, ask) {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        await gate.pass()
        const status = await ask()
        tally.answered(surface, status)
        if (status !== null && status < 400) return true
        if (status !== null && status !== 503) {
          tally.faults.push(`${surface} was answered ${status}`)
          return false
        }
        await wait(AGAIN_MS)
      }
      tally.faults.push(`${surface} was never answered`)
      return false
    },
    async request(path, init = {}) {
      try {
        const signal = AbortSignal.timeout(PATIENCE_MS)
        const answer = await fetch(server.origin + path, { redirect: 'manual', signal, ...init })
        await answer.arrayBuffer()
        return answer.status
      } catch {
        return null // the server was killed before it answered: nothing was promised
      }
    },
  }
}
