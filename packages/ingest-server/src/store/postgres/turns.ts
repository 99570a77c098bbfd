/**
 * Taking turns: a transaction that reads the books of a mode holds that mode's lock from before its first look until it is
 * committed, whichever process it is of. So what it read still stands when it writes, and no two of them wait for each other in
 * a circle. What only adds clicks reads nothing, and waits for nobody.
 */
import type { Writable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type pg from 'pg'
import type { Mode } from '../../facts.ts'
import { AppError } from '../../errors.ts'
import type { HookRow } from '../hook-rows.ts'
import type { TriggerRow } from '../reward-rows.ts'
import type { Changes, MaybePromise, Rows, Store, Tx } from '../store.ts'
import * as tables from '../tables.ts'
import { asCallerSees, hasMet, isTaken, unavailable } from './errors.ts'
import { fromJson } from './json.ts'
import { loadStatement, noRows, once, rowsOf } from './load.ts'
import { openMemory } from './look-ahead.ts'
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

const testOf = (mode: Mode): number => (mode === 'test' ? 1 : 0)

/** Whether these changes touch what others read and decide on. */
const isShared = ({ clicks: _clicks, audit: _audit, rollups: _rollups, removed, ...others }: Changes): boolean =>
  [...Object.values(others), ...Object.values(removed)].some((rows) => rows.length > 0)

type Answer = pg.QueryResult<Record<string, string | null>>

/** What a transaction is worked with. */
export interface Turn {
  /** Sends a statement behind those sent before. A failure is also told when the turn ends, so nobody needs to wait for it. */
  send(statement: Statement): Promise<Answer>
  /** From here to the end of the turn nobody else holds this mode. */
  hold(mode: Mode): void
  /** The answer that this statement had in a turn before, at once. Where it is another now, the turn is worked again with that. */
  expect(statement: Statement): Promise<Answer>
}

function together(one: Rows, other: Partial<Rows>): Rows {
  const rows = { ...one } as Record<keyof Rows, unknown[]>
  for (const [name, more] of Object.entries(other) as [keyof Rows, unknown[]][])
    if (more.length > 0) rows[name] = once(name, [...rows[name], ...more])
  return rows as unknown as Rows
}

const openTx = ({ send, hold, expect }: Turn): Tx => {
  const memory = openMemory()
  let reads = false
  return {
    async load(mode, wanted) {
      const { known, rest } = memory.recall(wanted)
      const statement = loadStatement(mode, rest)
      if (statement === null) return together(noRows(), known)
      reads = true
      hold(mode)
      const { rows } = await send(statement)
      const answer = rowsOf(statement, rows[0] ?? {})
      memory.keep(answer)
      return together(answer.found, known)
    },
    async program(mode) {
      const { rows } = await expect({ ...PROGRAM, values: [testOf(mode)] })
      const { settings, triggers, hooks } = rows[0] ?? {}
      const list = (text: string | null | undefined) => (text ? (JSON.parse(text) as Record<string, unknown>[]) : [])
      return {
        settings: Object.fromEntries(list(settings).map((row) => [row['name'], row['value'] as string])),
        triggers: list(triggers).map((row) => fromJson(tables.triggers, row) as TriggerRow),
        hooks: list(hooks).map((row) => fromJson(tables.hooks, row) as HookRow),
      }
    },
    save(changes) {
      memory.forget()
      if (!reads && isShared(changes)) for (const mode of ['production', 'test'] as const) hold(mode)
      for (const statement of saveStatements(changes)) void send(statement)
    },
  }
}

/** What statements answered, by which the next turn begins without waiting: settings and the like, which hardly ever change. */
type Answers = Map<string, Answer>
/** An answer by which a turn began is another one by now. */
const OUTDATED = new Error('outdated')

async function attempt<T>(client: pg.ClientBase, answers: Answers, work: (turn: Turn) => MaybePromise<T>): Promise<T> {
  const sent: Promise<unknown>[] = []
  const expected: Promise<void>[] = []
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
  const inOneGo = corking(client)
  const send: Turn['send'] = ({ values, ...statement }) => {
    inOneGo()
    return keep(client.query<Record<string, string | null>>({ ...statement, values: [...values] }))
  }
  const expect: Turn['expect'] = async (statement) => {
    const id = [statement.name, ...statement.values].join(' ')
    const former = answers.get(id)
    const now = send(statement)
    if (former === undefined) {
      const answer = await now
      answers.set(id, answer)
      return answer
    }
    const check = now.then((answer) => {
      if (isDeepStrictEqual(answer.rows, former.rows)) return
      answers.set(id, answer)
      throw OUTDATED
    })
    check.catch(() => undefined) // told before the turn is committed
    expected.push(check)
    return former
  }
  inOneGo()
  void keep(client.query('BEGIN'))
  try {
    const result = await work({ send, hold, expect })
    await firstFailure(expected)
    // Sent behind the writes without waiting for them: where one of them failed, this rolls back.
    inOneGo()
    void keep(client.query('COMMIT'))
    await firstFailure(sent)
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined) // a broken connection has rolled back by itself
    await firstFailure(sent)
    await firstFailure(expected)
    throw error
  }
}

/** Holds back what is written to a connection until what runs now has run, so that statements sent one after another are one packet. */
function corking(client: pg.ClientBase): () => void {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Writable } }).connection
  let held = false
  return () => {
    if (held) return
    held = true
    stream.cork()
    process.nextTick(() => {
      held = false
      stream.uncork()
    })
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
  const answers: Answers = new Map()
  const inTurn: Turns['inTurn'] = async (work) => {
    const client = await pool.connect().catch((error: unknown) => {
      throw asCallerSees(error)
    })
    let broken = false
    try {
      for (let left = ATTEMPTS - 1; ; left--) {
        try {
          return await attempt(client, answers, work)
        } catch (error) {
          broken = isGone(error)
          if (error !== OUTDATED && !hasMet(error)) throw error
          if (left === 0) throw isTaken(error) ? error : unavailable(error)
          if (error !== OUTDATED) await wait(PAUSE_MS) // whoever was in the way goes first
        }
      }
    } finally {
      client.release(broken)
    }
  }
  return { inTurn, atomically: (work) => inTurn((turn) => work(openTx(turn))) }
}
