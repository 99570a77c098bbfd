/** `npm run bench [-- <measurement>… --database sqlite|postgres --quick --sizes 10000,1000000 --rounds 2 --connections 10,64 --client autocannon,fetch]`: measures, prints a table, and keeps the figures in bench/results/. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { admin } from './admin.ts'
import { LONE, WORKERS, beside } from './beside.ts'
import type { BesideOptions } from './beside.ts'
import { ENGINES } from './databases.ts'
import type { Engine } from './databases.ts'
import { imports } from './imports.ts'
import { lowdb } from './lowdb.ts'
import { parked } from './parked.ts'
import { CLIENTS, SURFACES } from './requests.ts'
import type { Client } from './requests.ts'
import { sizes } from './sizes.ts'
import { surfaces } from './surfaces.ts'
import type { Cell } from './surfaces.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    database: { type: 'string', default: 'both' },
    sizes: { type: 'string' },
    rounds: { type: 'string' },
    connections: { type: 'string' },
    client: { type: 'string', default: 'autocannon' },
    at: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})
const { quick } = values
function clientOf(given: string): Client {
  const client = CLIENTS.find((name) => name === given)
  if (client === undefined) throw new Error(`--client takes ${CLIENTS.join(', ')}, or both with a comma between.`)
  return client
}
const clients = values.client.split(',').map(clientOf)
/** `--at` is of one engine, and its address says which. */
const wanted = values.at === undefined ? values.database : values.at.startsWith('file:') ? 'sqlite' : 'postgres'
const engines = ENGINES.filter((engine) => wanted === 'both' || wanted === engine)
const results = fileURLToPath(new URL('./results/', import.meta.url))
const MACHINE = { node: process.version, cores: availableParallelism() }

function keep(name: string, figures: object): void {
  mkdirSync(results, { recursive: true })
  writeFileSync(`${results}${name}.json`, `${JSON.stringify(figures, null, 2)}\n`)
  console.log(`Kept in bench/results/${name}.json`)
}

const round = (value: number, digits = 0): number => Number(value.toFixed(digits))
const ratio = (ours: number, theirs: number | undefined): number | string =>
  theirs === undefined ? '–' : round(ours / theirs, 2)

/** What each surface is measured at: payments that are there already. */
const SIZES = values.sizes?.split(',').map(Number) ?? (quick ? [10_000] : [10_000, 100_000, 1_000_000])
const ENDS = [...new Set([SIZES[0] ?? 10_000, SIZES.at(-1) ?? 10_000])]

const CONNECTIONS = values.connections?.split(',').map(Number) ?? [1, 10, 64]
const charges: readonly Omit<Cell, 'client'>[] = SIZES.flatMap((payments) =>
  CONNECTIONS.map((connections) => ({
    ...({ surface: 'charge', connections, payments, beside: ['bare', 'insert', 'four'] } as const),
  })),
)
const others: readonly Omit<Cell, 'client'>[] = ENDS.flatMap((payments) =>
  SURFACES.filter((surface) => surface !== 'charge').map((surface) => ({
    ...({ surface, connections: 64, payments, beside: ['bare'] } as const),
  })),
)
const random: readonly Omit<Cell, 'client'>[] = ENDS.map((payments) => ({
  ...({ surface: 'charge', connections: 64, payments, beside: ['bare'] } as const),
}))

async function measureSurfaces(
  name: string,
  engine: Engine,
  cells: readonly Omit<Cell, 'client'>[],
  randomIds = false,
): Promise<void> {
  const options = {
    engine,
    customers: 10_000,
    randomIds,
    ...(quick ? { rounds: 1, seconds: 2 } : { rounds: 3, seconds: 4 }),
    ...(values.rounds !== undefined && { rounds: Number(values.rounds) }),
  }
  const each = cells.flatMap((cell) => clients.map((client) => ({ ...cell, client })))
  const { about, rows } = await surfaces({ ...options, cells: each })
  for (const client of clients) {
    const its = rows.filter((row) => row.client === client)
    console.log(`${name}, ${engine}, load by ${client}`)
    console.table(
      its.map(({ surface, connections, payments, ours, yardsticks: { bare, insert, four }, memory }) => ({
        surface: randomIds ? `${surface}, random ids` : surface,
        conn: connections,
        payments,
        'ours/s': round(ours.rate),
        '÷ bare': ratio(ours.rate, bare?.rate),
        '÷ insert': ratio(ours.rate, insert?.rate),
        '÷ four': ratio(ours.rate, four?.rate),
        'p50 ms': ours.p50,
        'p99 ms': ours.p99,
        'p99 ÷ bare': ratio(ours.p99, bare?.p99),
        failed: ours.failed,
        'µs server': ours.cpuOf.server,
        'µs database': ours.cpuOf.database,
        MB: memory,
      })),
    )
    const kept = client === 'autocannon' ? name : `${name}-by-${client}`
    keep(`${kept}-${engine}`, { ...MACHINE, about, ...options, client, rows: its })
  }
}

