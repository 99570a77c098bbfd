/** The dashboard's frame: getting in and out, the mode, the keyboard, and what is loaded. */
import { complaintsOf, expect, test } from './dashboard-support.ts'

test('asks for the password, says what is wrong with it, and goes on where it was asked', async ({
  page,
  dashboard,
}) => {
  const complaints = complaintsOf(page)
  await page.goto(`${dashboard.url}/dashboard/production/groups`)
  await page.getByRole('textbox', { name: 'Password' }).fill('guess')
  await page.getByRole('button', { name: 'Log in' }).click()
  await expect(page.getByText('The password is wrong.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Password' }).fill(dashboard.password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Groups' })).toBeVisible()
  await expect(page).toHaveTitle('Groups · Partner attribution')
  await page.getByRole('button', { name: 'Log out' }).click()
  await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible()
  expect(complaints).toEqual([])
})

test('keeps what is being typed when the session ends', async ({ inside: page, dashboard }) => {
  await page.goto(`${dashboard.url}/dashboard/production/partners`)
  await page.getByRole('button', { name: 'Add a partner' }).first().click()
  await page.getByLabel('E-mail').fill('kept@partners.example')
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' })
  await dialog.getByRole('textbox', { name: 'Password' }).fill(dashboard.password)
  await dialog.getByRole('button', { name: 'Log in' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByLabel('E-mail')).toHaveValue('kept@partners.example')
})

test('shows by colour and word that it is test mode, and switches by one control', async ({
  inside: page,
  dashboard,
}) => {
  await page.goto(`${dashboard.url}/dashboard/`)
  await expect(page).toHaveURL(/\/production\/home$/)
  await page.getByRole('link', { name: 'All Partners' }).click()
  await expect(page.getByRole('heading', { name: 'All Partners' })).toBeVisible()
  await expect(page.getByRole('note')).toHaveCount(0)
  await page.getByRole('radiogroup', { name: 'Mode' }).getByText('Test').click()
  await expect(page).toHaveURL(/\/test\/partners$/)
  await expect(page.getByRole('note')).toContainText('Test mode')
  await expect(page).toHaveTitle(/Test mode/)
  await expect(page.getByRole('table', { name: 'Partners' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('note')).toHaveCount(0)
})

test('is gone through by keyboard: past the navigation, and on at the page that opens', async ({
  inside: page,
  dashboard,
}) => {
  await page.goto(`${dashboard.url}/dashboard/test/partners`)
  await page.getByRole('heading', { name: 'All Partners' }).waitFor()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the page' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('#page')).toBeFocused()
  await page.getByRole('link', { name: 'Customers' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Customers', level: 1 }).waitFor()
  await expect(page.locator('#page')).toBeFocused()
  await expect(page.getByRole('link', { name: 'Customers' })).toHaveAttribute('aria-current', 'page')
})

test('says where there is no page, and where the server is not reached', async ({ inside: page, dashboard }) => {
  await page.goto(`${dashboard.url}/dashboard/test/nothing`)
  await expect(page.getByText('There is no such page')).toBeVisible()
  await page.goto(`${dashboard.url}/dashboard/test/partners/part_nobody`)
  await expect(page.getByText('There is no such partner')).toBeVisible()
  await page.route('**/admin/api/production/customers*', (route) => route.abort())
  await page.goto(`${dashboard.url}/dashboard/production/customers`)
  await expect(page.getByRole('alert')).toContainText('The server cannot be reached')
  await page.unroute('**/admin/api/production/customers*')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(page.getByText('No customers yet').or(page.getByRole('table', { name: 'Customers' }))).toBeVisible()
})

test('is served so that only its own scripts run, and its files are kept for ever', async ({ request, dashboard }) => {
  const page = await request.get(`${dashboard.url}/dashboard/production/partners/some.key`)
  const policy = page.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("default-src 'none'")
  expect(page.headers()['cache-control']).toBe('no-store')
  const html = await page.text()
  expect(html).not.toMatch(/<script(?![^>]+src=)|\son\w+=/)
  const script = /src="(\/dashboard\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? ''
  const file = await request.get(dashboard.url + script)
  expect(file.headers()['cache-control']).toBe('public, max-age=31536000, immutable')
  for (const path of ['assets/nothing.js', 'assets/..%2Findex.html', 'assets/%2e%2e%2f%2e%2e%2fpackage.json'])
    expect((await request.get(`${dashboard.url}/dashboard/${path}`)).status()).toBe(404)
})
