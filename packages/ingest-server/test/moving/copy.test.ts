/** Moving an installation: every row, once, also when it is stopped on the way; never into somebody else's. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { copyStore, finishCopy, sumOf } from '../../src/moving/copy.ts'
import { sqliteStore } from '../../src/store/sqlite.ts'
import { TABLE_NAMES } from '../../src/store/table-order.ts'
import type { Store } from '../../src/store/store.ts'
import { CUSTOMERS, fill } from '../support/filled-store.ts'
import { changes, customerRow, groupRow, partnerRow } from '../support/rows.ts'

let folder: string
let from: Store
let to: Store
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'copy-'))
  from = sqliteStore({ file: join(folder, 'from.db') })
  to = sqliteStore({ file: join(folder, 'to.db') })
  await fill(from)
})
afterEach(async () => {
  await Promise.all([from.close(), to.close()])
  await rm(folder, { recursive: true, force: true })
})

const sums = async (store: Store): Promise<unknown> =>
  Object.fromEntries(await Promise.all(TABLE_NAMES.map(async (table) => [table, await sumOf(store, table)] as const)))

/** A store that stops answering after so many pieces were written to it. */
const stopping = (store: Store, after: number): Store => {
  let writes = 0
  return {
    ...store,
    atomically: (work) =>
      ++writes > after ? Promise.reject(new Error('the plug was pulled')) : store.atomically(work),
  }
}

describe('a copy', () => {
  it('has every row of every table, and leaves no trace of itself', async () => {
    await copyStore(from, to, () => undefined)
    await finishCopy(to)
    expect(await sums(to)).toEqual(await sums(from))
    expect((await sumOf(to, 'customers')).rows).toBe(CUSTOMERS)
    expect((await sumOf(to, 'settings')).rows).toBe(2)
    for (const table of TABLE_NAMES) expect((await sumOf(to, table)).rows, table).toBeGreaterThan(0)
    expect(await to.settings('production')).toEqual({ currency: 'EUR' })
  })

  it.each([1, 3, 5, 8])('that was stopped after %d pieces goes on there, and ends the same', async (pieces) => {
    await expect(copyStore(from, stopping(to, pieces), () => undefined)).rejects.toThrow('the plug was pulled')
    const written: number[] = []
    await copyStore(from, to, ({ table, rows }) => table === 'customers' && written.push(rows))
    await finishCopy(to)
    expect(await sums(to)).toEqual(await sums(from))
    if (pieces === 8) expect(written.at(-1)).toBeLessThan(CUSTOMERS)
  })

  it('tells of rows as they are written', async () => {
    const told: string[] = []
    await copyStore(from, to, ({ table, rows }) => told.push(`${table} ${rows}`))
    expect(told).toEqual(expect.arrayContaining(['customers 1000', 'customers 2000', 'customers 2500']) as string[])
  })

  it('refuses a database that holds something else', async () => {
    await to.atomically((tx) =>
      tx.save(changes({ groups: [groupRow()], partners: [partnerRow({ partnerKey: 'eve' })] })),
    )
    await expect(copyStore(from, to, () => undefined)).rejects.toMatchObject({
      code: 'KEY_TAKEN',
      message: expect.stringContaining('empty database') as string,
    })
    expect((await sumOf(to, 'customers')).rows).toBe(0)
  })

  it('is told from its source by one changed byte', async () => {
    await copyStore(from, to, () => undefined)
    await to.atomically((tx) =>
      tx.save(
        changes({
          customers: [customerRow({ key: 'cus_7', customerKey: 'c7', emailKey: 'c7@shop.test', meta: { n: 8 } })],
        }),
      ),
    )
    expect(await sumOf(to, 'customers')).not.toEqual(await sumOf(from, 'customers'))
    expect((await sumOf(to, 'customers')).rows).toBe(CUSTOMERS)
  })
})
