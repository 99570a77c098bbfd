/** Import: a file is looked at before it is sent, tried before it counts, and what is refused comes back. */
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { complaintsOf, expect, NAMES, test } from './dashboard-support.ts'

const choose = (page: Page, name: string, content: string): Promise<void> =>
  page.getByLabel('Drop a CSV file here').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })
const figure = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

test('looks at a file before it is sent, and says what is wrong with it', async ({ inside: page, dashboard }) => {
  const complaints = complaintsOf(page)
  const sent: string[] = []
  page.on('request', (request) => request.method() === 'POST' && sent.push(new URL(request.url()).pathname))
  await page.goto(`${dashboard.url}/dashboard/test/import`)
  await page.getByText('Transactions', { exact: true }).last().click()
  await expect(page).toHaveURL(/of=transactions/)
  await expect(page.getByRole('table', { name: 'Columns of transactions' })).toContainText('amount')
  await choose(page, 'people.csv', `email,customer_key,partner_key,Plan\nx@x.test,u1,gstest,${NAMES.markup}\n`)
  await expect(page.getByRole('alert')).toContainText('It fits an import of customers.')
  await page.getByText('Customers', { exact: true }).last().click()
  const columns = page.getByRole('table', { name: 'Columns of the file' })
  await expect(columns.getByRole('row', { name: /Plan/ })).toContainText(`Field of your own`)
  await expect(columns).toContainText(NAMES.markup)
  await page.getByRole('button', { name: 'Another file' }).click()
  await choose(page, 'book.xlsx', 'PK\u0003\u0004 and so on')
  await expect(page.getByRole('alert')).toContainText('workbook')
  expect(sent.filter((path) => !path.endsWith('/check'))).toEqual([])
  const template = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download a template' }).click()
  expect(await readFile(await (await template).path(), 'utf8')).toMatch(/^customer_key,email,partner_key/)
  expect(complaints).toEqual([])
})

test('tries a file, imports it, and gives back what was refused', async ({ inside: page, dashboard }) => {
  const complaints = complaintsOf(page)
  const who = `imported-${Date.now()}`
  const name = `${NAMES.markup.replaceAll('/', '')}.csv`
  const rows = Array.from({ length: 3000 }, (_, n) => `${who}-${n},${who}-${n}@x.test,gstest`)
  const file = ['customer_key,email,partner_key', ...rows, `${who}-bad,no address,gstest`].join('\n')
  await page.goto(`${dashboard.url}/dashboard/test/import`)
  await choose(page, name, file)
  await page.getByRole('button', { name: 'Try it first' }).click()
  await expect(page).toHaveURL(/\/import\/impo_\w+$/)
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  await expect(page.getByText('This was a trial: nothing was changed')).toBeVisible()
  await expect(figure(page, 'Would be created')).toContainText('3,000')
  await page.getByRole('button', { name: 'Import it now' }).click()
  await expect(figure(page, 'Created')).toContainText('3,000')
  await expect(figure(page, 'Refused')).toContainText('1')
  const refused = page.getByRole('table', { name: 'Refused rows' })
  await expect(refused.getByRole('row', { name: 'Line 3,002' })).toContainText('is not an e-mail address')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download all of them' }).click()
  expect(await readFile(await (await download).path(), 'utf8')).toContain(`${who}-bad,no address,gstest,email:`)

  await page.goto(`${dashboard.url}/dashboard/test/import`)
  const past = page.getByRole('region', { name: 'Past imports' })
  await expect(past.getByRole('row', { name: /Trial/ }).first()).toContainText(name)
  await choose(page, name, file)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(figure(page, 'Unchanged')).toContainText('3,000')
  await page.goto(`${dashboard.url}/dashboard/production/import`)
  await expect(page.getByText('Nothing has been imported yet.')).toBeVisible()
  expect(complaints).toEqual([])
})

test('shows how far an import is, and that the way to the server is broken', async ({ inside: page, dashboard }) => {
  await page.goto(`${dashboard.url}/dashboard/test/import`)
  await choose(page, 'partners.csv', 'email,partner_key\n')
  await page.getByText('Partners', { exact: true }).last().click()
  await page.route('**/admin/api/test/import/partners?*', (route) => route.abort())
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('The server cannot be reached')
  await page.unroute('**/admin/api/test/import/partners?*')
  let asked = 0
  await page.route('**/admin/api/test/import/impo_*', async (route) => {
    const answer = await route.fetch()
    const { data, ...rest } = (await answer.json()) as { data: object }
    const early = asked++ < 2 ? { state: 'running', progress: 0.42, rows: 420 } : {}
    await route.fulfill({ response: answer, json: { ...rest, data: { ...data, ...early } } })
  })
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByRole('progressbar', { name: 'How far the import is' })).toHaveAttribute('aria-valuenow', '42')
  await expect(page.getByText('42 %, 420 rows so far')).toBeVisible()
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  await expect(page.getByText('Done', { exact: true })).toBeVisible()
})
