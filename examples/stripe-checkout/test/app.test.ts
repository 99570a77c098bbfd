/** The whole product over HTTP, against the Stripe stand-in. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  DECLINED,
  GOOD,
  listen,
  payWith,
  post,
  startBench,
  type Bench,
  type Running,
} from '../../stripe-standin/test/support.ts'
import { createApp, type AppOptions } from '../src/app.ts'
import { connectStripe } from '../src/stripe.ts'

let bench: Bench
let shop: Running
let cookie = ''
beforeEach(async () => {
  bench = await startBench()
  shop = await start()
  cookie = ''
})
afterEach(async () => {
  vi.restoreAllMocks()
  await Promise.all([shop.stop(), bench.stop()])
})

const ada = { name: 'Ada Byron', email: 'Ada@Example.com', password: 'difference engine' }
async function start(options: Partial<AppOptions> = {}): Promise<Running> {
  const stripe = connectStripe({ standInUrl: bench.url })
  const ingestUrl = 'http://ingest.test:8010'
  return listen(await createApp({ stripe, ingestUrl, publicKey: 'pk_demo', now: Date.now, ...options }))
}
/** As a browser: keeps the cookie, follows nothing. */
async function send(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const answer = await post(shop.url + path, fields, { cookie, ...headers })
  cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
  return answer
}
const get = (path: string) => fetch(shop.url + path, { headers: { cookie }, redirect: 'manual' })
const page = async (path: string) => (await get(path)).text()
const to = (answer: Response) => answer.headers.get('location')
/** Signs up and buys the Team plan. */
async function buy(card = GOOD): Promise<Response> {
  await send('/sign-up', ada)
  const checkout = await send('/checkout', { plan: 'team' })
  return payWith(to(checkout), card)
}
const latestCharge = async () => (await bench.stripe.charges.list({ limit: 1 })).data[0]

describe('the pages', () => {
  it.each([['/'], ['/pricing'], ['/sign-up'], ['/log-in']])(
    '%s carries the loader as a vendor pastes it, and the notice',
    async (path) => {
      const text = await page(path)
      expect(text).toContain(`gs.src = "http://ingest.test:8010/v1/"`)
      expect(text).toContain(`growsumo._initialize("pk_demo")`)
      expect(text).toContain('is a demo shop')
    },
  )

  it('carries no script when there is no key, and cannot be broken out of by one', async () => {
    const without = await start({ publicKey: undefined })
    expect(await (await fetch(without.url)).text()).not.toContain('growsumo')
    await without.stop()
    const odd = await start({ publicKey: '</script><b>' })
    expect(await (await fetch(odd.url)).text()).not.toContain('</script><b>')
    await odd.stop()
  })

  it('answers what is not there with a page of its own', async () => {
    const answer = await get('/nowhere')
    expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('This page does not exist')])
  })

  it('sends strangers to the log-in', async () => {
    expect(to(await get('/billing'))).toBe('/log-in')
    for (const path of ['/checkout', '/billing/refund', '/billing/cancel'])
      expect(to(await send(path, {}))).toBe('/log-in')
  })
})

describe('signing up', () => {
  it('works as a plain form, without any script', async () => {
    const answer = await send('/sign-up', ada)
    expect([answer.status, to(answer)]).toEqual([303, '/pricing?welcome'])
    expect(answer.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax/)
    expect(await page('/pricing?welcome')).toContain('Welcome, Ada Byron')
  })

  it('tells the page the customer_key when it asks as script', async () => {
    const answer = await send('/sign-up', ada, { accept: 'application/json' })
    expect(answer.status).toBe(201)
    expect(await answer.json()).toEqual({
      customer_key: expect.stringMatching(/^user_[\w-]{12}$/) as string,
      name: 'Ada Byron',
      email: 'ada@example.com',
      next: '/pricing?welcome',
    })
  })

  it.each([
    ['no name', { name: ' ' }, 'Please tell us your name.'],
    ['a name that never ends', { name: 'a'.repeat(101) }, 'under 100 characters'],
    ['half an address', { email: 'ada' }, 'Please give a full e-mail address.'],
    ['a short password', { password: '1234567' }, 'At least 8 characters, please.'],
  ])('says beside the field what is wrong with %s', async (_name, fields, message) => {
    const answer = await send('/sign-up', { ...ada, ...fields })
    const text = await answer.text()
    expect(answer.status).toBe(422)
    expect(text).toContain(message)
    expect(text).toContain('aria-invalid')
  })

  it('makes one user of one e-mail, also of two forms sent at once', async () => {
    const answers = await Promise.all([send('/sign-up', ada), send('/sign-up', { ...ada, email: 'ADA@example.com ' })])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
    expect(await (await send('/sign-up', ada)).text()).toContain('There is an account with this e-mail already')
  })

  it('shows a name as text, never as markup', async () => {
    await send('/sign-up', { ...ada, name: '<img src=x onerror=alert(1)>' })
    expect(await page('/billing')).toContain('&lt;img')
    expect(await page('/pricing?welcome')).not.toContain('<img src=x')
  })

  it('logs out and in again, and not with a wrong password', async () => {
    await send('/sign-up', ada)
    const old = cookie
    expect(to(await send('/log-out', {}))).toBe('/')
    cookie = old
    expect(to(await get('/billing'))).toBe('/log-in')
    expect((await send('/log-in', { email: ada.email, password: 'wrong' })).status).toBe(422)
    expect(to(await send('/log-in', { email: ada.email, password: ada.password }))).toBe('/billing')
    expect((await get('/billing')).status).toBe(200)
  })
})

