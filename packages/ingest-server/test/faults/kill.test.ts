/** The promise that matters most: what was answered with a 2xx is there after the process is killed, and there once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { all } from '../support/server-load.ts'
import { startServerProcess } from '../support/server-process.ts'
import type { ServerProcess } from '../support/server-process.ts'
import { chargeEvent } from '../support/stripe-events.ts'
import type { StripeEventBody } from '../support/stripe-events.ts'

const ROUNDS = 4
const CALLERS = 24

interface Sent {
  /** The transaction's `source_key`, or the customer's key. */
  readonly name: string
  readonly kind: 'transaction' | 'customer'
  readonly event: StripeEventBody | null
}

const counted = (values: unknown[]): Map<unknown, number> => {
  const counts = new Map<unknown, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

describe('a server killed under load', () => {
  let server: ServerProcess
  beforeAll(async () => {
    server = await startServerProcess()
    const made = await server.post(
      '/v1/customers',
      { key: 'c1', email: 'c1@shop.test', partner_key: 'ada' },
      { authorization: server.authorization('production') },
    )
    expect(made).toBe(200)
  })
  afterAll(() => server.dispose())

  /** One caller: charges, API transactions and sign-ups one after the other, until the server is gone. */
  async function call(round: number, caller: number, kept: Sent[], sent: Sent[]): Promise<void> {
    for (let n = 0; ; n++) {
      const name = `${round}-${caller}-${n}`
      const now = Math.floor(Date.now() / 1000)
      const money = { amount: 1_000, amount_captured: 1_000, created: now }
      const whose = { customer: null, metadata: { customer_key: 'c1' } }
      const event = chargeEvent(
        'charge.succeeded',
        { id: `ch_${name}`, ...money, ...whose },
        { livemode: true, created: now },
      )
      const ways: [Sent, () => Promise<number | null>][] = [
        [{ kind: 'transaction', name: `ch_${name}`, event }, () => server.deliver('production', event)],
        [
          { kind: 'transaction', name: `order-${name}`, event: null },
          () =>
            server.post(
              '/v1/customers/c1/transactions',
              { amount: 500, currency: 'USD', key: `order-${name}` },
              { authorization: server.authorization('production') },
            ),
        ],
        [
          { kind: 'customer', name: `u-${name}`, event: null },
          () =>
            server.post('/v1/signups', {
              public_key: server.publicKey('production'),
              signup_id: name,
              customer_key: `u-${name}`,
              email: `${name}@shop.test`,
              partner_key: 'ada',
            }),
        ],
      ]
      const [what, send] = ways[n % ways.length] as [Sent, () => Promise<number | null>]
      sent.push(what)
      const status = await send()
      if (status === null) return
      expect(status).toBe(200)
      kept.push(what)
    }
  }

  it(`has lost nothing it acknowledged and doubled nothing, over ${ROUNDS} kills`, { timeout: 120_000 }, async () => {
    const kept: Sent[] = []
    const sent: Sent[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const callers = Array.from({ length: CALLERS }, (_, caller) => call(round, caller, kept, sent))
      await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 700))
      await server.kill()
      await Promise.all(callers)
      await server.start()
    }
    const transactions = counted((await all(server, '/v1/transactions')).map((item) => item['source_key']))
    const customers = counted((await all(server, '/v1/customers')).map((item) => item['customer_key']))
    const lost = kept.filter(({ kind, name }) => (kind === 'customer' ? customers : transactions).get(name) !== 1)
    expect(lost).toEqual([])
    expect(kept.length).toBeGreaterThan(ROUNDS * CALLERS)
    expect([...transactions.values(), ...customers.values()].every((count) => count === 1)).toBe(true)

    // The platform sends again whatever it got no answer for, and to be sure we send everything again.
    const events = sent.flatMap(({ event }) => event ?? [])
    await Promise.all(events.map(async (event) => expect(await server.deliver('production', event)).toBe(200)))
    const after = counted((await all(server, '/v1/transactions')).map((item) => item['source_key']))
    for (const { id } of events.map((event) => event.data.object)) expect(after.get(id)).toBe(1)
  })
})
