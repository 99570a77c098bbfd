/** Paging through rows of which there are few, and all at hand. */
import { AppError } from '../../errors.ts'
import type { Page, PageQuery } from '../../store/queries.ts'

interface Row {
  readonly key: string
  readonly createdAt: number
  readonly updatedAt: number
}

/** `what` they are, in words. */
export function paged<R extends Row>(what: string, rows: readonly R[], query: PageQuery): Page<R> {
  const { limit, startingAfter, endingBefore } = query
  const time = query.orderBy.endsWith('created_at') ? 'createdAt' : 'updatedAt'
  const direction = query.orderBy.startsWith('-') ? -1 : 1
  const within = (at: number, least = 0, most = Infinity): boolean => at >= least && at <= most
  const listed = rows
    .toSorted((a, b) => direction * (a[time] - b[time] || (a.key < b.key ? -1 : 1)))
    .filter((row) => within(row.createdAt, query.minCreated, query.maxCreated))
    .filter((row) => within(row.updatedAt, query.minUpdated, query.maxUpdated))

  const cursor = startingAfter ?? endingBefore
  const at = listed.findIndex((row) => row.key === cursor)
  if (cursor !== undefined && at === -1) {
    throw new AppError('UNKNOWN_CURSOR', `There is no ${what} '${cursor.slice(0, 80)}' to go on from`)
  }
  if (endingBefore !== undefined) return { items: listed.slice(Math.max(0, at - limit), at), hasMore: at > limit }
  return { items: listed.slice(at + 1, at + 1 + limit), hasMore: listed.length > at + 1 + limit }
}
