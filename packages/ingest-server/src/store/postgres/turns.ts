/**
 * Taking turns: a transaction that reads the books of a mode holds that mode's lock from before its first look until it is
 * committed, whichever process it is of. So what it read still stands when it writes, and no two of them wait for each other in
 * a circle. What only adds clicks reads nothing, and waits for nobody.
 */
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { AppError } from '../../errors.ts'
import type { HookRow } from '../hook-rows.ts'
import type { TriggerRow } from '../reward-rows.ts'
import type { Changes, MaybePromise, Rows, Store, Tx } from '../store.ts'
import * as tables from '../tables.ts'
import { again, attempt, isAgain } from './attempt.ts'
import type { Answers, Turn } from './attempt.ts'
import { asCallerSees, hasMet, isTaken, unavailable } from './errors.ts'
import { fromJson } from './json.ts'
import { loadStatement, noRows, once, rowsOf } from './load.ts'
import { openMemory } from './look-ahead.ts'
import type { Months } from './months.ts'
import { saveStatements } from './save.ts'
import { testOf } from './views.ts'

/** How often work is done again after it met another's: a unique name taken, a deadlock with a hand at the database. */
const ATTEMPTS = 4
const PAUSE_MS = 20

const PROGRAM = {
  name: 'program',
  text: `SELECT (SELECT json_agg(t) FROM (SELECT name, value FROM settings WHERE test = $1) AS t) AS settings,
    (SELECT json_agg(t) FROM (SELECT * FROM triggers WHERE test = $1 AND archived = 0 ORDER BY created_at, key) AS t) AS triggers,
    (SELECT json_agg(t) FROM (SELECT * FROM hooks WHERE test = $1 AND enabled = 1 ORDER BY created_at, key) AS t) AS hooks`,
}

/** Whether these changes touch what others read and decide on. */
const isShared = ({
  clicks: _clicks,
  audit: _audit,
  rollups: _rollups,
  sums: _sums,
  removed,
  ...others
}: Changes): boolean => [...Object.values(others), ...Object.values(removed)].some((rows) => rows.length > 0)

function together(one: Rows, other: Partial<Rows>): Rows {
  const rows = { ...one } as Record<keyof Rows, unknown[]>
  for (const [name, more] of Object.entries(other) as [keyof Rows, unknown[]][])
    if (more.length > 0) rows[name] = once(name, [...rows[name], ...more])
  return rows as unknown as Rows
}

const openTx = ({ send, hold, expect }: Turn, months: Months): Tx => {
  const memories = { production: openMemory(), test: openMemory() }
  const payments = new Set<string>()
  let reads = false

  /** For a payment that this turn has made nobody can wait but who came with it: most are of that kind, and need no look. */
  const awaited = ({ released, deliveries }: Changes): Changes['released'] => {
    const here = new Set(deliveries.map(({ row }) => row.waitingOn))
    return released.filter(({ waitingOn: on }) => !reads || !on.startsWith('tran_') || payments.has(on) || here.has(on))
  }
  return {
    async load(mode, wanted) {
      const memory = memories[mode]
      const { known, rest } = memory.recall(wanted)
      const statement = loadStatement(mode, rest)
      if (statement === null) return together(noRows(), known)
      reads = true
      hold(mode)
      const { rows } = await send(statement)
      const answer = rowsOf(statement, rows[0] ?? {})
      memory.keep(answer, statement.ahead)
      for (const { key } of [...answer.found.payments, ...answer.ahead.payments]) payments.add(key)
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
      const missing = months.missing(changes)
      if (missing.length > 0) throw again((client) => months.make(client, missing))
      for (const memory of Object.values(memories)) memory.forget()
      if (!reads && isShared(changes)) for (const mode of ['production', 'test'] as const) hold(mode)
      for (const statement of saveStatements({ ...changes, released: awaited(changes) })) void send(statement)
    },
  }
}

const isGone = (error: unknown): boolean => error instanceof AppError && error.code === 'UNAVAILABLE'

export interface Turns extends Pick<Store, 'atomically'> {
  /** As `atomically`, for statements of the driver's own. */
  inTurn<T>(work: (turn: Turn) => MaybePromise<T>): Promise<T>
}

export function turns(pool: pg.Pool, months: Months): Turns {
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
          if (!isAgain(error) && !hasMet(error)) throw error
          if (left === 0) throw isTaken(error) ? error : unavailable(error)
          if (isAgain(error)) await error.first(client)
          else await wait(PAUSE_MS) // whoever was in the way goes first
        }
      }
    } finally {
      client.release(broken)
    }
  }
  return { inTurn, atomically: (work) => inTurn((turn) => work(openTx(turn, months))) }
}
