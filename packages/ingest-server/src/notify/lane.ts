/**
 * One endpoint's part of the work. A slow one holds up only itself; one in trouble is tried with a single message now and then,
 * until it answers, instead of with everything there is for it.
 */
import type { HookRow } from '../store/hook-rows.ts'
import type { TakenSend } from '../store/hooks.ts'
import { isGood, isTrouble } from './judge.ts'
import { PATIENCE_MS, type Attempt } from './post.ts'

/** Taken, and not ours any more after `until`. */
export interface Held extends TakenSend {
  readonly until: number
}

export interface Lane {
  hook: HookRow
  /** When the hook was read. */
  seenAt: number
  queue: Held[]
  underWay: number
  /** Attempts in a row that found the endpoint in trouble. */
  troubles: number
  pausedUntil: number
  isFailing: boolean
}

/** Attempts under way at once, and taken ahead of them in one commit. */
const EACH = 16
const AHEAD = 48
const TROUBLES = 3
const SHORTEST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 60_000
/** After so long without a single good answer, the first one means that the endpoint is back. */
const OUTAGE_MS = 10 * 60 * 1000

export const newLane = (hook: HookRow, now: number): Lane => ({
  ...{ hook, seenAt: now, queue: [], underWay: 0, troubles: 0, pausedUntil: 0 },
  isFailing: hook.failingSince !== null,
})

function isDown({ hook: { failingSince }, troubles }: Lane, now: number): boolean {
  return troubles >= TROUBLES || (failingSince !== null && now - failingSince > OUTAGE_MS)
}

/** How many more may be taken for it. */
export function roomIn(lane: Lane, now: number): number {
  if (now < lane.pausedUntil) return 0
  return Math.max(0, (isDown(lane, now) ? 1 : AHEAD) - lane.queue.length - lane.underWay)
}

/** The next to send, if there may be one more. One that might outlast its lease is left to it. */
export function nextIn(lane: Lane, now: number): Held | null {
  if (now < lane.pausedUntil || lane.underWay >= (isDown(lane, now) ? 1 : EACH)) return null
  lane.queue = lane.queue.filter(({ until }) => now + PATIENCE_MS <= until)
  return lane.queue.shift() ?? null
}

/** What an attempt means for those that come after it. */
export type Turnout = 'back' | 'fails' | 'pauses' | null

export function heed(lane: Lane, attempt: Attempt, now: number): Turnout {
  const [wasDown, wasFailing] = [isDown(lane, now), lane.isFailing]
  lane.isFailing = !isGood(attempt)
  if (!isTrouble(attempt)) {
    lane.troubles = 0
    lane.pausedUntil = 0
  }
  if (isGood(attempt)) {
    lane.hook = { ...lane.hook, failingSince: null }
    return wasDown ? 'back' : null
  }
  // Those that were under way together are one sign of trouble.
  if (isTrouble(attempt) && now >= lane.pausedUntil && ++lane.troubles >= TROUBLES) {
    lane.pausedUntil = now + Math.min(LONGEST_PAUSE_MS, SHORTEST_PAUSE_MS * 2 ** (lane.troubles - TROUBLES))
    return 'pauses'
  }
  return wasFailing ? null : 'fails'
}
