/**
 * What every store promises, in full, on the real database. A driver's test is a call of `testStore` and nothing else: if a
 * driver cannot keep a promise, the promise changes for all of them.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../src/store/store.ts'
import { testAdmin } from './store-admin.ts'
import { testCondition } from './store-condition.ts'
import { testErasing } from './store-erasing.ts'
import { testDump } from './store-dump.ts'
import { testHooks } from './store-hooks.ts'
import { testImports } from './store-imports.ts'
import { testLists } from './store-lists.ts'
import { testLoad } from './store-load.ts'
import { testLoadRewards } from './store-load-rewards.ts'
import { testPartnerships } from './store-partnerships.ts'
import { testPurge } from './store-purge.ts'
import { testReads } from './store-reads.ts'
import { testReports } from './store-reports.ts'
import { testRestoring } from './store-restoring.ts'
import { testRewardReads } from './store-rewards.ts'
import { testTransactions } from './store-transactions.ts'

export interface StoreUnderTest {
  /** The store of a fresh database of its own. */
  readonly store: Store
  /** Another connection to the same database, as after a restart. */
  reopen(): Promise<Store>
  /** Runs `counter-process.ts` on the same database: a process that adds 1 to a customer's count, `times` times. */
  readonly url: string
  dispose(): Promise<void>
}

export function testStore(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`store: ${name}`, () => {
    let under: StoreUnderTest
    beforeEach(async () => {
      under = await open()
    })
    afterEach(() => under.dispose())
    const current = (): StoreUnderTest => under

    it('opens an empty database and finds nothing in it', async () => {
      expect(await current().store.apiKeys()).toEqual([])
      expect(await current().store.customer('production', 'nobody')).toBeNull()
    })
    testAdmin(current)
    testTransactions(current)
    testLoad(current)
    testLoadRewards(current)
    testReads(current)
    testRewardReads(current)
    testPartnerships(current)
    testReports(current)
    testLists(current)
    testPurge(current)
    testDump(current)
    testErasing(current)
    testCondition(current)
    testHooks(current)
    testImports(current)
    testRestoring(current)
  })
}
