/** How an engine goes about lists: of which nothing may cost what all rows would. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OrderBy, PageQuery } from '../../src/store/queries.ts'
import type { Changes, Reads } from '../../src/store/store.ts'
import * as tables from '../../src/store/tables.ts'
import { actionRow, hookRow, prospectRow, rewardRow, triggerRow } from './reward-rows.ts'
import { changes, customerRow, groupRow, linkRow, partnerRow, paymentRow } from './rows.ts'

/** An engine whose plans can be seen, with these rows in it. */
export interface PlannedReads {
  readonly reads: Reads
  run(sql: string): Promise<void>
  /** Has the engine count its rows, as it does by itself in time. */
  count(): Promise<void>
  /** The plans of what a read asks, in order. */
  of(read: () => Promise<unknown>): Promise<string[]>
  close(): Promise<void>
}

export interface Engine {
  open(rows: Changes): Promise<PlannedReads>
  /** By which index a plan finds or walks the rows that are listed; null for none. */
  indexOf(plan: string): string | null
  /** It begins where the cursor says. */
  readonly isDeep: RegExp
  readonly sorts: RegExp
  /** Of what a constraint made has a name of its own on each. */
  readonly names: Readonly<Record<string, string>>
}

/** More than are put in order for a page. */
const MANY = 10_050

const ground = (): Changes =>
  changes({
    groups: [groupRow(), groupRow({ key: 'grup_2', slug: 'silver', isDefault: false })],
    partners: [
      partnerRow(),
      partnerRow({ key: 'part_2', partnerKey: 'bob', email: 'bob@partners.test', groupKey: 'grup_2' }),
    ],
    customers: [
      customerRow(),
      customerRow({
        key: 'cus_2',
        flaggedAt: 1_000,
        customerKey: 'c2',
        emailKey: 'c2@shop.test',
        partnerKey: 'bob',
        updatedAt: 9_000_000,
      }),
    ],
    links: [linkRow()],
    payments: [
      paymentRow(),
      paymentRow({ key: 'tran_2', sourceKey: 'ch_2', customer: 'cus_2', partnerKey: 'bob', updatedAt: 9_000_000 }),
    ],
    triggers: [triggerRow()],
    actions: [actionRow(), actionRow({ key: 'act_2', customer: 'cus_2', partnerKey: 'bob' })],
    rewards: [
      rewardRow(),
      rewardRow({
        ...{ key: 'rwrd_2', payment: 'tran_2', cause: 'tran_2', customer: 'cus_2', partnerKey: 'bob' },
        ...{ status: 'declined', updatedAt: 9_000_000 },
      }),
    ],
    prospects: [prospectRow(), prospectRow({ key: 'deal_2', partnerKey: 'bob', externalKey: 'D2' })],
    hooks: [hookRow()],
  })

/** Many of a row, each with a time and names of its own. */
function manyOf(
  table: { readonly name: string; readonly columns: readonly { readonly name: string }[] },
  from: string,
  own: Readonly<Record<string, string>>,
): string {
  const named: Readonly<Record<string, string>> = {
    ...{ key: `'${from.replace('_1', '_0')}' || (100000 + n)`, created_at: '2000 + n', updated_at: '2000 + n' },
    ...own,
  }
  const columns = table.columns.map(({ name }) => name)
  const values = columns.map((name) => named[name] ?? `s.${name}`)
  return `WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < ${MANY})
    INSERT INTO ${table.name} (${columns.join(', ')})
    SELECT ${values.join(', ')} FROM c CROSS JOIN (SELECT * FROM ${table.name} WHERE key = '${from}') AS s`
}

const page = (orderBy: OrderBy, more: Partial<PageQuery> = {}) =>
  ({ mode: 'production', limit: 10, orderBy, ...more }) as const

type Ask = (reads: Reads, cursor: Partial<PageQuery>) => Promise<unknown>
type Case = [what: string, cursor: string, ask: Ask, index: string, orElse?: string]

