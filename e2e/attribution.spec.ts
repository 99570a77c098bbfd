/** Who is credited, as browsers really behave: nobody, the last click, and a sign-up that leaves with the page. */
import { expect, fillSignUp, pay, signUp, test } from './fixtures.ts'

test('an organic visitor credits nobody, and no cookie of ours is left', async ({ page, demo, books, email }) => {
  const sent: string[] = []
  page.on('request', (request) => request.url().includes('/v1/signups') && sent.push(request.url()))
  await page.goto(demo.appUrl)
  await signUp(page, demo, email)
  await page
    .getByRole('button', { name: /^Choose/ })
    .first()
    .click()
  await pay(page)
  await page.waitForURL('**/billing*')
  await demo.standIn.settle()
  expect(sent).toEqual([])
  expect(await books.customer(email)).toBeNull()
  const ours = (await page.context().cookies()).filter(({ name }) => /^(growSumo|ps_|_ps|gsxid|pscd)/.test(name))
  expect(ours).toEqual([])
})

test('a second partner’s click wins', async ({ page, demo, books, email }) => {
  await demo.server.command(
    'partner',
    'add',
    '--mode',
    'test',
    '--email',
    `bob.${email}`,
    '--partner-key',
    `bob-${email}`,
    '--destination',
    demo.appUrl,
  )
  await page.goto(demo.productLink)
  await page.goto(`${demo.server.url}/r/${encodeURIComponent(`bob-${email}`)}`)
  await signUp(page, demo, email)
  await expect.poll(async () => (await books.customer(email))?.partner_key).toBe(`bob-${email}`)
})

test('a visitor who comes back days later without the link is still the partner’s', async ({
  page,
  demo,
  books,
  email,
}) => {
  await page.goto(demo.productLink)
  await page.goto('about:blank')
  await page.goto(demo.appUrl)
  await signUp(page, demo, email)
  await expect.poll(async () => (await books.customer(email))?.partner_key).toBe('ada')
})

test('a sign-up that leaves while the page navigates away arrives, and asks nobody’s leave first', async ({
  page,
  demo,
  books,
  email,
}) => {
  const preflights: string[] = []
  page.on('request', (request) => request.method() === 'OPTIONS' && preflights.push(request.url()))
  // The server takes its time: the page is gone long before it answers.
  await page.context().route('**/v1/signups', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500))
    await route.continue().catch(() => undefined) // the page may be gone by then, the request is not
  })
  await page.goto(demo.productLink)
  await page.evaluate((who) => {
    const { growsumo } = window as unknown as { growsumo: { data: Record<string, string>; createSignup(): void } }
    growsumo.data['email'] = who
    growsumo.data['customer_key'] = `leaving-${who}`
    growsumo.createSignup()
    location.href = '/pricing'
  }, email)
  await page.waitForURL('**/pricing')
  await expect.poll(async () => (await books.customer(email))?.customer_key).toBe(`leaving-${email}`)
  expect(preflights).toEqual([])
})

test('signing up twice with one e-mail is one customer', async ({ page, demo, books, email }) => {
  await page.goto(demo.productLink)
  await page
    .getByRole('link', { name: /sign up|start/i })
    .first()
    .click()
  await fillSignUp(page, email)
  await expect.poll(() => books.customer(email)).not.toBeNull()
  await page.evaluate(async () => {
    const { growsumo } = window as unknown as { growsumo: { createSignup(): Promise<unknown> } }
    await growsumo.createSignup()
    await growsumo.createSignup()
  })
  expect((await books.customers()).filter((customer) => customer.email === email)).toHaveLength(1)
})
