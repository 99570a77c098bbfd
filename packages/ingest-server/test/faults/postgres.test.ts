/** The promise that matters most, on PostgreSQL with two workers: what was answered with a 2xx is there, once, whatever dies. */
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPostgres } from '../../../../scripts/postgres.ts'
import type { TestPostgres } from '../../../../scripts/postgres.ts'
import { newSchema } from '../support/postgres.ts'
import { check, load, moreKept } from '../support/server-load.ts'
import { startServerProcess } from '../support/server-process.ts'
import type { ServerProcess } from '../support/server-process.ts'

const CALLERS = 12

describe('two workers on PostgreSQL', () => {
  let database: TestPostgres
  let server: ServerProcess
  beforeAll(async () => {
    database = await startPostgres()
    const { url } = await newSchema(database.url)
    server = await startServerProcess({ databaseUrl: url, workers: 2, logLevel: 'silent' })
  })
  afterAll(async () => {
    await server.dispose()
    await database.dispose()
  })

  it('lose nothing and double nothing when one of them is killed, and are two again', { timeout: 90_000 }, async () => {
    const under = load([server], 'worker')
    for (let round = 0; round < 4; round++) {
      await wait(500 + Math.random() * 500)
      await server.killWorker()
    }
    await wait(1_500)
    await under.end()
    expect(under.kept.length).toBeGreaterThan(CALLERS)
    // Four in as many seconds: on a slow machine nobody may be back yet, and there is no time by which one must be.
    const answered = (): Promise<number> =>
      fetch(`${server.origin}/v1/`).then(
        (answer) => answer.status,
        () => 0,
      )
    await expect.poll(answered, { timeout: 30_000, interval: 200 }).toBe(200)
    await check(server, under, 'worker')
  })

  it('lose nothing and double nothing when all of them are killed at once', { timeout: 90_000 }, async () => {
    const under = load([server], 'all')
    await wait(700)
    await server.kill()
    await under.end()
    await server.start()
    await check(server, under, 'all')
  })

  it.each(['SIGQUIT', 'SIGKILL'] as const)(
    'answer 503 while PostgreSQL is gone after %s, and go on by themselves',
    { timeout: 90_000 },
    async (signal) => {
      const under = load([server], signal)
      await wait(700)
      await database.stop(signal)
      await wait(300)
      const refused = await fetch(`${server.origin}/v1/customers`, {
        headers: { authorization: server.authorization('production') },
      })
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2'])
      await database.start()
      await moreKept(under, CALLERS * 2)
      await under.end()
      expect([...under.others.keys()]).toEqual([503])
      await check(server, under, signal)
    },
  )

  it('finish what they have accepted when told to stop', async () => {
    const under = load([server], 'stop')
    await wait(500)
    expect(await server.stop()).toBe(0)
    await under.end()
    await server.start()
    await check(server, under, 'stop')
  })
})
