/** Triggers in plain language, what is earned by them, and the way of a reward until it is paid. */
import { complaintsOf, expect, NAMES, test } from './dashboard-support.ts'

test('takes a reward from a written trigger to paid, through pages only', async ({ inside: page, dashboard, seed }) => {
  const complaints = complaintsOf(page)
  await page.goto(`${dashboard.url}/dashboard/production/triggers`)
  await expect(page.getByRole('row', { name: /10 % of every payment\./ })).toBeVisible()
  await page.getByRole('button', { name: 'Add a trigger' }).click()
  const form = page.getByRole('dialog', { name: 'Add a trigger' })
  await form.getByLabel('Percent').fill('200')
  await expect(form.getByRole('status')).toContainText('Give a percentage')
  await expect(form.getByRole('button', { name: 'Save' })).toBeDisabled()
  await form.getByLabel('Percent').fill('12.5')
  await form.getByLabel('Only for products').fill('pro_plan, team_plan')
  await form.getByLabel('Months').fill('12')
  const words =
    '12.5 % of every payment for the product pro_plan or team_plan in the first 12 months after the sign-up.'
  await expect(form.getByRole('status')).toContainText(words)
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('row', { name: words })).toBeVisible()

  const who = `earner-${Date.now()}`
  await seed.post('/production/partnerships', { email: `${who}@p.example`, partner_key: who, first_name: NAMES.markup })
  await seed.post('/production/customers', { email: `${who}@c.example`, customer_key: who, partner_key: who })
  const paid = { customer_external_key: who, key: `${who}-1`, amount: 10_000, currency: 'USD', product_key: 'pro_plan' }
  await seed.post('/production/transactions', paid)

  await page.goto(`${dashboard.url}/dashboard/production/rewards?partner=${who}`)
  const rows = page.getByRole('row')
  await expect(rows).toHaveCount(3)
  await expect(page.getByRole('row', { name: /\$12\.50/ })).toContainText(NAMES.markup)
  await expect(page.getByText('On this page, without declined ones: $22.50')).toBeVisible()
  await page.getByLabel('Choose all on this page').check()
  for (const step of ['Approve (2)', 'Mark paid (2)']) {
    await page.getByRole('button', { name: step }).click()
    await page.getByRole('dialog').getByRole('button', { name: step }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    if (step.startsWith('Approve')) await page.getByLabel('Choose all on this page').check()
  }
  await expect(page.getByRole('table').getByText('Paid', { exact: true })).toHaveCount(2)
  await page.getByLabel('State').selectOption('To approve')
  await expect(page.getByText('Nothing fits')).toBeVisible()
  expect(complaints).toEqual([])
})

test('changes and archives triggers, and shows that test mode pays nothing', async ({
  inside: page,
  dashboard,
  seed,
}) => {
  const reward = { type: 'flat', amount: 2500, currency: 'EUR' }
  await seed.post('/test/triggers', { event: 'signup', reward })
  await page.goto(`${dashboard.url}/dashboard/test/triggers`)
  const row = page.getByRole('row', { name: /€25\.00 for every sign-up/ })
  await row.getByRole('button', { name: 'Edit' }).click()
  const form = page.getByRole('dialog', { name: 'Edit the trigger' })
  await expect(form.getByLabel('When')).toBeDisabled()
  await form.getByLabel('Amount').fill('30')
  await form.getByRole('button', { name: 'Save' }).click()
  const changed = page.getByRole('row', { name: /€30\.00 for every sign-up/ })
  await changed.getByRole('button', { name: 'Archive' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Archive' }).click()
  await expect(changed).toHaveCount(0)

  const who = `tested-${Date.now()}`
  await seed.post('/test/customers', { email: `${who}@c.example`, customer_key: who, partner_key: 'gstest' })
  await seed.post('/test/transactions', { customer_external_key: who, amount: 1000, currency: 'JPY' })
  await page.goto(`${dashboard.url}/dashboard/test/rewards?customer=${who}`)
  await expect(page.getByText('Rewards of test mode stay on hold')).toBeVisible()
  await expect(page.getByRole('row', { name: /¥100 / })).toContainText('On hold')
  await expect(page.getByRole('checkbox', { name: /Choose/ })).toHaveCount(0)
})