/** Along an index that has the order. */
const WALKED: Case[] = [
  ['partners', 'part_1', (reads, at) => reads.partners(page('-created_at', at)), 'partners_created'],
  ['partners by change', 'part_1', (reads, at) => reads.partners(page('updated_at', at)), 'partners_updated'],
  ['groups', 'grup_1', (reads, at) => reads.groups(page('-created_at', at)), 'groups_created'],
  [
    'the many partners of a group',
    'part_1',
    (reads, at) => reads.partners({ ...page('-created_at', at), group: 'default' }),
    'partners_group',
    'partners_created',
  ],
  [
    'links of a partner',
    'link_1',
    (reads, at) => reads.linksOf({ ...page('-created_at', at), partnerKey: 'ada' }),
    'links_partner',
  ],
  [
    'the many deals of a partner',
    'deal_1',
    (reads, at) => reads.prospects({ ...page('created_at', at), kind: 'deal', partnerKey: 'ada' }),
    'prospects_partner',
    'prospects_created',
  ],
  [
    'deals',
    'deal_1',
    (reads, at) => reads.prospects({ ...page('-created_at', at), kind: 'deal' }),
    'prospects_created',
  ],
  [
    'deals by change',
    'deal_1',
    (reads, at) => reads.prospects({ ...page('-updated_at', at), kind: 'deal' }),
    'prospects_updated',
  ],
  ['triggers', 'trig_1', (reads, at) => reads.triggers(page('-created_at', at)), 'triggers_created'],
  ['actions', 'act_1', (reads, at) => reads.actions(page('-created_at', at)), 'actions_created'],
  ['actions by change', 'act_1', (reads, at) => reads.actions(page('updated_at', at)), 'actions_updated'],
  ['hooks', 'hook_1', (reads, at) => reads.hooks(page('-created_at', at)), 'hooks_created'],
  ['customers', 'cus_1', (reads, at) => reads.customers(page('-created_at', at)), 'customers_created'],
  ['customers by change', 'cus_1', (reads, at) => reads.customers(page('updated_at', at)), 'customers_updated'],
  ['transactions', 'tran_1', (reads, at) => reads.transactions(page('-created_at', at)), 'payments_created'],
  ['transactions by change', 'tran_1', (reads, at) => reads.transactions(page('-updated_at', at)), 'payments_updated'],
  ['rewards', 'rwrd_1', (reads, at) => reads.rewards(page('-created_at', at)), 'rewards_listed'],
  ['rewards by change', 'rwrd_1', (reads, at) => reads.rewards(page('updated_at', at)), 'rewards_updated'],
  [
    'the many customers of a partner',
    'cus_1',
    (reads, at) => reads.customers({ ...page('-created_at', at), partnerKey: 'ada' }),
    'customers_partner',
    'customers_created',
  ],
  [
    'the many customers of a partner by change',
    'cus_1',
    (reads, at) => reads.customers({ ...page('-updated_at', at), partnershipKey: 'part_1' }),
    'customers_updated',
  ],
  [
    'the many customers of a group',
    'cus_1',
    (reads, at) => reads.customers({ ...page('-created_at', at), group: 'default' }),
    'customers_created',
  ],
  [
    'customers of a long time by change',
    'cus_1',
    (reads, at) => reads.customers(page('updated_at', { minCreated: 1, maxCreated: 8_000_000, ...at })),
    'customers_updated',
  ],
  [
    'customers changed in a long time',
    'cus_1',
    (reads, at) => reads.customers(page('-created_at', { minUpdated: 1, ...at })),
    'customers_created',
  ],
  [
    'the many transactions of a customer',
    'tran_1',
    (reads, at) => reads.transactions({ ...page('created_at', at), customer: 'cus_1' }),
    'payments_customer',
    'payments_created',
  ],
  [
    'the many transactions of a customer by change',
    'tran_1',
    (reads, at) => reads.transactions({ ...page('-updated_at', at), customer: 'cus_1' }),
    'payments_updated',
  ],
  [
    'the many transactions of a partner',
    'tran_1',
    (reads, at) => reads.transactions({ ...page('-created_at', at), partnershipKey: 'part_1' }),
    'payments_partner',
    'payments_created',
  ],
  [
    'transactions changed in a long time',
    'tran_1',
    (reads, at) => reads.transactions(page('-created_at', { minUpdated: 1, ...at })),
    'payments_created',
  ],
  [
    'the many rewards of a status',
    'rwrd_1',
    (reads, at) => reads.rewards({ ...page('-created_at', at), statuses: ['pending'] }),
    'rewards_unpaid',
    'rewards_listed',
  ],
  [
    'the many rewards of two statuses',
    'rwrd_1',
    (reads, at) => reads.rewards({ ...page('created_at', at), statuses: ['hold', 'pending'] }),
    'rewards_listed',
  ],
  // Without an index of their own: see docs/decisions/rewards-by-currency-and-trigger.md. A page is full all the same after a few rows.
  [
    'the many rewards of a trigger',
    'rwrd_1',
    (reads, at) => reads.rewards({ ...page('-created_at', at), trigger: 'trig_1' }),
    'rewards_listed',
  ],
  [
    'the many rewards of a currency by change',
    'rwrd_1',
    (reads, at) => reads.rewards({ ...page('updated_at', at), currency: 'USD' }),
    'rewards_updated',
  ],
  [
    'the rewards of a trigger among a partner’s many',
    'rwrd_1',
    (reads, at) => reads.rewards({ ...page('-created_at', at), partnerKey: 'ada', trigger: 'trig_1', currency: 'USD' }),
    'rewards_partner',
    'rewards_listed',
  ],
  [
    'what a partner’s many rewards changed in a long time',
    'rwrd_1',
    (reads, at) => reads.rewards({ ...page('-created_at', { minUpdated: 1, ...at }), partnerKey: 'ada' }),
    'rewards_partner',
    'rewards_listed',
  ],
  [
    'the many actions of a customer by change',
    'act_1',
    (reads, at) => reads.actions({ ...page('updated_at', at), customer: 'cus_1' }),
    'actions_updated',
  ],
]

