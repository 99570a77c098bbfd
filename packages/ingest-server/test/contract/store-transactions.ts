/** Part of the store's contract: all or nothing, one at a time, durable, and unique by the database's own hand. */
import { spawn } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import type { CustomerRow } from '../../src/store/rows.ts'
import type { Changes, Store } from '../../src/store/store.ts'
import {
  changes,
  clickRow,
  customerRow,
  deliveryRow,
  ground,
  groupRow,
  linkRow,
  partnerRow,
  paymentRow,
  platformIdRow,
} from '../support/rows.ts'
import { addOne } from './counting.ts'
import type { StoreUnderTest } from './store.ts'

const theCustomer = async (store: Store): Promise<CustomerRow | undefined> => {
  const view = await store.customer('production', 'c1')
  return view === null || view === 'several' ? undefined : view.customer
}
const countOf = async (store: Store): Promise<unknown> => (await theCustomer(store))?.meta['count']

function countInProcess(url: string, times: number): Promise<number | null> {
  const script = new URL('./counter-process.ts', import.meta.url).pathname
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, url, String(times)], {
    stdio: 'inherit',
  })
  return new Promise((resolve) => child.on('exit', resolve))
}

export function testTransactions(current: () => StoreUnderTest): void {
  const save = (what: Changes): Promise<void> => current().store.atomically((tx) => tx.save(what))

  describe('transactions', () => {
    it('let callers take turns: forty at once lose no count', async () => {
      await save(ground())
      await Promise.all(Array.from({ length: 40 }, () => addOne(current().store)))
      expect(await countOf(current().store)).toBe(40)
    })

    it('let processes take turns: three of them lose no count', async () => {
      await save(ground())
      const codes = await Promise.all([0, 1, 2].map(() => countInProcess(current().url, 25)))
      expect(codes).toEqual([0, 0, 0])
      expect(await countOf(current().store)).toBe(75)
    })

    it('write nothing when their work throws, and the next caller goes on', async () => {
      await save(ground())
      const failing = current().store.atomically(async (tx) => {
        await tx.save(changes({ customers: [customerRow({ name: 'half' })], payments: [paymentRow()] }))
        throw new Error('on purpose')
      })
      const next = addOne(current().store)
      await expect(failing).rejects.toThrow('on purpose')
      await next
      expect(await theCustomer(current().store)).toMatchObject({
        name: null,
        meta: { count: 1 },
      })
      expect(await current().store.transaction('production', 'ch_1')).toBeNull()
    })

    it('show nothing to readers before they are committed, and all of it after', async () => {
      let seen: unknown = 'not asked'
      await current().store.atomically(async (tx) => {
        await tx.save(ground())
        seen = await current().store.customer('production', 'c1')
      })
      expect(seen).toBeNull()
      expect(await current().store.customer('production', 'c1')).not.toBeNull()
    })

    it('are there after closing and opening again', async () => {
      await save(ground())
      await save(changes({ payments: [paymentRow()] }))
      const again = await current().reopen()
      expect((await again.transaction('production', 'ch_1'))?.payment).toEqual(paymentRow())
      await again.close()
    })

    it.each([1, 19, 20, 21, 45])(
      'write %d rows at once as they write each by itself, new ones and others',
      async (count) => {
        const rows = (amount: number): Changes =>
          changes({
            payments: Array.from({ length: count }, (_, n) =>
              paymentRow({ key: `tran_${n}`, sourceKey: `ch_${n}`, amount: amount + n, metadata: { n } }),
            ),
          })
        const load = async () => {
          const names = Array.from({ length: count }, (_, n) => `tran_${n}`)
          const { payments } = await current().store.atomically((tx) => tx.load('production', { payments: names }))
          return payments.toSorted((one, two) => one.amount - two.amount)
        }
        await save({ ...ground(), payments: rows(1_000).payments.slice(0, 7) })
        await save(rows(2_000))
        expect(await load()).toEqual(rows(2_000).payments)
      },
    )

    it('note when a customer first paid, and leave all else of it', async () => {
      await save(ground())
      await save(changes({ paid: [{ customer: 'cus_1', at: 5_000 }] }))
      expect(await theCustomer(current().store)).toEqual(customerRow({ paidAt: 5_000 }))
    })

    it('answer with what their work returned', async () => {
      expect(await current().store.atomically(() => 'this')).toBe('this')
    })
  })

  describe('uniqueness is the database’s own', () => {
    const partner2 = partnerRow({ key: 'part_2', partnerKey: 'bob', email: 'bob@partners.test' })
    it.each<[string, Partial<Changes>, Partial<Changes>]>([
      ['a customer_key', {}, { customers: [customerRow({ key: 'cus_2' })] }],
      ['a partner_key', {}, { partners: [partnerRow({ key: 'part_2' })] }],
      ['a group’s slug', {}, { groups: [groupRow({ key: 'grup_2' })] }],
      ['a link’s path', { links: [linkRow()] }, { links: [linkRow({ key: 'link_2' })] }],
      ['a platform’s payment', { payments: [paymentRow()] }, { payments: [paymentRow({ key: 'tran_2' })] }],
      [
        'a given key',
        { payments: [paymentRow({ givenKey: 'order-1' })] },
        { payments: [paymentRow({ key: 'tran_2', sourceKey: 'ch_2', givenKey: 'order-1' })] },
      ],
      [
        'an event id',
        { deliveries: [{ row: deliveryRow(), body: new Uint8Array([1]) }] },
        { deliveries: [{ row: deliveryRow({ key: 'dlv_2' }), body: new Uint8Array([2]) }] },
      ],
    ])('of %s: the second writes nothing at all', async (_what, first, second) => {
      await save({ ...ground(), ...first })
      await expect(save({ ...changes(), ...second, clicks: [clickRow()] })).rejects.toThrow()
      const { clicks } = await current().store.atomically((tx) => tx.load('production', { xids: ['x1'] }))
      expect(clicks).toEqual([])
    })

    it.each<[string, Changes, Changes]>([
      [
        'customer_key in the other mode',
        ground(),
        changes({
          groups: [groupRow({ key: 'grup_2', mode: 'test' })],
          partners: [partnerRow({ key: 'part_2', mode: 'test', groupKey: 'grup_2' })],
          customers: [customerRow({ key: 'cus_2', mode: 'test' })],
        }),
      ],
      [
        'payment id of another account',
        { ...ground(), payments: [paymentRow()] },
        changes({ payments: [paymentRow({ key: 'tran_2', account: 'acct_2' })] }),
      ],
      [
        'payment id of another platform',
        { ...ground(), payments: [paymentRow()] },
        changes({ payments: [paymentRow({ key: 'tran_2', source: 'chargebee' })] }),
      ],
      [
        'event id of another account',
        { ...ground(), deliveries: [{ row: deliveryRow(), body: new Uint8Array([1]) }] },
        changes({ deliveries: [{ row: deliveryRow({ key: 'dlv_2', account: 'acct_2' }), body: new Uint8Array([1]) }] }),
      ],
    ])('allows the same %s', async (_what, first, second) => {
      await save(first)
      await expect(save(second)).resolves.toBeUndefined()
    })

    it.each<[string, Changes]>([
      ['a customer whose partner is not there', changes({ customers: [customerRow({ partnerKey: 'nobody' })] })],
      ['a transaction whose customer is not there', changes({ payments: [paymentRow({ customer: 'cus_none' })] })],
      ['a recorded transaction without a customer', changes({ payments: [paymentRow({ customer: null })] })],
      [
        'a platform id of a customer that is not there',
        changes({ platformIds: [platformIdRow({ customer: 'cus_none' })] }),
      ],
      ['a link of a partner that is not there', changes({ links: [linkRow({ partnerKey: 'nobody' })] })],
    ])('refuses %s', async (_what, what) => {
      await expect(save(what)).rejects.toThrow()
    })

    it('takes a row’s place under the same key', async () => {
      await save({ ...ground(), partners: [partnerRow(), partner2] })
      await save(changes({ customers: [customerRow({ name: 'Ada', partnerKey: 'bob' })] }))
      expect(await current().store.customer('production', 'c1')).toEqual({
        customer: customerRow({ name: 'Ada', partnerKey: 'bob' }),
        partner: partner2,
      })
    })
  })
}
