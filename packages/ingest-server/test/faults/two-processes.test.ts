/** Several processes on one SQLite file: they take turns, every payment is in the books once, and nobody is told of a fault. */
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { newCli } from '../support/http-cli.ts'
import { check, load, moreKept, moreRefused } from '../support/server-load.ts'
import type { Load } from '../support/server-load.ts'
import { startServerProcess } from '../support/server-process.ts'
import type { ServerProcess } from '../support/server-process.ts'
import { books, disorder, draws, insist, stepsOf } from '../support/server-stories.ts'

const SEED = Number(process.env['STORM_SEED'] ?? Date.now() % 1_000_000)
const CALLERS = 8

describe('two servers on one file', () => {
  let one: ServerProcess
  let two: ServerProcess
  let calm: ServerProcess
  beforeAll(async () => {
    ;[one, calm] = await Promise.all([startServerProcess({ logFile: 'one.log' }), startServerProcess()])
    two = await startServerProcess({ beside: one, logFile: 'two.log' })
  })
  afterAll(async () => {
    await Promise.all([two.dispose(), calm.dispose()])
    await one.dispose()
  })

  /** A lock held for too long is nobody's fault; anything else in the log is ours. */
  afterEach(async () => {
    const logs = await Promise.all(['one.log', 'two.log'].map((name) => readFile(join(one.folder, name), 'utf8')))
    const lines = logs.flatMap((log) => log.split('\n')).filter(Boolean)
    expect(lines.filter((line) => !line.includes('(database is locked)')).slice(0, 3)).toEqual([])
  })

  const faults = ({ others }: Load): unknown[] => [...others.keys()].filter((status) => status !== 503)

  it(`end in the books of one, though each step reaches both at once (seed ${SEED})`, { timeout: 40_000 }, async () => {
    const steps = stepsOf(SEED, 2)
    for (const step of steps) await insist(calm, step)
    const queue = disorder(steps, draws(SEED, steps.length * 4))
    const callers = Array.from({ length: CALLERS }, async () => {
      for (let step = queue.shift(); step; step = queue.shift())
        await Promise.all([insist(one, step), insist(two, step)])
    })
    await Promise.all(callers)
    const expected = await books(calm)
    expect(expected.length).toBeGreaterThan(4)
    expect([await books(one), await books(two)]).toEqual([expected, expected])
  })

  it('lose nothing and double nothing while commands write to it, too', { timeout: 40_000 }, async () => {
    const under = load([one, two], 'commands')
    try {
      for (let n = 0; n < 3; n++) {
        await moreKept(under, 50)
        const who = ['--email', `p${n}@partners.test`, '--partner-key', `p${n}`, '--destination', 'https://shop.test/']
        await Promise.all([
          one.command('partner', 'add', ...who),
          one.command('settings', 'set', 'window_days', String(30 + n)),
          one.command('deliveries', 'list'),
        ])
      }
    } finally {
      await under.end()
    }
    expect(faults(under)).toEqual([])
    expect(await two.command('settings', 'get', 'window_days')).toMatchObject({ value: '32' })
    await check(one, under, 'commands')
    await check(two, under, 'commands')
  })

  it(
    'lose nothing and double nothing when one of them is killed, and the other goes on',
    { timeout: 40_000 },
    async () => {
      const under = load([one, two], 'killed')
      try {
        for (let round = 0; round < 3; round++) {
          await moreKept(under, 50)
          await two.kill()
          await moreKept(under, 50)
          await two.start()
        }
      } finally {
        await under.end()
      }
      expect(faults(under)).toEqual([null])
      await check(one, under, 'killed')
      await check(two, under, 'killed')
    },
  )

  it(
    'answer 503 while something else holds the file for longer than they wait, and read on',
    { timeout: 40_000 },
    async () => {
      const under = load([one, two], 'held')
      const holder = new DatabaseSync(join(one.folder, 'books.db'), { timeout: 10_000 })
      try {
        await moreKept(under, 50)
        holder.exec('BEGIN IMMEDIATE')
        await moreRefused(under, 1)
        for (const { get } of [one, two]) expect((await get('/v1/transactions', 'production')).status).toBe(200)
        holder.exec('COMMIT')
        await moreKept(under, 50)
      } finally {
        holder.close()
        await under.end()
      }
      expect([...under.others.keys()]).toEqual([503])
      await check(one, under, 'held')
      await check(two, under, 'held')
    },
  )
})

it('processes that make the file at the same moment agree on its addresses, and leave one whole file', async () => {
  const cli = await newCli()
  const inFolder = async (): Promise<string[]> => (await readdir(join(cli.folder, 'data'))).sort()
  try {
    const lists = await Promise.all([1, 2, 3].map(() => cli.run('webhook', 'list', '--json')))
    const [list] = lists
    expect(list?.json).toHaveLength(8)
    expect(lists).toEqual([list, list, list])
    for (let round = 0; round < 2; round++) {
      const servers = await Promise.all([cli.serve(), cli.serve(), cli.serve()])
      expect(await Promise.all(servers.map((server) => server.stop()))).toEqual([0, 0, 0])
      expect(await inFolder()).toEqual(['partnerstack.db', 'secret.key'])
    }
  } finally {
    await cli.remove()
  }
})
