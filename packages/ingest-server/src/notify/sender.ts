/**
 * Sends what is due. Each process of a server may have one: what one of them takes is leased to it, so that nobody else sends it
 * at the same moment, and comes back by itself where that process dies. Whoever receives may get a message twice, with the same
 * id, and never not at all.
 */
import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from 'pino'
import { standing } from '../inbox/webhook-rows.ts'
import type { Books } from '../ledger/books.ts'
import type { Vault } from '../secrets.ts'
import type { HookRow } from '../store/hook-rows.ts'
import { accountOf, type AccountDeps, type Ended } from './account.ts'
import { bodyOf, type Present } from './body.ts'
import { isGood, problemOf } from './judge.ts'
import { type Held, heed, type Lane, newLane, nextIn, roomIn } from './lane.ts'
import type { Attempt, Post } from './post.ts'
import { signedHeaders } from './signature.ts'

export interface SenderDeps extends AccountDeps {
  readonly books: Pick<Books, 'dueHooks' | 'hook' | 'turnSends' | 'hastenSends'>
  readonly vault: Vault
  readonly now: () => number
  readonly log: Logger
  readonly post: Post
  readonly present: Present
  readonly onAttempt?: (isGood: boolean) => void
}

export interface Sender {
  /** Looks for work until it is stopped. */
  start(): void
  /** There is something new. */
  wake(): void
  /** Sends all that is due, and what becomes due by that. */
  drain(): Promise<void>
  /** What is on its way is finished, within a few seconds; the rest is given back for whoever comes next. */
  stop(): Promise<void>
}

/** Attempts under way at once, over all endpoints. */
const MOST = 128
const LEASE_MS = 30_000
/** How often it looks whether something is due that nobody told of: a retry, or a change by another process. */
const POLL_MS = 1_000
/** Between two looks, so that what ends and what comes in the meantime is written and taken together. */
const PACE_MS = 20
const GRACE_MS = 5_000
const HASTENED_AT_ONCE = 500

