/**
 * Taking turns: a transaction that reads the books of a mode holds that mode's lock from before its first look until it is
 * committed, whichever process it is of. So what it read still stands when it writes, and no two of them wait for each other in
 * a circle. What only adds clicks reads nothing, and waits for nobody.
 */
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import type { Mode } from '../../facts.ts'
import { AppError } from '../../errors.ts'
import type { HookRow } from '../hook-rows.ts'
import type { TriggerRow } from '../reward-rows.ts'
import type { Changes, MaybePromise, Store, Tx } from '../store.ts'
import * as tables from '../tables.ts'
import { asCallerSees, hasMet, isTaken, unavailable } from './errors.ts'
import { loadStatement, rowsOf } from './load.ts'
import { fromJson } from './json.ts'
import { saveStatements } from './save.ts'
import type { Statement } from './statement.ts'

/** How often work is done again after it met another's: a unique name taken, a deadlock with a hand at the database. */
const ATTEMPTS = 4
const PAUSE_MS = 20

const LOCK = 'SELECT pg_advisory_xact_lock(hashtext(current_schema()), $1::int)'
const PROGRAM = {
  name: 'program',
  text: `SELECT (SELECT json_agg(t) FROM (SELECT name, value FROM settings WHERE test = $1) AS t) AS settings,
    (SELECT json_agg(t) FROM (SELECT * FROM triggers WHERE test = $1 AND archived = 0 ORDER BY created_at, key) AS t) AS triggers,
    (SELECT json_agg(t) FROM (SELECT * FROM hooks WHERE test = $1 AND enabled = 1 ORDER BY created_at, key) AS t) AS hooks`,
}
const NOTHING = rowsOf([], {})

const testOf = (mode: Mode): number => (mode === 'test' ? 1 : 0)

/** Whether these changes touch what others read and decide on. */
const isShared = ({ clicks: _clicks, audit: _audit, removed, ...others }: Changes): boolean =>
  [...Object.values(others), ...Object.values(removed)].some((rows) => rows.length > 0)

/** What a transaction is worked with. */
interface Turn {
  /** Sends a statement behind those sent before. A failure is also told when the turn ends, so nobody needs to wait for it. */
  send(statement: Statement): Promise<pg.QueryResult<Record<string, string | null>>>
  /** From here to the end of the turn nobody else holds this mode. */
  hold(mode: Mode): void
}

const openTx = ({ send, hold }: Turn): Tx => {
  let reads = false
  return {
    async load(mode, wanted) {
      const statement = loadStatement(mode, wanted)
      if (statement === null) return NOTHING
      reads = true
      hold(mode)
      const { rows } = await send(statement)
      return rowsOf(statement.into, rows[0] ?? {})
    },
    async program(mode) {
      const { rows } = await send({ ...PROGRAM, values: [testOf(mode)] })
      const { settings, triggers, hooks } = rows[0] ?? {}
      const list = (text: string | null | undefined) => (text ? (JSON.parse(text) as Record<string, unknown>[]) : [])
      return {
        settings: Object.fromEntries(list(settings).map((row) => [row['name'], row['value'] as string])),
        triggers: list(triggers).map((row) => fromJson(tables.triggers, row) as TriggerRow),
        hooks: list(hooks).map((row) => fromJson(tables.hooks, row) as HookRow),
      }
    },
    save(changes) {
      if (!reads && isShared(changes)) for (const mode of ['production', 'test'] as const) hold(mode)
      for (const statement of saveStatements(changes)) void send(statement)
    },
  }
}

async function attempt<T>(client: pg.ClientBase, work: (turn: Turn) => MaybePromise<T>): Promise<T> {
  const sent: Promise<unknown>[] = []
  const keep = <R>(answer: Promise<R>): Promise<R> => {
    const told = answer.catch((error: unknown) => {
      throw asCallerSees(error)
    })
    told.catch(() => undefined) // told at the end, by whichever statement failed first
    sent.push(told)
    return told
  }
  const held = new Set<Mode>()
  const hold = (mode: Mode): void => {
    if (held.has(mode)) return
    held.add(mode)
    void send({ name: 'lock', text: LOCK, values: [testOf(mode)] })
  }
  const send: Turn['send'] = ({ values, ...statement }) =>
    keep(client.query<Record<string, string | null>>({ ...statement, values: [...values] }))
  void keep(client.query('BEGIN'))
  try {
    const result = await work({ send, hold })
    // Sent behind the writes without waiting for them: where one of them failed, this rolls back.
    void keep(client.query('COMMIT'))
    await firstFailure(sent)
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined) // a broken connection has rolled back by itself
    await firstFailure(sent)
    throw error
  }
}

async function firstFailure(sent: readonly Promise<unknown>[]): Promise<void> {
  for (const result of await Promise.allSettled(sent)) if (result.status === 'rejected') throw result.reason
}

const isGone = (error: unknown): boolean => error instanceof AppError && error.code === 'UNAVAILABLE'

export interface Turns extends Pick<Store, 'atomically'> {
  /** As `atomically`, for statements of the driver's own. */
  inTurn<T>(work: (turn: Turn) => MaybePromise<T>): Promise<T>
}

export function turns(pool: pg.Pool): Turns {
  const inTurn: Turns['inTurn'] = async (work) => {
    const client = await pool.connect().catch((error: unknown) => {
      throw asCallerSees(error)
    })
    let broken = false
    try {
      for (let left = ATTEMPTS - 1; ; left--) {
        try {
          return await attempt(client, work)
        } catch (error) {
          broken = isGone(error)
          if (!hasMet(error)) throw error
          if (left === 0) throw isTaken(error) ? error : unavailable(error)
          await wait(PAUSE_MS) // whoever was in the way goes first
        }
      }
    } finally {
      client.release(broken)
    }
  }
  return { inTurn, atomically: (work) => inTurn((turn) => work(openTx(turn))) }
}
