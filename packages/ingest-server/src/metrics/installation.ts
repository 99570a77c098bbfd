/**
 * How the installation as a whole stands: read from its database by the process that is asked, and the same whichever that is.
 * Nothing here depends on how much history there is.
 */
import { Gauge, Registry } from 'prom-client'
import type { Mode } from '../facts.ts'
import type { Books } from '../ledger/books.ts'
import { DAY_MS } from '../ledger/parking.ts'
import { readSettings } from '../settings.ts'
import type { Told } from './meter.ts'

export interface InstallationDeps {
  readonly books: Books
  readonly now: () => number
  /** Ms on a clock that nobody sets. */
  readonly elapsed: () => number
  readonly onError: (error: unknown) => void
}

export interface Installation {
  read(): Promise<Told[]>
}

const MODES: readonly Mode[] = ['production', 'test']
/** However often it is asked, the database is read at most this often. */
const EVERY_MS = 5_000
/** Who asks wants an answer, most of all while the database gives none. */
const PATIENCE_MS = 3_000

export function createInstallation(deps: InstallationDeps): Installation {
  let last: { readonly told: Promise<Told[]>; readonly until: number } | null = null
  return {
    read() {
      if (last && deps.elapsed() < last.until) return last.told
      last = { told: readAnew(deps), until: deps.elapsed() + EVERY_MS }
      return last.told
    },
  }
}

async function readAnew({ books, now, elapsed, onError }: InstallationDeps): Promise<Told[]> {
  const registry = new Registry()
  const registers = [registry]
  const gauge = <T extends string>(name: string, help: string, ...labelNames: T[]) =>
    new Gauge({ name: `ingest_${name}`, help, labelNames, registers })
  const up = gauge('database_up', 'Whether the database answers: 1 or 0.')
  try {
    const began = elapsed()
    await inTime(books.ping())
    gauge('database_ping_seconds', 'How long it takes to answer nothing.').set((elapsed() - began) / 1_000)
    await inTime(readAll(books, now(), gauge))
    up.set(1)
  } catch (error) {
    onError(error)
    up.set(0)
  }
  return (await registry.getMetricsAsJSON()) as Told[]
}

type MakeGauge = <T extends string>(name: string, help: string, ...labelNames: T[]) => Gauge<T>

async function readAll(books: Books, now: number, gauge: MakeGauge): Promise<void> {
  const [condition, outbox, imports, ...attention] = await Promise.all([
    books.condition(),
    books.outbox(),
    books.idleImports(Number.MAX_SAFE_INTEGER), // queued, or running whoever works them
    ...MODES.map(async (mode) => {
      const { parkingDays } = readSettings(await books.settings(mode))
      return { mode, ...(await books.attention(mode, now - parkingDays * DAY_MS)) }
    }),
  ])
  gauge('database_bytes', 'Size of the database.').set(condition.bytes)
  if (condition.logBytes !== null)
    gauge('database_log_bytes', 'What is not folded into the SQLite file yet.').set(condition.logBytes)

  const inbox = gauge('inbox', 'Deliveries that need somebody, counted up to 1000.', 'mode', 'state')
  const rewards = gauge('rewards_to_approve', 'Rewards that wait for a person, counted up to 1000.', 'mode')
  for (const { mode, parked, unmatched, failed, rewardsToApprove } of attention) {
    for (const [state, count] of Object.entries({ parked, unmatched, failed })) inbox.labels(mode, state).set(count)
    rewards.labels(mode).set(rewardsToApprove)
  }
  const files = gauge('imports', 'Files that are not worked yet.', 'state')
  for (const state of ['queued', 'running'] as const)
    files.labels(state).set(imports.filter((row) => row.state === state).length)

  const waiting = gauge('outbox_messages', 'Changes that were not told to everybody yet, up to 1000 a hook.', 'mode')
  const lag = gauge('outbox_lag_seconds', 'How long the oldest of them waits.', 'mode')
  const hooks = gauge('hooks', 'Addresses that are told of changes.', 'mode', 'state')
  for (const { mode, oldest, waiting: count, hooks: own } of outbox) {
    waiting.labels(mode).set(count)
    lag.labels(mode).set(oldest === null ? 0 : Math.max(0, now - oldest) / 1_000)
    for (const [state, number] of Object.entries(own)) hooks.labels(mode, state).set(number)
  }
}

/** Rejects where it takes too long; whatever it was goes on. */
export async function inTime<T>(work: Promise<T>, ms = PATIENCE_MS): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error(`no answer within ${ms} ms`)), ms)
  try {
    return await Promise.race([work, late.promise])
  } finally {
    clearTimeout(timer)
  }
}
