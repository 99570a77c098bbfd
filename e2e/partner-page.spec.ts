/** What a partner sees by a link that was made for them. */
import { complaintsOf, expect, NAMES, test } from './dashboard-support.ts'

test('shows a partner their own figures on a phone, names masked, and nothing without the link', async ({
  inside: page,
  dashboard,
  seed,
  browser,
}) => {
  const who = `own-${Date.now()}`
  const { key } = await seed.post('/production/partnerships', {
    ...{ email: `${who}@p.example`, partner_key: who, first_name: NAMES.markup, destination: 'https://a.example/' },
  })
  const customers = Object.values(NAMES).map((name, n) => ({ name, customer_key: `${who}-${n}` }))
  for (const one of customers)
    await seed.post('/production/customers', { ...one, email: `${one.customer_key}@c.example`, partner_key: who })
  await seed.post('/production/transactions', { customer_external_key: `${who}-0`, amount: 98_700, currency: 'JPY' })
  await page.request.get(`${dashboard.url}/r/${who}`, { maxRedirects: 0 })

  await page.goto(`${dashboard.url}/dashboard/production/partners/${who}`)
  await page.getByRole('button', { name: 'Share their page' }).click()
  const dialog = page.getByRole('dialog', { name: 'A page for the partner' })
  await dialog.getByLabel('It works for').selectOption('30 days')
  await dialog.getByRole('button', { name: 'Make the link' }).click()
  const link = await dialog.getByText('/partner/').innerText()

  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, colorScheme: 'dark' })
  const theirs = await context.newPage()
  const complaints = complaintsOf(theirs)
  let bytes = 0
  theirs.on('response', (response) => {
    if (response.request().resourceType() === 'script') bytes += Number(response.headers()['content-length'])
  })
  const opened = await theirs.goto(link)
  expect([opened?.status(), opened?.headers()['referrer-policy']]).toEqual([200, 'no-referrer'])
  await expect(theirs.getByRole('heading', { name: 'Your referrals' })).toBeVisible()
  await expect(theirs.getByText(NAMES.markup)).toBeVisible()
  await expect(theirs.getByText('This link works until')).toBeVisible()
  await expect(theirs.getByRole('table', { name: 'Your links' })).toContainText(`/r/${who}`)
  await expect(theirs.getByRole('region', { name: 'Clicks' })).toContainText('1')
  await expect(theirs.getByRole('region', { name: 'Being checked' })).toContainText('¥9,870')
  await expect(theirs.getByRole('table', { name: 'Your customers' }).getByRole('row')).toHaveCount(customers.length + 1)
  await expect(theirs.getByRole('table', { name: 'Your customers' })).toContainText('W•••')
  for (const { customer_key: secret } of customers) expect(await theirs.content()).not.toContain(secret)
  expect(await theirs.content()).not.toContain(NAMES.long)
  expect(await theirs.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  expect(bytes).toBeGreaterThan(50_000)
  expect(bytes).toBeLessThanOrEqual(250_000)
  expect(complaints).toEqual([])

  const forged = await theirs.goto(`${link.slice(0, -3)}AAA`)
  expect(forged?.status()).toBe(404)
  await expect(theirs.getByRole('heading', { name: 'This link does not work' })).toBeVisible()
  await seed.archive(`/production/partnerships/${String(key)}`)
  const ended = await theirs.goto(link)
  expect(ended?.status()).toBe(410)
  await expect(theirs.getByRole('heading', { name: 'This link has ended' })).toBeVisible()
  await expect(theirs.getByText('Ask for a new one.')).toBeVisible()
  await context.close()
})
