/** The Testing Suite: seven steps that update while things happen elsewhere. */
import { readFile } from 'node:fs/promises'
import { complaintsOf, expect, NAMES, test } from './dashboard-support.ts'

const SEVEN = [1, 2, 3, 4, 5, 6, 7]

test('shows each step as it happens, from the script on a page to the refund', async ({
  inside: page,
  dashboard,
  seed,
}) => {
  const complaints = complaintsOf(page)
  const who = `tested-${Date.now()}`
  await seed.post('/test/keys', {})
  await seed.post('/test/partnerships', {
    email: `${who}@p.example`,
    partner_key: who,
    destination: 'https://a.example/',
  })
  await page.goto(`${dashboard.url}/dashboard/test/testing?partner=${who}`)
  await page.getByRole('button', { name: 'Begin anew' }).click()
  await expect(page).toHaveURL(/since=\d+/)
  const step = (number: number) => page.getByRole('listitem', { name: `Step ${number}:` })
  for (const number of SEVEN.slice(1)) await expect(step(number)).toContainText('Waiting')
  await expect(page.getByRole('region', { name: 'Test link' })).toContainText(`/r/${who}`)
  await expect(page.getByText('Live', { exact: true })).toBeVisible()

  const origin = `https://${who}.example`
  const headers = { referer: `${origin}/`, 'sec-fetch-dest': 'script' }
  await page.request.get(`${dashboard.url}/v1/`, { headers })
  await expect(step(1)).toContainText(origin)
  await page.request.get(`${dashboard.url}/r/${who}`, { maxRedirects: 0 })
  await expect(step(2)).toContainText(`A click on a link of '${who}'`)
  await expect(step(3)).not.toContainText('Done')
  const refused = { public_key: 'pk_of_somebody_else', customer_key: who, partner_key: who }
  await page.request.post(`${dashboard.url}/v1/signups`, { data: refused, headers: { origin } })
  await expect(step(4)).toContainText('Problem')
  await expect(step(4)).toContainText("'public_key' is not a public key of this program")
  await expect(step(4)).toContainText('What to do: Give _initialize() the public key of this mode')

  await page.getByRole('combobox', { name: 'Platform' }).selectOption('Chargebee')
  await page.getByRole('button', { name: 'Simulate the whole way' }).click()
  await expect(page.getByText('7 of 7 done')).toBeVisible()
  await expect(step(6)).toContainText(`$50.00 by Chargebee, credited to '${who}'`)
  const happened = page.getByRole('list', { name: 'What happened, the newest first' })
  await expect(happened).toContainText(`Script fetched by ${origin}`)
  await expect(happened).toContainText('Chargebee payment_refunded')
  await step(6).getByRole('link', { name: 'See the transaction' }).click()
  await expect(page.getByRole('heading', { name: '$50.00' })).toBeVisible()
  await page.goBack()
  await expect(page.getByText('7 of 7 done')).toBeVisible()

  await page.getByRole('button', { name: 'Save a report' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill(NAMES.markup)
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: NAMES.markup }).click()
  const report = await readFile(await (await download).path(), 'utf8')
  expect(report).toContain('7 of 7 steps done, in test mode')
  expect(report).not.toContain(NAMES.markup)
  expect(complaints).toEqual([])
})

test('says why a simulated platform is not let in, until its secret is there', async ({
  inside: page,
  dashboard,
  seed,
}) => {
  await page.goto(`${dashboard.url}/dashboard/test/testing?since=${Date.now()}`)
  const customer = page.getByRole('button', { name: 'Customer', exact: true })
  await customer.click()
  const log = page.getByRole('list', { name: 'What was simulated' })
  await expect(log.getByRole('listitem').first()).toContainText(/customer\.created: 401/)
  const step = page.getByRole('listitem', { name: 'Step 5:' })
  await expect(step).toContainText('A delivery of Stripe was refused')
  await expect(step).toContainText('Open Stripe under Integrations')
  await seed.change('/test/platforms/stripe', { secret: 'whsec_for_this_test' })
  // The server remembers what it knows of an address for a second.
  await expect(async () => {
    await customer.click()
    await expect(log.getByRole('listitem').first()).toContainText(/customer\.created: 200 parked/, { timeout: 1_000 })
  }).toPass()
})

test('simulates nothing in production, and names no partner by itself', async ({ inside: page, dashboard }) => {
  await page.goto(`${dashboard.url}/dashboard/production/testing`)
  await expect(page.getByRole('region', { name: 'Test link' })).toContainText('Name a partner')
  await page.getByLabel('Of the partner').fill('nobody')
  await page.keyboard.press('Enter')
  await expect(page.getByText("There is no partner 'nobody' with a link here.")).toBeVisible()
  await page.getByRole('link', { name: 'Go to test mode' }).click()
  await expect(page.getByRole('button', { name: 'Simulate the whole way' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Test link' })).toContainText('This link leads nowhere yet')
})
