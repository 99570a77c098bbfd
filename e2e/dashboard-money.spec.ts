/** Customers and what they paid, from real rows: every direction of writing, every kind of currency. */
import { complaintsOf, expect, NAMES, test } from './dashboard-support.ts'
import type { Seed } from './dashboard-support.ts'

let people = 0

/** A partner with one customer of this name, who has paid these amounts. */
async function someone(seed: Seed, name: string, paid: readonly (readonly [amount: number, currency: string])[]) {
  const who = `person-${++people}-${Date.now()}`
  await seed.post('/test/partnerships', { email: `${who}@partners.example`, partner_key: `of-${who}` })
  const email = `${who}@customers.example`
  const { key } = await seed.post('/test/customers', { customer_key: who, email, name, partner_key: `of-${who}` })
  for (const [n, [amount, currency]] of paid.entries())
    await seed.post('/test/transactions', { customer_external_key: who, key: `${who}/${n}`, amount, currency })
  return { who, key: String(key), email }
}

test('shows customers as they are called, found by key and e-mail, with what they paid', async ({
  inside: page,
  dashboard,
  seed,
}) => {
  const complaints = complaintsOf(page)
  for (const name of Object.values(NAMES)) {
    const { who, email } = await someone(seed, name, [[4900, 'USD']])
    await page.goto(`${dashboard.url}/dashboard/test/customers?find=${encodeURIComponent(email)}`)
    await expect(page.getByRole('row')).toHaveCount(2)
    await page.getByRole('link', { name }).click()
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
    await expect(page.getByLabel('The customer').getByText(who, { exact: true })).toBeVisible()
    await expect(page.getByRole('region', { name: 'Transactions' }).getByText('$49.00')).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  }
  expect(complaints).toEqual([])
})

test('shows money by its currency, never added across, and archives what was chosen', async ({
  inside: page,
  dashboard,
  seed,
}) => {
  const { who } = await someone(seed, 'Grace Hopper', [
    [123_456, 'JPY'],
    [123_456, 'KWD'],
    [123_456, 'EUR'],
    [-500, 'EUR'],
  ])
  await page.goto(`${dashboard.url}/dashboard/test/transactions?customer=${who}`)
  const table = page.getByRole('table', { name: 'Transactions' })
  await expect(table.getByText('¥123,456')).toBeVisible()
  await expect(table.getByText(/KWD\s123\.456/)).toBeVisible()
  await expect(table.getByText('€1,234.56')).toBeVisible()
  await expect(page.getByText(/On this page.*€1,229\.56 · ¥123,456 · KWD\s123\.456/)).toBeVisible()
  const time = table.locator('time').first()
  await expect(time).toHaveAttribute('title', / UTC$/)

  await page.getByLabel(`Choose ${who}/0`).check()
  await page.getByLabel(`Choose ${who}/1`).check()
  await page.getByRole('button', { name: 'Archive 2 transactions' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Archive 2 transactions' }).click()
  await expect(table.getByRole('row')).toHaveCount(3)
  await page.getByRole('switch', { name: 'Show archived' }).click()
  await expect(table.getByText('Archived')).toHaveCount(2)
  await page.getByRole('link', { name: '¥123,456' }).click()
  await expect(page.getByRole('heading', { name: '¥123,456' })).toBeVisible()
  await expect(page.getByLabel('The transaction').getByText(`${who}/0`)).toBeVisible()
})

test('changes a customer, says what does not fit at its field, and archives one', async ({
  inside: page,
  dashboard,
  seed,
}) => {
  const other = await someone(seed, 'Other', [])
  const { key } = await someone(seed, 'Before', [])
  await page.goto(`${dashboard.url}/dashboard/test/customers/${key}`)
  await page.getByRole('button', { name: 'Edit' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Name').fill('After')
  await form.getByLabel('Customer key').fill(other.who)
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByText(new RegExp(other.who))).toBeVisible()
  await form.getByLabel('Customer key').fill(`${other.who}-2`)
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { name: 'After' })).toBeVisible()
  await page.getByRole('button', { name: 'Archive' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Archive' }).click()
  await expect(page.getByText('Archived', { exact: true })).toBeVisible()
})

test('makes, changes and archives groups', async ({ inside: page, dashboard }) => {
  await page.goto(`${dashboard.url}/dashboard/test/groups`)
  await expect(page.getByRole('row', { name: /Default/ })).toBeVisible()
  await page.getByRole('button', { name: 'Add a group' }).click()
  const add = page.getByRole('dialog', { name: 'Add a group' })
  await add.getByLabel('Name').fill(NAMES.markup)
  await add.getByLabel('Slug').fill('marked up')
  await add.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(add.getByText(/letters, digits/)).toBeVisible()
  await add.getByLabel('Slug').fill('marked-up')
  await add.getByRole('button', { name: 'Add', exact: true }).click()
  const row = page.getByRole('row', { name: /marked-up/ })
  await expect(row).toContainText(NAMES.markup)
  await row.getByRole('button', { name: 'Archive' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Archive' }).click()
  await expect(row).toHaveCount(0)
})
