/**
 * Every surface of the server, as requests a second, beside its yardsticks in the same run: ours and each yardstick take turns,
 * and a figure is the ratio of their medians. The database is filled to each size first, the server started anew for each.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Measured } from './load.ts'
import { listener, load, median, memoryOf } from './processes.ts'
import type { Listener } from './processes.ts'
import type { Surface, Target } from './requests.ts'
import { prepareServer } from './server.ts'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

export interface Cell {
  readonly surface: Surface
  readonly connections: number
  /** Payments already there. */
  readonly payments: number
  readonly randomIds?: boolean
  /** Which yardsticks make sense for it. */
  readonly beside: readonly Yardstick[]
}
export type Yardstick = 'bare' | 'insert' | 'four'

export interface Row extends Cell {
  readonly ours: Measured
  readonly yardsticks: Readonly<Partial<Record<Yardstick, Measured>>>
  /** Megabytes resident, all threads, right after. */
  readonly memory: number
}

export interface SurfacesOptions {
  readonly cells: readonly Cell[]
  readonly rounds: number
  readonly seconds: number
  readonly customers: number
}

const middle = (runs: readonly Measured[]): Measured => ({
  rate: median(runs.map(({ rate }) => rate)),
  p50: median(runs.map(({ p50 }) => p50)),
  p99: median(runs.map(({ p99 }) => p99)),
  answered: runs.reduce((sum, { answered }) => sum + answered, 0),
  failed: runs.reduce((sum, { failed }) => sum + failed, 0),
})

let runs = 0

async function measure(
  origin: string,
  target: Target,
  { surface, connections, randomIds = false }: Cell,
  seconds: number,
): Promise<Measured> {
  const writes = ['charge', 'signup', 'transaction'].includes(surface)
  const ready = writes ? Math.min(60_000, 12_000 * seconds) : 1_000
  const run = { name: `r${String(++runs).padStart(4, '0')}`, randomIds }
  return load({ origin, surface, target, run, connections, seconds, ready })
}

async function measureCell(
  cell: Cell,
  server: Listener,
  target: Target,
  yardsticks: ReadonlyMap<Yardstick, Listener>,
  { rounds, seconds }: SurfacesOptions,
): Promise<Row> {
  const ours: Measured[] = []
  const theirs = new Map<Yardstick, Measured[]>(cell.beside.map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    ours.push(await measure(server.origin, target, cell, seconds))
    for (const [name, list] of theirs) {
      const stick = yardsticks.get(name)
      if (stick) list.push(await measure(stick.origin, target, cell, seconds))
    }
  }
  const row: Row = {
    ...cell,
    ours: middle(ours),
    yardsticks: Object.fromEntries([...theirs].map(([name, list]) => [name, middle(list)])),
    memory: memoryOf(server.child),
  }
  process.stderr.write(
    `${cell.surface} ${cell.connections} connections, ${cell.payments} payments: ${Math.round(row.ours.rate)}/s\n`,
  )
  return row
}

export async function surfaces(options: SurfacesOptions): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const file = join(folder, 'books.db')
  const prepared = await prepareServer(folder, file, options.customers)
  const running: Listener[] = []
  const start = async (args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Listener> => {
    const one = await listener(args, env)
    running.push(one)
    return one
  }
  try {
    const yardsticks = new Map<Yardstick, Listener>()
    for (const name of new Set(options.cells.flatMap(({ beside }) => beside))) {
      yardsticks.set(name, await start([path('./yardsticks.ts'), name, join(folder, `${name}.db`)]))
    }
    const rows: Row[] = []
    for (const payments of [...new Set(options.cells.map((cell) => cell.payments))].sort((one, two) => one - two)) {
      const target = await prepared.fill(payments)
      const server = await start([path('../packages/ingest-server/src/main.ts'), 'serve'], prepared.env)
      const warm = { surface: 'charge', connections: 10, payments, beside: [] } as const
      await measure(server.origin, target, warm, 2)
      for (const cell of options.cells.filter((one) => one.payments === payments)) {
        rows.push(await measureCell(cell, server, target, yardsticks, options))
      }
      await server.stop()
    }
    return rows
  } finally {
    for (const one of running) await one.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
