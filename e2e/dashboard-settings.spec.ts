/** Settings by name, the dashboard's password, and the log of who did what. */
import { complaintsOf, expect, NAMES, test } from './dashboard-support.ts'

// Its password changes: nobody else logs in here.
test.use({ world: 'settings' })

test('changes settings by name, says what does not fit at its field, and keeps modes apart', async ({
  inside: page,
  dashboard,
}) => {
  const complaints = complaintsOf(page)
  await page.goto(`${dashboard.url}/dashboard/test/settings`)
  const credited = page.getByRole('region', { name: 'Who is credited' })
  await expect(credited.getByLabel('window_days')).toHaveValue('90')
  await expect(credited).toContainText('Left empty: 90, the default.')
  await credited.getByLabel('window_days').fill('0')
  await credited.getByRole('button', { name: 'Save' }).click()
  await expect(credited.getByText("It takes a whole number of days, 1 to 3650, not '0'.")).toBeVisible()
  await credited.getByLabel('window_days').fill('30')
  await credited.getByLabel('attribution').selectOption('first')
  await credited.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Changed: window_days, attribution.')).toBeVisible()
  await page.reload()
  await expect(credited.getByLabel('window_days')).toHaveValue('30')
  await credited.getByLabel('window_days').fill('')
  await credited.getByRole('button', { name: 'Save' }).click()
  await expect(credited.getByLabel('window_days')).toHaveValue('90')
  await page.getByRole('radiogroup', { name: 'Mode' }).getByText('Production').click()
  await expect(credited.getByLabel('attribution')).toHaveValue('last')
  expect(complaints).toEqual([])
})

test('shows who did what, narrowed by the address, page by page', async ({ inside: page, dashboard, seed }) => {
  const complaints = complaintsOf(page)
  const name = NAMES.markup
  const { key } = await seed.post('/production/partnerships', {
    email: 'a@p.example',
    first_name: name,
    partner_key: 'a',
  })
  for (let n = 0; n < 26; n++) await seed.post('/production/groups', { name: `G${n}`, slug: `g${n}` })
  await page.goto(`${dashboard.url}/dashboard/production/audit`)
  const rows = page.getByRole('row')
  await expect(rows).toHaveCount(26)
  await expect(rows.nth(1)).toContainText('Added a group')
  await expect(rows.nth(1)).toContainText('Dashboard')
  await page.getByRole('link', { name: 'Next' }).click()
  await expect(page.getByRole('row', { name: /Added a partner/ })).toContainText(name)
  await page.getByRole('link', { name: 'Previous' }).click()
  await expect(rows.nth(1)).toContainText('g25')

  await page.getByLabel('What', { exact: true }).selectOption('Partners')
  await expect(page).toHaveURL(/kind=partner\./)
  await expect(rows).toHaveCount(2)
  await page.getByLabel('Who').selectOption('Command line')
  await expect(page.getByText('Nothing fits')).toBeVisible()
  await page.goBack()
  await expect(rows).toHaveCount(2)
  await page.getByLabel('Until').fill('2020-01-01')
  await expect(page.getByText('Nothing fits')).toBeVisible()
  await page.goBack()
  await expect(page.getByLabel('Until')).toHaveValue('')
  await page.getByLabel('From').fill('2020-01-01')
  await expect(page).toHaveURL(/from=2020-01-01/)
  await expect(rows).toHaveCount(2)
  await page.getByRole('link', { name: String(key) }).click()
  await expect(page.getByRole('heading', { name })).toBeVisible()
  expect(complaints).toEqual([])
})

test('changes the password for whoever knows it, and is still in', async ({ inside: page, dashboard }) => {
  await page.goto(`${dashboard.url}/dashboard/production/settings`)
  const form = page.getByRole('region', { name: 'Password of the dashboard' })
  const field = (name: string) => form.getByRole('textbox', { name, exact: true })
  const change = async (now: string, next: string, again = next): Promise<void> => {
    await field('Password now').fill(now)
    await field('New password').fill(next)
    await field('New password again').fill(again)
    await form.getByRole('button', { name: 'Change the password' }).click()
  }
  await change('guess', 'another password')
  await expect(form.getByText('It is not the password')).toBeVisible()
  await change(dashboard.password, 'another password', 'another pasword')
  await expect(form.getByText('It is not the same')).toBeVisible()
  await change(dashboard.password, 'another password')
  await expect(page.getByText('The password is changed.')).toBeVisible()
  await page.reload()
  await expect(form).toBeVisible()
  await page.getByRole('button', { name: 'Log out' }).click()
  await page.getByRole('textbox', { name: 'Password' }).fill('another password')
  await page.getByRole('button', { name: 'Log in' }).click()
  await expect(form).toBeVisible()
})
