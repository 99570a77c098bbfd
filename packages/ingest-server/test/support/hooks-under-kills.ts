/** What is told of changes while servers are killed: every change that was made, none that was not, under ids that let repeats be dropped. */
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { all, load, moreKept } from './server-load.ts'
import { startServerProcess } from './server-process.ts'
import type { ServerOptions, ServerProcess } from './server-process.ts'
import { isSigned, startReceiver } from './webhook-receiver.ts'
import type { Receiver } from './webhook-receiver.ts'

process.env['WEBHOOK_PRIVATE_TARGETS'] = 'allow'

interface Made {
  readonly key: string
  readonly secret: string
}
interface Log {
  readonly items: readonly { readonly id: string; readonly event: string; readonly subject: string }[]
  readonly has_more: boolean
}

/** All of it for one kind of server; each in a file of its own, since most of it is waiting. */
export function testHooksUnderKills(name: string, options: () => Promise<ServerOptions>): void {
  describe(`${name}, killed under load`, () => {
    let server: ServerProcess
    let receiver: Receiver
    let hook: Made
    beforeAll(async () => {
      receiver = await startReceiver()
      server = await startServerProcess(await options())
      hook = (await server.command('hook', 'add', '--target', receiver.url)) as Made
    })
    afterAll(async () => {
      await server.dispose()
      await receiver.close()
    })

    const logOf = async (...more: string[]): Promise<Log['items']> => {
      const items: Log['items'][number][] = []
      for (;;) {
        const last = items.at(-1)
        const after = last ? ['--after', last.id] : []
        const page = (await server.command('hook', 'log', hook.key, '--limit', '250', ...more, ...after)) as Log
        items.push(...page.items)
        if (!page.has_more) return items
      }
    }

    it('tells each change, and nothing else, also what it was telling when it died', { timeout: 180_000 }, async () => {
      // Some answers come late, and some of what came is said to have failed: it comes again, with the same id.
      const refused = new Set<string>()
      let calls = 0
      receiver.answer(async ({ id }) => {
        if (calls++ % 7 === 0) await wait(50)
        if (calls % 11 !== 0 || refused.has(id)) return 200
        refused.add(id)
        return 500
      })
      const under = load([server], 'told')
      for (let round = 0; round < 3; round++) {
        await moreKept(under, 60)
        await server.kill()
        await server.start()
      }
      await moreKept(under, 60)
      await under.end()

      await expect.poll(() => logOf('--state', 'waiting'), { timeout: 120_000, interval: 2_000 }).toEqual([])
      const log = await logOf()
      expect([...receiver.ids()].sort()).toEqual(log.map(({ id }) => id).sort())
      const subjects = (event: string): unknown[] =>
        log.filter((one) => one.event === event).map(({ subject }) => subject)
      const customers = await all(server, '/v1/customers')
      expect(subjects('customer.created').sort()).toEqual(customers.map(({ key }) => key).sort())
      const transactions = await all(server, '/v1/transactions')
      const told = receiver.got.filter(({ event }) => event === 'transaction.created')
      const keys = new Map(told.map(({ id, body }) => [id, body['key']]))
      expect([...keys.values()].sort()).toEqual(transactions.map(({ key }) => key).sort())
      expect(new Set(keys.values()).size).toBe(transactions.length)

      expect(receiver.got.length).toBeGreaterThan(log.length)
      const bodies = new Map(receiver.got.map(({ id, text }) => [id, text]))
      for (const got of receiver.got) expect(got.text).toBe(bodies.get(got.id))
      const signed = await Promise.all(receiver.got.map((got) => isSigned(got, hook.secret)))
      expect(signed.every(Boolean)).toBe(true)
    })

    it('stops when it is told to, though an endpoint never answers', { timeout: 60_000 }, async () => {
      receiver.answer('hang')
      const under = load([server], 'stop', 2)
      await moreKept(under, 20)
      const begun = Date.now()
      expect(await server.stop()).toBe(0)
      await under.end()
      expect(Date.now() - begun).toBeLessThan(9_000)
      receiver.answer(200)
      await server.start()
      await expect.poll(() => logOf('--state', 'waiting'), { timeout: 30_000, interval: 1_000 }).toEqual([])
      expect([...receiver.ids()].sort()).toEqual((await logOf()).map(({ id }) => id).sort())
    })
  })
}
