/** A sender on real books, with a clock that the test sets, and endpoints to send to. */
import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { newId } from '../../src/ledger/keys.ts'
import {
  editedHook,
  newHook,
  rotatedHook,
  type HookDeps,
  type HookEdit,
  type HookWish,
} from '../../src/notify/new-hook.ts'
import { createPost } from '../../src/notify/post.ts'
import { present } from '../../src/notify/present.ts'
import { createSender, type Sender, type SenderDeps } from '../../src/notify/sender.ts'
import { createVault } from '../../src/secrets.ts'
import type { HookRow } from '../../src/store/hook-rows.ts'
import type { ListedSend } from '../../src/store/hooks.ts'
import { T0, customerCreate, openTestBooks } from './ledger.ts'
import type { TestBooks } from './ledger.ts'
import { startReceiver, type Receiver } from './webhook-receiver.ts'

export const MINUTE = 60_000

export interface World {
  readonly books: TestBooks
  readonly deps: HookDeps
  readonly logged: Record<string, unknown>[]
  /** Made for everything in production, unless said otherwise; with its secret. */
  addHook(
    wish: Partial<HookWish> & { readonly target: string },
  ): Promise<{ readonly key: string; readonly secret: string }>
  rotate(key: string): Promise<string>
  change(key: string, edit: HookEdit): Promise<void>
  hook(key: string): Promise<HookRow>
  /** A customer is made: one change. Its number. */
  happen(times?: number): Promise<void>
  log(key: string): Promise<ListedSend[]>
  now(): number
  /** Moves the clock and sends all that is due by then. */
  pass(ms: number): Promise<void>
  readonly sender: Sender
  /** Another process on the same books. */
  otherSender(over?: Partial<SenderDeps>): Sender
  receiver(): Promise<Receiver>
}

export async function openWorld({ patience = 1_000 } = {}): Promise<World> {
  const books = await openTestBooks()
  let time = T0
  const now = (): number => time
  const vault = createVault(Buffer.alloc(32, 7))
  const deps: HookDeps = { vault, now, rules: { privateTargets: true } }
  const logged: Record<string, unknown>[] = []
  const log = pino({ level: 'debug', base: null }, { write: (line) => void logged.push(JSON.parse(line)) })
  const senderOn = (over: Partial<SenderDeps> = {}): Sender => {
    const post = over.post ?? createPost(deps.rules, patience)
    const keys = { random: () => 0, newAuditKey: (at: number) => `aud_${newId(at, randomBytes)}` }
    const sender = createSender({ books, vault, now, log, present, post, ...keys, ...over })
    onTestFinished(() => sender.stop())
    return sender
  }
  const sender = senderOn()
  const hook = async (key: string): Promise<HookRow> => {
    const row = (await books.hook('production', key)) ?? (await books.hook('test', key))
    if (!row) throw new Error(`there is no hook ${key}`)
    return row
  }
  let customers = 0
  return {
    ...{ books, deps, logged, hook, now, sender, otherSender: senderOn },
    async addHook(wish) {
      const { row, secret } = await newHook({ mode: 'production', style: 'v2', events: ['*'], ...wish }, deps)
      await books.putHook(row)
      return { key: row.key, secret }
    },
    async rotate(key) {
      const { row, secret } = rotatedHook(await hook(key), deps)
      await books.putHook(row)
      return secret
    },
    change: async (key, edit) => books.putHook(await editedHook(await hook(key), edit, deps)),
    async happen(times = 1) {
      const calls = Array.from({ length: times }, () => {
        const customerKey = `c${++customers}`
        return books.call(customerCreate({ customerKey, email: `${customerKey}@shop.test` }), { at: time })
      })
      await Promise.all(calls)
    },
    async log(key) {
      const { mode } = await hook(key)
      return (await books.sends({ mode, hook: key, limit: 250 })).items
    },
    async pass(ms) {
      time += ms
      await sender.drain()
    },
    async receiver() {
      const receiver = await startReceiver()
      onTestFinished(() => receiver.close())
      return receiver
    },
  }
}
