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
  const home = (days: number): Called => get(`/home?from=${day(days - 1)}&to=${day(0)}&zone=Europe/Berlin`)
  return [
    { page: 'Home', calls: () => ({ figures: home(30), attention: get('/attention') }) },
    one('Home, a year', () => home(365)),
    { page: 'All Partners', calls: () => ({ list: list('/partnerships'), groups: list('/groups') }) },
    one('All Partners, in a group', () => list('/partnerships', '&group=default')),
    one('All Partners, found', (n) => get(`/search?q=${partner(n)}`)),
    {
      page: 'Partner',
      calls: (n) => ({
        partner: get(`/partnerships/${partner(n)}?include_archived=true`),
        links: get(`/links/${partner(n)}?limit=100&include_archived=true`),
        customers: get(`/customers?limit=5&partner_key=${partner(n)}`),
        transactions: get(`/transactions?limit=5&partner_key=${partner(n)}&include_archived=true`),
        rewards: get(`/rewards?limit=5&partner_key=${partner(n)}&include_archived=true`),
        story: get(`/partnerships/${partner(n)}/story`),
      }),
    },
    { page: 'Customers', calls: () => ({ list: list('/customers'), groups: list('/groups') }) },
    one('Customers, somewhere', (n) => list('/customers', `&starting_after=${among(known.customers, n)}`)),
    one('Customers, by change', () => get('/customers?limit=25&order_by=-updated_at')),
    one('Customers, of a partner', (n) => list('/customers', `&partner_key=${partner(n)}`)),
    one('Customers, of a group', () => list('/customers', '&group=default')),
    one('Customers, found by key', (n) => get(`/search?q=${customer(n)}`)),
    one('Customers, found by platform id', (n) => get(`/search?q=cus_bench${n * 91}`)),
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
    one('Rewards, declined (none)', () => list('/rewards', '&reward_status=declined')),
    one('Rewards, in a currency', () => list('/rewards', '&currency=JPY')),
    one('Rewards, in no currency', () => list('/rewards', '&currency=CHF')),
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
    { page: 'Triggers', calls: () => ({ list: list('/triggers'), groups: list('/groups') }) },
    one('Triggers, a trial', () => post('/triggers/trial', trigger({}))),
    one('Triggers, a trial that looks back', () => post('/triggers/trial', trigger({ first_only: true, at_most: 3 }))),
    one('Groups', () => list('/groups')),
    {
      page: 'Integrations',
      calls: () => ({
        platforms: get('/platforms'),
        keys: get('/keys'),
        settings: get('/settings'),
        webhooks: list('/webhooks'),
      }),
    },
    one('Deliveries', () => get('/deliveries?limit=25')),
    one('Deliveries, that wait', () => get('/deliveries?limit=25&state=parked')),
    one('Deliveries, that failed (none)', () => get('/deliveries?limit=25&state=failed')),
    one('Deliveries, of no platform', () => get('/deliveries?limit=25&provider=chargify')),
    one('Deliveries, of a customer', (n) => get(`/deliveries?limit=25&customer=${customer(n)}`)),
    one('Delivery', (n) => get(`/deliveries/${among(known.deliveries, n)}`)),
    one('Import', () => list('/import')),
    one('Testing Suite', () => get('/testing/steps')),
    one('Audit log', () => get('/audit?limit=25')),
    one('Partner page', () => ({ path: known.partnerPage })),
  ]
}

const trigger = (conditions: object): object => ({
  ...{ event: 'transaction', reward: { type: 'percent', percent: 20 }, conditions },
})
