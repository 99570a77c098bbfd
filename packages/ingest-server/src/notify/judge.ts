/** What an attempt comes to: for the send, and for the hook it went to. */
import type { HookRow, SendRow } from '../store/hook-rows.ts'
import type { Attempt } from './post.ts'
import { isOver, waitAfter } from './schedule.ts'

/** An endpoint of which every attempt fails for so long is switched off: two days after its first messages were given up. */
export const FAILING_MS = 5 * 24 * 60 * 60 * 1000

const GONE = 410
const BUSY = [408, 429]

export const isGood = (attempt: Attempt): boolean =>
  'status' in attempt && attempt.status >= 200 && attempt.status < 300

/** The endpoint itself is in trouble, whatever it was sent; otherwise it only did not want this message. */
export const isTrouble = (attempt: Attempt): boolean =>
  'problem' in attempt || attempt.status >= 500 || BUSY.includes(attempt.status)

/** In words, for the log of an endpoint. */
export function problemOf(attempt: Attempt): string | null {
  if (isGood(attempt)) return null
  if ('problem' in attempt) return attempt.problem
  const isRedirect = attempt.status >= 300 && attempt.status < 400
  return `answered ${attempt.status}${isRedirect ? ', and redirects are not followed' : ''}`
}

/** The send after its attempt. `random` is from 0 up to 1. */
export function settled(send: SendRow, attempt: Attempt, now: number, random: number): SendRow {
  const attempts = send.attempts + 1
  const lastStatus = 'status' in attempt ? attempt.status : null
  const tried = { ...send, attempts, lastAt: now, lastStatus, lastError: problemOf(attempt) }
  if (isGood(attempt)) return { ...tried, state: 'sent', nextAt: null }
  if (isOver(attempts, now - send.createdAt)) return { ...tried, state: 'failed', nextAt: null }
  return { ...tried, state: 'waiting', nextAt: now + waitAfter(attempts, random) }
}

/** Why a hook is switched off after an attempt; null where it is not. `since` is what it was judged by. */
export function switchedOff(
  hook: HookRow,
  attempt: Attempt,
  now: number,
): { readonly reason: string; readonly since: number | null } | null {
  if ('status' in attempt && attempt.status === GONE) {
    return { reason: `its endpoint answered 410 Gone on ${new Date(now).toISOString()}`, since: null }
  }
  const { failingSince: since } = hook
  if (isGood(attempt) || since === null || now - since < FAILING_MS) return null
  const last = `the last: ${problemOf(attempt)}`
  return { reason: `every attempt since ${new Date(since).toISOString()} has failed; ${last}`, since }
}
