/** Part of the store's contract: whether a mode has room for what is restored into it, and making some. */
import { describe, expect, it } from 'vitest'
import { changes, customerRow, ground, groupRow, partnerRow } from '../support/rows.ts'
import type { StoreUnderTest } from './store.ts'

export function testRestoring(current: () => StoreUnderTest): void {
  const NAMES = ['groups', 'partners', 'customers', 'payments'] as const
  const other = changes({
    groups: [groupRow({ key: 'grup_t', mode: 'test' })],
    partners: [partnerRow({ key: 'part_t', groupKey: 'grup_t', mode: 'test' })],
    customers: [customerRow({ key: 'cus_t', mode: 'test' })],
  })

  describe('restoring', () => {
    it('is told which tables hold rows of the mode', async () => {
      expect(await current().store.filled('production', NAMES)).toEqual([])
      await current().store.atomically((tx) => tx.save(ground()))
      expect(await current().store.filled('production', NAMES)).toEqual(['groups', 'partners', 'customers'])
      expect(await current().store.filled('test', NAMES)).toEqual([])
    })

    it('makes room in its own mode, parents last, and leaves the other alone', async () => {
      await current().store.atomically((tx) => tx.save(ground()))
      await current().store.atomically((tx) => tx.save(other))
      await current().store.clear('production', NAMES)
      expect(await current().store.filled('production', NAMES)).toEqual([])
      expect(await current().store.filled('test', NAMES)).toEqual(['groups', 'partners', 'customers'])
    })
  })
}
