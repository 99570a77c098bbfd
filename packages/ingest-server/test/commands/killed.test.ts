/** What was answered with 2xx is there after the server was killed, once; what was not may be sent again. */
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newCli, type Cli, type Serving } from '../support/http-cli.ts'
import { chargeEvent, sign } from '../support/stripe-events.ts'

let cli: Cli
let authorization: string
let path: string
beforeAll(async () => {
  cli = await newCli()
  await cli.run('webhook', 'set', 'stripe', '--mode', 'test', '--secret', 'whsec_1')
  const key = (await cli.run('keys', 'create', '--mode', 'test', '--json')).json as Record<string, string>
  authorization = `Basic ${btoa(`${key['public_key']}:${key['secret_key']}`)}`
  const [, test] = (await cli.run('webhook', 'list', '--json')).json as { url: string }[]
  path = new URL(test!.url).pathname
})
afterAll(() => cli.remove())

const eventOf = (id: string): string =>
  JSON.stringify({
    ...chargeEvent('charge.succeeded', {
      id,
      customer: null,
      metadata: { customer_key: `c-${id}`, partner_key: 'gstest' },
    }),
    id: `evt_${id}`,
  })

async function deliver(server: Serving, body: string): Promise<boolean> {
  try {
    const headers = { 'stripe-signature': sign(body, 'whsec_1', Date.now()) }
    return (await fetch(server.origin + path, { method: 'POST', body, headers })).ok
  } catch (error) {
    if (error instanceof TypeError) return false // the connection is gone: not answered
    throw error
  }
}

async function recorded(server: Serving): Promise<string[]> {
  const keys: string[] = []
  for (let cursor = '', more = true; more; cursor = `&starting_after=${keys.at(-1)}`) {
    const answer = await fetch(`${server.origin}/v1/transactions?limit=250${cursor}`, { headers: { authorization } })
    const { rdata } = (await answer.json()) as { rdata: { items: { key: string }[]; has_more: boolean } }
    keys.push(...rdata.items.map(({ key }) => key))
    more = rdata.has_more
  }
  return keys
}

describe('a server killed under load', () => {
  it('has all that it answered, once, however often it is sent again', async () => {
    const first = await cli.serve()
    const sent: string[] = []
    const answered: string[] = []
    let running = true
    const client = async (name: number): Promise<void> => {
      for (let i = 0; running; i++) {
        const id = `ch_${name}x${i}`
        sent.push(id)
        if (await deliver(first, eventOf(id))) answered.push(id)
        else return
      }
    }
    const clients = Array.from({ length: 8 }, (_, name) => client(name))
    while (answered.length < 100) await wait(20)
    const ended = once(first.process, 'exit')
    first.process.kill('SIGKILL')
    await ended
    running = false
    await Promise.all(clients)

    const second = await cli.serve()
    const survived = await recorded(second)
    expect(answered.length).toBeGreaterThanOrEqual(100)
    expect(answered.filter((id) => !survived.includes(id))).toEqual([])
    expect(new Set(survived).size).toBe(survived.length)

    for (const id of sent) expect(await deliver(second, eventOf(id))).toBe(true)
    expect((await recorded(second)).toSorted()).toEqual(sent.toSorted())
    expect(await second.stop()).toBe(0)
  })
})
