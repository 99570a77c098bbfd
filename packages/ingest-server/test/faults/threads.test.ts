/** A thread of the books that ends inside a server that goes on: it is started anew, nothing is lost and nothing is doubled. */
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Books } from '../../src/ledger/books.ts'
import { openBooks } from '../../src/open-books.ts'
import { check, load, moreKept } from '../support/server-load.ts'
import { startServerProcess } from '../support/server-process.ts'
import type { ServerProcess } from '../support/server-process.ts'

/** Both ways to end, of both threads, more than once. */
const ENDS = 8

describe('a server whose threads end', () => {
  let server: ServerProcess
  beforeAll(async () => {
    const preload = new URL('../support/end-threads.ts', import.meta.url).href
    server = await startServerProcess({ preload, logFile: 'server.log' })
  })
  afterAll(() => server.dispose())

  it('answers 503 until they are there again, and says so in its log', { timeout: 40_000 }, async () => {
    const under = load([server], 'ended')
    try {
      for (let end = 1; end <= ENDS; end++) {
        await moreKept(under, 100)
        process.kill(server.pid, 'SIGUSR2')
        await wait(200)
      }
      await moreKept(under, 100)
      while ((await server.get('/v1/customers', 'production')).status === 503) await wait(20)
    } finally {
      await under.end()
    }
    expect([...under.others.keys()]).toEqual([503])
    const log = (await readFile(join(server.folder, 'server.log'), 'utf8')).trim().split('\n')
    const told = log.map((line) => JSON.parse(line) as Record<string, unknown>).map(({ msg }) => String(msg))
    const writer = told.filter((text) => text === 'the writer thread ended: another is started')
    const reader = told.filter((text) => text === 'the reader thread ended: another is started')
    expect([writer.length, reader.length]).toEqual([ENDS / 2, ENDS / 2])
    await check(server, under, 'ended')
    expect(await server.stop()).toBe(0)
    await server.start()
    await check(server, under, 'ended')
  })
})

describe('threads that end in the books of one process', () => {
  let folder: string
  let books: Books
  const workers: Worker[] = []
  const told: string[] = []
  const seen = (worker: Worker): void => void workers.push(worker)
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'threads-'))
    process.on('worker', seen)
    const where = { now: () => 1_800_000_000_000, onBug: (_error: unknown, what: string) => void told.push(what) }
    books = await openBooks({ file: join(folder, 'data', 'books.db'), threads: true, ...where })
  })
  afterEach(async () => {
    await books.close()
    process.off('worker', seen)
    workers.length = told.length = 0
    await rm(folder, { recursive: true, force: true })
  })

  it('are started again and again until they can, with a pause each time', async () => {
    await rename(join(folder, 'data'), join(folder, 'away'))
    await workers[0]?.terminate()
    const row = { mode: 'test', name: 'window_days', value: '7' } as const
    await expect(books.putSetting(row)).rejects.toMatchObject({ code: 'UNAVAILABLE', status: 503 })
    const before = workers.length
    const began = performance.now()
    await expect.poll(() => workers.length - before).toBeGreaterThan(0)
    await wait(1_100)
    expect(workers.length - before).toBeLessThanOrEqual(1 + (performance.now() - began) / 500)
    expect(new Set(told)).toEqual(new Set(['the writer thread ended: another is started']))
    await rename(join(folder, 'away'), join(folder, 'data'))
    while (await books.putSetting(row).catch(() => true)) await wait(20)
    expect(await books.settings('test')).toEqual({ window_days: '7' })
  })

  it('end in silence when they are closed, and are not started any more', async () => {
    await books.close()
    await wait(700)
    expect([told, workers.length]).toEqual([[], 2])
  })

  it('do not keep the books from being closed', async () => {
    await Promise.all(workers.map((worker) => worker.terminate()))
    await books.close()
    expect([told.length, workers.length]).toEqual([2, 2])
  })
})
