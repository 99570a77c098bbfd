/** A program in which something of everything has happened, to people who are called anything; and every page that shows it. */
import type { Page } from '@playwright/test'
import { NAMES } from './dashboard-support.ts'
import type { Dashboard, Seed } from './dashboard-support.ts'
import { chargeSucceeded } from './stripe-webhook.ts'

export interface Shown {
  /** Below `/dashboard/`. */
  readonly path: string
  /** A button that opens a dialog, which is looked at too. */
  readonly opens?: string | RegExp
  /** What of the names stands on it, as text. */
  readonly says?: readonly string[]
}

const LONG_KEY = `k-${'0123456789'.repeat(20)}`.slice(0, 200)
const FILE = `${NAMES.markup.replaceAll('/', '')} ${NAMES.rightToLeft} ${'long-'.repeat(30)}.csv`
const SECRET = 'whsec_of_every_page'

/** Fills a server that holds nothing yet. */
export async function fillBooks(page: Page, { url }: Dashboard, seed: Seed): Promise<Shown[]> {
  const post = (path: string, body: Record<string, unknown>) => seed.post(`/production${path}`, body)
  const { public_key: publicKey } = await post('/keys', {})
  await seed.change('/production/settings', { values: { site_url: 'https://acme.example/' } })
  await post('/groups', { name: NAMES.emoji, slug: 'gold' })
  await post('/triggers', { event: 'signup', reward: { type: 'flat', amount: 2500, currency: 'EUR' } })
  await post('/triggers', {
    ...{ event: 'transaction', reward: { type: 'percent', percent: 12.5 } },
    conditions: { product_keys: [NAMES.markup, LONG_KEY], within_months: 12 },
  })
  const people = [NAMES.markup, NAMES.rightToLeft, NAMES.long, NAMES.emoji]
  for (const [n, name] of people.entries()) {
    const partner = {
      email: `p${n}@partners.example`,
      partner_key: `ada-${n}`,
      group_key: n === 0 ? 'gold' : 'default',
    }
    const names = { first_name: name.slice(0, 50), last_name: name.slice(0, 50), manager_name: name }
    await post('/partnerships', { ...partner, ...names, tags: [name.slice(0, 50), 'tag'] })
    await post(`/links/ada-${n}`, {
      path: `ada-${n}-spring`,
      title: name,
      destination: `https://acme.example/${LONG_KEY}`,
    })
    const customer_key = n === 2 ? LONG_KEY : name
    await post('/customers', { customer_key, name, email: `c${n}@customers.example`, partner_key: `ada-${n}` })
    for (const currency of ['USD', 'JPY', 'KWD'])
      await post('/transactions', {
        ...{ customer_external_key: customer_key, key: `paid-${n}-${currency}`, amount: 123_456 * (n + 1), currency },
        ...{ product_key: name },
      })
  }

  // Somebody whom a link brought, and whose sign-up is looked at twice: it comes without the click.
  await page.request.get(`${url}/r/ada-0`, { maxRedirects: 0 })
  const signup = {
    public_key: publicKey,
    customer_key: 'flagged',
    email: 'flagged@customers.example',
    name: NAMES.markup,
  }
  await page.request.post(`${url}/v1/signups`, { data: { ...signup, partner_key: 'ada-0' } })
  await page.request.get(`${url}/v1/`, { headers: { referer: 'https://acme.example/', 'sec-fetch-dest': 'script' } })

  await seed.change('/production/platforms/stripe', { secret: SECRET })
  const { address } = await stripeOf(page, url)
  const metadata = { customer_key: NAMES.markup, product_key: NAMES.rightToLeft }
  for (const over of [{ metadata, customer: 'cus_known' }, { metadata: { customer_key: `nobody ${NAMES.markup}` } }])
    await page.request.post(address, chargeSucceeded(SECRET, over))

  const hook = await post('/webhooks', { target: `http://127.0.0.1:9/${LONG_KEY}`, events: ['*'] })
  const rows = people.map((name, n) => `i${n}@imported.example,${name.replaceAll(',', ' ')}`)
  const file = await seed.file(
    '/production/import/partners',
    FILE,
    ['email,first_name', ...rows, 'no address,X'].join('\n'),
  )
  await seed.post('/test/testing/reports', { name: NAMES.markup + NAMES.long })
  const { data } = await read<Keyed>(page, url, '/production/rewards?limit=2&reward_status=pending')
  await post('/rewards/bulk', { keys: data.items.map(({ key }) => key), reward_status: 'approved' })
  await post(`/customers/${encodeURIComponent(people[3] ?? '')}/attribution`, {
    ...{ partner: 'ada-0', reason: NAMES.markup, past: true },
  })
  const share = await post('/partnerships/ada-0/page-link', { days: 30 })
  const deliveries = await read<Keyed>(page, url, '/production/deliveries?state=parked')

  const [markup, rightToLeft, , emoji] = people as [string, string, string, string]
  const customer = (key: string): string => `production/customers/${encodeURIComponent(key)}`
  return [
    { path: 'production/home', says: [`${markup} ${markup}`] },
    { path: 'production/partners', says: [markup, emoji], opens: 'Add a partner' },
    { path: 'production/partners/ada-0', says: [markup, emoji], opens: /^QR code of .*ada-0$/ },
    { path: 'production/partners/ada-2', says: [NAMES.long.slice(0, 50)], opens: 'Share their page' },
    { path: 'production/customers', says: [markup, rightToLeft, NAMES.long, emoji] },
    { path: customer(markup), says: [markup, rightToLeft], opens: 'Change partner' },
    { path: customer('flagged'), says: [markup] },
    { path: customer(LONG_KEY), says: [LONG_KEY, NAMES.long] },
    { path: customer(emoji), says: [emoji, markup] },
    { path: 'production/transactions', says: [markup, rightToLeft, emoji], opens: 'Archive all that fit' },
    { path: 'production/transactions/paid-0-USD', says: [markup] },
    { path: 'production/rewards', says: [markup, rightToLeft], opens: 'Move all that fit' },
    { path: 'production/triggers', says: [markup], opens: 'Add a trigger' },
    { path: 'production/groups', says: [emoji] },
    { path: 'production/deliveries', says: [`nobody ${markup}`], opens: 'Replay all' },
    { path: `production/deliveries/${deliveries.data.items[0]?.key}`, says: [`nobody ${markup}`] },
    { path: 'production/import', says: [FILE] },
    { path: 'production/import/past', says: [FILE] },
    { path: `production/import/${String(file['key'])}`, says: [FILE] },
    { path: 'production/testing?partner=ada-0' },
    { path: 'production/integrations' },
    ...['stripe', 'chargebee', 'recurly', 'chargify'].map((name) => ({ path: `production/integrations/${name}` })),
    { path: 'production/integrations/webhooks', says: [LONG_KEY], opens: 'Add a webhook' },
    { path: `production/integrations/webhooks/${String(hook['key'])}`, says: [LONG_KEY] },
    { path: 'production/settings' },
    { path: 'production/audit', says: [markup] },
    { path: 'test/home' },
    { path: 'test/testing', says: [markup + NAMES.long] },
    { path: 'test/rewards' },
    { path: 'test/nothing' },
    { path: `../partner/${String(share['url']).split('/partner/')[1]}`, says: [markup] },
  ]
}

interface Keyed {
  readonly items: readonly { readonly key: string }[]
}

const read = async <T>(page: Page, url: string, path: string): Promise<{ readonly data: T }> =>
  (await (await page.request.get(`${url}/admin/api${path}`)).json()) as { readonly data: T }

async function stripeOf(page: Page, url: string): Promise<{ readonly address: string }> {
  const { data } = await read<{ items: { provider: string; url: string }[] }>(page, url, '/production/platforms')
  return { address: data.items.find(({ provider }) => provider === 'stripe')?.url ?? '' }
}
