/** Keys, the script, payment platforms and outgoing webhooks, from nothing to working, through pages only. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { complaintsOf, expect, test } from './dashboard-support.ts'

// The first test begins where a vendor begins; and webhooks are received on this machine.
test.use({ world: 'integrations' })
process.env['WEBHOOK_PRIVATE_TARGETS'] = 'allow'

const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText())
const dialogOf = (page: Page) => page.getByRole('dialog')

test.beforeEach(({ inside: page }) => page.context().grantPermissions(['clipboard-read', 'clipboard-write']))

test('makes a key pair that is shown once, hands out the script with it, and revokes it after asking', async ({
  inside: page,
  dashboard,
}) => {
  const complaints = complaintsOf(page)
  await page.goto(`${dashboard.url}/dashboard/test/integrations`)
  const keys = page.getByRole('region', { name: 'API keys', exact: true })
  await expect(keys.getByText('No keys yet')).toBeVisible()
  await expect(page.getByText('No key yet', { exact: true })).toBeVisible()
  await keys.getByRole('button', { name: 'Make a key pair' }).first().click()
  const once = page.getByRole('dialog', { name: 'Your new key pair' })
  await once.getByRole('button', { name: 'Copy secret key' }).click()
  const secretKey = await copied(page)
  expect(secretKey).toMatch(/^sk_\w{32}$/)
  await page.keyboard.press('Escape')
  await once.getByRole('button', { name: 'I have kept it' }).click()
  await expect(once).toBeHidden()
  await expect(page.getByText(secretKey)).toHaveCount(0)

  await page.getByRole('button', { name: 'Copy the loader' }).click()
  const [, publicKey = ''] = /_initialize\("(pk_\w{32})"\)/.exec(await copied(page)) ?? []
  expect(await copied(page)).toContain(`gs.src = "${dashboard.url}/v1/"`)
  const authorization = `Basic ${Buffer.from(`${publicKey}:${secretKey}`).toString('base64')}`
  const asks = async () =>
    (await page.request.get(`${dashboard.url}/v1/customers`, { headers: { authorization } })).status()
  expect(await asks()).toBe(200)

  await keys.getByRole('row', { name: publicKey }).getByRole('button', { name: 'Revoke' }).click()
  await dialogOf(page).getByRole('button', { name: 'Cancel' }).click()
  await keys.getByRole('row', { name: publicKey }).getByRole('button', { name: 'Revoke' }).click()
  await dialogOf(page).getByRole('button', { name: 'Revoke' }).click()
  await expect(keys.getByRole('row', { name: publicKey })).toContainText('Revoked')
  await expect.poll(asks).toBe(401)
  expect(complaints).toEqual([])
})

test('leads through a payment platform: what to copy, tick, paste and send, and what came of it', async ({
  inside: page,
  dashboard,
  seed,
}) => {
  const complaints = complaintsOf(page)
  const made = await seed.post('/test/keys', {})
  await page.goto(`${dashboard.url}/dashboard/test/integrations`)
  await expect(page.getByRole('row', { name: /Stripe/ })).toContainText('Secret missing')
  await page.getByRole('link', { name: 'Stripe' }).click()
  await expect(page.getByRole('heading', { name: 'Stripe', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Copy address' }).click()
  const address = await copied(page)
  expect(address).toContain(`${dashboard.url}/webhooks/stripe/`)

  const events = page.getByRole('list', { name: /Tick these events/ })
  await expect(events).toContainText('charge.succeeded')
  await expect(events).not.toContainText('invoice')
  await page.getByLabel('Record payments from').selectOption('Invoices')
  await page.getByLabel('A partial refund').selectOption({ value: 'archive' })
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved. It holds from now on.')).toBeVisible()
  await expect(events).toContainText('invoice_payment.paid')

  await page.getByLabel('Signing secret').fill('whsec_of_the_test')
  await page.getByRole('button', { name: 'Set the secret' }).click()
  await expect(page.getByText('The secret is set.')).toBeVisible()
  await expect(page.getByLabel('Signing secret')).toHaveValue('')
  await expect(page.getByText('whsec_of_the_test')).toHaveCount(0)

  await seed.post('/test/testing/delivery', { provider: 'stripe', event: 'customer.created', customer_key: 'c-1' })
  await page.reload()
  const last = page.getByRole('region', { name: 'Last delivery', exact: true })
  await expect(last).toContainText('customer.created')
  await expect(page.getByText('Works').first()).toBeVisible()

  await page.getByRole('button', { name: 'Change', exact: true }).click()
  await dialogOf(page).getByRole('button', { name: 'Change' }).click()
  await expect(page.getByText('What was before works for 24 hours more.')).toBeVisible()
  await page.getByRole('button', { name: 'Copy address' }).click()
  await expect.poll(() => copied(page)).not.toBe(address)

  await page.getByRole('tab', { name: 'Go' }).click()
  await expect(page).toHaveURL(/lang=go/)
  await expect(page.getByRole('region', { name: 'A customer: Stripe, Go', exact: true })).toContainText(
    '"customer_key": customerKey',
  )
  await expect(page.getByRole('region', { name: /The sign-up, from your server/ })).toContainText(
    String(made['public_key']),
  )
  await page.getByRole('tab', { name: 'Python' }).click()
  await page.goBack()
  await expect(page.getByRole('tab', { name: 'Go' })).toHaveAttribute('aria-selected', 'true')

  await page.getByRole('radiogroup', { name: 'Mode' }).getByText('Production').click()
  await expect(page).toHaveURL(/\/production\/integrations\/stripe$/)
  await expect(page.getByText('Secret missing')).toBeVisible()
  await expect(events).not.toContainText('invoice')
  expect(complaints).toEqual([])
})

test('says for each platform what is its own: password or secret, currency, and where the key goes', async ({
  inside: page,
  dashboard,
}) => {
  for (const [provider, heading, words, label] of [
    ['chargebee', 'Chargebee', /meta_data/, 'User name'],
    ['recurly', 'Recurly', /code of the account/, 'User name'],
    ['chargify', 'Chargify', /reference is the customer_key/, 'Site shared key'],
  ] as const) {
    await page.goto(`${dashboard.url}/dashboard/production/integrations/${provider}`)
    await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
    await expect(page.getByText(words).first()).toBeVisible()
    await expect(page.getByText(label).first()).toBeVisible()
    expect(await page.getByLabel('Currency').count(), provider).toBe(provider === 'chargebee' ? 0 : 1)
  }
  await page.goto(`${dashboard.url}/dashboard/production/integrations/recurly`)
  await page.getByLabel('Currency').fill('euro')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('It must be a currency code of three letters')).toBeVisible()
  await page.getByLabel('Currency').fill('eur')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved. It holds from now on.')).toBeVisible()
  await page.goto(`${dashboard.url}/dashboard/production/integrations/paypal`)
  await expect(page.getByText('There is no such platform')).toBeVisible()
})

test('has changes told to an address: made, changed, switched off and on, sent again, given a new secret, removed', async ({
  inside: page,
  dashboard,
  seed,
}) => {
  const complaints = complaintsOf(page)
  const got: string[] = []
  const receiver = createServer((req, res) => {
    got.push(String(req.headers['webhook-id']))
    req.resume().on('end', () => res.writeHead(204).end())
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  const target = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/<b>hook</b>`
  try {
    await page.goto(`${dashboard.url}/dashboard/test/integrations/webhooks`)
    await expect(page.getByText('No webhooks yet')).toBeVisible()
    await page.getByRole('button', { name: 'Add a webhook' }).first().click()
    const form = page.getByRole('dialog', { name: 'Add a webhook' })
    await form.getByLabel('Address').fill('ftp://127.0.0.1/')
    await form.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(form.getByText(/It must be an http or https address/)).toBeVisible()
    await form.getByLabel('Address').fill(target)
    await form.getByLabel('Everything, and what is to come').uncheck()
    await expect(form.getByRole('button', { name: 'Add', exact: true })).toBeDisabled()
    await form.getByLabel('customer.created').check()
    await form.getByRole('button', { name: 'Add', exact: true }).click()
    const once = page.getByRole('dialog', { name: 'Its signing secret' })
    await once.getByRole('button', { name: 'Copy signing secret' }).click()
    expect(await copied(page)).toMatch(/^whsec_/)
    await once.getByRole('button', { name: 'I have kept it' }).click()

    await seed.post('/test/customers', { customer_key: 'told', email: 'told@c.example', partner_key: 'gstest' })
    await page.getByRole('row', { name: /hook/ }).getByRole('link').click()
    await expect(page.getByLabel('The webhook', { exact: true }).getByText('customer.created')).toBeVisible()
    const row = page.getByRole('row', { name: /customer\.created/ })
    await expect(async () => {
      await page.reload()
      await expect(row).toContainText('Answered 204', { timeout: 1_000 })
    }).toPass()
    await row.getByRole('button', { name: 'Send again' }).click()
    await expect(page.getByText('On its way again.')).toBeVisible()
    await expect.poll(() => got.length).toBe(2)
    expect(new Set(got).size).toBe(1)
    await page.getByLabel('Outcome').selectOption('Given up')
    await expect(page.getByText('Nothing fits')).toBeVisible()

    await page.getByRole('button', { name: 'Edit' }).click()
    await dialogOf(page).getByLabel('Everything, and what is to come').check()
    await dialogOf(page).getByRole('button', { name: 'Save' }).click()
    await expect(page.getByLabel('The webhook', { exact: true }).getByText('Everything')).toBeVisible()
    await page.getByRole('button', { name: 'Switch off' }).click()
    await expect(page.getByText('switched off by hand')).toBeVisible()
    await page.getByRole('button', { name: 'Switch on' }).click()
    await expect(page.getByRole('button', { name: 'Switch off' })).toBeVisible()
    await page.getByRole('button', { name: 'New secret' }).click()
    await dialogOf(page).getByRole('button', { name: 'New secret' }).click()
    await page
      .getByRole('dialog', { name: 'The new signing secret' })
      .getByRole('button', { name: 'I have kept it' })
      .click()
    await page.getByRole('button', { name: 'Remove' }).click()
    await dialogOf(page).getByRole('button', { name: 'Remove' }).click()
    await expect(page.getByText('No webhooks yet')).toBeVisible()
    expect(complaints).toEqual([])
  } finally {
    receiver.close()
  }
})
