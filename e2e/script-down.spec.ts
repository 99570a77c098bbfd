/** Pages whose script's host is down, slow, or answers something else: they work as before, and sign up once it is back. */
import { readFileSync } from 'node:fs'
import { link } from './script-site.ts'
import { expect, loader, test, www } from './script-test.ts'

/** The stubs as the manual has them: what queues, and what keeps. */
const manual = readFileSync(new URL('../packages/partnerstack-js/README.md', import.meta.url), 'utf8')
const stubs = [...manual.matchAll(/```html\n([^]*?)```/g)]
  .map(([, html]) => html!)
  .filter((html) => html.includes('.q.'))
const [stub = ''] = stubs
const STUBS = stubs.join('')

for (const state of ['down', 'html'] as const) {
  test(`a page whose script’s host is or answers ${state} works as before`, async ({ page, site, errors }) => {
    site.scripts = state
    site.pages.set('/', `${stub}${loader(site)}<button onclick="growsumo.createSignup(); done = true">Sign up</button>`)
    await page.goto(www(site))
    await page.getByRole('button').click()
    expect(await page.evaluate('done')).toBe(true)
    expect(errors).toEqual([])
  })
}

test('a sign-up made while the script’s host is slow is sent when it answers', async ({ page, site, errors }) => {
  site.scripts = 'held'
  site.pages.set(
    '/',
    `${stub}${loader(site)}<button onclick="growsumo.data.customer_key='c1';growsumo.createSignup()">Go</button>`,
  )
  await page.goto(`${www(site)}/${link('ada', 'x1')}`, { waitUntil: 'commit' })
  await page.getByRole('button').click()
  expect(site.signups()).toEqual([])
  site.scripts = 'ok'
  await expect.poll(() => site.signups()).toMatchObject([{ customer_key: 'c1', partner_key: 'ada' }])
  expect(errors).toEqual([])
})

for (const state of ['down', 'html'] as const) {
  test(`a sign-up made while the script’s host is or answers ${state} is sent by the next page once it is back`, async ({
    page,
    site,
  }) => {
    const html = `${STUBS}${loader(site, '?more')}`
    site.pages.set('/', html).set('/next', html)
    site.scripts = state
    await page.goto(`${www(site)}/${link('ada', 'x1')}`)
    await page.evaluate(`growsumo.data.customer_key = 'c1'; growsumo.createSignup()`)
    await page.goto(`${www(site)}/next`)
    expect(site.signups()).toEqual([])
    site.scripts = 'ok'
    await page.goto(`${www(site)}/next${link('ada', 'x1')}`)
    await expect.poll(() => site.signups()).toMatchObject([{ customer_key: 'c1', partner_key: 'ada', xid: 'x1' }])
    await expect.poll(() => page.evaluate('Object.keys(localStorage).length')).toBe(0)
  })
}
