/** What PostgreSQL's errors mean to a caller: work it again, come again later, or our own fault. */
import pg from 'pg'
import { AppError } from '../../errors.ts'

/** Two transactions met: not serialisable, a deadlock, a unique name that another has just taken. */
const MET = new Set(['40001', '40P01', '23505'])

/**
 * Not now: connection exceptions, no room (disk, memory, connections), an operator at work (shutdown, starting up, cancelled),
 * a lock or a statement that took too long, a server that only reads because it has just been replaced.
 */
const PASSING = /^(08|53|57P0|57014|55P03|25P0[34]|25006|58030)/

const stateOf = (error: unknown): string | null => (error instanceof pg.DatabaseError ? (error.code ?? '') : null)

export const hasMet = (error: unknown): boolean => MET.has(stateOf(error) ?? '')

/** A unique name that is taken, and was so each time. */
export const isTaken = (error: unknown): boolean => stateOf(error) === '23505'

/** Somebody held a lock for too long, or held one and waited for another. */
export const isHeldUp = (error: unknown): boolean => ['55P03', '40P01'].includes(stateOf(error) ?? '')

export const unavailable = (cause: unknown): AppError =>
  new AppError('UNAVAILABLE', 'The database could not take this just now. Try again.', { cause })

/** What `pg` threw, as its caller sees it. What did not come from the server came from the way to it. */
export function asCallerSees(error: unknown): unknown {
  if (error instanceof AppError) return error
  const state = stateOf(error)
  return state === null || PASSING.test(state) ? unavailable(error) : error
}
