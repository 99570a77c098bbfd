/** What `npm start` says of the dashboard: the address it prints opens, and the password beside it lets one in. */
import { expect, test } from './fixtures.ts'

test('the password that the demo prints opens the dashboard, in test mode, with the partner who waits there', async ({
  page,
  demo,
}) => {
  await page.goto(demo.dashboardUrl)
  await page.getByRole('textbox', { name: 'Password' }).fill(demo.password)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Test mode').first()).toBeVisible()
  await page.getByRole('link', { name: 'All Partners' }).first().click()
  await expect(page.getByText('ada@partners.example')).toBeVisible()
})
