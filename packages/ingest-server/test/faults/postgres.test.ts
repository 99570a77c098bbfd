/** The promise that matters most, on PostgreSQL with two workers: what was answered with a 2xx is there, once, whatever dies. */
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPostgres } from '../../../../scripts/postgres.ts'
import type { TestPostgres } from '../../../../scripts/postgres.ts'
import { newSchema } from '../support/postgres.ts'
import { startServerProcess } from '../support/server-process.ts'
import type { ServerProcess } from '../support/server-process.ts'
import { chargeEvent } from '../support/stripe-events.ts'
import type { StripeEventBody } from '../support/stripe-events.ts'

const CALLERS = 12

const eventOf = (id: string, customer: string): StripeEventBody => {
  const created = Math.floor(Date.now() / 1000)
  const whose = { customer: null, metadata: { customer_key: customer, partner_key: 'ada' } }
  const money = { amount: 1_000, amount_captured: 1_000, created }
  return chargeEvent('charge.succeeded', { id, ...money, ...whose }, { livemode: true, created })
}

/** `source_key` of every transaction. */
async function recorded(server: ServerProcess): Promise<unknown[]> {
  const items: Record<string, unknown>[] = []
  for (let more = true; more;) {
    const last = items.at(-1)?.['key']
    const after = last ? `&starting_after=${String(last)}` : ''
    const { rdata } = await server.get(`/v1/transactions?limit=250${after}`, 'production')
    items.push(...rdata.items)
    more = rdata.has_more
  }
  return items.map((item) => item['source_key'])
}

interface Load {
  readonly sent: StripeEventBody[]
  readonly kept: StripeEventBody[]
  /** Every answer that was not 200. */
  readonly others: Map<number | null, number>
  /** Lets each caller finish what it is at. */
  end(): Promise<void>
}

/** Charges without pause, each sent twice at once: to either worker, about customers that all callers share. */
function load(server: ServerProcess, name: string): Load {
  let over = false
  const [sent, kept]: [StripeEventBody[], StripeEventBody[]] = [[], []]
  const others = new Map<number | null, number>()
  const call = async (caller: number): Promise<void> => {
    for (let n = 0; !over; n++) {
      const event = eventOf(`ch_${name}_${caller}_${n}`, `${name}-${n % 5}`)
      sent.push(event)
      const statuses = await Promise.all([server.deliver('production', event), server.deliver('production', event)])
      for (const status of statuses) if (status !== 200) others.set(status, (others.get(status) ?? 0) + 1)
      if (statuses.includes(200)) kept.push(event)
      else await wait(20)
    }
  }
  const callers = Array.from({ length: CALLERS }, (_, caller) => call(caller))
  return {
    ...{ sent, kept, others },
    async end() {
      over = true
      await Promise.all(callers)
    },
  }
}

/** Nothing lost, nothing doubled; and after the platform has sent all of it again, all of it is there. */
async function check(server: ServerProcess, { sent, kept }: Load, name: string): Promise<void> {
  const mine = async (): Promise<unknown[]> =>
    (await recorded(server)).filter((key) => String(key).startsWith(`ch_${name}_`))
  const before = await mine()
  expect(new Set(before).size).toBe(before.length)
  expect(kept.map(({ data }) => data.object['id']).filter((id) => !before.includes(id))).toEqual([])
  for (let from = 0; from < sent.length; from += 50) {
    const some = sent.slice(from, from + 50)
    const statuses = await Promise.all(some.map((event) => server.deliver('production', event)))
    expect(new Set(statuses)).toEqual(new Set([200]))
  }
  expect((await mine()).sort()).toEqual(sent.map(({ data }) => data.object['id']).sort())
}

describe('two workers on PostgreSQL', () => {
  let database: TestPostgres
  let server: ServerProcess
  beforeAll(async () => {
    database = await startPostgres()
    const { url } = await newSchema(database.url)
    server = await startServerProcess({ databaseUrl: url, workers: 2, logLevel: 'silent' })
  })
  afterAll(async () => {
    await server.dispose()
    await database.dispose()
  })

  it('lose nothing and double nothing when one of them is killed, and are two again', { timeout: 90_000 }, async () => {
    const under = load(server, 'worker')
    for (let round = 0; round < 4; round++) {
      await wait(500 + Math.random() * 500)
      await server.killWorker()
    }
    await wait(1_500)
    await under.end()
    expect(under.kept.length).toBeGreaterThan(CALLERS)
    await check(server, under, 'worker')
  })

  it('lose nothing and double nothing when all of them are killed at once', { timeout: 90_000 }, async () => {
    const under = load(server, 'all')
    await wait(700)
    await server.kill()
    await under.end()
    await server.start()
    await check(server, under, 'all')
  })

  it.each(['SIGQUIT', 'SIGKILL'] as const)(
    'answer 503 while PostgreSQL is gone after %s, and go on by themselves',
    { timeout: 90_000 },
    async (signal) => {
      const under = load(server, signal)
      await wait(700)
      await database.stop(signal)
      await wait(300)
      const refused = await fetch(`${server.origin}/v1/customers`, {
        headers: { authorization: server.authorization('production') },
      })
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2'])
      await database.start()
      const until = under.kept.length + CALLERS * 2
      while (under.kept.length < until) await wait(50)
      await under.end()
      expect([...under.others.keys()]).toEqual([503])
      await check(server, under, signal)
    },
  )

  it('finish what they have accepted when told to stop', async () => {
    const under = load(server, 'stop')
    await wait(500)
    expect(await server.stop()).toBe(0)
    await under.end()
    await server.start()
    await check(server, under, 'stop')
  })
})
