/** Lets so many requests a second through, whoever asks: half of what a machine can do is a pace, not a crowd. */
import { setTimeout as wait } from 'node:timers/promises'

export interface Gate {
  /** Resolves when it is the caller's turn. */
  pass(): Promise<void>
  /** Requests a second from now on. */
  set(rate: number): void
}

/** What was not asked for in time is not made up for by more than this, ms. */
const SLACK = 200

export function createGate(): Gate {
  let gap = 0
  let next = 0
  return {
    set(rate) {
      gap = 1_000 / rate
      next = performance.now()
    },
    async pass() {
      const now = performance.now()
      const turn = Math.max(next, now - SLACK)
      next = turn + gap
      if (turn > now) await wait(turn - now)
    },
  }
}