describe('buying', () => {
  it('ties the Stripe customer to the sign-up and pays', async () => {
    const signedUp = await send('/sign-up', ada, { accept: 'application/json' })
    const { customer_key } = (await signedUp.json()) as { customer_key: string }
    const checkout = await send('/checkout', { plan: 'team' })
    expect(to(checkout)).toMatch(/\/pay\/cs_test_/)
    expect(to(await payWith(to(checkout)))).toBe(`${shop.url}/billing?paid`)
    const [customer] = (await bench.stripe.customers.list()).data
    expect(customer).toMatchObject({ email: 'ada@example.com', name: 'Ada Byron', metadata: { customer_key } })
    expect(await latestCharge()).toMatchObject({ amount: 2900, currency: 'usd', customer: customer?.id, paid: true })
    expect((await bench.stripe.subscriptions.list()).data).toMatchObject([{ metadata: { product_key: 'team' } }])
    expect(await page('/billing?paid')).toContain('Your plan is active.')
    await bench.standIn.settle()
    expect(bench.receiver.types()).toContain('charge.succeeded')
  })

  it('makes one customer of two clicks, and sells no second plan', async () => {
    await send('/sign-up', ada)
    const clicks = await Promise.all([send('/checkout', { plan: 'team' }), send('/checkout', { plan: 'team' })])
    expect((await bench.stripe.customers.list()).data).toHaveLength(1)
    await payWith(to(clicks[0]))
    expect(to(await send('/checkout', { plan: 'chain' }))).toBe('/billing')
  })

  it('records nothing for a declined card', async () => {
    expect((await buy(DECLINED)).status).toBe(402)
    expect((await bench.stripe.subscriptions.list()).data).toEqual([])
    expect(await page('/billing')).toContain('Declined')
    expect(await page('/billing')).toContain('You have no plan')
  })

  it('says so when Stripe is out of reach, and loses nobody', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    await send('/sign-up', ada)
    const stripe = connectStripe({ standInUrl: 'http://127.0.0.1:9' })
    const cut = await start({ stripe })
    await post(`${cut.url}/sign-up`, ada).then(
      (answer) => (cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''),
    )
    const answer = await post(`${cut.url}/checkout`, { plan: 'team' }, { cookie })
    expect([answer.status, await answer.text()]).toEqual([502, expect.stringContaining('Payments are out of reach')])
    await cut.stop()
  })
})

describe('billing', () => {
  it('refunds in part and then in full, and never more', async () => {
    await buy()
    const charge = String((await latestCharge())?.id)
    expect(to(await send('/billing/refund', { charge, amount: '9,50' }))).toBe('/billing?refunded')
    expect(await latestCharge()).toMatchObject({ amount_refunded: 950 })
    for (const amount of ['19.51', '0', '-1', 'all', '1.005']) {
      const refused = await send('/billing/refund', { charge, amount })
      expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('up to what is left')])
    }
    await send('/billing/refund', { charge, amount: '' })
    expect(await latestCharge()).toMatchObject({ amount_refunded: 2900, refunded: true })
    expect(await page('/billing')).toContain('Refunded')
  })

  it('refunds nobody else’s payment', async () => {
    await buy()
    const charge = String((await latestCharge())?.id)
    await send('/sign-up', { ...ada, email: 'eve@example.com' })
    expect((await send('/billing/refund', { charge, amount: '' })).status).toBe(422)
    expect(await latestCharge()).toMatchObject({ amount_refunded: 0 })
  })

  it('cancels at the end of the month, or now', async () => {
    await buy()
    expect(to(await send('/billing/cancel', { when: 'end' }))).toBe('/billing?ending')
    expect(await page('/billing')).toContain('Ends on')
    expect(to(await send('/billing/cancel', { when: 'now' }))).toBe('/billing?cancelled')
    expect(await page('/billing')).toContain('You have no plan')
  })
})

it('knows its users after a restart, and keeps no password', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'rotawell-'))
  const first = await start({ dataFolder })
  await post(`${first.url}/sign-up`, ada)
  await first.stop()
  expect(readFileSync(join(dataFolder, 'stripe-checkout.json'), 'utf8')).not.toContain(ada.password)
  const second = await start({ dataFolder })
  expect(to(await post(`${second.url}/log-in`, ada))).toBe('/billing')
  await second.stop()
  rmSync(dataFolder, { recursive: true })
})
