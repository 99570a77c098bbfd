/** What Stripe would refuse, and who is let in at all. */
import type Stripe from 'stripe'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { client, mug, plan, startBench, type Bench } from './support.ts'

let bench: Bench
let stripe: Stripe
beforeEach(async () => {
  bench = await startBench()
  stripe = bench.stripe
})
afterEach(() => bench.stop())

describe('refusals', () => {
  it.each<[string, (s: Stripe) => Promise<unknown>, object]>([
    ['an unknown customer', (s) => s.customers.retrieve('cus_none'), { statusCode: 404, code: 'resource_missing' }],
    ['a prototype key as an id', (s) => s.customers.retrieve('__proto__'), { statusCode: 404 }],
    ['an unknown charge', (s) => s.refunds.create({ charge: 'ch_none' }), { statusCode: 404 }],
    ['a refund of nothing', (s) => s.refunds.create({}), { statusCode: 400, type: 'StripeInvalidRequestError' }],
    ['a session without lines', (s) => s.checkout.sessions.create(mug({ line_items: [] })), { param: 'line_items' }],
    ['a relative return URL', (s) => s.checkout.sessions.create(mug({ success_url: '/x' })), { code: 'url_invalid' }],
    [
      'a script as return URL',
      (s) => s.checkout.sessions.create(mug({ cancel_url: 'javascript://x.test/%0aalert(1)' })),
      { code: 'url_invalid' },
    ],
    [
      'a recurring price in payment mode',
      (s) => s.checkout.sessions.create({ ...plan('x'), customer: '', mode: 'payment' }),
      { param: 'line_items' },
    ],
    [
      'payment data in subscription mode',
      (s) => s.checkout.sessions.create({ ...plan('x'), customer: '', payment_intent_data: { metadata: { a: 'b' } } }),
      { param: 'payment_intent_data' },
    ],
    [
      'a misspelt parameter',
      (s) => s.customers.create({ e_mail: 'a' } as Stripe.CustomerCreateParams),
      { code: 'parameter_unknown', param: 'e_mail' },
    ],
    ['a negative amount', (s) => s.refunds.create({ charge: 'x', amount: -5 }), { statusCode: 404 }],
    ['a call it does not know', (s) => s.accounts.retrieve('acct_1'), { statusCode: 404 }],
    ['metadata that is too long', (s) => s.customers.create({ metadata: { a: 'x'.repeat(501) } }), { statusCode: 400 }],
  ])('refuses %s as Stripe would', async (_name, call, expected) => {
    await expect(call(stripe)).rejects.toMatchObject(expected)
  })

  it.each([['sk_live_real'], ['pk_test_public'], ['']])('does not open to the key %j', async (key) => {
    const answer = await fetch(`${bench.url}/v1/customers`, { headers: { authorization: `Bearer ${key}` } })
    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({ error: { type: 'invalid_request_error' } })
  })

  it('opens to a test key, as Bearer and as Basic', async () => {
    await expect(client(bench.url, 'sk_test_2').customers.list()).resolves.toMatchObject({ object: 'list' })
    const basic = `Basic ${Buffer.from('sk_test_2:').toString('base64')}`
    expect((await fetch(`${bench.url}/v1/customers`, { headers: { authorization: basic } })).status).toBe(200)
  })
})
