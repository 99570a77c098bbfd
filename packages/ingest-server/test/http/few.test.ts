import { describe, expect, it } from 'vitest'
import { paged } from '../../src/http/operations/few.ts'
import type { SubscriptionRow } from '../../src/store/rows.ts'
import type { PageQuery } from '../../src/store/queries.ts'

const row = (key: string, createdAt: number, updatedAt = createdAt): SubscriptionRow => ({
  ...{ key, mode: 'test', provider: 'stripe', account: '', id: key, platformCustomer: null, customerKey: null },
  ...{ status: 'active', deleted: false, planKey: null, quantity: 1, amount: 1, currency: 'USD' },
  ...{ currentPeriodEnd: null, cancelledAt: null, at: createdAt, createdAt, updatedAt },
})
const rows = [row('b', 1, 9), row('a', 1, 8), row('d', 3, 7), row('c', 2, 6)]
const page = (query: Partial<PageQuery> = {}) => {
  const { items, hasMore } = paged('subscription', rows, { mode: 'test', limit: 10, orderBy: '-created_at', ...query })
  return `${items.map(({ key }) => key).join('')}${hasMore ? ' …' : ''}`
}

describe('a page of few rows', () => {
  it.each<[string, Partial<PageQuery>, string]>([
    ['the newest first', {}, 'dcba'],
    ['the oldest first', { orderBy: 'created_at' }, 'abcd'],
    ['by change', { orderBy: '-updated_at' }, 'badc'],
    ['a first page', { limit: 2 }, 'dc …'],
    ['a page that just fits', { limit: 4 }, 'dcba'],
    ['a next page', { limit: 2, startingAfter: 'c' }, 'ba'],
    ['a middle page', { limit: 1, startingAfter: 'd' }, 'c …'],
    ['after the last', { startingAfter: 'a' }, ''],
    ['a page before', { limit: 2, endingBefore: 'a' }, 'cb …'],
    ['the first page before', { limit: 5, endingBefore: 'b' }, 'dc'],
    ['a page before that just fits', { limit: 2, endingBefore: 'b' }, 'dc'],
    ['before the first', { endingBefore: 'd' }, ''],
    ['a span', { minCreated: 2, maxCreated: 3 }, 'dc'],
    ['a span of changes', { minUpdated: 7, maxUpdated: 8 }, 'da'],
  ])('has %s', (_name, query, expected) => {
    expect(page(query)).toBe(expected)
  })

  it.each<[string, Partial<PageQuery>, string]>([
    ['listed', {}, 'dba'],
    ['listed where that is asked for', { includeArchived: true }, 'dcba'],
    ['gone on from', { startingAfter: 'c' }, 'ba'],
    ['gone back from', { endingBefore: 'c' }, 'd'],
    ['gone on from, out of the span that is asked for', { startingAfter: 'd', maxCreated: 1, limit: 1 }, 'b …'],
  ])('has an archived one: %s', (_name, query, expected) => {
    const { items, hasMore } = paged(
      'subscription',
      rows,
      { mode: 'test', limit: 10, orderBy: '-created_at', ...query },
      ({ key }) => key === 'c',
    )
    expect(`${items.map(({ key }) => key).join('')}${hasMore ? ' …' : ''}`).toBe(expected)
  })

  it('refuses a cursor that is none', () => {
    expect(() => page({ startingAfter: 'x' })).toThrow("There is no subscription 'x' to go on from")
  })
})