/** Few: by an index of what they have in common, and then put in order. */
const FOUND: Case[] = [
  [
    'flagged customers',
    'cus_2',
    (reads, at) => reads.customers({ ...page('-created_at', at), flagged: true }),
    'customers_flagged',
  ],
  [
    'customers by their keys',
    'cus_2',
    (reads, at) => reads.customers({ ...page('-created_at', at), customerKeys: ['c2', 'c3'] }),
    'customers by customer_key',
  ],
  [
    'customers by e-mail',
    'cus_2',
    (reads, at) => reads.customers({ ...page('created_at', at), email: 'c2@shop.test' }),
    'customers_email',
  ],
  [
    'the few customers of a group',
    'cus_2',
    (reads, at) => reads.customers({ ...page('-created_at', at), group: 'silver' }),
    'customers_partner',
  ],
  [
    'the few customers of a partner by change',
    'cus_2',
    (reads, at) => reads.customers({ ...page('updated_at', at), partnershipKey: 'part_2' }),
    'customers_partner',
  ],
  [
    'the few customers that changed of late',
    'cus_2',
    (reads, at) => reads.customers(page('created_at', { minUpdated: 8_000_000, ...at })),
    'customers_updated',
  ],
  [
    'the few customers of a day by change',
    'cus_2',
    (reads, at) => reads.customers(page('-updated_at', { maxCreated: 1_500, ...at })),
    'customers_created',
  ],
  [
    'the few transactions of a customer by change',
    'tran_2',
    (reads, at) => reads.transactions({ ...page('-updated_at', at), customer: 'cus_2' }),
    'payments_customer',
  ],
  [
    'the few transactions of a partner by change',
    'tran_2',
    (reads, at) => reads.transactions({ ...page('updated_at', at), partnerKey: 'bob' }),
    'payments_partner',
  ],
  [
    'the few transactions that changed of late',
    'tran_2',
    (reads, at) => reads.transactions(page('-created_at', { minUpdated: 8_000_000, ...at })),
    'payments_updated',
  ],
  [
    'rewards of a customer',
    'rwrd_2',
    (reads, at) => reads.rewards({ ...page('-created_at', at), customer: 'cus_2' }),
    'rewards by key',
  ],
  [
    'rewards of a payment',
    'rwrd_2',
    (reads, at) => reads.rewards({ ...page('-created_at', at), payment: 'tran_2' }),
    'rewards by key',
  ],
  [
    'the few rewards of a status by change',
    'rwrd_2',
    (reads, at) => reads.rewards({ ...page('-updated_at', at), statuses: ['declined'] }),
    'rewards_unpaid',
  ],
  [
    'the few rewards of two statuses',
    'rwrd_2',
    (reads, at) => reads.rewards({ ...page('created_at', at), statuses: ['declined', 'hold'] }),
    'rewards_unpaid',
  ],
  [
    'the few rewards of a partner among many of a status',
    'rwrd_2',
    (reads, at) => reads.rewards({ ...page('-updated_at', at), partnerKey: 'bob', statuses: ['declined', 'pending'] }),
    'rewards_partner',
  ],
  [
    'the few rewards that changed of late',
    'rwrd_2',
    (reads, at) => reads.rewards(page('created_at', { minUpdated: 8_000_000, ...at })),
    'rewards_updated',
  ],
  [
    'the few actions of a customer by change',
    'act_2',
    (reads, at) => reads.actions({ ...page('-updated_at', at), customer: 'cus_2' }),
    'actions_customer',
  ],
  [
    'partners by e-mail',
    'part_2',
    (reads, at) => reads.partners({ ...page('-created_at', at), email: 'bob@partners.test' }),
    'partners_email',
  ],
  [
    'partners by their keys',
    'part_2',
    (reads, at) => reads.partners({ ...page('-created_at', at), partnerKeys: ['bob'] }),
    'partners by partner_key',
  ],
  [
    'a partner by its key',
    'part_2',
    (reads, at) => reads.partners({ ...page('-created_at', at), partnershipKey: 'part_2' }),
    'partners by key',
  ],
  [
    'the few partners of a group by change',
    'part_2',
    (reads, at) => reads.partners({ ...page('-updated_at', at), group: 'silver' }),
    'partners_group',
  ],
  [
    'a deal by its external key',
    'deal_2',
    (reads, at) => reads.prospects({ ...page('-created_at', at), kind: 'deal', externalKey: 'D2' }),
    'prospects_external_key',
  ],
  [
    'the few deals of a partner by change',
    'deal_2',
    (reads, at) => reads.prospects({ ...page('-updated_at', at), kind: 'deal', partnerKey: 'bob' }),
    'prospects_partner',
  ],
]

