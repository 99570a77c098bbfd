/** A page far into a list costs what the first one costs: both are a walk along an index, from where the cursor says. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OrderBy } from '../../src/store/queries.ts'
import type { Reads } from '../../src/store/store.ts'
import { actionRow, hookRow, prospectRow, rewardRow, triggerRow } from '../support/reward-rows.ts'
import { changes, ground, linkRow, paymentRow } from '../support/rows.ts'
import { openPlans, type Plans } from '../support/sqlite-plans.ts'

let plans: Plans
beforeAll(async () => {
  const rewards = { triggers: [triggerRow()], actions: [actionRow()], rewards: [rewardRow()] }
  const others = { links: [linkRow()], payments: [paymentRow()], prospects: [prospectRow()], hooks: [hookRow()] }
  plans = await openPlans(changes({ ...ground(), ...rewards, ...others }))
})
afterAll(() => plans.close())

const page = (orderBy: OrderBy, startingAfter?: string) => ({
  ...({ mode: 'production', limit: 10, orderBy } as const),
  ...(startingAfter !== undefined && { startingAfter }),
})

type Ask = (reads: Reads, after?: string) => Promise<unknown>

describe('a list', () => {
  it.each<[what: string, cursor: string, ask: Ask, index: string]>([
    ['of partners', 'part_1', (reads, after) => reads.partners(page('-created_at', after)), 'partners_created'],
    [
      'of partners by change',
      'part_1',
      (reads, after) => reads.partners(page('updated_at', after)),
      'partners_updated',
    ],
    [
      'of partners of a group',
      'part_1',
      (reads, after) => reads.partners({ ...page('-created_at', after), group: 'default' }),
      'partners_group',
    ],
    ['of groups', 'grup_1', (reads, after) => reads.groups(page('-created_at', after)), 'groups_created'],
    [
      'of links of a partner',
      'link_1',
      (reads, after) => reads.linksOf({ ...page('-created_at', after), partnerKey: 'ada' }),
      'links_partner',
    ],
    [
      'of deals',
      'deal_1',
      (reads, after) => reads.prospects({ ...page('-created_at', after), kind: 'deal' }),
      'prospects_created',
    ],
    [
      'of deals by change',
      'deal_1',
      (reads, after) => reads.prospects({ ...page('-updated_at', after), kind: 'deal' }),
      'prospects_updated',
    ],
    [
      'of deals of a partner',
      'deal_1',
      (reads, after) => reads.prospects({ ...page('created_at', after), kind: 'deal', partnerKey: 'ada' }),
      'prospects_partner',
    ],
    ['of rewards', 'rwrd_1', (reads, after) => reads.rewards(page('-created_at', after)), 'rewards_created'],
    [
      'of rewards of a partner',
      'rwrd_1',
      (reads, after) => reads.rewards({ ...page('-created_at', after), partnerKey: 'ada' }),
      'rewards_partner',
    ],
    ['of triggers', 'trig_1', (reads, after) => reads.triggers(page('-created_at', after)), 'triggers_created'],
    ['of actions', 'act_1', (reads, after) => reads.actions(page('-created_at', after)), 'actions_created'],
    [
      'of actions of a partner',
      'act_1',
      (reads, after) => reads.actions({ ...page('-created_at', after), partnerKey: 'ada' }),
      'actions_partner',
    ],
    ['of hooks', 'hook_1', (reads, after) => reads.hooks(page('-created_at', after)), 'hooks_created'],
    ['of customers', 'cus_1', (reads, after) => reads.customers(page('-created_at', after)), 'customers_created'],
    ['of transactions', 'tran_1', (reads, after) => reads.transactions(page('-created_at', after)), 'payments_created'],
  ])('%s walks an index in its order, wherever it begins', async (_what, cursor, ask, index) => {
    const [first = ''] = await plans.of(() => ask(plans.reads))
    const [lookUp = '', deep = ''] = await plans.of(() => ask(plans.reads, cursor))
    for (const plan of [first, deep]) {
      expect(plan).toMatch(new RegExp(`^SEARCH t USING (COVERING )?INDEX ${index}\\b`))
      expect(plan).not.toMatch(/TEMP B-TREE|SCAN/)
    }
    expect(lookUp).toMatch(/^SEARCH \w+ USING INDEX sqlite_autoindex_\w+_1 \(key=\?\)/)
    expect(deep).toMatch(/created_at,key\)[<>]|updated_at,key\)[<>]/)
  })

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
    const found = await plans.of(() => ask(plans.reads))
    expect(found).toHaveLength(indexes.length)
    indexes.forEach((index, n) => expect(found[n]).toMatch(index))
    expect(found.join('; ')).not.toMatch(/SCAN t\b/)
  })
})
