/** No read walks more than it shows: on SQLite every list and look-up is a walk along an index, however much there is. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NO_CHANGES } from '../../src/store/no-changes.ts'
import type { OrderBy } from '../../src/store/queries.ts'
import type { Reads } from '../../src/store/store.ts'
import { openPlans, type Plans } from '../support/sqlite-plans.ts'

let plans: Plans
let reads: Reads
beforeAll(async () => {
  plans = await openPlans(NO_CHANGES)
  reads = plans.reads
})
afterAll(() => plans.close())
const plansOf = (read: () => Promise<unknown>): Promise<string[]> => plans.of(read)

const page = (orderBy: OrderBy) => ({ mode: 'production', limit: 10, orderBy }) as const

describe('a read', () => {
  it.each<[string, () => Promise<unknown>, RegExp]>([
    [
      'of transactions, newest first',
      () => reads.transactions(page('-created_at')),
      /^SEARCH t USING INDEX payments_created/,
    ],
    [
      'of transactions by last change',
      () => reads.transactions(page('-updated_at')),
      /^SEARCH t USING INDEX payments_updated/,
    ],
    [
      'of transactions of a customer',
      () => reads.transactions({ ...page('created_at'), customer: 'c' }),
      /^SEARCH t USING INDEX payments_customer/,
    ],
    [
      'of transactions of a partner',
      () => reads.transactions({ ...page('created_at'), partnerKey: 'p' }),
      /^SEARCH t USING INDEX payments_partner/,
    ],
    ['of customers', () => reads.customers(page('created_at')), /^SEARCH t USING INDEX customers_created/],
    [
      'of customers by last change',
      () => reads.customers(page('-updated_at')),
      /^SEARCH t USING INDEX customers_updated/,
    ],
    [
      'of customers of a partner',
      () => reads.customers({ ...page('-created_at'), partnerKey: 'p' }),
      /customers_partner/,
    ],
    [
      'of deliveries',
      () => reads.deliveries({ mode: 'production', limit: 10 }),
      /^SEARCH t USING INDEX deliveries_seen/,
    ],
    [
      'of deliveries of a platform',
      () => reads.deliveries({ mode: 'production', limit: 10, provider: 'p', states: ['applied'] }),
      /^SEARCH t USING INDEX deliveries_seen/,
    ],
    [
      'of the audit log',
      () => reads.auditLog({ mode: 'production', limit: 10, startingAfter: 'x' }),
      /^SEARCH t USING INDEX audit_mode/,
    ],
    [
      'of the audit log of one subject',
      () => reads.auditLog({ mode: 'production', limit: 10, subject: 's', startingAfter: 'x' }),
      /^SEARCH t USING INDEX audit_subject/,
    ],
  ])('%s walks an index in its order and stops', async (_what, read, index) => {
    const [plan = '', ...more] = await plansOf(read)
    expect(more).toEqual([])
    expect(plan).toMatch(index)
    expect(plan).not.toMatch(/TEMP B-TREE|SCAN t/)
  })

  it.each([
    ['payments', /SEARCH t USING INDEX payments_customer/],
    ['rewards', /SEARCH t USING INDEX sqlite_autoindex_rewards_1/],
  ] as const)('of what the %s of a customer add up to looks at those only', async (of, index) => {
    const plan = (await plansOf(() => reads.totals(of, { mode: 'production', customer: 'c' }))).join('; ')
    expect(plan).toMatch(index)
    expect(plan).not.toMatch(/payments_created|rewards_listed|SCAN t\b/)
  })

  it('of what needs attention looks at what is open only, however much was done', async () => {
    const plans = (await plansOf(() => reads.attention('production', 0))).join('; ')
    expect(plans).toMatch(/USING INDEX deliveries_failed/)
    expect(plans).toMatch(/USING INDEX rewards_unpaid/)
    expect(plans).not.toMatch(/deliveries_seen|rewards_listed/)
  })

  it.each<[string, () => Promise<unknown>, RegExp[]]>([
    [
      'a transaction',
      () => reads.transaction('production', 'x'),
      [/payments_given_key/, /payments_identity/, /sqlite_autoindex_payments_1/],
    ],
    [
      'a customer',
      () => reads.customer('production', 'x'),
      [/autoindex_customers_2/, /autoindex_customers_1/, /customers_email/],
    ],
    [
      'customers by a few letters',
      () => reads.searchCustomers('production', 'x', 10),
      [/autoindex_customers_2/, /autoindex_customers_1/, /^SEARCH i /, /customers_email/],
    ],
    ['a delivery', () => reads.delivery('x'), [/autoindex_deliveries_1/]],
    [
      'the subscriptions of a customer',
      () => reads.subscriptions('production', 'c', true),
      [/^SEARCH t USING INDEX sqlite_autoindex_subscriptions_1/],
    ],
  ])('of %s looks it up by its name', async (_what, read, indexes) => {
    const plans = await plansOf(read)
    expect(plans).toHaveLength(indexes.length)
    indexes.forEach((index, n) => expect(plans[n]).toMatch(index))
    expect(plans.join('; ')).not.toMatch(/SCAN t\b|payments_created/)
  })

  it.each<[string, () => Promise<unknown>, RegExp]>([
    ['figures', () => reads.figures('production', [[0, 3_600_000]]), /^SCAN json_each.*SEARCH r USING PRIMARY KEY/],
    [
      'the first partners of a year',
      () => reads.topPartners('production', [86_400_000, 31_536_000_000], 10),
      /(?:SEARCH r USING PRIMARY KEY \(test=\? AND span=\? AND at>\? AND at<\?\).*){3}/,
    ],
    [
      'totals of a partner',
      () => reads.totals('rewards', { mode: 'production', partnerKey: 'p' }),
      /^SEARCH r USING INDEX sums_partner \(partner_key=\?\)/,
    ],
  ])('of %s looks at sums and figures that are kept, and at nothing else', async (_what, read, sums) => {
    const plan = (await plansOf(read)).at(-1) ?? ''
    expect(plan).toMatch(sums)
    expect(plan).not.toMatch(/\bt USING/)
  })
})
