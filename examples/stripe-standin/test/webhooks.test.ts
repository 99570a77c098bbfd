/** What is told, in which order, how it is signed, and what happens when nobody listens. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  CHALLENGED,
  DECLINED,
  GOOD,
  mug,
  payWith,
  plan,
  post,
  SECRET,
  startBench,
  type Bench,
  type Received,
} from './support.ts'

let bench: Bench
beforeEach(async () => {
  bench = await startBench()
})
afterEach(() => bench.stop())

const acts: Record<string, () => Promise<unknown>> = {
  'a customer made': () => bench.stripe.customers.create({ email: 'ada@example.com' }),
  'a guest pays': () => buy(GOOD),
  'a card is declined': () => buy(DECLINED),
  'a card is confirmed': async () => {
    const { url } = await buy(CHALLENGED)
    await post(`${url}/confirm`, { confirmed: 'yes' })
  },
  'a confirmation fails': async () => {
    const { url } = await buy(CHALLENGED)
    await post(`${url}/confirm`, { confirmed: 'no' })
  },
  'a plan is bought': subscribe,
}
async function buy(card: string) {
  const session = await bench.stripe.checkout.sessions.create(mug())
  await payWith(session.url, card)
  return session
}
async function subscribe(): Promise<string> {
  const customer = await bench.stripe.customers.create({ email: 'ada@example.com' })
  const session = await bench.stripe.checkout.sessions.create(plan(customer.id))
  await payWith(session.url)
  return String((await bench.stripe.checkout.sessions.retrieve(session.id)).subscription)
}
/** The types told by `act`, and by nothing before it. */
async function told(act: () => Promise<unknown>): Promise<string[]> {
  await bench.standIn.settle()
  const before = bench.receiver.received.length
  await act()
  await bench.standIn.settle()
  return bench.receiver.types().slice(before)
}

const PAID = ['payment_intent.created', 'charge.succeeded', 'payment_intent.succeeded']
const INVOICED = ['invoice.paid', 'invoice.payment_succeeded', 'invoice_payment.paid']

describe('events', () => {
  it.each([
    ['a customer made', ['customer.created']],
    ['a guest pays', [...PAID, 'checkout.session.completed', 'charge.updated']],
    ['a card is declined', ['payment_intent.created', 'charge.failed', 'payment_intent.payment_failed']],
    ['a card is confirmed', [...PAID, 'checkout.session.completed', 'charge.updated']],
    ['a confirmation fails', ['payment_intent.created', 'payment_intent.payment_failed']],
    [
      'a plan is bought',
      [
        'customer.created',
        ...PAID,
        'customer.subscription.created',
        'invoice.created',
        'invoice.finalized',
        ...INVOICED,
        'checkout.session.completed',
        'charge.updated',
      ],
    ],
  ])('when %s, tells what Stripe tells', async (name, expected) => {
    expect(await told(acts[name] as () => Promise<unknown>)).toEqual(expected)
  })

  it('tells of renewal, change, refund, and end', async () => {
    const { stripe, standIn } = bench
    const id = await subscribe()
    expect(await told(async () => standIn.renew(id))).toEqual([
      'invoice.created',
      'invoice.finalized',
      'customer.subscription.updated',
      ...PAID,
      ...INVOICED,
      'charge.updated',
    ])
    const [charge] = (await stripe.charges.list()).data
    expect(await told(() => stripe.refunds.create({ charge: String(charge?.id), amount: 1 }))).toEqual([
      'refund.created',
      'charge.refunded',
    ])
    expect(await told(() => stripe.customers.update(String(charge?.customer), { name: 'Ada' }))).toEqual([
      'customer.updated',
    ])
    expect(await told(() => stripe.subscriptions.update(id, { cancel_at_period_end: true }))).toEqual([
      'customer.subscription.updated',
    ])
    expect(await told(() => stripe.subscriptions.cancel(id))).toEqual(['customer.subscription.deleted'])
    expect(standIn.renew(id)).toBe(false)
  })

  it('says how things were at the moment of each event', async () => {
    await told(() => buy(GOOD))
    const [succeeded, updated] = ['charge.succeeded', 'charge.updated'].map(
      (type) => bench.receiver.received.find(({ event }) => event.type === type)?.event,
    )
    expect(succeeded).toMatchObject({ object: 'event', livemode: false, api_version: '2026-10-28.endive' })
    expect(succeeded?.data.object['balance_transaction']).toBeNull()
    expect(updated?.data).toMatchObject({ previous_attributes: { balance_transaction: null } })
    expect(updated?.data.object['balance_transaction']).toMatch(/^txn_/)
    const { id } = updated?.data.object as { id: string }
    await told(() => bench.stripe.refunds.create({ charge: id, amount: 900 }))
    expect(bench.receiver.received.at(-1)?.event.data).toMatchObject({
      object: { amount_refunded: 900, refunded: false },
      previous_attributes: { amount_refunded: 0 },
    })
  })

  it('lets a declined buyer try again, on the same payment intent', async () => {
    const session = await bench.stripe.checkout.sessions.create(mug())
    const refused = await payWith(session.url, DECLINED)
    expect([refused.status, await refused.text()]).toEqual([402, expect.stringContaining('Your card was declined.')])
    expect((await payWith(session.url, GOOD)).status).toBe(303)
    expect((await bench.stripe.paymentIntents.list()).data).toMatchObject([
      { status: 'succeeded', amount_received: 2900 },
    ])
    expect((await bench.stripe.charges.list()).data.map(({ status }) => status)).toEqual(['succeeded', 'failed'])
  })
})