async function measureBeside(name: string, options: BesideOptions): Promise<void> {
  const { about, sides } = await beside(options)
  console.log(`${name}, ${options.engine}`)
  const [first] = sides
  console.table(
    sides.map(({ name: side, rate, p50, p99, failed, cpuOf, memory }) => ({
      side,
      'per s': round(rate),
      '÷ first': ratio(rate, first?.rate),
      'p50 ms': p50,
      'p50 ÷ first': ratio(p50, first?.p50),
      'p99 ms': p99,
      failed,
      'µs server': cpuOf.server,
      'µs database': cpuOf.database,
      MB: memory,
    })),
  )
  keep(`${name}-${options.engine}`, { ...MACHINE, about, ...options, sides })
}

async function measureSizes(engine: Engine): Promise<void> {
  const found = await sizes(engine, quick ? 10_000 : 100_000)
  console.log(`MB for a million rows, ${engine}`)
  console.table(found)
  keep(`sizes-${engine}`, found)
}

async function measureImports(name: string, engine: Engine, withRewards: boolean): Promise<void> {
  const options = {
    ...{ engine, withRewards },
    ...(quick
      ? { customers: 20_000, rows: 100_000, rowsUnderLoad: 50_000, seconds: 3 }
      : { customers: 100_000, rows: 1_000_000, rowsUnderLoad: 300_000, seconds: 10 }),
  }
  const { about, bare, imported, idle, meanwhile } = await imports(options)
  console.log(`${name}, ${engine}`)
  const { before, most, early, late } = imported.memory
  console.table({
    'rows/s': { ours: round(imported.rate), 'bare INSERT': round(bare.rate), ratio: ratio(imported.rate, bare.rate) },
    'µs server': { ours: round(imported.cpu, 1), 'bare INSERT': round(bare.cpu, 1) },
    'µs database': { ours: round(imported.databaseCpu, 1) },
  })
  console.table({ MB: { before, most, 'first third': early, 'last third': late } })
  console.table({
    idle: { 'charges/s': round(idle.rate), 'p50 ms': idle.p50, 'p99 ms': idle.p99, failed: idle.failed },
    importing: {
      'charges/s': round(meanwhile.rate),
      'p50 ms': meanwhile.p50,
      'p99 ms': meanwhile.p99,
      failed: meanwhile.failed,
    },
  })
  keep(`${name}-${engine}`, { ...MACHINE, about, ...options, bare, imported, idle, meanwhile })
}

/** Every page is to answer within this, for 95 of 100. */
const PATIENCE_MS = 300

async function measureAdmin(engine: Engine): Promise<void> {
  const options = {
    ...(quick
      ? { engine, customers: 2_000, payments: 20_000, partners: 100, rounds: 10 }
      : { engine, customers: 100_000, payments: 1_000_000, partners: 500, rounds: 60 }),
    ...(values.rounds !== undefined && { rounds: Number(values.rounds) }),
  }
  const { about, waits } = await admin({ ...options, ...(values.at !== undefined && { at: values.at }) })
  console.log(`admin, ${engine}: milliseconds`)
  console.table(waits.map(({ page, call, ...times }) => ({ page, call: call ?? '(the page)', ...times })))
  const late = waits.filter(({ p95 }) => p95 > PATIENCE_MS)
  console.log(
    late.length === 0 ? `All within ${PATIENCE_MS} ms.` : `${late.length} take longer than ${PATIENCE_MS} ms.`,
  )
  keep(`admin-${engine}`, { ...MACHINE, about, ...options, waits })
}

async function measureLowdb(): Promise<void> {
  const figures = await lowdb(quick ? [1_000, 10_000] : [1_000, 10_000, 100_000])
  console.table(figures)
  keep('lowdb', figures)
}

async function measureParked(): Promise<void> {
  const options = quick ? { payments: 10_000, operations: 200 } : { payments: 100_000, operations: 1_000 }
  const figures = await parked(options)
  console.table(figures)
  const { empty, recorded, waiting } = figures
  for (const what of ['record', 'park', 'resolve'] as const) {
    const [besideRecorded, besideEmpty] = [waiting[what] / recorded[what], waiting[what] / empty[what]]
    console.log(
      `${what}: ${besideRecorded.toFixed(2)}× as with ${options.payments} recorded, ${besideEmpty.toFixed(2)}× as in an empty database`,
    )
  }
  keep('parked', { ...options, ...figures })
}

