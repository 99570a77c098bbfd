/** What the operations of the dashboard share. */
import { z } from 'zod'
import type { CallerKind } from '../../api/caller.ts'
import type { Base } from '../../api/operation.ts'
import { AppError } from '../../../errors.ts'
import { filter, given } from '../../paging.ts'

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

/** How far a list has been gone through. */
export const PLACE = { limit: LIMIT, starting_after: filter, ending_before: filter } as const

interface Place {
  readonly starting_after?: string | undefined
  readonly ending_before?: string | undefined
}

export function placeOf({ starting_after: startingAfter, ending_before: endingBefore }: Place) {
  if (startingAfter !== undefined && endingBefore !== undefined) {
    throw new AppError('BAD_REQUEST', "Give 'starting_after' or 'ending_before', not both")
  }
  return given({ startingAfter, endingBefore })
}

export const moment = once
  .regex(/^\d{1,15}$/, 'must be a time in milliseconds')
  .transform(Number)
  .meta({ type: 'integer', description: 'Epoch milliseconds, inclusive.' })
