/** The product with the script: from a partner's link to a credited payment, and the money going back. */
import type { Page } from '@playwright/test'
import { CARDS, expect, fillSignUp, pay, signUp, test } from './fixtures.ts'

const cookiesOf = async (page: Page): Promise<Record<string, string>> =>
  Object.fromEntries((await page.context().cookies(page.url())).map(({ name, value }) => [name, value]))

test('a visitor who follows a link, signs up and pays is credited to its partner, once, to the cent', async ({
  page,
  demo,
  books,
  email,
}) => {
  await page.goto(demo.productLink)
  expect(new URL(page.url()).searchParams.get('gspk')).toBe('YWRh')
  await expect.poll(() => cookiesOf(page)).toMatchObject({ growSumoPartnerKey: 'ada', ps_partner_key: 'ada' })
  expect((await cookiesOf(page))['gsxid']).toBe(new URL(page.url()).searchParams.get('gsxid'))

  await page
    .getByRole('link', { name: /sign up|start/i })
    .first()
    .click()
  await fillSignUp(page, email)
  await expect.poll(() => books.customer(email)).toMatchObject({ partner_key: 'ada', name: 'Grace Hopper', test: true })

  await page.getByRole('button', { name: 'Choose Team' }).click()
  await pay(page)
  await page.waitForURL('**/billing*')
  await demo.standIn.settle()
  const [paid, ...more] = await books.transactions(email)
  expect(more).toEqual([])
  const shown = await page.locator('.charges').getByText(/^\$/).first().innerText()
  expect(paid).toMatchObject({
    source: 'stripe',
    amount: Math.round(Number(shown.slice(1)) * 100),
    currency: 'USD',
    amount_refunded: 0,
    archived: false,
    partner_key: 'ada',
  })

  await test.step('a partial refund reduces it', async () => {
    await page.getByLabel('Amount to refund').fill('5.25')
    await page.getByRole('button', { name: 'Refund' }).click()
    await expect(page.getByText('$5.25 refunded')).toBeVisible()
    await demo.standIn.settle()
    expect(await books.transactions(email)).toMatchObject([
      { amount: paid?.amount, amount_refunded: 525, archived: false },
    ])
  })

  await test.step('a full refund archives it', async () => {
    await page.getByRole('button', { name: 'Refund' }).click()
    await expect(page.getByText('Refunded', { exact: true })).toBeVisible()
    await demo.standIn.settle()
    expect(await books.transactions(email)).toMatchObject([{ amount_refunded: paid?.amount, archived: true }])
  })
})

test('each renewal of the plan is credited, until it is cancelled', async ({ page, demo, books, email }) => {
  await page.goto(demo.productLink)
  await signUp(page, demo, email)
  await page
    .getByRole('button', { name: /^Choose/ })
    .first()
    .click()
  await pay(page)
  await page.waitForURL('**/billing*')
  await demo.standIn.settle()

  const control = await page.context().newPage()
  await control.goto(demo.standIn.url)
  await control.getByRole('button', { name: 'Advance one billing period' }).first().click()
  await demo.standIn.settle()
  expect(await books.transactions(email)).toHaveLength(2)

  await page.reload()
  await page.getByRole('button', { name: 'Cancel now' }).click()
  await expect(page.getByText('You have no plan at the moment.')).toBeVisible()
  await demo.standIn.settle()
  expect(await books.transactions(email)).toHaveLength(2)
})

test('a declined card records nothing, and the card that then works is credited', async ({
  page,
  demo,
  books,
  email,
}) => {
  await page.goto(demo.productLink)
  await signUp(page, demo, email)
  await page
    .getByRole('button', { name: /^Choose/ })
    .first()
    .click()
  await pay(page, CARDS.declined)
  await expect(page.getByRole('alert')).toContainText(/declined/i)
  await demo.standIn.settle()
  expect(await books.transactions(email)).toEqual([])

  await pay(page, CARDS.good)
  await page.waitForURL('**/billing*')
  await demo.standIn.settle()
  expect(await books.transactions(email)).toMatchObject([{ partner_key: 'ada', archived: false, amount_refunded: 0 }])
})

test('a payment that the bank asks about is credited once it is confirmed', async ({ page, demo, books, email }) => {
  await page.goto(demo.productLink)
  await signUp(page, demo, email)
  await page
    .getByRole('button', { name: /^Choose/ })
    .first()
    .click()
  await pay(page, CARDS.asks)
  await expect(page.getByRole('heading', { name: 'Is it you?' })).toBeVisible()
  await demo.standIn.settle()
  expect(await books.transactions(email)).toEqual([])
  await page.getByRole('button', { name: 'Complete authentication' }).click()
  await page.waitForURL('**/billing*')
  await demo.standIn.settle()
  expect(await books.transactions(email)).toMatchObject([{ partner_key: 'ada' }])
})
