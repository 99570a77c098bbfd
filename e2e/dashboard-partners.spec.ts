/** Partners: adding, finding, looking at, changing and putting away, whatever they are called. */
import { complaintsOf, expect, NAMES, test } from './dashboard-support.ts'

// The first test begins where a vendor begins: with nothing.
test.use({ world: 'partners' })

test('says what to do first, and adds a partner with a link that can be copied', async ({
  inside: page,
  dashboard,
}) => {
  const complaints = complaintsOf(page)
  await page.goto(`${dashboard.url}/dashboard/production/partners`)
  await expect(page.getByText('No partners yet')).toBeVisible()
  await page.getByRole('button', { name: 'Add a partner' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Add a partner' })
  await dialog.getByLabel('E-mail').fill('ada@partners.example')
  await dialog.getByLabel('First name').fill(NAMES.markup)
  await dialog.getByLabel('Partner key').fill('ada')
  await dialog.getByLabel('Destination').fill('https://acme.example/')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()

  await expect(page.getByRole('heading', { name: NAMES.markup })).toBeVisible()
  const link = `${dashboard.url}/r/ada`
  await expect(page.getByText(link)).toBeVisible()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: `Copy link ${link}` }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link)

  await page.getByRole('button', { name: 'New link' }).click()
  const form = page.getByRole('dialog', { name: 'New link' })
  await form.getByLabel('Path').fill('ada')
  await form.getByRole('button', { name: 'Make the link' }).click()
  await expect(form.getByText(/ada/)).toBeVisible()
  await form.getByLabel('Path').fill('ada-spring')
  await form.getByLabel('Title').fill(NAMES.emoji)
  await form.getByRole('button', { name: 'Make the link' }).click()
  await expect(page.getByRole('row', { name: /ada-spring/ })).toContainText(NAMES.emoji)
  expect(complaints).toEqual([])
})

test('changes a partner, and archives one after asking', async ({ inside: page, dashboard, seed }) => {
  await seed.post('/test/partnerships', { email: 'bob@partners.example', first_name: 'Bob', partner_key: 'bob' })
  await page.goto(`${dashboard.url}/dashboard/test/partners/bob`)
  await page.getByRole('button', { name: 'Edit' }).click()
  const form = page.getByRole('dialog', { name: 'Edit the partner' })
  await form.getByLabel('Last name').fill(NAMES.rightToLeft)
  await form.getByLabel('Tags').fill('one, two')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { name: `Bob ${NAMES.rightToLeft}` })).toBeVisible()
  await expect(page.getByText('two', { exact: true })).toBeVisible()

  await page.getByRole('button', { name: 'Archive' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('button', { name: 'Archive' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Archive' }).click()
  await expect(page.getByText('Archived', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Edit' })).toHaveCount(0)
})

test('pages, sorts and finds by the address, and the back button goes through it', async ({
  inside: page,
  dashboard,
  seed,
}) => {
  const names = Object.values(NAMES)
  for (let n = 0; n < 30; n++) {
    const name = { first_name: (names[n % names.length] ?? '').slice(0, 50) }
    await seed.post('/test/partnerships', { email: `p${n}@paged.example`, partner_key: `paged-${n}`, ...name })
  }
  await page.goto(`${dashboard.url}/dashboard/test/partners`)
  const rows = page.getByRole('row')
  await expect(rows).toHaveCount(26)
  await expect(rows.nth(1)).toContainText('paged-29')
  await page.getByRole('link', { name: 'Next' }).click()
  await expect(page).toHaveURL(/after=part_/)
  await expect(rows.nth(1)).toContainText('paged-4')
  await page.getByRole('link', { name: 'Previous' }).click()
  await expect(rows.nth(1)).toContainText('paged-29')
  await page.goBack()
  await expect(rows.nth(1)).toContainText('paged-4')
  await page.getByRole('button', { name: 'Added' }).click()
  await expect(page.getByRole('columnheader', { name: 'Added' })).toHaveAttribute('aria-sort', 'ascending')
  await expect(rows.nth(1)).toContainText('gstest')

  await page.getByLabel('Find a partner').fill('p7@paged.example')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/find=p7%40paged.example/)
  await expect(rows).toHaveCount(2)
  await page.getByLabel('Find a partner').fill('nobody')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Nothing fits')).toBeVisible()
  await page.goBack()
  await expect(page.getByLabel('Find a partner')).toHaveValue('p7@paged.example')
  await expect(rows).toHaveCount(2)
})
