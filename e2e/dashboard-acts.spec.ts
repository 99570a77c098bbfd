/** Acts on what is there already: deciding anew, trying before saving, taking away as a file, and acting on all that fits. */
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { generate } from 'lean-qr'
import { toSvgPath } from 'lean-qr/extras/svg'
import { complaintsOf, expect, NAMES, test } from './dashboard-support.ts'
import type { Seed } from './dashboard-support.ts'

let people = 0

/** A partner whose customer has paid these amounts in production, newest last. */
async function payer(seed: Seed, amounts: readonly number[], currency = 'USD'): Promise<string> {
  const who = `payer-${++people}-${Date.now()}`
  await seed.post('/production/partnerships', { email: `${who}@p.example`, partner_key: who, first_name: who })
  await seed.post('/production/customers', { customer_key: who, email: `${who}@c.example`, partner_key: who })
  if (amounts.length === 0) return who
  const rows = amounts.map((amount, n) => [who, amount, currency, `${who}/${n}`].join(','))
  const file = ['customer_key,amount,currency,key', ...rows].join('\n')
  expect(await seed.file('/production/import/transactions', 'paid.csv', file)).toMatchObject({ state: 'done' })
  return who
}

async function downloaded(page: Page, begin: () => Promise<void>): Promise<{ name: string; text: string }> {
  const download = page.waitForEvent('download')
  await begin()
  const file = await download
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}

test('decides anew whose customer somebody is: from now on, or for past payments too', async ({
  inside: page,
  dashboard,
  seed,
}) => {
  const complaints = complaintsOf(page)
  const other = await payer(seed, [])
  for (const [when, partnerOfPast] of [
    ['Payments from now on', 'old'],
    ['Past payments too, with what they earned', 'new'],
  ] as const) {
    const who = await payer(seed, [10_000])
    await page.goto(`${dashboard.url}/dashboard/production/customers/${who}`)
    await page.getByRole('button', { name: 'Change partner' }).click()
    const form = page.getByRole('dialog', { name: 'Whose customer is it?' })
    await form.getByLabel('Partner').fill('nobody-of-this-key')
    await form.getByLabel('Why').fill(NAMES.markup)
    await form.getByLabel('From when').selectOption(when)
    await form.getByRole('button', { name: 'Change', exact: true }).click()
    await expect(form.getByText(/nobody-of-this-key/)).toBeVisible()
    await form.getByLabel('Partner').fill(other)
    await form.getByRole('button', { name: 'Change', exact: true }).click()
    const why = page.getByRole('region', { name: 'Why' }).getByRole('listitem').filter({ hasText: 'Change' })
    await expect(why).toContainText(`Decided whose customer it is: from ${who} to ${other}, because: ${NAMES.markup}`)
    await seed.post('/production/transactions', { customer_external_key: who, amount: 5000, currency: 'USD' })
    const rewards = async (partner: string): Promise<number> => {
      await page.goto(`${dashboard.url}/dashboard/production/rewards?partner=${partner}&customer=${who}`)
      await page.getByRole('table').or(page.getByText('Nothing fits')).waitFor()
      return page.getByRole('row').count()
    }
    // One line is the head of the table, where there is one.
    expect(await rewards(other), when).toBe(partnerOfPast === 'new' ? 3 : 2)
    expect(await rewards(who), when).toBe(partnerOfPast === 'new' ? 0 : 2)
  }
  expect(complaints).toEqual([])
})

