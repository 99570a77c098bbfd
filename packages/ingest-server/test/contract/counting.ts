/** Read, wait, write: what loses counts wherever callers do not take turns. */
import type { Store, Tx } from '../../src/store/store.ts'
import { changes } from '../support/rows.ts'

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1))

/** Reads a customer's count, lets others have a go, and writes it one higher. */
export async function addOne(store: Store, wait: () => Promise<void> = pause): Promise<void> {
  await store.atomically(async (tx: Tx) => {
    const { customers } = await tx.load('production', { customers: ['cus_1'] })
    const [row] = customers
    if (!row) throw new Error('no customer to count on')
    await wait()
    await tx.save(changes({ customers: [{ ...row, meta: { count: Number(row.meta['count'] ?? 0) + 1 } }] }))
  })
}
