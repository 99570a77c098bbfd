/** What a server does before it listens and beside answering, on a machine that is made up, with a clock that can be moved. */
import { setImmediate as turn } from 'node:timers/promises'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Machine } from '../../src/commands/machine.ts'
import { serve } from '../../src/commands/serve.ts'
import { readConfig } from '../../src/config.ts'
import { newWebhook } from '../../src/inbox/webhook-rows.ts'
import type { Books } from '../../src/ledger/books.ts'
import { providers } from '../../src/providers/index.ts'
import { createVault } from '../../src/secrets.ts'
import type { WebhookRow } from '../../src/store/config-rows.ts'

const HOUR = 3_600_000
const KEY = Buffer.alloc(32, 1)

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
afterEach(() => void vi.useRealTimers())

interface MadeUp {
  readonly worker?: number | null
  readonly env?: Record<string, string>
  readonly webhooks?: readonly WebhookRow[]
  /** Told which time it is that something is asked to be forgotten, from 1. */
  readonly purge?: (time: number) => Promise<number>
}

function machineOf({ worker = null, env = {}, webhooks = [], purge = async () => 0 }: MadeUp = {}) {
  const happened: string[] = []
  const logged: { readonly msg: string }[] = []
  const stop = Promise.withResolvers<string>()
  let purges = 0
  const books = {
    admin: async () => ({ name: 'admin', hash: 'kept', updatedAt: 0 }),
    webhooks: async () => webhooks,
    addWebhook: async () => undefined,
    deliveries: async () => ({ items: [], hasMore: false }),
    settings: async () => ({}),
    purge: () => purge(++purges),
    forgetCalls: async () => 0,
    forgetImports: async () => 0,
    close: async () => void happened.push('closed'),
  } as unknown as Books
  const log = pino({ base: null }, { write: (line) => void logged.push(JSON.parse(line) as { msg: string }) })
  const machine = {
    now: () => 1_800_000_000_000,
    config: () => readConfig(env),
    openBooks: async () => books,
    secretKey: async () => KEY,
    formerKeys: async () => [],
    scripts: async () => ({ script: Buffer.from('/* the script */'), scriptMore: Buffer.from('/* more */') }),
    logger: () => log,
    async listen() {
      happened.push('listening')
      const close = async () => {
        happened.push('not listening')
        return 0
      }
      return { port: 8010, close }
    },
    worker,
    workers: { onAsk: () => undefined, askAll: async () => [] },
    version: () => '1.2.3',
    elapsed: () => 0,
    async startWorkers() {
      happened.push('workers')
      return { port: 8010, stop: async () => undefined }
    },
    toldToStop: () => stop.promise,
    print: () => undefined,
    note: () => undefined,
  } as unknown as Machine
  return { machine, happened, logged, stop: () => stop.resolve('SIGTERM'), purges: () => purges }
}

/** Lets everything happen that waits for nothing but its turn. */
async function settle(): Promise<void> {
  for (let i = 0; i < 5; i++) await turn()
}

async function passHours(count: number): Promise<void> {
  await settle()
  vi.advanceTimersByTime(count * HOUR)
  await settle()
}

describe('forgetting what is old', () => {
  it('begins with the server, in both modes, and comes every hour until it is told to stop', async () => {
    const { machine, purges, stop, happened } = machineOf()
    const served = serve(machine)
    const counts: number[] = []
    for (const hours of [0, 1, 1]) {
      await passHours(hours)
      counts.push(purges())
    }
    expect(counts).toEqual([2, 4, 6])
    stop()
    await served
    await passHours(3)
    expect(purges()).toBe(6)
    expect(happened).toEqual(['listening', 'not listening', 'closed'])
  })

  it.each([
    [1, 2],
    [2, 0],
  ])('of several workers is for the first: number %d asks %d times', async (worker, times) => {
    const { machine, purges, stop } = machineOf({ worker })
    const served = serve(machine)
    await settle()
    expect(purges()).toBe(times)
    stop()
    await served
  })

  it('is tried again in an hour where it failed, and the log says so', async () => {
    const purge = async (time: number): Promise<number> => {
      if (time === 1) throw new Error('the disk is full')
      return 0
    }
    const { machine, purges, stop, logged } = machineOf({ purge })
    const served = serve(machine)
    await settle()
    expect(logged.map(({ msg }) => msg).filter((msg) => msg.includes('retention'))).toEqual([
      'what is past its retention time could not be forgotten',
    ])
    await passHours(1)
    expect(purges()).toBe(3)
    stop()
    await served
  })

  it('is finished before the books are closed', async () => {
    const slow = Promise.withResolvers<number>()
    const { machine, stop, happened } = machineOf({ purge: (time) => (time === 1 ? slow.promise : Promise.resolve(0)) })
    const served = serve(machine)
    await settle()
    stop()
    await settle()
    expect(happened).toEqual(['listening', 'not listening'])
    slow.resolve(0)
    await served
    expect(happened).toEqual(['listening', 'not listening', 'closed'])
  })
})

describe('secrets that were kept with another SECRET_KEY', () => {
  const [vault, other] = [createVault(KEY), createVault(Buffer.alloc(32, 2))]
  const alien = { sealed: other.seal('whsec_1'), until: null }
  const row = newWebhook('test', providers.get('recurly')!, vault, 0)
  const cases: [what: string, row: WebhookRow][] = [
    ['an address', { ...row, tokens: [...row.tokens, { ...alien, hash: 'x' }] }],
    ['a password', { ...row, passwords: [...row.passwords, alien] }],
    ['a secret', { ...row, secrets: [alien] }],
  ]

  it.each(cases)('keep the server from starting: %s', async (_what, webhook) => {
    const { machine, happened } = machineOf({ webhooks: [row, webhook] })
    await expect(serve(machine)).rejects.toThrow('SECRET_KEY is not the key')
    expect(happened).toEqual(['closed'])
  })

  it.each(cases)('keep every worker from starting: %s', async (_what, webhook) => {
    const env = { DATABASE_URL: 'postgres://localhost/books', SECRET_KEY: KEY.toString('base64') }
    const { machine, happened } = machineOf({ env, webhooks: [row, webhook] })
    await expect(serve(machine, { workers: 2 })).rejects.toThrow('SECRET_KEY is not the key')
    expect(happened).toEqual(['closed'])
  })
})
