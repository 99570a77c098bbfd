/** However much was ever told, what is due is found by one look into an index per hook, and a page of a log costs what it shows. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HookReads, HookWrites } from '../../src/store/hooks.ts'
import { postgresStore } from '../../src/store/postgres.ts'
import { asking } from '../../src/store/postgres/ask.ts'
import { openReaders, openWriters } from '../../src/store/postgres/connect.ts'
import { hookReads as postgresHookReads, hookWrites as postgresHookWrites } from '../../src/store/postgres/hooks.ts'
import type { Turns } from '../../src/store/postgres/turns.ts'
import { PURGE } from '../../src/store/postgres/purge.ts'
import { hookReads, hookWrites } from '../../src/store/sqlite/hooks.ts'
import { openWriter } from '../../src/store/sqlite/open.ts'
import { preparePurge } from '../../src/store/sqlite/purge.ts'
import { newSchema } from '../support/postgres.ts'
import { sendRow } from '../support/reward-rows.ts'

type Books = HookReads & HookWrites

interface Engine {
  /** What it says of every statement of `work`. */
  plans(work: (books: Books) => Promise<unknown>): Promise<string[]>
  /** And of what forgets messages. */
  forgetting(): Promise<string[]>
  close(): Promise<void>
}

async function onSqlite(): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), 'plans-'))
  const db = openWriter(join(folder, 'books.db'))
  const run: string[] = []
  const watched = new Proxy(db, {
    get: (target, name) => {
      const own = Reflect.get(target, name) as unknown
      if (name !== 'prepare') return typeof own === 'function' ? own.bind(target) : own
      return (sql: string) => {
        const statement = target.prepare(sql)
        const told = new Proxy(statement, {
          get: (of, method) => {
            const act = Reflect.get(of, method) as unknown
            if (typeof act !== 'function') return act
            return (...values: never[]) => {
              run.push(sql)
              return (act as (...values: never[]) => unknown).apply(of, values)
            }
          },
        })
        return told
      }
    },
  }) as DatabaseSync
  const books = { ...hookReads(watched), ...hookWrites(watched, async (work) => work(undefined as never)) }
  const planOf = (sql: string): string =>
    db
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map((step) => String(step['detail']))
      .join('; ')
  return {
    async plans(work) {
      run.length = 0
      await work(books)
      return run.map(planOf)
    },
    async forgetting() {
      run.length = 0
      await preparePurge(watched, async (work) => work(undefined as never))('production', 1, 9)
      return run.filter((sql) => /DELETE FROM (sends|messages)/.test(sql)).map(planOf)
    },
    async close() {
      db.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function onPostgres(): Promise<Engine> {
  const { url, drop } = await newSchema()
  await (await postgresStore({ url })).close()
  const readers = openReaders({ url, readers: 1 })
  const writer = openWriters({ url, writers: 1 })
  const plans: string[] = []
  const sent: Promise<unknown>[] = []
  const keep = (rows: readonly Record<string, unknown>[]): void =>
    void plans.push(rows.map((row) => String(row['QUERY PLAN']).trim()).join('; '))
  const ask = asking(readers)
  const reads = postgresHookReads(async (sql, ...values) => {
    keep(await ask(`EXPLAIN (COSTS OFF) ${sql}`, ...values))
    return ask(sql, ...values)
  })
  const inTurn = ((work: Parameters<Turns['inTurn']>[0]) =>
    work({
      hold: () => undefined,
      send({ text, values }: { readonly text: string; readonly values: readonly unknown[] }) {
        const explained = writer.query(`EXPLAIN (COSTS OFF) ${text}`, [...values])
        const done = explained.then(({ rows }) => {
          keep(rows as Record<string, unknown>[])
          return { rows: [], rowCount: 0 }
        })
        sent.push(done)
        return done
      },
    } as never)) as Turns['inTurn']
  const books = { ...reads, ...postgresHookWrites(inTurn) }
  return {
    async plans(work) {
      plans.length = 0
      await work(books)
      await Promise.all(sent.splice(0))
      return [...plans]
    },
    async forgetting() {
      plans.length = 0
      for (const { text } of PURGE.filter(({ name }) => /sends|messages/.test(name)))
        keep((await writer.query(`EXPLAIN (COSTS OFF) ${text}`, [0, 1, 9])).rows as Record<string, unknown>[])
      return [...plans]
    },
    async close() {
      await readers.end()
      await writer.end()
      await drop()
    },
  }
}

const turn = { now: 1, until: 2, room: {}, results: [], answered: [], failed: [], disabled: [] }
const works: Record<string, readonly [work: (books: Books) => Promise<unknown>, indexes: readonly RegExp[]]> = {
  'looking for what is due': [(books) => books.dueHooks(1), [/sends_due/]],
  'taking what is due': [(books) => books.turnSends({ ...turn, room: { hook_1: 9 } }), [/sends_due/]],
  'noting what was sent': [
    (books) => books.turnSends({ ...turn, results: [sendRow()] }),
    [/Index Cond: [^;]*message = |SEARCH sends USING PRIMARY KEY/],
  ],
  'hastening what waits': [(books) => books.hastenSends('hook_1', 1, 1, 9), [/sends_due/]],
  'a page of the log': [(books) => books.sends({ mode: 'production', hook: 'h', limit: 9 }), [/sends_log/]],
  'a page of what failed, further down': [
    (books) => books.sends({ mode: 'production', hook: 'h', limit: 9, state: 'failed', startingAfter: 'm' }),
    [/sends_log/],
  ],
  'a message by its key': [
    (books) => books.message('production', 'm'),
    [/messages_pkey|SEARCH messages USING PRIMARY KEY/],
  ],
}

describe.each([
  ['SQLite', onSqlite],
  ['PostgreSQL', onPostgres],
] as const)('on %s', (_name, open) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await open()
  })
  afterAll(() => engine.close())

  it.each(Object.entries(works))('%s walks no table', async (_what, [work, indexes]) => {
    const found = (await engine.plans(work)).join('; ')
    expect(found).not.toMatch(/SCAN (t|s|m|sends|messages)\b|Seq Scan on (sends|messages)/)
    for (const index of indexes) expect(found).toMatch(index)
  })

  it('forgetting what was told walks no table', async () => {
    expect((await engine.forgetting()).join('; ')).not.toMatch(/SCAN |Seq Scan|Index Scan using \w+_pkey on sends t\b/)
  })

  it('a page of a log is in order as the index has it', async () => {
    const page = { mode: 'production', hook: 'h', limit: 9, state: 'sent' } as const
    const [plan = ''] = await engine.plans((books) => books.sends(page))
    expect(plan).not.toMatch(/Sort Key: t\.|TEMP B-TREE/)
  })
})
