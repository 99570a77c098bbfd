/** Lists, newest first, as Stripe pages them. */
import { oneOf, text, whole, type Params } from './params.ts'
import { missing } from './errors.ts'

export const PAGING = ['limit', 'starting_after', 'ending_before', 'created']

export function page<T extends { id: string }>(url: string, all: readonly T[], query: Params) {
  const limit = Math.min(whole(query, 'limit', 1) ?? 10, 100)
  const newestFirst = all.toReversed()
  const after = text(query, 'starting_after')
  const before = text(query, 'ending_before')
  const from = after === null ? 0 : position(newestFirst, after) + 1
  const to = before === null ? newestFirst.length : position(newestFirst, before)
  const between = newestFirst.slice(from, to)
  const data = before === null ? between.slice(0, limit) : between.slice(-limit)
  return { object: 'list' as const, data, has_more: between.length > data.length, url }
}

function position(items: readonly { id: string }[], id: string): number {
  const found = items.findIndex((item) => item.id === id)
  if (found < 0) throw missing('object', id)
  return found
}

/** Keeps what equals the query in each of the given fields. */
export function matching<T extends object>(
  all: readonly T[],
  query: Params,
  fields: readonly (keyof T & string)[],
): T[] {
  return all.filter((item) => fields.every((field) => text(query, field) === null || item[field] === query[field]))
}

/** Ended subscriptions are not in a list unless asked for. */
export function withStatus<T extends { status: string }>(all: readonly T[], query: Params): T[] {
  const status = oneOf(query, 'status', ['all', 'active', 'canceled', 'past_due', 'ended'])
  if (status === 'all') return [...all]
  return all.filter((item) => (status === null ? item.status !== 'canceled' : item.status === status))
}
