/** One transaction: statements sent one behind the other, committed where all of them went well. */
import type { Writable } from 'node:stream'
import { isDeepStrictEqual } from 'node:util'
import type pg from 'pg'
import type { Mode } from '../../facts.ts'
import type { MaybePromise } from '../store.ts'
import { asCallerSees } from './errors.ts'
import { MODE_LOCK } from './locks.ts'
import type { Statement } from './statement.ts'
import { testOf } from './views.ts'

/** Bytes of a value, from which on a statement does not wait for those behind it. */
const LONG = 4_096

export type Answer = pg.QueryResult<Record<string, string | null>>

/** What a transaction is worked with. */
export interface Turn {
  /** Sends a statement behind those sent before. A failure is also told when the turn ends, so nobody needs to wait for it. */
  send(statement: Statement): Promise<Answer>
  /** From here to the end of the turn nobody else holds this mode. */
  hold(mode: Mode): void
  /** The answer that this statement had in a turn before, at once. Where it is another now, the turn is worked again with that. */
  expect(statement: Statement): Promise<Answer>
}

/** What statements answered, by which the next turn begins without waiting: settings and the like, which hardly ever change. */
export type Answers = Map<string, Answer>

/** Thrown where a turn is to be worked again, nobody's fault: after this has been seen to. */
export interface Again extends Error {
  first(client: pg.ClientBase): Promise<void>
}
export const again = (first: Again['first'] = () => Promise.resolve()): Again =>
  Object.assign(new Error('to be worked again'), { first })
export const isAgain = (error: unknown): error is Again => error instanceof Error && 'first' in error

export async function attempt<T>(
  client: pg.ClientBase,
  answers: Answers,
  work: (turn: Turn) => MaybePromise<T>,
): Promise<T> {
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
    void send({ name: 'lock', text: MODE_LOCK, values: [testOf(mode)] })
  }
  const { inOneGo, atOnce } = corking(client)
  const send: Turn['send'] = ({ values, ...statement }) => {
    inOneGo()
    const answer = keep(client.query<Record<string, string | null>>({ ...statement, values: [...values] }))
    // The database works on it while the next is packed.
    if (values.some((value) => value instanceof Uint8Array && value.length > LONG)) atOnce()
    return answer
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
      throw again()
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

/**
 * Holds back what is written to a connection until what runs now has run, so that statements sent one after another are one
 * packet; or until it is to go at once.
 */
function corking(client: pg.ClientBase): { inOneGo(): void; atOnce(): void } {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Writable } }).connection
  let held = false
  const atOnce = (): void => {
    if (!held) return
    held = false
    stream.uncork()
  }
  return {
    inOneGo() {
      if (held) return
      held = true
      stream.cork()
      process.nextTick(atOnce)
    },
    atOnce,
  }
}

async function firstFailure(sent: readonly Promise<unknown>[]): Promise<void> {
  for (const result of await Promise.allSettled(sent)) if (result.status === 'rejected') throw result.reason
}
