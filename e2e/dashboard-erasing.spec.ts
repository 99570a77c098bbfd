/** A customer asks to be forgotten: what is kept is given to them, and then who they are goes. */
import { complaintsOf, expect, test } from './dashboard-support.ts'

test('gives a customer their data, and forgets them once their key is typed', async ({
  inside: page,
  dashboard,
  seed,
}) => {
  const complaints = complaintsOf(page)
  await seed.post('/test/partnerships', { email: 'forgetful@partners.example', partner_key: 'forgetful' })
  const person = { customer_key: 'to-forget', email: 'carla@customers.example', name: 'Carla Ruiz' }
  const { key } = await seed.post('/test/customers', { ...person, partner_key: 'forgetful' })
  await seed.post('/test/transactions', { customer_external_key: 'to-forget', amount: 4900, currency: 'USD' })
  await page.goto(`${dashboard.url}/dashboard/test/customers/${String(key)}`)
  const section = page.getByRole('region', { name: 'Personal data' })

  const waiting = page.waitForEvent('download')
  await section.getByRole('link', { name: 'Download as JSON' }).click()
  expect((await waiting).suggestedFilename()).toBe(`${String(key)}.json`)

  await section.getByRole('button', { name: 'Erase' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/Type to-forget/).fill('to-forge')
  await dialog.getByRole('button', { name: 'Erase for good' }).click()
  await expect(dialog.getByText(/must be the customer_key, 'to-forget'/)).toBeVisible()
  await dialog.getByLabel(/Type to-forget/).fill('to-forget')
  await dialog.getByRole('button', { name: 'Erase for good' }).click()

  await expect(section.getByText(/is forgotten since/)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'to-forget', level: 1 })).toBeVisible()
  await expect(page.getByText(/Carla|carla@/)).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Transactions' }).getByText('$49.00')).toBeVisible()
  expect(complaints).toEqual([])
})
