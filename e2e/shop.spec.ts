/** The shop without a script, with JavaScript switched off in the browser: credited through the charge's metadata. */
import type { Page } from '@playwright/test'
import { CARDS, expect, pay, test } from './fixtures.ts'

test.use({ javaScriptEnabled: false })

/** Puts `quantity` of the product at this place on the shelf in the cart, and pays. */
async function buy(page: Page, home: string, email: string, card = CARDS.good): Promise<void> {
  await page.goto(home)
  await page.locator('.tile').first().click()
  await page.getByLabel('How many').selectOption('2')
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await page.goto(`${home}cart`)
  await page.getByLabel('Full name').fill('Ada Byron')
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('button', { name: 'Go to payment' }).click()
  await pay(page, card)
}

test('a purchase after a partner’s link is credited to the partner, with its product', async ({
  page,
  demo,
  books,
  email,
}) => {
  await page.goto(demo.shopLink)
  expect(new URL(page.url()).searchParams.get('gspk')).toBe('Z3N0ZXN0')
  const before = (await books.allTransactions()).length
  await buy(page, demo.shopUrl, email)
  await page.waitForURL('**/orders/**')
  await demo.standIn.settle()
  const [bought, ...older] = await books.allTransactions()
  expect(older).toHaveLength(before)
  expect(bought).toMatchObject({ partner_key: 'gstest', amount_refunded: 0, archived: false })
  expect(bought?.product_key).toBeTruthy()

  await test.step('money given back by the owner is taken back from the partner', async () => {
    await page.goto(`${demo.shopUrl}owner`)
    await page.getByLabel('Password').fill('demo')
    await page.getByRole('button', { name: 'Open' }).click()
    await page.getByLabel('Amount to give back').first().fill('1.00')
    await page.getByRole('button', { name: 'Refund' }).first().click()
    await demo.standIn.settle()
    expect((await books.allTransactions())[0]).toMatchObject({
      key: bought?.key,
      amount_refunded: 100,
      archived: false,
    })
    await page.getByRole('button', { name: 'Refund' }).first().click()
    await demo.standIn.settle()
    expect((await books.allTransactions())[0]).toMatchObject({
      key: bought?.key,
      amount_refunded: bought?.amount,
      archived: true,
    })
  })
})

test('a purchase nobody referred credits nobody', async ({ page, demo, books, email }) => {
  const before = await books.allTransactions()
  await buy(page, demo.shopUrl, email)
  await page.waitForURL('**/orders/**')
  await demo.standIn.settle()
  expect(await books.allTransactions()).toEqual(before)
})

test('a declined card buys nothing and records nothing', async ({ page, demo, books, email }) => {
  await page.goto(demo.shopLink)
  const before = [await books.allTransactions(), await books.customers()]
  await buy(page, demo.shopUrl, email, CARDS.declined)
  await expect(page.getByRole('alert')).toContainText(/declined/i)
  await demo.standIn.settle()
  expect([await books.allTransactions(), await books.customers()]).toEqual(before)
})
