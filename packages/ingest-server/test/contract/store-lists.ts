/** Part of the store's contract: lists by cursor skip nothing and repeat nothing, in any order, forwards and backwards. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CustomersQuery, OrderBy, PageQuery, TransactionsQuery } from '../../src/store/queries.ts'
import { changes, customerRow, ground, groupRow, partnerRow, paymentRow } from '../support/rows.ts'
import type { StoreUnderTest } from './store.ts'

const ORDERS: OrderBy[] = ['created_at', '-created_at', 'updated_at', '-updated_at']

export function testLists(current: () => StoreUnderTest): void {
  const keysOf = async (
    query: Partial<TransactionsQuery>,
  ): Promise<{ readonly keys: string[]; readonly hasMore: boolean }> => {
    const page = await current().store.transactions({
      mode: 'production',
      limit: 250,
      orderBy: '-created_at',
      ...query,
    })
    return { keys: page.items.map(({ payment }) => payment.key), hasMore: page.hasMore }
  }

  describe('lists', () => {
    it('walk every row once, whatever shares a time, forwards and backwards', async () => {
      const property = fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })), {
          minLength: 1,
          maxLength: 25,
        }),
        fc.constantFrom(...ORDERS),
        fc.integer({ min: 1, max: 7 }),
        async (moments, orderBy, limit) => {
          const rows = moments.map(([createdAt, updatedAt], n) =>
            paymentRow({ key: `tran_${String(n).padStart(2, '0')}`, sourceKey: `ch_${n}`, createdAt, updatedAt }),
          )
          const standing = (await keysOf({ includeArchived: true })).keys
          const removed = standing.map((key) => paymentRow({ key }))
          await current().store.atomically((tx) =>
            tx.save({ ...ground(), payments: rows, removed: { ...changes().removed, payments: removed } }),
          )

          const time = (row: (typeof rows)[number]): number =>
            orderBy.endsWith('updated_at') ? row.updatedAt : row.createdAt
          const sign = orderBy.startsWith('-') ? -1 : 1
          const expected = [...rows]
            .sort((a, b) => sign * (time(a) - time(b) || (a.key < b.key ? -1 : 1)))
            .map(({ key }) => key)

          const forwards: string[] = []
          for (let more = true; more;) {
            const last = forwards.at(-1)
            const page = await keysOf({ orderBy, limit, ...(last === undefined ? {} : { startingAfter: last }) })
            forwards.push(...page.keys)
            more = page.hasMore
          }
          expect(forwards).toEqual(expected)

          const backwards: string[] = []
          for (let more = true; more;) {
            const page = await keysOf({ orderBy, limit, endingBefore: backwards[0] ?? expected.at(-1) ?? '' })
            backwards.unshift(...page.keys)
            more = page.hasMore
          }
          expect(backwards).toEqual(expected.slice(0, -1))
        },
      )
      await fc.assert(property, { numRuns: 40 })
    })

    it.each<[string, Partial<PageQuery>, string[]]>([
      ['both ends of a span of creation', { minCreated: 200, maxCreated: 300 }, ['tran_3', 'tran_2']],
      ['both ends of a span of update', { minUpdated: 2_000, maxUpdated: 2_000 }, ['tran_2']],
      ['archived rows only when asked', { includeArchived: true }, ['tran_4', 'tran_3', 'tran_2', 'tran_1']],
      ['after an archived cursor', { startingAfter: 'tran_4' }, ['tran_3', 'tran_2', 'tran_1']],
    ])('show %s', async (_what, query, keys) => {
      const payments = [1, 2, 3, 4].map((n) =>
        paymentRow({
          key: `tran_${n}`,
          sourceKey: `ch_${n}`,
          createdAt: n * 100,
          updatedAt: n * 1_000,
          archived: n === 4 ? 'deleted' : null,
        }),
      )
      await current().store.atomically((tx) => tx.save({ ...ground(), payments }))
      expect((await keysOf(query)).keys).toEqual(keys)
    })

    it('show the transactions of one customer, of one partner, of one mode, and none that waits', async () => {
      const bob = partnerRow({ key: 'part_2', partnerKey: 'bob', email: 'bob@partners.test' })
      const second = customerRow({ key: 'cus_2', customerKey: 'c2', partnerKey: 'bob' })
      const payments = [
        paymentRow(),
        paymentRow({ key: 'tran_2', sourceKey: 'ch_2', customer: 'cus_2', partnerKey: 'bob' }),
        paymentRow({ key: 'tran_3', sourceKey: 'ch_3', customer: null, partnerKey: null, state: 'waiting' }),
      ]
      await current().store.atomically((tx) =>
        tx.save(changes({ ...ground(), partners: [partnerRow(), bob], customers: [customerRow(), second], payments })),
      )
      expect((await keysOf({})).keys).toEqual(['tran_2', 'tran_1'])
      expect((await keysOf({ customer: 'cus_2' })).keys).toEqual(['tran_2'])
      expect((await keysOf({ partnerKey: 'ada' })).keys).toEqual(['tran_1'])
      expect((await keysOf({ mode: 'test' })).keys).toEqual([])
    })

    it('show customers by key, partner and e-mail, and those that are flagged', async () => {
      const bob = partnerRow({ key: 'part_2', partnerKey: 'bob', email: 'bob@partners.test' })
      const customers = [1, 2, 3].map((n) =>
        customerRow({
          key: `cus_${n}`,
          customerKey: `c${n}`,
          emailKey: `c${n}@shop.test`,
          ...{ email: `C${n}@shop.test`, name: n === 1 ? 'Ada O’Neil' : null, providerKey: `cus_of_stripe_${n}` },
          partnerKey: n === 3 ? 'bob' : 'ada',
          archived: n === 2,
          flaggedAt: n === 3 ? 2_000 : null,
        }),
      )
      await current().store.atomically((tx) =>
        tx.save(changes({ groups: [groupRow()], partners: [partnerRow(), bob], customers })),
      )
      const keys = async (query: Partial<CustomersQuery>): Promise<string[]> =>
        (await current().store.customers({ mode: 'production', limit: 10, orderBy: 'created_at', ...query })).items.map(
          ({ customer }) => customer.customerKey,
        )
      expect(await keys({})).toEqual(['c1', 'c3'])
      expect(await keys({ includeArchived: true })).toEqual(['c1', 'c2', 'c3'])
      expect(await keys({ customerKeys: ['c1', 'c2', 'c9'] })).toEqual(['c1'])
      expect(await keys({ partnerKey: 'bob' })).toEqual(['c3'])
      expect(await keys({ email: 'c3@shop.test' })).toEqual(['c3'])
      for (const [search, found] of [
        ['3@SHOP', ['c3']],
        ['a o’n', ['c1']],
        ['stripe_3', ['c3']],
        ['c', ['c1', 'c3']],
        ['_1', ['c1']],
        ['%', []],
      ] as const)
        expect(await keys({ search }), search).toEqual(found)
      expect(await keys({ search: 'c', includeArchived: true, limit: 1, startingAfter: 'cus_1' })).toEqual(['c2'])
      expect(await keys({ flagged: true })).toEqual(['c3'])
      expect(await keys({ flagged: false })).toEqual(['c1'])
    })

    it.each([
      ['starting_after', { startingAfter: 'tran_none' }],
      ['ending_before', { endingBefore: 'tran_none' }],
    ])('refuse an unknown cursor, naming %s', async (name, query) => {
      await current().store.atomically((tx) => tx.save(ground()))
      await expect(keysOf(query)).rejects.toMatchObject({
        code: 'UNKNOWN_CURSOR',
        status: 400,
        message: expect.stringContaining(name) as string,
      })
    })

    it('know no cursor of the other mode', async () => {
      await current().store.atomically((tx) => tx.save({ ...ground(), payments: [paymentRow()] }))
      await expect(keysOf({ mode: 'test', startingAfter: 'tran_1' })).rejects.toMatchObject({ code: 'UNKNOWN_CURSOR' })
    })
  })
}
