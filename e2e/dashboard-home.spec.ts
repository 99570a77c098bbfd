/** Home: what happened, in each currency, and what needs attention. */
import { complaintsOf, expect, NAMES, test } from './dashboard-support.ts'

test('counts clicks, sign-ups and money by currency, and leads to the rewards to approve', async ({
  inside: page,
  dashboard,
  seed,
}) => {
  const complaints = complaintsOf(page)
  const who = `home-${Date.now()}`
  const destination = 'https://acme.example/'
  await seed.post('/production/partnerships', {
    ...{ email: `${who}@p.example`, partner_key: who, first_name: NAMES.markup, destination },
  })
  await page.request.get(`${dashboard.url}/r/${who}`, { maxRedirects: 0 })
  await seed.post('/production/customers', { email: `${who}@c.example`, customer_key: who, partner_key: who })
  for (const currency of ['JPY', 'CHF'])
    await seed.post('/production/transactions', { customer_external_key: who, amount: 123_400, currency })

  await page.goto(`${dashboard.url}/dashboard/production`)
  await expect(page.getByRole('heading', { name: 'Home' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Sign-ups', exact: true })).toContainText(/[1-9]/)
  const francs = page.getByRole('region', { name: 'Money in CHF' })
  await expect(francs.getByRole('region', { name: 'Revenue' })).toContainText(/CHF\s1,234\.00/)
  const yen = page.getByRole('region', { name: 'Money in JPY' })
  await expect(yen.getByRole('region', { name: 'Rewards' })).toContainText('¥12,340')
  await expect(page.getByRole('table', { name: 'Top partners in CHF' })).toContainText(NAMES.markup)
  await page.getByLabel('Period').selectOption('Last 7 days')
  await expect(page).toHaveURL(/days=7/)
  await expect(francs.getByRole('region', { name: 'Revenue' })).toContainText(/CHF\s1,234\.00/)

  await page.getByRole('link', { name: /wait for your approval/ }).click()
  await expect(page.getByLabel('State')).toHaveValue('pending')
  await expect(page.getByRole('row', { name: /CHF\s123\.40/ })).toBeVisible()
  expect(complaints).toEqual([])
})
