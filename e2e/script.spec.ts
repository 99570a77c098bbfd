/** What only a browser can show of the script: requests that outlive their page, cookies between hosts, policies, storage. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { link, PUBLIC_KEY } from './script-site.ts'
import { expect, loader, partner, scripts, signUp, tag, test, www } from './script-test.ts'

test('a sign-up that leaves with its page arrives, and nobody’s leave is asked', async ({ page, site, errors }) => {
  site.pages.set('/', tag(site)).set('/next', 'gone')
  await page.goto(`${www(site)}/${link('ada', 'x1')}`)
  await signUp(page, 'c1', "location.href = '/next'")
  await page.waitForURL('**/next')
  await expect.poll(() => site.signups()).toMatchObject([{ customer_key: 'c1', partner_key: 'ada', xid: 'x1' }])
  expect(site.asked.map(({ method }) => method)).toEqual(['POST'])
  expect(site.asked[0]?.headers['cookie']).toBeUndefined()
  expect(errors).toEqual([])
})

test('a referral is known on a second subdomain, and not on another site', async ({ page, site }) => {
  site.pages.set('/', tag(site))
  await page.goto(`${www(site)}/${link('ada', 'x1')}`)
  await page.goto(site.at('app.shop.localhost'))
  expect(await partner(page)).toBe('ada')
  await page.goto(site.at('www.other.localhost'))
  expect(await partner(page)).toBeUndefined()
})

test('a frame that may have no cookies credits the partner in its address', async ({ page, site, errors }) => {
  site.pages.set(
    '/frame',
    `${tag(site, '', '?more')}<script>growsumo.data.customer_key = 'c1'; growsumo.createSignup()</script>`,
  )
  site.pages.set('/', `<iframe sandbox="allow-scripts" src="/frame${link('ada', 'x1')}"></iframe>`)
  await page.goto(www(site))
  await expect.poll(() => site.signups()).toMatchObject([{ customer_key: 'c1', partner_key: 'ada' }])
  expect(errors).toEqual([])
})

test('a page under a strict policy, with the script’s integrity checked, works without a violation', async ({
  page,
  site,
}) => {
  const bytes = readFileSync(new URL('../packages/partnerstack-js/dist/partnerstack.more.min.js', import.meta.url))
  const integrity = `sha384-${createHash('sha384').update(bytes).digest('base64')}`
  const host = scripts(site)
  site.pageHeaders = {
    'content-security-policy': `default-src 'none'; script-src 'self' ${host}; connect-src ${host}; img-src 'self'; report-uri /v1/csp`,
  }
  site.pages.set('/', tag(site, `integrity="${integrity}" crossorigin`, '?more'))
  const violations: string[] = []
  page.on('console', (message) => /policy|integrity/i.test(message.text()) && violations.push(message.text()))
  await page.goto(`${www(site)}/${link('ada', 'x1')}`)
  await signUp(page, 'c1')
  await expect.poll(() => site.signups()).toHaveLength(1)
  expect(violations).toEqual([])
  expect(site.asked.filter(({ path }) => path.includes('csp'))).toEqual([])
})

test('two loaders and a tag on one page are one script, and one sign-up', async ({ page, site, errors }) => {
  const hook = `<script>var calls = 0; function growsumoInit() {
    if (!calls++) { growsumo.data.customer_key = 'c1'; growsumo.createSignup() } }</script>`
  site.pages.set('/', hook + loader(site) + loader(site) + tag(site))
  await page.goto(`${www(site)}/${link('ada', 'x1')}`)
  await page.waitForLoadState()
  await expect.poll(() => site.signups()).toHaveLength(1)
  expect(await page.evaluate('growsumo === partnerstack')).toBe(true)
  expect(errors).toEqual([])
})

test('nothing is written or sent before consent, and all of it after', async ({ page, context, site }) => {
  site.pages.set('/', tag(site, 'data-requires-consent'))
  await page.goto(`${www(site)}/${link('ada', 'x1')}`)
  await signUp(page, 'c1')
  expect([await context.cookies(), site.asked]).toEqual([[], []])
  await page.evaluate('growsumo.consent(true)')
  await expect.poll(() => site.signups()).toMatchObject([{ customer_key: 'c1' }])
  expect((await context.cookies()).map(({ name }) => name).sort()).toContain('ps_partner_key')
  await page.evaluate('growsumo.consent(false)')
  expect(await context.cookies()).toEqual([])
})

test('a sign-up made while the server is down is sent by the next page', async ({ page, site, errors }) => {
  site.pages.set('/', tag(site, '', '?more')).set('/next', tag(site, '', '?more'))
  await page.goto(`${www(site)}/${link('ada', 'x1')}`)
  site.endpoint = 'down'
  await signUp(page, 'c1')
  await page.goto(`${www(site)}/next`)
  expect(site.signups()).toEqual([])
  site.endpoint = 'ok'
  await page.goto(`${www(site)}/next`)
  // Browsers may send what failed again by themselves: its id makes it one.
  const ids = (): number => new Set(site.signups().map((body) => body['signup_id'])).size
  await expect.poll(ids).toBe(1)
  await expect.poll(() => page.evaluate('Object.keys(localStorage).length')).toBe(0)
  const before = site.signups().length
  await page.goto(`${www(site)}/next`)
  await page.waitForLoadState()
  expect([ids(), site.signups().length]).toEqual([1, before])
  expect(errors).toEqual([])
})

test('cookies are asked for of a host that shares the domain, with those it left', async ({ page, site }) => {
  site.pages.set('/', tag(site, '', '?more'))
  await page.goto(`${www(site)}/${link('ada', 'x1')}`)
  await expect.poll(() => site.asked.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /v1/remember'])
  expect(site.asked[0]?.headers['cookie']).toContain('ps_partner_key=ada')
  expect(site.asked[0]?.body).toEqual({ public_key: PUBLIC_KEY, domain: 'shop.localhost' })
})
