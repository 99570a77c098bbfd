/**
 * A full disk under the SQLite file. The system's limit on the size of a process's files stands in for it: it needs no
 * rights, no other file system, and is lifted while the process runs.
 */
import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newCli } from '../support/http-cli.ts'
import { check, load, moreKept, moreRefused } from '../support/server-load.ts'
import type { Load } from '../support/server-load.ts'
import { startServerProcess } from '../support/server-process.ts'
import type { ServerProcess } from '../support/server-process.ts'

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
const run = promisify(execFile)

/** From now on no write of the process goes beyond this place in any file, its log included. */
const limitFiles = async (pid: number, bytes: number | 'unlimited'): Promise<void> =>
  void (await run('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`]))

describe('a server whose disk is full', () => {
  let server: ServerProcess
  beforeAll(async () => {
    server = await startServerProcess({ logFile: 'server.log' })
  })
  afterAll(() => server.dispose())

  const read = (path: string): Promise<Response> =>
    fetch(`${server.origin}${path}`, { headers: { authorization: server.authorization('production') } })

  const execute = (sql: string): void => {
    const db = new DatabaseSync(join(server.folder, 'books.db'), { timeout: 5_000 })
    db.exec(sql)
    db.close()
  }
  const lift = (): Promise<void> => limitFiles(server.pid, 'unlimited')
  const faults: Record<string, readonly [begin: () => Promise<void>, end: () => Promise<void>]> = {
    'takes nothing at all': [() => limitFiles(server.pid, 0), lift],
    'takes no more of the log that goes before the file': [() => limitFiles(server.pid, 1_000_000), lift],
    'takes the log, but none of it into the file': [
      async () => {
        // The file is beyond the limit already; the log meets it only after it was to be folded in.
        execute('CREATE TABLE ballast AS SELECT zeroblob(20000000) AS bytes; PRAGMA wal_checkpoint(TRUNCATE)')
        await limitFiles(server.pid, 18_000_000)
      },
      lift,
    ],
    // SQLite's own word for it, from wherever it comes: nothing is beyond the last row.
    'has no page left': [
      async () =>
        execute(`CREATE TABLE last (id INTEGER PRIMARY KEY AUTOINCREMENT); INSERT INTO last VALUES (9223372036854775807);
          CREATE TRIGGER no_room AFTER INSERT ON payments BEGIN INSERT INTO last VALUES (NULL); END`),
      async () => execute('DROP TRIGGER no_room; DROP TABLE last'),
    ],
  }

  /** What holds while nothing can be kept: refused so that whoever sends will come again, and everything else goes on. */
  async function refusesAndReads(id: string, { kept }: Load): Promise<void> {
    const ask = (): Promise<Response> =>
      fetch(`${server.origin}/v1/customers/${id}-0/transactions`, {
        method: 'POST',
        headers: { authorization: server.authorization('production'), 'content-type': 'application/json' },
        body: JSON.stringify({ amount: 500, currency: 'USD' }),
      })
    let refused = await ask()
    while (refused.status === 200) refused = await ask() // a little may still have fitted in
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2'])
    const text = expect.stringMatching(/\((disk I\/O error|database or disk is full)\)\. Try again\.$/) as string
    expect(await refused.json()).toEqual({ status: 503, error: text, message: text })
    expect((await read('/v1/customers')).status).toBe(200)
    expect((await read(`/v1/transactions/${String(kept[0]?.data.object['id'])}`)).status).toBe(200)
    const link = await fetch(`${server.origin}/r/ada`, { redirect: 'manual' })
    expect(link.headers.get('location')).toMatch(/^https:\/\/shop\.test\/\?gspk=/)
    expect(await server.command('deliveries', 'list')).toMatchObject({ has_more: true })
  }

  it.each(Object.entries(faults))(
    'answers 503 while it %s, reads on, and goes on by itself when there is room',
    { timeout: 40_000 },
    async (name, [begin, end]) => {
      const id = name.replaceAll(/\W/g, '')
      const under = load([server], id)
      try {
        await moreKept(under, 40)
        await begin()
        await moreRefused(under, 40)
          .then(() => refusesAndReads(id, under))
          .finally(end)
        await moreKept(under, 40)
      } finally {
        await under.end()
      }
      expect([...under.others.keys()]).toEqual([503])
      await check(server, under, id)
    },
  )

  it.each([
    ['killed', (): Promise<unknown> => server.kill()],
    ['told to stop', async (): Promise<void> => expect(await server.stop()).toBe(0)],
  ])('has lost nothing when it is %s in the midst of it', { timeout: 40_000 }, async (name, stop) => {
    const under = load([server], name)
    try {
      await moreKept(under, 40)
      await limitFiles(server.pid, 0)
      await moreRefused(under, 40)
      await stop()
    } finally {
      await under.end()
    }
    await server.start()
    await check(server, under, name)
  })
})

it('a server that finds no room at its first start says so and ends, leaves nothing half-made, and starts when there is room', async () => {
  const cli = await newCli()
  const serve = (bytes: number): Promise<unknown> =>
    run('prlimit', [`--fsize=${bytes}:`, process.execPath, MAIN, 'serve'], {
      cwd: cli.folder,
      env: { PATH: process.env['PATH'], PORT: '0' },
    })
  try {
    await expect(serve(0)).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('EFBIG') as string })
    expect(await readdir(join(cli.folder, 'data'))).toEqual([])
    for (const bytes of [10_000, 100_000]) {
      const said = expect.stringContaining('disk I/O error') as string
      await expect(serve(bytes)).rejects.toMatchObject({ code: 1, stderr: said })
    }
    const server = await cli.serve()
    expect(await server.stop()).toBe(0)
    expect((await readdir(join(cli.folder, 'data'))).sort()).toEqual(['partnerstack.db', 'secret.key'])
  } finally {
    await cli.remove()
  }
})
