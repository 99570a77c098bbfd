/** What the operations of the dashboard share. */
import { z } from 'zod'
import type { CallerKind } from '../../api/caller.ts'
import type { Base } from '../../api/operation.ts'

/** Of one mode: the path names it. */
export const IN_MODE = {
  bases: ['/admin/api/{mode}'] as readonly Base[],
  callers: ['admin'] as readonly CallerKind[],
} as const

/** Who is named in the audit log. */
export const ADMIN = 'admin'

const once = z.string('must be given once')

export const LIMIT = once
  .regex(/^0*[1-9]\d*$/, 'must be a whole number, 1 or more')
  .transform((text) => Math.min(Number(text), 250))
  .default(25)
  .meta({ type: 'integer', minimum: 1, default: 25, description: 'How many; more than 250 counts as 250.' })

export const moment = once
  .regex(/^\d{1,15}$/, 'must be a time in milliseconds')
  .transform(Number)
  .meta({ type: 'integer', description: 'Epoch milliseconds, inclusive.' })
