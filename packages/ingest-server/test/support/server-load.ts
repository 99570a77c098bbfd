/** Load on a server whatever becomes of it meanwhile, and the account of it afterwards: nothing lost, nothing doubled. */
import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'vitest'
import type { ServerProcess } from './server-process.ts'
import { chargeEvent } from './stripe-events.ts'
import type { StripeEventBody } from './stripe-events.ts'

/** A charge of now that names its customer and the partner to credit. */
export const eventOf = (id: string, customer: string, more: Readonly<Record<string, string>> = {}): StripeEventBody => {
  const created = Math.floor(Date.now() / 1000)
  const whose = { customer: null, metadata: { customer_key: customer, partner_key: 'ada', ...more } }
  const money = { amount: 1_000, amount_captured: 1_000, created }
  return chargeEvent('charge.succeeded', { id, ...money, ...whose }, { livemode: true, created })
}

/** Every item of a list, page by page. */
export async function all(server: ServerProcess, path: string): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = []
  for (let more = true; more;) {
    const last = items.at(-1)?.['key']
    const after = last ? `&starting_after=${String(last)}` : ''
    const { rdata } = await server.get(`${path}?limit=250${after}`, 'production')
    items.push(...rdata.items)
    more = rdata.has_more
  }
  return items
}

export interface Load {
  readonly sent: StripeEventBody[]
  /** What was answered with 200. */
  readonly kept: StripeEventBody[]
  /** Every answer that was not 200. */
  readonly others: Map<number | null, number>
  /** Lets each caller finish what it is at. */
  end(): Promise<void>
}

/** Charges without pause, each sent twice at once: to `servers` in turn, about customers that all callers share. */
export function load(servers: readonly ServerProcess[], name: string, callers = 12): Load {
  let over = false
  const [sent, kept]: [StripeEventBody[], StripeEventBody[]] = [[], []]
  const others = new Map<number | null, number>()
  const [one, two = one] = servers
  const call = async (caller: number): Promise<void> => {
    for (let n = 0; !over; n++) {
      const event = eventOf(`ch_${name}_${caller}_${n}`, `${name}-${n % 5}`)
      sent.push(event)
      const statuses = await Promise.all([one?.deliver('production', event), two?.deliver('production', event)])
      for (const status of statuses)
        if (status !== 200) others.set(status ?? null, (others.get(status ?? null) ?? 0) + 1)
      if (statuses.includes(200)) kept.push(event)
      else await wait(20)
    }
  }
  const calls = Array.from({ length: callers }, (_, caller) => call(caller))
  return {
    ...{ sent, kept, others },
    async end() {
      over = true
      await Promise.all(calls)
    },
  }
}

/** Waits for it, but not for ever: a server that has stopped answering is a failure of its own. */
async function until(happened: () => boolean, what: string): Promise<void> {
  const patience = AbortSignal.timeout(15_000)
  while (!happened()) {
    if (patience.aborted) throw new Error(`waited 15 s for ${what}`)
    await wait(20)
  }
}

/** Resolves when this many more are kept. */
export function moreKept({ kept }: Load, count: number): Promise<void> {
  const enough = kept.length + count
  return until(() => kept.length >= enough, `${count} more to be kept`)
}

/** Resolves when this many more are refused with 503. */
export function moreRefused({ others }: Load, count: number): Promise<void> {
  const refused = (): number => others.get(503) ?? 0
  const enough = refused() + count
  return until(() => refused() >= enough, `${count} more to be refused`)
}

/** Nothing lost, nothing doubled; and after the platform has sent all of it again, all of it is there. */
export async function check(server: ServerProcess, { sent, kept }: Load, name: string): Promise<void> {
  const mine = async (): Promise<unknown[]> =>
    (await all(server, '/v1/transactions'))
      .map((item) => item['source_key'])
      .filter((key) => String(key).startsWith(`ch_${name}_`))
  const before = await mine()
  expect(new Set(before).size).toBe(before.length)
  const there = new Set(before)
  expect(kept.map(({ data }) => data.object['id']).filter((id) => !there.has(id))).toEqual([])
  for (let from = 0; from < sent.length; from += 50) {
    const some = sent.slice(from, from + 50)
    const statuses = await Promise.all(some.map((event) => server.deliver('production', event)))
    expect(new Set(statuses)).toEqual(new Set([200]))
  }
  expect((await mine()).sort()).toEqual(sent.map(({ data }) => data.object['id']).sort())
}
