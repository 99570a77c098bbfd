/** The calls the shops make, made by Stripe's own client. */
import type Stripe from 'stripe'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mug, payWith, plan, startBench, type Bench } from './support.ts'

let bench: Bench
let stripe: Stripe
beforeEach(async () => {
  bench = await startBench()
  stripe = bench.stripe
})
afterEach(() => bench.stop())

async function charged(params = mug()): Promise<Stripe.Charge> {
  const session = await stripe.checkout.sessions.create(params)
  await payWith(session.url)
  return (await stripe.charges.list({ limit: 1 })).data[0] as Stripe.Charge
}
async function subscribed(): Promise<Stripe.Subscription> {
  const customer = await stripe.customers.create({ email: 'ada@example.com', name: 'Ada' })
  const session = await stripe.checkout.sessions.create(
    plan(customer.id, { subscription_data: { metadata: { product_key: 'team' } } }),
  )
  await payWith(session.url)
  const done = await stripe.checkout.sessions.retrieve(session.id)
  return stripe.subscriptions.retrieve(String(done.subscription))
}

describe('customers', () => {
  it('keeps what it is given, and merges metadata as Stripe does', async () => {
    const made = await stripe.customers.create({
      email: 'a@b.test',
      name: 'Å & Ö',
      metadata: { customer_key: 'u1', x: '1' },
    })
    expect(made).toMatchObject({
      object: 'customer',
      email: 'a@b.test',
      livemode: false,
      metadata: { customer_key: 'u1' },
    })
    expect(made.id).toMatch(/^cus_\w{24}$/)
    const updated = await stripe.customers.update(made.id, { name: 'Ada', metadata: { x: '', y: '2' } })
    expect(updated).toMatchObject({ name: 'Ada', email: 'a@b.test', metadata: { customer_key: 'u1', y: '2' } })
    expect(updated.metadata).not.toHaveProperty('x')
    expect(await stripe.customers.retrieve(made.id)).toMatchObject({ id: made.id, name: 'Ada' })
  })

  it('lists newest first, by e-mail, a page at a time, and ids sort by creation', async () => {
    const made = []
    for (let n = 0; n < 5; n++) made.push((await stripe.customers.create({ email: `${n % 2}@b.test` })).id)
    expect(made.toSorted()).toEqual(made)
    const first = await stripe.customers.list({ limit: 2 })
    expect(first.data.map(({ id }) => id)).toEqual([made[4], made[3]])
    expect(first.has_more).toBe(true)
    const rest = await stripe.customers.list({ limit: 3, starting_after: String(made[3]) })
    expect([rest.data.map(({ id }) => id), rest.has_more]).toEqual([[made[2], made[1], made[0]], false])
    const nearest = await stripe.customers.list({ limit: 1, ending_before: String(made[1]) })
    expect([nearest.data[0]?.id, nearest.has_more]).toEqual([made[2], true])
    expect((await stripe.customers.list({ email: '1@b.test' })).data).toHaveLength(2)
  })
})

describe('Checkout', () => {
  it('takes a price made beforehand as well as price_data', async () => {
    const product = await stripe.products.create({ name: 'Bowl' })
    const price = await stripe.prices.create({
      product: product.id,
      currency: 'eur',
      unit_amount: 900,
      lookup_key: 'bowl',
    })
    expect((await stripe.prices.list({ lookup_keys: ['bowl'] })).data.map(({ id }) => id)).toEqual([price.id])
    const session = await stripe.checkout.sessions.create(mug({ line_items: [{ price: price.id, quantity: 3 }] }))
    expect(session).toMatchObject({ amount_total: 2700, currency: 'eur', status: 'open', payment_status: 'unpaid' })
    expect(session.id).toMatch(/^cs_test_\w{24}$/)
    const lines = await stripe.checkout.sessions.listLineItems(session.id)
    expect(lines.data).toMatchObject([{ description: 'Bowl', quantity: 3, amount_total: 2700 }])
    expect(await stripe.products.retrieve(product.id)).toMatchObject({ name: 'Bowl' })
    expect(await stripe.prices.retrieve(price.id)).toMatchObject({ unit_amount: 900 })
  })

  it('copies payment_intent_data.metadata to the charge of a guest, and comes back with the session id', async () => {
    const metadata = { customer_key: 'c1', partner_key: 'ada', product_key: 'mug' }
    const session = await stripe.checkout.sessions.create(
      mug({
        payment_intent_data: { metadata },
        metadata: { order: '7' },
        client_reference_id: 'c1',
        customer_email: 'g@b.test',
      }),
    )
    const answer = await payWith(session.url)
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `http://shop.test/thanks?session=${session.id}`,
    ])
    const done = await stripe.checkout.sessions.retrieve(session.id, {
      expand: ['payment_intent.latest_charge', 'line_items'],
    })
    expect(done).toMatchObject({ status: 'complete', payment_status: 'paid', customer: null, metadata: { order: '7' } })
    expect(done.client_reference_id).toBe('c1')
    expect(done.line_items?.data[0]?.description).toBe('Mug')
    const charge = (done.payment_intent as Stripe.PaymentIntent).latest_charge as Stripe.Charge
    expect(charge).toMatchObject({
      metadata,
      customer: null,
      amount: 2900,
      amount_captured: 2900,
      captured: true,
      paid: true,
    })
    expect(charge.billing_details.email).toBe('g@b.test')
    expect(charge).not.toHaveProperty('invoice')
  })

  it('makes a customer only where the session asks for one', async () => {
    expect((await charged(mug({ customer_creation: 'always' }))).customer).toMatch(/^cus_/)
  })

  it('sells a subscription with its invoice tied to its payment', async () => {
    const subscription = await subscribed()
    expect(subscription).toMatchObject({ status: 'active', metadata: { product_key: 'team' }, currency: 'usd' })
    const [item] = subscription.items.data
    expect(item?.current_period_end).toBeGreaterThan(Number(item?.current_period_start) + 27 * 86_400)
    const [invoice] = (await stripe.invoices.list({ subscription: subscription.id })).data
    expect(invoice).toMatchObject({
      status: 'paid',
      amount_paid: 1900,
      subtotal: 1900,
      billing_reason: 'subscription_create',
      parent: { subscription_details: { subscription: subscription.id, metadata: { product_key: 'team' } } },
    })
    expect(invoice).not.toHaveProperty('charge')
    const [charge] = (await stripe.charges.list({ customer: String(subscription.customer) })).data
    expect(charge?.metadata).toEqual({})
    const paid = await stripe.invoicePayments.list({
      payment: { type: 'payment_intent', payment_intent: String(charge?.payment_intent) },
    })
    expect(paid.data).toMatchObject([{ invoice: invoice?.id, status: 'paid', amount_paid: 1900 }])
    expect(await stripe.invoices.retrieve(String(invoice?.id))).toMatchObject({ id: invoice?.id })
  })
})