export function createSender(deps: SenderDeps): Sender {
  const { books, vault, now, log, post, present } = deps
  const lanes = new Map<string, Lane>()
  const underWay = new Set<Promise<void>>()
  const given = new AbortController()
  let ended: Ended[] = []
  let stopped = false
  let stirred = false
  let wakeUp = (): void => undefined
  let life = Promise.resolve()

  const stir = (): void => {
    stirred = true
    wakeUp()
  }
  const follow = (work: Promise<void>): void => {
    const followed = work.finally(() => underWay.delete(followed))
    underWay.add(followed)
  }

  async function attempt(hook: HookRow, { message }: Held): Promise<Attempt> {
    const at = now()
    try {
      const body = bodyOf(hook.style, message, present)
      const secrets = standing(hook.secrets, at).map(({ sealed }) => vault.open(sealed))
      const headers = {
        ...{ 'content-type': 'application/json', 'user-agent': 'partnerstack-ingest' },
        ...signedHeaders(secrets, message.key, at, body),
      }
      return await post({ target: hook.target, headers, body, signal: given.signal })
    } catch (error) {
      log.error({ err: error, hook: hook.key, message: message.key }, 'a webhook could not be made')
      return { problem: 'this server could not make it: see its log' }
    }
  }

  /** What waited for an endpoint while it was down is due at once, a little at a time. */
  async function hasten({ key }: HookRow): Promise<void> {
    try {
      for (let count = -1; count !== 0 && !stopped;) {
        const at = now()
        count = await books.hastenSends(key, at + LEASE_MS, at, HASTENED_AT_ONCE)
        stir()
      }
    } catch (error) {
      log.error({ err: error, hook: key }, 'what waits for an endpoint could not be hastened')
    }
  }

  const giveBack = ({ hook }: Lane, ...held: Held[]): void => {
    ended.push(...held.map(({ send }) => ({ hook, send, attempt: null, at: now() })))
  }
  const giveAllBack = (lane: Lane): void => giveBack(lane, ...lane.queue.splice(0))

  async function make(lane: Lane, held: Held): Promise<void> {
    const { hook } = lane
    const made = await attempt(hook, held)
    lane.underWay--
    if (given.signal.aborted && !isGood(made)) return giveBack(lane, held) // by us, not by the endpoint
    deps.onAttempt?.(isGood(made))
    const [at, about] = [now(), { hook: hook.key, origin: new URL(hook.target).origin, problem: problemOf(made) }]
    log.debug({ ...about, message: held.message.key }, 'a webhook was sent')
    ended.push({ hook, send: held.send, attempt: made, at })
    const turnout = heed(lane, made, at)
    if (turnout === 'fails') log.warn(about, 'an endpoint of webhooks fails')
    if (turnout === 'pauses') giveAllBack(lane)
    if (turnout === 'back') {
      log.info(about, 'an endpoint of webhooks answers again')
      follow(hasten(hook))
    }
    pump()
    stir()
  }

  /** Starts what may be started, of each endpoint in turn. */
  function pump(): void {
    for (let started = true; started && !stopped;) {
      started = false
      for (const lane of lanes.values()) {
        const held = underWay.size < MOST ? nextIn(lane, now()) : null
        if (!held) continue
        lane.underWay++
        started = true
        follow(make(lane, held))
      }
    }
  }

  /** The lanes of what is due. Those that still have something in hand follow their hooks: to another address, or to none. */
  async function lookAround(at: number): Promise<Lane[]> {
    const due = await books.dueHooks(at)
    for (const hook of due) {
      const lane = lanes.get(hook.key)
      if (lane) Object.assign(lane, { hook, seenAt: at })
      else lanes.set(hook.key, newLane(hook, at))
    }
    for (const lane of lanes.values()) {
      if (lane.queue.length === 0 || at - lane.seenAt < POLL_MS) continue
      const hook = await books.hook(lane.hook.mode, lane.hook.key)
      if (hook?.enabled) Object.assign(lane, { hook, seenAt: at })
      else giveAllBack(lane)
    }
    return due.flatMap(({ key }) => lanes.get(key) ?? [])
  }

  /** Writes what has ended and takes what is due; whether there was any of it. */
  async function turn(): Promise<boolean> {
    const at = now()
    const room: Record<string, number> = {}
    for (const lane of stopped ? [] : await lookAround(at)) {
      const free = roomIn(lane, at)
      if (free > 0) room[lane.hook.key] = free
    }
    const written = ended
    if (written.length === 0 && Object.keys(room).length === 0) return false
    ended = []
    const [account, until] = [accountOf(written, deps), at + LEASE_MS]
    const taken = await books.turnSends({ now: at, until, room, ...account }).catch((error: unknown) => {
      ended = [...written, ...ended] // to be written by the next turn
      throw error
    })
    for (const { hook, reason } of account.disabled) {
      log.warn({ hook, reason }, 'an endpoint of webhooks is switched off')
      const lane = lanes.get(hook)
      if (lane) giveAllBack(lane)
    }
    for (const one of taken) lanes.get(one.send.hook)?.queue.push({ ...one, until })
    pump()
    return true
  }

  async function live(): Promise<void> {
    while (!stopped) {
      stirred = false
      await turn().catch((error: unknown) => log.error({ err: error }, 'webhooks could not be sent just now'))
      await wait(PACE_MS)
      if (stirred || stopped) continue
      const rest = new AbortController()
      wakeUp = () => rest.abort()
      await wait(POLL_MS, undefined, { signal: rest.signal }).catch(() => undefined)
    }
  }

  return {
    start: () => void (life = live()),
    wake: stir,
    async drain() {
      while ((await turn()) || underWay.size > 0 || ended.length > 0) await Promise.all(underWay)
    },
    async stop() {
      stopped = true
      wakeUp()
      await life
      lanes.forEach(giveAllBack)
      const late = setTimeout(() => given.abort(), GRACE_MS)
      await Promise.all(underWay)
      clearTimeout(late)
      await turn().catch((error: unknown) => log.error({ err: error }, 'the last webhooks sent could not be noted'))
      post.close()
    },
  }
}
