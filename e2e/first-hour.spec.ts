/** A vendor's first hour: from an empty database to a reward that is approved and paid, through pages only. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { barriersOf } from './axe.ts'
import { complaintsOf, expect, test } from './dashboard-support.ts'
import { chargeSucceeded } from './stripe-webhook.ts'

test.use({ world: 'first-hour' })

/** The vendor's own site: a page with whatever was pasted into its head, and a form to sign up. */
async function startShop() {
  let head = ''
  const page = () => `<!doctype html><title>Acme</title><head>${head}</head>
    <form><label>E-mail <input name="email"></label><button>Sign up</button></form><p role="status"></p>
    <script>
      document.querySelector('form').onsubmit = (event) => {
        event.preventDefault()
        Object.assign(growsumo.data, { email: event.target.email.value, name: 'Grace Hopper', customer_key: 'user-42' })
        growsumo.createSignup((error) => (document.querySelector('p').textContent = error ? 'No: ' + error : 'Welcome'))
      }
    </script>`
  const server = createServer((_req, res) => void res.setHeader('content-type', 'text/html').end(page()))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    paste: (snippet: string) => void (head = snippet),
    close: () => void server.close().closeAllConnections(),
  }
}

const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText())
const goTo = (page: Page, label: string) =>
  page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: label }).click()

test('takes a vendor from an empty database to a reward that is paid', async ({ page, dashboard, browser }) => {
  const complaints = complaintsOf(page)
  const shop = await startShop()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  try {
    await test.step('logs in with the password that the server printed, and finds nothing yet', async () => {
      await page.goto(`${dashboard.url}/dashboard/`)
      await page.getByRole('textbox', { name: 'Password' }).fill(dashboard.password)
      await page.getByRole('button', { name: 'Log in' }).click()
      await expect(page.getByText('Nothing has happened in these days')).toBeVisible()
      expect(await barriersOf(page)).toEqual([])
    })

    await test.step('makes keys and takes the script into the site', async () => {
      await goTo(page, 'Integrations')
      await page.getByRole('button', { name: 'Make a key pair' }).first().click()
      await page.getByRole('button', { name: 'I have kept it' }).click()
      await page.getByRole('button', { name: 'Copy the loader' }).click()
      shop.paste(await copied(page))
    })

    let address = ''
    await test.step('connects Stripe', async () => {
      await page.getByRole('link', { name: 'Stripe' }).click()
      await page.getByRole('button', { name: 'Copy address' }).click()
      address = await copied(page)
      await page.getByLabel('Signing secret').fill('whsec_first_hour')
      await page.getByRole('button', { name: 'Set the secret' }).click()
      await expect(page.getByText('The secret is set.')).toBeVisible()
    })

    let link = ''
    await test.step('adds a partner, whose link leads to the site', async () => {
      await goTo(page, 'All Partners')
      await page.getByRole('button', { name: 'Add a partner' }).first().click()
      const form = page.getByRole('dialog', { name: 'Add a partner' })
      await form.getByLabel('E-mail').fill('ada@partners.example')
      await form.getByLabel('First name').fill('Ada')
      await form.getByLabel('Partner key').fill('ada')
      await form.getByLabel('Destination').fill(shop.url)
      await form.getByRole('button', { name: 'Add', exact: true }).click()
      await page.getByRole('button', { name: /^Copy link/ }).click()
      link = await copied(page)
    })

    await test.step('somebody follows the link, comes back by themselves, signs up and pays', async () => {
      const context = await browser.newContext()
      const visitor = await context.newPage()
      await visitor.goto(link)
      await visitor.waitForFunction(() => 'growsumo' in window && document.cookie.includes('growSumoPartnerKey=ada'))
      await visitor.goto(shop.url) // the cookie remembers, not the address
      await visitor.waitForFunction(() => 'growsumo' in window)
      await visitor.getByLabel('E-mail').fill('grace@customers.example')
      await visitor.getByRole('button', { name: 'Sign up' }).click()
      await expect(visitor.getByRole('status')).toHaveText('Welcome')
      await context.close()
      const paid = { customer: 'cus_of_stripe', metadata: { customer_key: 'user-42', product_key: 'pro_plan' } }
      const answer = await page.request.post(address, chargeSucceeded('whsec_first_hour', paid))
      expect(answer.status()).toBe(200)
      // Whoever does not have the secret is not let in.
      expect((await page.request.post(address, chargeSucceeded('whsec_guessed', paid))).status()).toBe(401)
    })

    await test.step('sees why the customer is whose, from click to reward', async () => {
      await goTo(page, 'Customers')
      await page.getByRole('link', { name: 'Grace Hopper' }).click()
      const why = page.getByRole('region', { name: 'Why' }).getByRole('listitem')
      for (const [kind, words] of [
        ['Click', "Followed a link of 'ada'"],
        ['Cookie', 'The browser kept the click'],
        ['Sign-up', "Signed up as 'user-42'"],
        ['Decision', 'ada'],
        ['Payment', '$49.00'],
        ['Reward', '$4.90'],
      ] as const)
        await expect(why.filter({ has: page.getByText(kind, { exact: true }) })).toContainText(words)
    })

    await test.step('approves the reward that Home asks about, and marks it paid', async () => {
      await goTo(page, 'Home')
      await expect(page.getByRole('region', { name: 'Revenue' })).toContainText('$49.00')
      await page.getByRole('link', { name: '1 reward waits for your approval' }).click()
      const row = page.getByRole('table', { name: 'Rewards' }).getByRole('row', { name: /\$4\.90/ })
      await row.getByRole('checkbox').check()
      await page.getByRole('button', { name: 'Approve (1)' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Approve (1)' }).click()
      await expect(page.getByText('Nothing fits')).toBeVisible()
      await page.getByLabel('State').selectOption('Approved')
      await row.getByRole('checkbox').check()
      await page.getByRole('button', { name: 'Mark paid (1)' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Mark paid (1)' }).click()
      await page.getByLabel('State').selectOption('Paid')
      await expect(row).toContainText('Ada')
      await goTo(page, 'Home')
      await expect(page.getByRole('region', { name: 'Revenue' })).toBeVisible()
      await expect(page.getByText('What needs you')).toHaveCount(0)
    })
    expect(complaints).toEqual([])
  } finally {
    shop.close()
  }
})
