/**
 * Every surface of the server, as requests a second, beside its yardsticks in the same run: ours and each yardstick take turns,
 * and a figure is the ratio of their medians. The database is filled to each size first, the server started anew for each.
 */
import { fileURLToPath } from 'node:url'
import { openDatabases } from './databases.ts'
import type { Databases, Engine } from './databases.ts'
import type { Measured } from './load.ts'
import { SERVE, cpuOf, listener, load, median, memoryOf } from './processes.ts'
import type { Listener } from './processes.ts'
import type { Client, Surface, Target } from './requests.ts'
import { prepareServer } from './server.ts'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

export interface Cell {
  readonly surface: Surface
  readonly connections: number
  /** Payments already there. */
  readonly payments: number
  /** What makes the load. */
  readonly client: Client
  /** Which yardsticks make sense for it. */
  readonly beside: readonly Yardstick[]
}
export type Yardstick = 'bare' | 'insert' | 'four'

/** Microseconds of processor time for each answer. */
export interface Cpu {
  readonly server: number
  readonly database: number
  readonly generator: number
}
export type Run = Measured & { readonly cpuOf: Cpu }

export interface Row extends Cell {
  readonly ours: Run
  readonly yardsticks: Readonly<Partial<Record<Yardstick, Run>>>
  /** Megabytes resident, all threads and processes of the server, right after. */
  readonly memory: number
}

export interface SurfacesOptions {
  readonly engine: Engine
  readonly cells: readonly Cell[]
  readonly rounds: number
  readonly seconds: number
  readonly customers: number
  /** Ids wholly random instead of time-ordered, as no platform makes them: those that stand, and those that come. */
  readonly randomIds?: boolean
}

export const middle = (runs: readonly Run[]): Run => {
  const of = (what: (run: Run) => number): number => median(runs.map(what))
  return {
    ...{
      rate: of(({ rate }) => rate),
      p50: of(({ p50 }) => p50),
      p99: of(({ p99 }) => p99),
      cpu: of(({ cpu }) => cpu),
    },
    answered: runs.reduce((sum, { answered }) => sum + answered, 0),
    failed: runs.reduce((sum, { failed }) => sum + failed, 0),
    cpuOf: {
      server: of((run) => run.cpuOf.server),
      database: of((run) => run.cpuOf.database),
      generator: of((run) => run.cpuOf.generator),
    },
  }
}

let runs = 0

export interface Measurement {
  readonly databases: Databases
  readonly listener: Listener
  readonly target: Target
  readonly surface: Surface
  readonly connections: number
  readonly seconds: number
  readonly randomIds?: boolean
  readonly client?: Client
}

/** One run of the load, with what it cost whom. */
export async function measure(measurement: Measurement): Promise<Run> {
  const {
    databases,
    listener: server,
    target,
    surface,
    connections,
    seconds,
    randomIds = false,
    client = 'autocannon',
  } = measurement
  const writes = ['charge', 'signup', 'transaction'].includes(surface)
  const ready = writes ? Math.min(60_000, (connections > 1 ? 12_000 : 2_000) * seconds) : 1_000
  const run = { name: `r${String(++runs).padStart(4, '0')}`, randomIds }
  const before = [cpuOf(server.child.pid), databases.cpu()] as const
  const measured = await load({ client, origin: server.origin, surface, target, run, connections, seconds, ready })
  const each = (now: number, then: number): number => Math.round(((now - then) * 1_000) / measured.answered)
  return {
    ...measured,
    cpuOf: {
      server: each(cpuOf(server.child.pid), before[0]),
      database: each(databases.cpu(), before[1]),
      generator: measured.cpu,
    },
  }
}

type Measure = (cell: Cell, listener: Listener) => Promise<Run>

async function measureCell(
  cell: Cell,
  server: Listener,
  yardsticks: ReadonlyMap<Yardstick, Listener>,
  rounds: number,
  run: Measure,
): Promise<Row> {
  const ours: Run[] = []
  const theirs = new Map<Yardstick, Run[]>(cell.beside.map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    ours.push(await run(cell, server))
    for (const [name, list] of theirs) {
      const stick = yardsticks.get(name)
      if (stick) list.push(await run(cell, stick))
    }
  }
  const row: Row = {
    ...cell,
    ours: middle(ours),
    yardsticks: Object.fromEntries([...theirs].map(([name, list]) => [name, middle(list)])),
    memory: memoryOf(server.child),
  }
  process.stderr.write(
    `${cell.surface} by ${cell.client}, ${cell.connections} connections, ${cell.payments} payments: ${Math.round(row.ours.rate)}/s\n`,
  )
  return row
}

export async function surfaces(options: SurfacesOptions): Promise<{ readonly about: object; readonly rows: Row[] }> {
  const { cells, rounds, seconds, customers, randomIds = false } = options
  const databases = await openDatabases(options.engine)
  const { folder } = databases
  const running: Listener[] = []
  const start = async (args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Listener> => {
    const one = await listener(args, env)
    running.push(one)
    return one
  }
  try {
    const prepared = await prepareServer({ folder, url: await databases.create('books'), customers, randomIds })
    const yardsticks = new Map<Yardstick, Listener>()
    for (const name of new Set(cells.flatMap(({ beside }) => beside)))
      yardsticks.set(name, await start([path('./yardsticks.ts'), name, await databases.create(`yardstick_${name}`)]))
    const rows: Row[] = []
    for (const payments of [...new Set(cells.map((cell) => cell.payments))].sort((one, two) => one - two)) {
      const target = await prepared.fill(payments)
      const server = await start(SERVE, prepared.env)
      const run: Measure = ({ surface, connections, client }, to) =>
        measure({ databases, listener: to, target, surface, connections, seconds, randomIds, client })
      const warm = { databases, listener: server, target, surface: 'charge', connections: 10, seconds: 2 } as const
      await measure(warm)
      for (const cell of cells.filter((one) => one.payments === payments))
        rows.push(await measureCell(cell, server, yardsticks, rounds, run))
      await server.stop()
    }
    return { about: databases.about, rows }
  } finally {
    for (const one of running) await one.stop()
    await databases.dispose()
  }
}
