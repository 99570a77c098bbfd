/** The whole shop over HTTP, as a browser without JavaScript uses it, against the Stripe stand-in. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  CHALLENGED,
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
import { PRODUCTS } from '../src/products.ts'
import { connectStripe } from '../src/stripe.ts'

const DAY = 86_400_000
const ada = { name: 'Ada Byron', email: 'Ada@Example.com' }
const link = (key: string) => `/?gspk=${Buffer.from(key).toString('base64').replace(/=+$/, '')}&gsxid=x`

let bench: Bench
let shop: Running
let cookie = ''
let now = 0
beforeEach(async () => {
  bench = await startBench()
  shop = await start()
  cookie = ''
  now = Date.UTC(2026, 0, 1)
})
afterEach(async () => {
  vi.restoreAllMocks()
  await Promise.all([shop.stop(), bench.stop()])
})
async function start(options: Partial<AppOptions> = {}): Promise<Running> {
  const stripe = connectStripe({ standInUrl: bench.url })
  return listen(await createApp({ stripe, now: () => now, ...options }))
}

const keep = (answer: Response): Response => {
  cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
  return answer
}
const get = async (path: string) => keep(await fetch(shop.url + path, { headers: { cookie }, redirect: 'manual' }))
const send = async (path: string, fields: Record<string, string>) =>
  keep(await post(shop.url + path, fields, { cookie }))
const page = async (path: string) => (await get(path)).text()
const to = (answer: Response) => answer.headers.get('location')
const add = (slug = 'harbour-mug', quantity = '1') => send('/cart', { slug, quantity, add: 'yes' })
async function buy(card = GOOD, buyer = ada) {
  await add()
  const checkout = await send('/checkout', buyer)
  return { checkout, paid: await payWith(to(checkout), card) }
}
const latestCharge = async () => (await bench.stripe.charges.list({ limit: 1 })).data[0]

describe('attribution', () => {
  it('puts partner, customer and product on the charge of a referred guest', async () => {
    await get(link('ada'))
    const { paid } = await buy()
    expect(await latestCharge()).toMatchObject({
      amount: 2450,
      currency: 'eur',
      customer: null,
      metadata: {
        partner_key: 'ada',
        product_key: 'harbour-mug',
        customer_key: expect.stringMatching(/^shopper_/) as string,
      },
    })
    expect(await page(new URL(String(to(paid))).pathname)).toContain('Thank you, Ada Byron')
  })

  it('says nothing of a partner for an organic visitor', async () => {
    await get('/')
    await buy()
    expect((await latestCharge())?.metadata).not.toHaveProperty('partner_key')
    expect((await latestCharge())?.metadata).toMatchObject({ product_key: 'harbour-mug' })
  })

  it.each([
    ['the newer parameter', '/?ps_partner_key=YWRh', 'ada'],
    ['a link to a product', '/products/ladle-bowl?utm_source=x&gspk=YWRh', 'ada'],
    ['a link to a page that is gone', '/gone?gspk=YWRh', 'ada'],
    ['a parameter that does not decode', '/?gspk=%25%25', undefined],
  ])('reads %s', async (_name, landing, expected) => {
    await get(landing)
    await buy()
    expect((await latestCharge())?.metadata['partner_key']).toBe(expected)
  })

  it('credits the last link clicked, and keeps it through what is clicked after', async () => {
    await get(link('ada'))
    await get(link('bob'))
    await get('/products/ladle-bowl')
    await get('/?gspk=%25')
    await buy()
    expect((await latestCharge())?.metadata['partner_key']).toBe('bob')
  })

  it('forgets a referral after 90 days, though the session lives on', async () => {
    await get(link('ada'))
    now += 89 * DAY
    await buy()
    expect((await latestCharge())?.metadata['partner_key']).toBe('ada')
    now += 2 * DAY
    await buy()
    expect((await latestCharge())?.metadata).not.toHaveProperty('partner_key')
  })

  it('knows a buyer again by e-mail, in whatever case, in another browser', async () => {
    await buy()
    const first = (await latestCharge())?.metadata['customer_key']
    cookie = ''
    await buy(GOOD, { ...ada, email: ' ada@example.COM' })
    expect((await latestCharge())?.metadata['customer_key']).toBe(first)
    await buy(GOOD, { ...ada, email: 'constructor@b.test' })
    expect((await latestCharge())?.metadata['customer_key']).not.toBe(first)
  })

  it('names the product most of the money is for', async () => {
    await add('table-candles', '3')
    await add('walnut-board')
    await buy()
    expect((await latestCharge())?.metadata['product_key']).toBe('walnut-board')
  })

  it('does not believe a session it did not sign', async () => {
    const forged = Buffer.from(JSON.stringify({ cart: {}, orders: [], partner: { key: 'eve', at: now }, owner: true }))
    for (const signature of ['', '.x', '.'.padEnd(44, 'a')]) {
      cookie = `brindle=${forged.toString('base64url')}${signature}`
      expect(to(await get('/owner'))).toBe('/owner/log-in')
    }
  })
})

describe('the shop', () => {
  it('carries no script on any page', async () => {
    await add()
    const paths = ['/', '/products/harbour-mug', '/cart', '/orders', '/owner/log-in', '/nowhere']
    for (const path of paths) expect(await page(path)).not.toMatch(/<script|onclick|javascript:/i)
    for (const path of paths) expect(await page(path)).toContain('is a demo shop')
  })

  it.each(PRODUCTS.map(({ slug, name }) => [slug, name] as const))('shows %s with its picture', async (slug, name) => {
    const text = await page(`/products/${slug}`)
    expect(text).toContain(name)
    expect(text).toMatch(/<svg[^>]*>\s*</)
  })

  it('adds, changes and removes, within reason', async () => {
    await add('harbour-mug', '2')
    await add('harbour-mug', '1')
    expect(await page('/cart')).toContain('value="3"')
    await send('/cart', { slug: 'harbour-mug', quantity: '99' })
    expect(await page('/cart')).toContain('value="20"')
    await send('/cart', { slug: 'harbour-mug', quantity: 'many' })
    expect(await page('/cart')).toContain('value="20"')
    await send('/cart', { slug: 'no-such-thing', quantity: '1' })
    await send('/cart', { slug: 'harbour-mug', quantity: '20', remove: 'yes' })
    expect(await page('/cart')).toContain('Your cart is empty')
    expect(to(await send('/checkout', ada))).toBe('/cart')
  })

  it.each([
    ['no name', { name: ' ' }, 'who the parcel is for'],
    ['half an address', { email: 'ada@' }, 'Please give a full e-mail address.'],
  ])('says beside the field what is wrong with %s', async (_name, fields, message) => {
    await add()
    const answer = await send('/checkout', { ...ada, ...fields })
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(message)])
  })

  it('keeps the cart until the order is paid, then empties it', async () => {
    const { checkout, paid } = await buy(DECLINED)
    expect(paid.status).toBe(402)
    const order = new URL(String((await bench.stripe.checkout.sessions.list()).data[0]?.success_url)).pathname
    expect(await page(order)).toContain('Not paid yet')
    expect(await page('/cart')).toContain('Harbour mug')
    expect(await page('/orders')).toContain('No orders yet')
    await payWith(to(checkout), CHALLENGED)
    await post(`${to(checkout)}/confirm`, { confirmed: 'yes' })
    expect(await page(order)).toContain('is paid')
    expect(await page('/cart')).toContain('Your cart is empty')
    expect(await page('/orders')).toContain('Order 1001')
  })

  it('shows what a buyer typed as text, never as markup', async () => {
    const { paid } = await buy(GOOD, { ...ada, name: '<b onclick=x>' })
    expect(await page(new URL(String(to(paid))).pathname)).toContain('&lt;b onclick=x&gt;')
  })

  it('says so when Stripe is out of reach, and keeps the cart', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    await shop.stop()
    shop = await start({ stripe: connectStripe({ standInUrl: 'http://127.0.0.1:9' }) })
    await add()
    const answer = await send('/checkout', ada)
    expect([answer.status, await answer.text()]).toEqual([502, expect.stringContaining('Nothing was charged')])
    expect(await page('/cart')).toContain('Harbour mug')
  })
})

describe('the owner', () => {
  const logIn = () => send('/owner/log-in', { password: 'demo' })

  it('is asked for a password', async () => {
    expect(to(await get('/owner'))).toBe('/owner/log-in')
    expect(to(await send('/owner/refund', { order: 'x' }))).toBe('/owner/log-in')
    expect((await send('/owner/log-in', { password: 'wrong' })).status).toBe(422)
    expect(to(await logIn())).toBe('/owner')
    expect(await page('/owner')).toContain('Nothing has been bought yet')
  })

  it('gives back a part, then the rest, and never more', async () => {
    const { paid } = await buy()
    const path = new URL(String(to(paid))).pathname
    await get(path)
    await logIn()
    const order = path.split('/').pop() ?? ''
    expect(to(await send('/owner/refund', { order, amount: '4.50' }))).toBe('/owner')
    expect(await latestCharge()).toMatchObject({ amount_refunded: 450 })
    for (const amount of ['20.01', '0', 'x']) expect((await send('/owner/refund', { order, amount })).status).toBe(422)
    await send('/owner/refund', { order, amount: '' })
    expect(await latestCharge()).toMatchObject({ amount_refunded: 2450, refunded: true })
    expect(await page('/owner')).toContain('refunded')
    expect(await page(path)).toContain('Given back')
  })
})

it('knows its orders after a restart', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'brindle-'))
  await shop.stop()
  shop = await start({ dataFolder })
  const { paid } = await buy()
  const path = new URL(String(to(paid))).pathname
  await get(path)
  await shop.stop()
  shop = await start({ dataFolder })
  expect(await page(path)).toContain('Order 1001 is paid')
  expect(await page('/orders')).toContain('Order 1001')
  rmSync(dataFolder, { recursive: true })
})