test('tries a trigger on past payments before it is saved', async ({ inside: page, dashboard, seed }) => {
  const who = await payer(seed, [20_000], 'SEK')
  await page.goto(`${dashboard.url}/dashboard/production/triggers`)
  await page.getByRole('button', { name: 'Add a trigger' }).click()
  const form = page.getByRole('dialog', { name: 'Add a trigger' })
  await form.getByLabel('Percent').fill('30')
  await form.getByLabel('Only in the currency').fill('SEK')
  await form.getByRole('button', { name: 'Try it on past payments' }).click()
  await expect(form.getByRole('status').filter({ hasText: 'would have earned' })).toContainText(
    /1 would have earned SEK\s60\.00/,
  )
  await expect(form.getByRole('listitem').filter({ hasText: who })).toContainText(/paid SEK\s200\.00: SEK\s60\.00/)
  await form.getByLabel('Only for products').fill('another')
  await form.getByRole('button', { name: 'Try it on past payments' }).click()
  await expect(form.getByRole('listitem').filter({ hasText: who })).toContainText('nothing, another product')
  await form.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('row', { name: /30 %/ })).toHaveCount(0)
})

test('exports what is filtered, and nothing in it is a formula', async ({ inside: page, dashboard, seed }) => {
  const who = await payer(seed, [4900, 9900])
  await seed.change(`/production/customers/${who}`, { name: '=HYPERLINK("http://evil.example")' })
  await page.goto(`${dashboard.url}/dashboard/production/transactions?customer=${who}`)
  const paid = await downloaded(page, () => page.getByRole('link', { name: 'Export CSV' }).click())
  expect(paid.name).toBe('transactions-production.csv')
  expect(paid.text.trim().split('\n')).toHaveLength(3)
  expect(paid.text).toContain(`${who}/1`)
  await page.goto(`${dashboard.url}/dashboard/production/transactions?customer=${who}&to=2020-01-01`)
  const none = await downloaded(page, () => page.getByRole('link', { name: 'Export CSV' }).click())
  expect(none.text.trim().split('\n')).toHaveLength(1)
  await page.goto(`${dashboard.url}/dashboard/production/rewards?partner=${who}`)
  const earned = await downloaded(page, () => page.getByRole('link', { name: 'Export CSV' }).click())
  expect(earned.text.trim().split('\n')).toHaveLength(3)
  await page.goto(`${dashboard.url}/dashboard/production/customers?find=${who}`)
  const people = await downloaded(page, () => page.getByRole('link', { name: 'Export CSV' }).click())
  expect(people.text).toContain(who)
  expect(people.text).not.toMatch(/(^|,|")=HYPERLINK/m)
})

test('acts on all that fits the filters, beyond the page, once it has said how much that is', async ({
  inside: page,
  dashboard,
  seed,
}) => {
  const complaints = complaintsOf(page)
  const who = await payer(
    seed,
    Array.from({ length: 30 }, (_, n) => 1000 + n),
  )
  const begin = async (path: string, button: string) => {
    await page.goto(`${dashboard.url}/dashboard/production/${path}`)
    await page.getByRole('button', { name: button }).click()
    return page.getByRole('dialog')
  }
  const rewards = await begin(`rewards?partner=${who}`, 'Move all that fit')
  await expect(rewards).toContainText(`Partner: ${who}`)
  await expect(rewards.getByRole('button', { name: /Approve|Decline/ })).toHaveCount(0)
  await rewards.getByLabel(/^Approve: 30 rewards: \$30/).check()
  await rewards.getByRole('button', { name: 'Approve: 30 rewards' }).click()
  await expect(rewards.getByRole('status')).toHaveText('30 worked, that is all: 30 done.')
  await rewards.getByRole('button', { name: 'Close' }).last().click()
  await page.getByLabel('State').selectOption('To approve')
  await expect(page.getByText('Nothing fits')).toBeVisible()

  const payments = await begin(`transactions?partner=${who}`, 'Archive all that fit')
  await expect(payments).toContainText(/30 transactions: \$304\.35/)
  await payments.getByRole('button', { name: 'Archive 30 transactions' }).click()
  await expect(payments.getByRole('status')).toHaveText('30 worked, that is all: 30 archived.')
  await payments.getByRole('button', { name: 'Close' }).last().click()
  await expect(page.getByText('Nothing fits')).toBeVisible()
  await page.goto(`${dashboard.url}/dashboard/production/rewards?partner=${who}`)
  await page.getByRole('button', { name: 'Move all that fit' }).click()
  await expect(page.getByRole('dialog')).toContainText('None of them can be moved on')
  expect(complaints).toEqual([])
})

test('narrows by day and finds by a few letters, kept in the address', async ({ inside: page, dashboard, seed }) => {
  const who = await payer(seed, [7700])
  await page.goto(`${dashboard.url}/dashboard/production/transactions?customer=${who}`)
  await page.getByLabel('Until').fill('2020-01-01')
  await expect(page.getByText('Nothing fits')).toBeVisible()
  await expect(page).toHaveURL(/to=2020-01-01/)
  await expect(page.getByLabel('All that fit', { exact: false })).toHaveCount(0)
  await page.goBack()
  await expect(page.getByRole('link', { name: '$77.00' })).toBeVisible()
  for (const [list, letters] of [
    ['partners', who.slice(3, -2).toUpperCase()],
    ['customers', `${who.slice(2)}@c.ex`],
  ] as const) {
    await page.goto(`${dashboard.url}/dashboard/production/${list}`)
    await page.getByRole('searchbox', { name: 'Find a' }).fill(letters)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('row'), list).toHaveCount(2)
    await expect(page.getByRole('row').nth(1), list).toContainText(who)
  }
})

test('draws a link as a QR code to take along, and tells a partner’s days', async ({
  inside: page,
  dashboard,
  seed,
}) => {
  const who = await payer(seed, [12_300])
  await page.goto(`${dashboard.url}/dashboard/production/partners/${who}`)
  const url = `${dashboard.url}/r/${who}`
  await page.getByRole('button', { name: `QR code of ${url}` }).click()
  await expect(page.getByRole('dialog').getByRole('img', { name: `QR code of ${url}` })).toBeVisible()
  const code = await downloaded(page, () => page.getByRole('button', { name: 'Download SVG' }).click())
  expect(code.name).toBe(`${who}.svg`)
  expect(code.text).toContain(`d="${toSvgPath(generate(url))}"`)
  expect(code.text).toMatch(/^<svg xmlns="http:..www.w3.org.2000.svg" viewBox="-4 -4 /)
  await page.keyboard.press('Escape')
  const told = page.getByRole('region', { name: 'Timeline' }).getByRole('listitem')
  await expect(told.first()).toContainText('$12.30')
  await expect(told.filter({ hasText: `Brought '${who}'` })).toHaveCount(1)
  await expect(told.filter({ hasText: `Got the link '${who}'` })).toHaveCount(1)
  await told
    .filter({ hasText: `Paid by '${who}'` })
    .getByRole('link')
    .click()
  await expect(page.getByRole('heading', { name: '$123.00' })).toBeVisible()
})

test('a chart is gone through day by day by the keyboard', async ({ inside: page, dashboard, seed }) => {
  await payer(seed, [123_400], 'NOK')
  await page.goto(`${dashboard.url}/dashboard/production/home`)
  const money = page.getByRole('region', { name: 'Money in NOK' })
  const slider = money.getByRole('slider', { name: 'Revenue: a day' })
  await slider.focus()
  await page.keyboard.press('End')
  await expect(slider).toHaveAttribute('aria-valuetext', /NOK\s1,234\.00/)
  await expect(money.getByRole('status')).toContainText(/NOK\s1,234\.00/)
  await page.keyboard.press('ArrowLeft')
  await expect(slider).toHaveAttribute('aria-valuetext', /NOK\s0\.00/)
  await money.getByRole('button', { name: /Rewards/ }).click()
  await expect(page).toHaveURL(/money-NOK=rewards/)
  await expect(money.getByRole('slider', { name: 'Rewards: a day' })).toHaveAttribute('aria-valuetext', /NOK\s123\.40/)
})