describe('deliveries', () => {
  it('is signed so that the official client accepts it, and nothing altered', async () => {
    await told(() => bench.stripe.customers.create({ name: 'Zoë 🦉' }))
    const { body, headers } = bench.receiver.received[0] as Received
    const header = String(headers['stripe-signature'])
    expect(bench.stripe.webhooks.constructEvent(body, header, SECRET).type).toBe('customer.created')
    expect(() => bench.stripe.webhooks.constructEvent(body.replace('Zoë', 'Bob'), header, SECRET)).toThrow(/signature/)
    expect(() => bench.stripe.webhooks.constructEvent(body, header, 'whsec_other')).toThrow(/signature/)
  })

  it.each([
    [[500], 2, 'delivered'],
    [[401, 302, 503], 4, 'delivered'],
    [[500, 500, 500, 500, 500], 4, 'failed'],
  ])('after answers %j it has tried %i times, and the event is %s', async (answers, tries, state) => {
    bench.receiver.answer(...answers)
    await told(() => bench.stripe.customers.create({}))
    expect(bench.receiver.received).toHaveLength(tries)
    expect(new Set(bench.receiver.received.map(({ event }) => event.id)).size).toBe(1)
    expect(bench.standIn.events()[0]?.deliveries).toMatchObject([{ state, attempts: tries }])
  })

  it('sends every event twice when asked', async () => {
    bench.standIn.setMode({ duplicate: true })
    await told(() => buy(GOOD))
    const counts = Map.groupBy(bench.receiver.received, ({ event }) => event.id)
    expect([...counts.values()].map((copies) => copies.length)).toEqual([2, 2, 2, 2, 2])
  })

  it('sends events out of order when asked', async () => {
    bench.standIn.setMode({ reorder: true })
    const types = await told(() => buy(GOOD))
    expect(types).toEqual(['charge.updated', 'checkout.session.completed', ...PAID.toReversed()])
  })

  it('sends to every endpoint, and to none when there is none', async () => {
    const url = `${bench.receiver.url}/other`
    bench.standIn.setWebhooks([
      { url, secret: 'a' },
      { url, secret: 'b' },
    ])
    expect(await told(() => bench.stripe.customers.create({}))).toHaveLength(2)
    bench.standIn.setWebhooks([])
    expect(await told(() => bench.stripe.customers.create({}))).toHaveLength(0)
  })

  it('settles when nobody is there at all', async () => {
    bench.standIn.setWebhooks([{ url: 'http://127.0.0.1:9/', secret: 'a' }])
    await told(() => bench.stripe.customers.create({}))
    expect(bench.standIn.events()[0]?.deliveries).toMatchObject([{ state: 'failed', attempts: 4 }])
  })
})

describe('a second start', () => {
  const retry = { attempts: 3, firstDelayMs: 60_000 }
  it.each<[string, (bench: Bench) => void]>([
    ['was refused', ({ receiver }) => receiver.answer(500)],
    ['was held back to be reordered', ({ standIn }) => standIn.setMode({ reorder: true })],
  ])('knows what the first one knew, and sends what %s', async (_name, prepare) => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'standin-'))
    const first = await startBench({ dataFolder, retry })
    prepare(first)
    const { id } = await first.stripe.customers.create({ email: 'ada@example.com' })
    await new Promise((resolve) => setTimeout(resolve, 50))
    await first.stop()
    const second = await startBench({ dataFolder, retry })
    await second.standIn.settle()
    expect(second.receiver.types()).toEqual(['customer.created'])
    expect(await second.stripe.customers.retrieve(id)).toMatchObject({ email: 'ada@example.com' })
    await second.stop()
    rmSync(dataFolder, { recursive: true })
  })
})
