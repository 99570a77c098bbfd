/** From what a platform's file found out to what it answers. */
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { AppError } from '../errors.ts'
import type { PlatformFact } from '../facts.ts'
import type { Reading } from './provider.ts'

/** The facts an event tells, or in plain words why it tells none. */
export type Told = readonly PlatformFact[] | string

export type Verdict = NonNullable<Reading['verdict']>

export const NOT_OURS = 'not an event this server acts on'

/** What names a delivery in the inbox. */
export type Label = Pick<Reading, 'account' | 'eventId' | 'type'>

export function answer(label: Label, told: Told | Verdict): Reading {
  if (typeof told === 'string') return { ...label, facts: [], verdict: { state: 'ignored', reason: told } }
  return 'state' in told ? { ...label, facts: [], verdict: told } : { ...label, facts: told, verdict: null }
}

/** Which field stood in the way. `root` is where the fields are in the delivery. */
export function unreadable({ issues }: z.ZodError, ...root: readonly string[]): string {
  const [issue] = issues
  return `${[...root, ...(issue?.path ?? [])].join('.')} could not be read: ${issue?.message}`
}

/** A delivery without an id of its own is known again by its bytes. */
export const digestOf = (body: Uint8Array): string => createHash('sha256').update(body).digest('hex')

/** `problem` says in a sentence what the platform sends instead. */
export function jsonOf(body: Buffer, problem: string): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch (cause) {
    throw new AppError('MALFORMED_JSON', problem, { cause })
  }
}
