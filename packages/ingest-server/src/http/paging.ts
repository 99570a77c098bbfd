/** How a list is asked for, in the query string. */
import { z } from 'zod'
import type { OrderBy, Page, PageQuery } from '../store/queries.ts'
import { AppError } from '../errors.ts'
import type { Mode } from '../facts.ts'

const MOST = 250
const ORDERS = ['created_at', '-created_at', 'updated_at', '-updated_at'] as const satisfies readonly OrderBy[]

const once = z.string('must be given once')
const milliseconds = once
  .regex(/^\d{1,15}$/, 'must be a time in milliseconds')
  .transform(Number)
  .meta({ type: 'integer', description: 'Epoch milliseconds, inclusive.' })

const flag = once
  .toLowerCase()
  .pipe(z.enum(['true', 'false', '1', '0'], 'must be true or false'))
  .transform((text) => text === 'true' || text === '1')
  .default(false)
  .meta({ type: 'boolean', default: false })

/** What every list takes. */
const PAGING = {
  limit: once
    .regex(/^0*[1-9]\d*$/, 'must be a whole number, 1 or more')
    .transform((text) => Math.min(Number(text), MOST))
    .default(10)
    .meta({ type: 'integer', minimum: 1, default: 10, description: 'How many; more than 250 counts as 250.' }),
  starting_after: once
    .optional()
    .meta({ description: 'The key of an item: what comes after it. Not with ending_before.' }),
  ending_before: once.optional().meta({ description: 'The key of an item: what comes before it, nearest to it.' }),
  order_by: z.enum(ORDERS, `must be one of ${ORDERS.join(', ')}`).default('-created_at'),
  min_created: milliseconds.optional(),
  max_created: milliseconds.optional(),
  min_updated: milliseconds.optional(),
  max_updated: milliseconds.optional(),
  include_archived: flag,
}
type Paging = z.output<z.ZodObject<typeof PAGING>>

/** The query of a list, with filters of its own. */
export const listQuery = <const F extends z.ZodRawShape>(filters: F) => z.object({ ...PAGING, ...filters })

/** Whether archived ones are asked for as well. */
export const archivedQuery = z.object({ include_archived: flag })

/** An optional filter of a list. */
export const filter = once.optional()

/** An optional filter by some letters; none is no filter. */
export const letters = once
  .trim()
  .max(200, 'must be at most 200 characters')
  .transform((text) => text || undefined)
  .optional()

/** Only what was given: an absent filter is not one for `undefined`. */
export const given = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }

export function pageQuery(mode: Mode, paging: Paging): PageQuery {
  if (paging.starting_after !== undefined && paging.ending_before !== undefined) {
    throw new AppError('BAD_REQUEST', "Give 'starting_after' or 'ending_before', not both")
  }
  const optional = given({
    startingAfter: paging.starting_after,
    endingBefore: paging.ending_before,
    minCreated: paging.min_created,
    maxCreated: paging.max_created,
    minUpdated: paging.min_updated,
    maxUpdated: paging.max_updated,
    includeArchived: paging.include_archived,
  })
  return { mode, limit: paging.limit, orderBy: paging.order_by, ...optional }
}

/** Of what cannot be. */
export const EMPTY: Page<never> = { items: [], hasMore: false }

/** A page as the API shows it. */
export const pageOf = <T, U>(
  { items, hasMore }: Page<T>,
  present: (item: T) => U,
): { items: U[]; has_more: boolean } => ({
  items: items.map(present),
  has_more: hasMore,
})
