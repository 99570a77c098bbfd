/**
 * Signed Stripe charges recorded per second at 1, 10 and 64 connections, beside a bare Express route that parses the same body
 * and answers 200, in the same run: ours and the yardstick alternate, and the figure is the ratio of their medians.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openBooks } from '../packages/ingest-server/src/open-books.ts'
import type { Measured } from './load.ts'
import { listener, load, median } from './processes.ts'
import type { Listener } from './processes.ts'
import { prepareServer } from './server.ts'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

export interface ChargesOptions {
  readonly connections: readonly number[]
  readonly rounds: number
  readonly seconds: number
}

interface Row {
  readonly connections: number
  readonly ours: Measured
  readonly bare: Measured
  /** Ours ÷ bare. */
  readonly ratio: number
  /** Our p99 ÷ the yardstick's. */
  readonly p99Ratio: number
}

const middle = (runs: readonly Measured[]): Measured => ({
  rate: median(runs.map(({ rate }) => rate)),
  p50: median(runs.map(({ p50 }) => p50)),
  p99: median(runs.map(({ p99 }) => p99)),
  answered: runs.reduce((sum, { answered }) => sum + answered, 0),
  failed: runs.reduce((sum, { failed }) => sum + failed, 0),
})

export async function charges({ connections, rounds, seconds }: ChargesOptions): Promise<{
  readonly cores: number
  readonly node: string
  readonly rows: readonly Row[]
  readonly recorded: number
  readonly bytes: number
}> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const file = join(folder, 'books.db')
  const customers = 1_000
  const { secret, webhookPath, env } = await prepareServer(folder, file, customers)
  const running: Listener[] = []
  try {
    const server = await listener([path('../packages/ingest-server/src/main.ts'), 'serve'], env)
    running.push(server)
    const bare = await listener([path('./bare-express.ts')])
    running.push(bare)
    let run = 0
    const once = (origin: string, route: string, count: number, time: number): Promise<Measured> =>
      load({
        url: origin + route,
        connections: count,
        seconds: time,
        run: `r${String(run++).padStart(3, '0')}`,
        secret,
        customers,
        ready: Math.min(60_000, 12_000 * time),
      })
    const ours = (count: number, time = seconds): Promise<Measured> => once(server.origin, webhookPath, count, time)
    const yardstick = (count: number, time = seconds): Promise<Measured> =>
      once(bare.origin, '/webhooks/stripe/bare', count, time)
    await ours(10, 1)
    await yardstick(10, 1)

    const rows: Row[] = []
    for (const count of connections) {
      const mine: Measured[] = []
      const theirs: Measured[] = []
      for (let round = 0; round < rounds; round++) {
        mine.push(await ours(count))
        theirs.push(await yardstick(count))
        process.stderr.write(
          `${count} connections, round ${round + 1} of ${rounds}: ${Math.round(mine.at(-1)?.rate ?? 0)} beside ${Math.round(theirs.at(-1)?.rate ?? 0)} a second\n`,
        )
      }
      const [us, them] = [middle(mine), middle(theirs)]
      rows.push({ connections: count, ours: us, bare: them, ratio: us.rate / them.rate, p99Ratio: us.p99 / them.p99 })
    }
    const books = await openBooks({ file, now: Date.now, onBug: () => undefined })
    const page = await books.deliveries({ mode: 'test', limit: 1 })
    await books.close()
    return {
      cores: cpus().length,
      node: process.version,
      rows,
      recorded: page.items.length,
      bytes: statSync(file).size,
    }
  } finally {
    for (const one of running) await one.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
