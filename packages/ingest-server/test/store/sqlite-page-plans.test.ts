import { describe, expect, it } from 'vitest'
import { NO_CHANGES } from '../../src/store/no-changes.ts'
import type { Reads } from '../../src/store/store.ts'
import { testListPlans } from '../support/list-plans.ts'
import { openPlans } from '../support/sqlite-plans.ts'

testListPlans({
  open: openPlans,
  indexOf: (plan) => /(?:SEARCH|SCAN) t USING (?:COVERING )?INDEX (\S+)(?!.*SEARCH t USING)/.exec(plan)?.[1] ?? null,
  isDeep: /(?:created_at|updated_at),key\)[<>]/,
  sorts: /TEMP B-TREE/,
  names: {
    'customers by customer_key': 'sqlite_autoindex_customers_2',
    'partners by key': 'sqlite_autoindex_partners_1',
    'partners by partner_key': 'sqlite_autoindex_partners_3',
    'rewards by key': 'sqlite_autoindex_rewards_1',
  },
})

describe('a look-up', () => {
  it.each<[string, (reads: Reads) => Promise<unknown>, RegExp[]]>([
    [
      'a partner',
      (reads) => reads.partnership('production', 'x'),
      [/autoindex_partners_3/, /autoindex_partners_1/, /partners_email/],
    ],
    ["a partner's token", (reads) => reads.partnerByToken('x'), [/autoindex_partners_2/]],
    ['a group', (reads) => reads.group('production', 'x'), [/autoindex_groups_2/, /autoindex_groups_1/]],
    [
      'a deal',
      (reads) => reads.prospect('production', 'deal', 'x'),
      [/autoindex_prospects_1/, /prospects_external_key/],
    ],
  ])('knows %s by its name', async (_what, ask, indexes) => {
    const plans = await openPlans(NO_CHANGES)
    const found = await plans.of(() => ask(plans.reads))
    await plans.close()
    expect(found).toHaveLength(indexes.length)
    indexes.forEach((index, n) => expect(found[n]).toMatch(index))
    expect(found.join('; ')).not.toMatch(/SCAN t\b/)
  })
})
