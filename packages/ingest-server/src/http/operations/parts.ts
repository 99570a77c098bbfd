/** What the operations of several resources share. */
import { z } from 'zod'
import type { CallerKind } from '../api/caller.ts'
import { text } from '../fields.ts'

/** Stands for whoever calls: under that name it comes to the audit log. */
export const BY_API = 'api'

export const KEYS = ['keys'] as const satisfies readonly CallerKind[]

/** A path that names one thing. */
export const one = (what: string) => z.object({ id: z.string().meta({ description: what }) })

export const name = text(100)
export const key = text(255)

/** What the books were to answer with. */
export function known<T>(row: T | null | undefined): T {
  if (row) return row
  throw new Error('the books recorded a call and did not say what it was about')
}
