/** The inbox: what came in, why it waits, and working it again. */
import { complaintsOf, expect, NAMES, test } from './dashboard-support.ts'
import type { Seed } from './dashboard-support.ts'

/** Chargebee proves itself by a password of ours: nothing has to be set up. */
const deliver = async (
  seed: Seed,
  event: string,
  fields: Record<string, unknown>,
): Promise<Record<string, unknown>> => {
  const made = await seed.post('/test/testing/delivery', { provider: 'chargebee', event, ...fields })
  return made['detail'] as Record<string, unknown>
}

test('shows what came and what became of it, found by its state, and only ever as text', async ({
  inside: page,
  dashboard,
  seed,
}) => {
  const complaints = complaintsOf(page)
  const who = `${NAMES.markup} ${Date.now()}`
  const { delivery } = await deliver(seed, 'payment_succeeded', { customer_key: who })
  await page.goto(`${dashboard.url}/dashboard/test/deliveries`)
  const table = page.getByRole('table', { name: 'Deliveries' })
  const row = table.getByRole('row').filter({ hasText: who })
  await expect(row).toContainText('Waiting')
  await page.getByLabel('State').selectOption('Applied')
  await expect(page).toHaveURL(/state=applied/)
  await expect(row).toHaveCount(0)
  await page.goBack()
  await page.getByLabel('From').selectOption('Chargebee')
  await page.getByLabel('Of a customer').fill(who)
  await page.keyboard.press('Enter')
  await page.getByLabel('Since').fill('2020-01-01')
  await expect(row).toBeVisible()
  await page.getByLabel('Until').fill('2020-01-02')
  await expect(page.getByText('Nothing fits')).toBeVisible()

  await page.goto(`${dashboard.url}/dashboard/test/deliveries/${String(delivery)}`)
  await expect(page.getByRole('heading', { name: 'payment_succeeded' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'What became of it' })).toContainText(who)
  const payload = page.getByRole('region', { name: "The payload's text" })
  await expect(payload).toContainText(`"customer_key": "${who}"`)
  await page.getByText('As it came').click()
  await expect(payload).toContainText(`"customer_key":"${who}"`)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  expect(complaints).toEqual([])
})

test('works a payment again by hand, once a person has said whose it is', async ({ inside: page, dashboard, seed }) => {
  const who = `payer-${Date.now()}`
  const { delivery } = await deliver(seed, 'payment_succeeded', { provider_key: `cb-${who}`, amount: 123_456 })
  await seed.post('/test/customers', { customer_key: who, email: `${who}@c.example`, partner_key: 'gstest' })
  await page.goto(`${dashboard.url}/dashboard/test/deliveries/${String(delivery)}`)
  await page.getByRole('button', { name: 'Replay' }).click()
  await expect(page.getByText('Replayed: Waiting.')).toBeVisible()
  await page.getByRole('button', { name: 'Decide by hand' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Of a payment: whose it is').fill('nobody-has-this-key')
  await form.getByRole('button', { name: 'Apply' }).click()
  await expect(form.getByRole('alert')).toContainText('nobody-has-this-key')
  await form.getByLabel('Of a payment: whose it is').fill(who)
  await form.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByRole('region', { name: 'What became of it' })).toContainText(`recorded for customer '${who}'`)
  await expect(page.getByText('Worked', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: /^tran_/ }).click()
  await expect(page.getByRole('heading', { name: '$1,234.56' })).toBeVisible()
})

test('replays what was chosen, and all that fits, and says what became of it', async ({
  inside: page,
  dashboard,
  seed,
}) => {
  const who = `waiting-${Date.now()}`
  for (let n = 0; n < 2; n++)
    await deliver(seed, 'customer_created', { customer_key: who, provider_key: `${who}-${n}` })
  await page.goto(`${dashboard.url}/dashboard/test/deliveries?state=parked`)
  const rows = page.getByRole('row').filter({ hasText: who })
  await rows.first().getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Replay (1)' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Replay (1)' }).click()
  await expect(page.getByText('Replayed: 1 delivery.')).toBeVisible()
  await page.getByRole('button', { name: 'Replay all that fit' }).click()
  const dialog = page.getByRole('dialog', { name: 'Replay deliveries' })
  await expect(dialog).toContainText('State: Waiting')
  await dialog.getByRole('button', { name: 'Replay', exact: true }).click()
  await expect(dialog.getByRole('status')).toContainText(/\d+ replayed, that is all: \d+ waiting/)
})
