/** The payment page and the control page, as a browser without JavaScript uses them. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CHALLENGED, mug, payWith, plan, post, startBench, type Bench } from './support.ts'

let bench: Bench
beforeEach(async () => {
  bench = await startBench()
})
afterEach(() => bench.stop())

const page = async (url: string | null) => (await fetch(String(url))).text()

describe('the payment page', () => {
  it.each([
    ['a real-looking card', { number: '4111 1111 1111 1111' }, 'Never type a real card number'],
    ['no number', { number: '' }, 'Please use one of the test cards'],
    ['a month that is none', { expiry: '13 / 34' }, 'as MM / YY'],
    ['a past date', { expiry: '01 / 20' }, 'This card has expired'],
    ['a short code', { cvc: '12' }, 'Three digits'],
    ['no e-mail', { email: 'nobody' }, 'Please give your e-mail address'],
  ])('says beside the field what is wrong with %s, and charges nothing', async (_name, fields, message) => {
    const { url } = await bench.stripe.checkout.sessions.create(mug())
    const answer = await payWith(url, undefined, fields)
    const text = await answer.text()
    expect(answer.status).toBe(422)
    expect(text).toContain(message)
    expect(text).toContain('aria-invalid')
    expect((await bench.stripe.charges.list()).data).toEqual([])
  })

  it('says on every page that it is not Stripe', async () => {
    const { url, id } = await bench.stripe.checkout.sessions.create(mug())
    const before = [url, `${url}/confirm`, bench.url, `${bench.url}/pay/none`, `${bench.url}/nowhere`]
    for (const each of before) expect(await page(each)).toContain('This is not Stripe.')
    await payWith(url)
    const after = await page(`${bench.url}/pay/${id}`)
    expect(after).toContain('This is not Stripe.')
    expect(after).toContain(`http://shop.test/thanks?session=${id}`)
  })

  it('charges a session once, however often it is paid', async () => {
    const { url } = await bench.stripe.checkout.sessions.create(mug())
    await payWith(url)
    await payWith(url)
    expect((await bench.stripe.charges.list()).data).toHaveLength(1)
  })

  it('asks for confirmation before a 3-D Secure card is charged', async () => {
    const { url } = await bench.stripe.checkout.sessions.create(mug())
    const asked = await payWith(url, CHALLENGED)
    expect(asked.headers.get('location')).toMatch(/^\/pay\/cs_test_\w+\/confirm$/)
    expect((await bench.stripe.charges.list()).data).toEqual([])
    const refused = await post(`${url}/confirm`, { confirmed: 'no' })
    expect([refused.status, await refused.text()]).toEqual([402, expect.stringContaining('unable to authenticate')])
    await payWith(url, CHALLENGED)
    expect((await post(`${url}/confirm`, { confirmed: 'yes' })).status).toBe(303)
    expect((await bench.stripe.charges.list()).data).toMatchObject([
      { paid: true, payment_method_details: { card: { last4: '3184' } } },
    ])
  })

  it('shows what came from a shop as text, never as markup', async () => {
    const name = '<script>alert(1)</script>"\''
    const customer = await bench.stripe.customers.create({ email: 'a@b.test', name, metadata: { note: name } })
    const lines = [{ quantity: 1, price_data: { currency: 'usd', unit_amount: 5, product_data: { name } } }]
    const { url } = await bench.stripe.checkout.sessions.create(mug({ line_items: lines, customer: customer.id }))
    for (const each of [url, bench.url, `${bench.url}/?said=${encodeURIComponent(name)}`]) {
      expect(await page(each)).not.toContain('<script>')
    }
    expect(await page(url)).toContain('&lt;script&gt;')
  })
})

describe('the control page', () => {
  const press = async (button: string, fields: Record<string, string>) => {
    const answer = await post(`${bench.url}/control/${button}`, fields)
    return decodeURIComponent(answer.headers.get('location') ?? '')
  }

  it('refunds, renews, cancels and sends again', async () => {
    const customer = await bench.stripe.customers.create({ email: 'ada@example.com' })
    const session = await bench.stripe.checkout.sessions.create(plan(customer.id))
    await payWith(session.url)
    const [charge] = (await bench.stripe.charges.list()).data
    const [subscription] = (await bench.stripe.subscriptions.list()).data
    expect(await page(bench.url)).toContain('Advance one billing period')
    expect(await press('refund', { id: String(charge?.id), amount: '500' })).toBe('/?said=Refunded.')
    expect(await press('refund', { id: String(charge?.id) })).toBe('/?said=Refunded.')
    expect(await press('refund', { id: String(charge?.id) })).toContain('has already been refunded')
    expect(await press('renew', { id: String(subscription?.id) })).toContain('invoiced and paid')
    expect(await press('cancel', { id: String(subscription?.id) })).toContain('Cancelled')
    expect(await press('renew', { id: String(subscription?.id) })).toContain('has ended')
    await bench.standIn.settle()
    const before = bench.receiver.received.length
    expect(await press('resend', { id: String(bench.receiver.received[0]?.event.id) })).toContain('Sent again')
    await bench.standIn.settle()
    expect(bench.receiver.types().slice(before)).toEqual(['customer.created'])
  })

  it('switches duplicates and disorder on and off', async () => {
    await press('mode', { duplicate: 'on' })
    await bench.stripe.customers.create({})
    await bench.standIn.settle()
    expect(bench.receiver.types()).toEqual(['customer.created', 'customer.created'])
    await press('mode', {})
    await bench.stripe.customers.create({})
    await bench.standIn.settle()
    expect(bench.receiver.types()).toHaveLength(3)
  })

  it('knows no other button', async () => {
    expect((await post(`${bench.url}/control/constructor`, {})).status).toBe(404)
  })
})
