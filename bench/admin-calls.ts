/** What each page of the dashboard calls when it is opened, and what its filters do. */
import { customerOf, partnerOf, type ProgramOptions } from './program.ts'

export interface Called {
  readonly method?: 'POST'
  readonly path: string
  readonly body?: object
}

export interface PageCalls {
  readonly page: string
  /** By what they are for; all that a page calls when it is opened, or one of its filters alone. */
  calls(n: number): Readonly<Record<string, Called>>
}

/** Rows of lists, to go on from and to look at. */
export interface Known {
  readonly transactions: readonly string[]
  readonly customers: readonly string[]
  readonly rewards: readonly string[]
  readonly deliveries: readonly string[]
  /** `part_…` of partners who brought customers, the one who brought most first. */
  readonly partnerships: readonly string[]
  readonly partnerPage: string
}

const DAY_MS = 86_400_000
const day = (ago: number): string => new Date(Date.now() - ago * DAY_MS).toISOString().slice(0, 10)
const get = (path: string): Called => ({ path: `/admin/api/production${path}` })
const post = (path: string, body: object): Called => ({ ...get(path), method: 'POST', body })
const among = (keys: readonly string[], n: number): string => keys[(n * 7) % keys.length] ?? ''

export function pagesOf({ customers, partners }: ProgramOptions, known: Known): PageCalls[] {
  const customer = (n: number): string => customerOf((n * 7_919) % customers)
  const partner = (n: number): string => partnerOf((n * 31) % partners)
  const since = (days: number): number => Date.now() - days * DAY_MS
  const list = (resource: string, query = ''): Called => get(`${resource}?limit=25&order_by=-created_at${query}`)
  const one = (page: string, call: (n: number) => Called): PageCalls => ({ page, calls: (n) => ({ list: call(n) }) })
  /** Of every group, for a choice or beside the names of partners. */
  const groups = get('/groups?limit=250&order_by=created_at')
  const home = (days: number): Called => get(`/home?from=${day(days - 1)}&to=${day(0)}&zone=Europe/Berlin`)
  return [
    one('Every page', () => ({ path: '/admin/api/session' })),
    { page: 'Home', calls: () => ({ figures: home(30), attention: get('/attention') }) },
    one('Home, a week', () => home(7)),
    one('Home, three months', () => home(90)),
    one('Home, a year', () => home(365)),
    one('Home, a year of India', () => get(`/home?from=${day(364)}&to=${day(0)}&zone=Asia/Kolkata`)),
    { page: 'All Partners', calls: () => ({ list: list('/partnerships'), groups }) },
    one('All Partners, by change', () => get('/partnerships?limit=25&order_by=-updated_at')),
    one('All Partners, in a group', () => list('/partnerships', '&group=default')),
    one('All Partners, found by letters', (n) => list('/partnerships', `&search=${partner(n)}`)),
    one('All Partners, found by letters of nobody', () => list('/partnerships', '&search=nobody')),
    {
      page: 'Partner',
      calls: (n) => ({
        partner: get(`/partnerships/${partner(n)}?include_archived=true`),
        links: get(`/links/${partner(n)}?limit=100&include_archived=true`),
        customers: get(`/customers?limit=5&partnership_key=${among(known.partnerships, n)}`),
        transactions: get(
          `/transactions?limit=5&partnership_key=${among(known.partnerships, n)}&include_archived=true`,
        ),
        rewards: get(`/rewards?limit=5&partnership_key=${among(known.partnerships, n)}&include_archived=true`),
        story: get(`/partnerships/${partner(n)}/story`),
      }),
    },
    { page: 'Customers', calls: () => ({ list: list('/customers'), groups }) },
    one('Customers, somewhere', (n) => list('/customers', `&starting_after=${among(known.customers, n)}`)),
    one('Customers, by change', () => get('/customers?limit=25&order_by=-updated_at')),
    one('Customers, of a partner', (n) => list('/customers', `&partner_key=${partner(n)}`)),
    one('Customers, of a group', () => list('/customers', '&group=default')),
    one('Customers, flagged (none)', () => list('/customers', '&flagged=true')),
    one('Customers, found by letters', (n) => list('/customers', `&search=${customer(n)}`)),
    one('Customers, found by letters of nobody', () => list('/customers', '&search=nobody')),
    one('Customers, found by key', (n) => list('/customers', `&customer_key=${customer(n)}`)),
    one('Anything, found', (n) => get(`/search?q=${n % 2 === 0 ? customer(n) : `cus_bench${n * 91}`}`)),
    {
      page: 'Customer',
      calls: (n) => ({
        customer: get(`/customers/${customer(n)}?include_archived=true`),
        story: get(`/customers/${customer(n)}/story`),
        transactions: get(`/transactions?limit=10&customer_key=${customer(n)}&include_archived=true`),
        rewards: get(`/rewards?limit=5&customer_key=${customer(n)}&include_archived=true`),
        subscriptions: get(`/customers/${customer(n)}/subscriptions?limit=50&include_archived=true`),
      }),
    },
    { page: 'Transactions', calls: () => ({ list: list('/transactions'), totals: get('/totals/transactions') }) },
    one('Transactions, by change', () => get('/transactions?limit=25&order_by=-updated_at')),
    one('Transactions, somewhere', (n) => list('/transactions', `&starting_after=${among(known.transactions, n)}`)),
    {
      page: 'Transactions, of a partner',
      calls: (n) => ({
        list: list('/transactions', `&partner_key=${partner(n)}`),
        totals: get(`/totals/transactions?partner_key=${partner(n)}`),
      }),
    },
    {
      page: 'Transactions, of the first partner',
      calls: () => ({
        list: list('/transactions', `&partner_key=${partnerOf(0)}`),
        totals: get(`/totals/transactions?partner_key=${partnerOf(0)}`),
      }),
    },
    {
      page: 'Transactions, of a customer',
      calls: (n) => ({
        list: list('/transactions', `&customer_key=${customer(n)}`),
        totals: get(`/totals/transactions?customer_key=${customer(n)}`),
      }),
    },
    {
      page: 'Transactions, of a month',
      calls: (n) => ({
        list: list('/transactions', `&min_created=${since(60 + n)}&max_created=${since(30 + n)}`),
        totals: get(`/totals/transactions?min_created=${since(60 + n)}&max_created=${since(30 + n)}`),
      }),
    },
    {
      page: 'Transactions, of the first partner in a month',
      calls: (n) => ({
        list: list(
          '/transactions',
          `&partner_key=${partnerOf(0)}&min_created=${since(60 + n)}&max_created=${since(30 + n)}`,
        ),
        totals: get(
          `/totals/transactions?partner_key=${partnerOf(0)}&min_created=${since(60 + n)}&max_created=${since(30 + n)}`,
        ),
      }),
    },
    {
      page: 'Transaction',
      calls: (n) => ({
        transaction: get(`/transactions/${among(known.transactions, n)}`),
        rewards: get(`/rewards?limit=50&transaction_key=${among(known.transactions, n)}&include_archived=true`),
      }),
    },
    { page: 'Rewards', calls: () => ({ list: list('/rewards'), totals: get('/totals/rewards') }) },
    {
      page: 'Rewards, to approve',
      calls: () => ({
        list: list('/rewards', '&reward_status=pending'),
        totals: get('/totals/rewards?reward_status=pending'),
      }),
    },
    {
      page: 'Rewards, paid',
      calls: () => ({
        list: list('/rewards', '&reward_status=paid'),
        totals: get('/totals/rewards?reward_status=paid'),
      }),
    },
    {
      page: 'Rewards, declined (none)',
      calls: () => ({
        list: list('/rewards', '&reward_status=declined'),
        totals: get('/totals/rewards?reward_status=declined'),
      }),
    },
    one('Rewards, by change', () => get('/rewards?limit=25&order_by=-updated_at')),
    one('Rewards, somewhere', (n) => list('/rewards', `&starting_after=${among(known.rewards, n)}`)),
    {
      page: 'Rewards, in a currency',
      calls: () => ({ list: list('/rewards', '&currency=JPY'), totals: get('/totals/rewards?currency=JPY') }),
    },
    {
      page: 'Rewards, in a currency that is not there',
      calls: () => ({ list: list('/rewards', '&currency=CHF'), totals: get('/totals/rewards?currency=CHF') }),
    },
    {
      page: 'Rewards, of the first partner, to approve',
      calls: () => ({
        list: list('/rewards', `&partner_key=${partnerOf(0)}&reward_status=pending`),
        totals: get(`/totals/rewards?partner_key=${partnerOf(0)}&reward_status=pending`),
      }),
    },
    {
      page: 'Rewards, of a partner',
      calls: (n) => ({
        list: list('/rewards', `&partner_key=${partner(n)}`),
        totals: get(`/totals/rewards?partner_key=${partner(n)}`),
      }),
    },
    {
      page: 'Rewards, for a customer',
      calls: (n) => ({
        list: list('/rewards', `&customer_key=${customer(n)}`),
        totals: get(`/totals/rewards?customer_key=${customer(n)}`),
      }),
    },
    {
      page: 'Triggers',
      calls: () => ({
        list: list('/triggers'),
        groups: get('/groups?limit=250&order_by=created_at&include_archived=true'),
      }),
    },
    one('Triggers, a trial', () => post('/triggers/trial', trigger({}))),
    one('Triggers, a trial that looks back', () => post('/triggers/trial', trigger({ first_only: true, at_most: 3 }))),
    one('Groups', () => list('/groups')),
    {
      page: 'Integrations',
      calls: () => ({
        keys: get('/keys'),
        snippet: get('/snippet'),
        platforms: get('/platforms'),
        webhooks: get('/webhooks?limit=5'),
      }),
    },
    {
      page: 'A platform',
      calls: () => ({ platforms: get('/platforms'), settings: get('/settings'), snippet: get('/snippet') }),
    },
    one('Webhooks out', () => list('/webhooks')),
    one('Settings', () => get('/settings')),
    one('Deliveries', () => get('/deliveries?limit=25')),
    one('Deliveries, that wait', () => get('/deliveries?limit=25&state=parked')),
    one('Deliveries, that failed (none)', () => get('/deliveries?limit=25&state=failed')),
    one('Deliveries, unmatched (none)', () => get('/deliveries?limit=25&state=unmatched')),
    one('Deliveries, not supported (none)', () => get('/deliveries?limit=25&state=unsupported')),
    one('Deliveries, of a rare platform', () => get('/deliveries?limit=25&provider=recurly')),
    one('Deliveries, of a platform that is not there', () => get('/deliveries?limit=25&provider=chargify')),
    one('Deliveries, of a week', () => get(`/deliveries?limit=25&since=${since(37)}&until=${since(30)}`)),
    one('Deliveries, of a customer', (n) => get(`/deliveries?limit=25&customer=${customer(n)}`)),
    one('Delivery', (n) => get(`/deliveries/${among(known.deliveries, n)}`)),
    { page: 'Import', calls: () => ({ past: get('/import?limit=5'), kinds: get('/import-types') }) },
    one('Imports', () => list('/import')),
    {
      page: 'Testing Suite',
      calls: (n) => ({
        steps: get('/testing/steps'),
        link: get(`/testing/link?partner_key=${partner(n)}`),
        reports: get('/testing/reports?limit=10'),
        platforms: get('/testing/platforms'),
      }),
    },
    { page: 'Audit log', calls: () => ({ list: get('/audit?limit=25'), keys: get('/keys') }) },
    one('Audit log, of a key that did nothing', () => get('/audit?limit=25&actor=pk_none')),
    one('Partner page', () => ({ path: known.partnerPage })),
  ]
}

const trigger = (conditions: object): object => ({
  ...{ event: 'transaction', reward: { type: 'percent', percent: 20 }, conditions },
})