export function testListPlans({ open, indexOf, isDeep, sorts, names }: Engine): void {
  let planned: PlannedReads
  beforeAll(async () => {
    planned = await open(ground())
    for (const sql of [
      manyOf(tables.partners, 'part_1', { partner_key: `'many' || n`, email: `'many' || n` }),
      manyOf(tables.customers, 'cus_1', { customer_key: `'many' || n`, email_key: `'many' || n` }),
      manyOf(tables.payments, 'tran_1', { source_key: `'many' || n` }),
      manyOf(tables.rewards, 'rwrd_1', { payment: 'NULL', cause: `'tran_0' || (100000 + n)` }),
      manyOf(tables.links, 'link_1', { path: `'many' || n` }),
      manyOf(tables.actions, 'act_1', {}),
      manyOf(tables.prospects, 'deal_1', {}),
    ])
      await planned.run(sql)
    await planned.count()
  })
  afterAll(() => planned.close())

  const indexed = (index: string): string => names[index] ?? index
  /** The last that is asked is the page. */
  const pageOf = async (read: () => Promise<unknown>): Promise<string> => (await planned.of(read)).at(-1) ?? ''

  describe('a list', () => {
    it.each<Case>(WALKED)(
      'of %s is walked along an index in its order, wherever it begins',
      async (_what, cursor, ask, index, orElse) => {
        const deep = [{ startingAfter: cursor }, { endingBefore: cursor }]
        for (const at of [{}, ...deep]) {
          const plan = await pageOf(() => ask(planned.reads, at))
          expect([index, orElse]).toContain(indexOf(plan))
          expect(plan).not.toMatch(sorts)
          if (deep.includes(at as never)) expect(plan).toMatch(isDeep)
        }
      },
    )

    it.each<Case>(FOUND)('of %s is found by an index of their own', async (_what, cursor, ask, index) => {
      for (const at of [{}, { startingAfter: cursor }, { endingBefore: cursor }]) {
        const plans = await planned.of(() => ask(planned.reads, at))
        expect(indexOf(plans.at(-1) ?? '')).toBe(indexed(index))
        expect(plans.join(';')).not.toMatch(/SCAN t\b|Seq Scan/)
      }
    })

    it('of nothing is not walked at all', async () => {
      const plans = await planned.of(() => planned.reads.customers({ ...page('-created_at'), group: 'nobody' }))
      expect(plans.map(indexOf)).toEqual(['customers_partner'])
    })
  })
}
