/** Webhooks sent twice and out of order, and a server that is killed in between: the books are the same. */
import { expect, pay, signUp, test } from './fixtures.ts'

test.afterEach(({ demo }) => demo.standIn.setMode({ duplicate: false, reorder: false }))

for (const mode of [
  { name: 'twice', duplicate: true, reorder: false },
  { name: 'out of order', duplicate: false, reorder: true },
  { name: 'twice and out of order', duplicate: true, reorder: true },
]) {
  test(`a payment, a refund and a renewal are counted once when webhooks come ${mode.name}`, async ({
    page,
    demo,
    books,
    email,
  }) => {
    demo.standIn.setMode(mode)
    await page.goto(demo.productLink)
    await signUp(page, demo, email)
    await page
      .getByRole('button', { name: /^Choose/ })
      .first()
      .click()
    await pay(page)
    await page.waitForURL('**/billing*')
    await page.getByLabel('Amount to refund').fill('3.21')
    await page.getByRole('button', { name: 'Refund' }).click()
    await expect(page.getByText('$3.21 refunded')).toBeVisible()
    const control = await page.context().newPage()
    await control.goto(demo.standIn.url)
    await control.getByRole('button', { name: 'Advance one billing period' }).first().click()
    await demo.standIn.settle()
    const transactions = await books.transactions(email)
    expect(transactions.map(({ amount_refunded }) => amount_refunded).sort()).toEqual([0, 321])
    expect(new Set(transactions.map(({ amount }) => amount)).size).toBe(1)
    expect(transactions.every(({ archived, partner_key }) => !archived && partner_key === 'ada')).toBe(true)
  })
}

test('a payment made while the server is down is credited when it is back', async ({ page, demo, books, email }) => {
  await page.goto(demo.productLink)
  await signUp(page, demo, email)
  await expect.poll(() => books.customer(email)).not.toBeNull()
  await page
    .getByRole('button', { name: /^Choose/ })
    .first()
    .click()
  await demo.server.kill()
  await pay(page)
  await page.waitForURL('**/billing*')
  await demo.server.start()
  await demo.standIn.settle()
  expect(await books.transactions(email)).toHaveLength(1)
})
