/** Paging through rows of which there are few, and all at hand. */
import { AppError } from '../../errors.ts'
import type { Page, PageQuery } from '../../store/queries.ts'

interface Row {
  readonly key: string
  readonly createdAt: number
  readonly updatedAt: number
}

/** `what` they are, in words. Archived ones are listed only where that is asked for, but may be a cursor. */
export function paged<R extends Row>(
  what: string,
  rows: readonly R[],
  query: PageQuery,
  isArchived: (row: R) => boolean = () => false,
): Page<R> {
  const { limit, startingAfter, endingBefore, includeArchived = false } = query
  const time = query.orderBy.endsWith('created_at') ? 'createdAt' : 'updatedAt'
  const direction = query.orderBy.startsWith('-') ? -1 : 1
  const within = (at: number, least = 0, most = Infinity): boolean => at >= least && at <= most
  const isListed = (row: R): boolean =>
    (includeArchived || !isArchived(row)) &&
    within(row.createdAt, query.minCreated, query.maxCreated) &&
    within(row.updatedAt, query.minUpdated, query.maxUpdated)
  const ordered = rows.toSorted((a, b) => direction * (a[time] - b[time] || (a.key < b.key ? -1 : 1)))

  const cursor = startingAfter ?? endingBefore
  const at = ordered.findIndex((row) => row.key === cursor)
  if (cursor !== undefined && at === -1) {
    throw new AppError('UNKNOWN_CURSOR', `There is no ${what} '${cursor.slice(0, 80)}' to go on from`)
  }
  const beyond = (endingBefore === undefined ? ordered.slice(at + 1) : ordered.slice(0, at)).filter(isListed)
  const items = endingBefore === undefined ? beyond.slice(0, limit) : beyond.slice(-limit)
  return { items, hasMore: beyond.length > limit }
}
