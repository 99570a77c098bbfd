/** Part of the store's contract: every row of every table can be read out, in the order of its key, piece by piece. */
import { describe, expect, it } from 'vitest'
import type { DumpedRow } from '../../src/store/store.ts'
import type { TableName } from '../../src/store/table-order.ts'
import { changes, customerRow, deliveryRow, ground, partnerRow, platformIdRow } from '../support/rows.ts'
import type { StoreUnderTest } from './store.ts'

export function testDump(current: () => StoreUnderTest): void {
  const all = async (table: TableName, limit: number): Promise<DumpedRow[]> => {
    const rows: DumpedRow[] = []
    for (;;) {
      const page = await current().store.dump(table, rows.at(-1) ?? null, limit)
      rows.push(...page)
      if (page.length < limit) return rows
    }
  }

  describe('dump', () => {
    it.each([1, 2, 100])('reads every row once, in the order of its key, %d at a time', async (limit) => {
      const customers = ['cus_b', 'cus_a', 'cus_B', 'cus_ä'].map((key) => customerRow({ key, customerKey: key }))
      await current().store.atomically((tx) => tx.save({ ...ground(), customers }))
      expect((await all('customers', limit)).map(({ row }) => (row as { key: string }).key)).toEqual([
        'cus_B',
        'cus_a',
        'cus_b',
        'cus_ä',
      ])
      expect((await all('partners', limit)).map(({ row }) => row)).toEqual([partnerRow()])
    })

    it('reads tables whose key has several columns, of both modes', async () => {
      const ids = [
        platformIdRow({ id: 'b' }),
        platformIdRow({ id: 'a', provider: 'stripe' }),
        platformIdRow({ id: 'a', provider: '' }),
      ]
      await current().store.atomically((tx) => tx.save({ ...ground(), platformIds: ids }))
      await current().store.putSetting({ mode: 'test', name: 'currency', value: 'EUR' })
      await current().store.putSetting({ mode: 'production', name: 'currency', value: 'USD' })
      expect((await all('platformIds', 1)).map(({ row }) => row)).toEqual([ids[2], ids[1], ids[0]])
      expect((await all('settings', 1)).map(({ row }) => (row as { mode: string }).mode)).toEqual([
        'production',
        'test',
      ])
    })

    it('reads deliveries with their bodies, byte for byte', async () => {
      const body = Uint8Array.from({ length: 256 }, (_, byte) => byte)
      await current().store.atomically((tx) => tx.save(changes({ deliveries: [{ row: deliveryRow(), body }] })))
      const [dumped] = await all('deliveries', 10)
      expect(dumped?.row).toEqual(deliveryRow())
      expect(Buffer.from(dumped?.body ?? [])).toEqual(Buffer.from(body))
    })
  })
}