describe('refunds', () => {
  it('adds up partial refunds until the charge is refunded', async () => {
    const charge = await charged()
    const first = await stripe.refunds.create({ charge: charge.id, amount: 1000, reason: 'requested_by_customer' })
    expect(first).toMatchObject({ object: 'refund', amount: 1000, status: 'succeeded', charge: charge.id })
    expect(await stripe.charges.retrieve(charge.id)).toMatchObject({ amount_refunded: 1000, refunded: false })
    await stripe.refunds.create({ payment_intent: String(charge.payment_intent) })
    expect(await stripe.charges.retrieve(charge.id)).toMatchObject({ amount_refunded: 2900, refunded: true })
    expect((await stripe.refunds.list({ charge: charge.id })).data.map(({ amount }) => amount)).toEqual([1900, 1000])
    expect(await stripe.refunds.retrieve(first.id)).toMatchObject({ id: first.id })
  })

  it('gives back no more than was taken', async () => {
    const { id } = await charged()
    await expect(stripe.refunds.create({ charge: id, amount: 2901 })).rejects.toMatchObject({
      statusCode: 400,
      param: 'amount',
    })
    await stripe.refunds.create({ charge: id, amount: 1000 })
    await expect(stripe.refunds.create({ charge: id, amount: 1901 })).rejects.toMatchObject({ param: 'amount' })
    await stripe.refunds.create({ charge: id })
    await expect(stripe.refunds.create({ charge: id })).rejects.toMatchObject({ code: 'charge_already_refunded' })
    expect(await stripe.charges.retrieve(id)).toMatchObject({ amount_refunded: 2900 })
  })
})

describe('subscriptions', () => {
  it('ends one at once, or at the end of its period', async () => {
    const { id } = await subscribed()
    expect(await stripe.subscriptions.update(id, { cancel_at_period_end: true })).toMatchObject({
      cancel_at_period_end: true,
    })
    expect(bench.standIn.renew(id)).toBe(false)
    expect(await stripe.subscriptions.retrieve(id)).toMatchObject({ status: 'canceled' })
    const { id: other } = await subscribed()
    expect(await stripe.subscriptions.cancel(other)).toMatchObject({ status: 'canceled' })
    await expect(stripe.subscriptions.cancel(other)).rejects.toMatchObject({ code: 'resource_missing' })
    expect((await stripe.subscriptions.list()).data).toEqual([])
    expect((await stripe.subscriptions.list({ status: 'all' })).data).toHaveLength(2)
  })

  it('renews: another invoice, another charge, a later period', async () => {
    const before = await subscribed()
    expect(bench.standIn.renew(before.id)).toBe(true)
    const after = await stripe.subscriptions.retrieve(before.id)
    expect(after.items.data[0]?.current_period_start).toBe(before.items.data[0]?.current_period_end)
    const invoices = await stripe.invoices.list({ subscription: before.id })
    expect(invoices.data.map((each) => each.billing_reason)).toEqual(['subscription_cycle', 'subscription_create'])
    expect((await stripe.charges.list({ customer: String(before.customer) })).data.map(({ amount }) => amount)).toEqual(
      [1900, 1900],
    )
  })
})

describe('idempotency', () => {
  it('answers the same key with the same customer, and makes one', async () => {
    const twice = await Promise.all(
      [1, 2].map(() => stripe.customers.create({ email: 'a@b.test' }, { idempotencyKey: 'k1' })),
    )
    expect(twice[0]?.id).toBe(twice[1]?.id)
    expect((await stripe.customers.list()).data).toHaveLength(1)
    expect((await stripe.customers.create({ email: 'a@b.test' }, { idempotencyKey: 'k2' })).id).not.toBe(twice[0]?.id)
  })

  it('refunds once for one key, and refuses the key for another request', async () => {
    const { id } = await charged()
    for (let n = 0; n < 3; n++) await stripe.refunds.create({ charge: id, amount: 100 }, { idempotencyKey: 'r1' })
    expect(await stripe.charges.retrieve(id)).toMatchObject({ amount_refunded: 100 })
    await expect(stripe.refunds.create({ charge: id, amount: 200 }, { idempotencyKey: 'r1' })).rejects.toMatchObject({
      type: 'StripeIdempotencyError',
    })
  })
})