interface Bench {
  readonly what: string
  /** On each database, in minutes; and with `--quick`. */
  readonly minutes: readonly [full: number, quick: number]
  readonly on: readonly Engine[]
  run(engine: Engine): Promise<void>
}
const lone = {
  sides: LONE,
  connections: 1,
  payments: 10_000,
  ...(quick ? { rounds: 5, seconds: 1 } : { rounds: 9, seconds: 3 }),
}
const workers = {
  sides: WORKERS,
  connections: 64,
  payments: 10_000,
  ...(quick ? { rounds: 2, seconds: 2 } : { rounds: 5, seconds: 4 }),
}
const BENCHES: Readonly<Record<string, Bench>> = {
  charges: {
    what: 'signed Stripe charges at 1, 10 and 64 connections, with 10 k, 100 k and 1 M payments there',
    ...{ minutes: [15, 1], on: ENGINES, run: (engine) => measureSurfaces('charges', engine, charges) },
  },
  random: {
    what: 'the same at 64 connections with wholly random ids, with 10 k and 1 M payments there',
    ...{ minutes: [8, 0.5], on: ENGINES, run: (engine) => measureSurfaces('random', engine, random, true) },
  },
  surfaces: {
    what: 'sign-ups, transactions by API, clicks, look-ups, pages at depth, with 10 k and 1 M payments there',
    ...{ minutes: [11, 1], on: ENGINES, run: (engine) => measureSurfaces('surfaces', engine, others) },
  },
  lone: {
    what: 'a lone request, with group commit and without',
    ...{ minutes: [1.5, 0.5], on: ENGINES, run: (engine) => measureBeside('lone', { engine, ...lone }) },
  },
  workers: {
    what: 'two workers beside one process',
    ...{ minutes: [1, 0.5], on: ['postgres'], run: (engine) => measureBeside('workers', { engine, ...workers }) },
  },
  sizes: { what: 'what each table takes on disk', ...{ minutes: [2, 0.5], on: ENGINES, run: measureSizes } },
  imports: {
    what: 'a million transactions imported for 100 k customers, memory, and charges meanwhile',
    ...{ minutes: [5, 1], on: ENGINES, run: (engine) => measureImports('imports', engine, true) },
  },
  unearned: {
    what: 'the same where no trigger stands, so that a row is a payment and nothing else',
    ...{ minutes: [4, 1], on: ENGINES, run: (engine) => measureImports('unearned', engine, false) },
  },
  admin: {
    what: 'how long pages of the dashboard wait, with 1 M transactions and 100 k customers',
    ...{ minutes: [7, 0.5], on: ENGINES, run: measureAdmin },
  },
  lowdb: { what: 'one more write to lowdb', ...{ minutes: [0.5, 0.1], on: ['sqlite'], run: measureLowdb } },
  parked: { what: 'what waits beside what does not', ...{ minutes: [2, 0.2], on: ['sqlite'], run: measureParked } },
}

function help(): void {
  console.log(
    'npm run bench -- [measurement…] [--database sqlite|postgres] [--quick] [--sizes 10000,…] [--connections 1,…] [--rounds 3] [--client autocannon,fetch] [--at <address>]\n',
  )
  for (const [name, { what, minutes, on }] of Object.entries(BENCHES))
    console.log(`  ${name.padEnd(9)} ${what} (${on.join(', ')}; minutes each: ${minutes[0]}, quick: ${minutes[1]})`)
}

const names = positionals.length > 0 ? positionals : Object.keys(BENCHES)
const unknown = names.find((name) => !BENCHES[name])
const areCounts = [...SIZES, ...CONNECTIONS, Number(values.rounds ?? 1)].every(
  (count) => Number.isSafeInteger(count) && count > 0,
)
if (unknown !== undefined || engines.length === 0 || !areCounts) {
  if (unknown !== undefined) console.error(`There is no measurement '${unknown}'.`)
  else if (engines.length === 0) console.error(`There is no database '${values.database}'.`)
  else
    console.error(
      '--sizes takes numbers of payments, as 10000,1000000; --connections too, as 10,64; --rounds a number.',
    )
  help()
  process.exit(2)
}
if (values.help) help()
else
  for (const name of names)
    for (const engine of engines) if (BENCHES[name]?.on.includes(engine)) await BENCHES[name].run(engine)
