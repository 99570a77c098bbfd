/** `npm run bench [-- charges|surfaces|parked|lowdb] [--quick]`: measures, prints a table, and keeps the figures in bench/results/. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { lowdb } from './lowdb.ts'
import { parked } from './parked.ts'
import { SURFACES } from './requests.ts'
import { surfaces } from './surfaces.ts'
import type { Cell } from './surfaces.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false } },
})
const results = fileURLToPath(new URL('./results/', import.meta.url))

function keep(name: string, figures: unknown): void {
  mkdirSync(results, { recursive: true })
  writeFileSync(`${results}${name}.json`, `${JSON.stringify(figures, null, 2)}\n`)
  console.log(`Kept in bench/results/${name}.json`)
}

const round = (value: number, digits = 0): number => Number(value.toFixed(digits))

/** What each surface is measured at; `--quick` takes the first size only. */
const SIZES = values.quick ? [10_000] : [10_000, 100_000, 1_000_000]

function chargeCells(): Cell[] {
  const connections = [1, 10, 64].flatMap((count) =>
    SIZES.map((payments) => ({
      surface: 'charge' as const,
      connections: count,
      payments,
      beside: ['bare', 'insert', 'four'] as const,
    })),
  )
  const random = SIZES.slice(-1).map((payments) => ({
    surface: 'charge' as const,
    connections: 64,
    payments,
    randomIds: true,
    beside: ['bare'] as const,
  }))
  return [...connections, ...(values.quick ? [] : random)]
}

function otherCells(): Cell[] {
  const surfaces = SURFACES.filter((surface) => surface !== 'charge')
  return SIZES.flatMap((payments) =>
    surfaces.map((surface) => ({ surface, connections: 64, payments, beside: ['bare'] as const })),
  )
}

async function measureSurfaces(name: string, cells: readonly Cell[]): Promise<void> {
  const options = {
    cells,
    customers: 10_000,
    ...(values.quick ? { rounds: 1, seconds: 2 } : { rounds: 3, seconds: 4 }),
  }
  const rows = await surfaces(options)
  console.table(
    rows.map(({ surface, connections, payments, randomIds, ours, yardsticks: { bare, insert, four }, memory }) => ({
      surface: randomIds ? `${surface}, random ids` : surface,
      conn: connections,
      payments,
      'ours/s': round(ours.rate),
      '÷ bare': bare ? round(ours.rate / bare.rate, 2) : '–',
      '÷ insert': insert ? round(ours.rate / insert.rate, 2) : '–',
      '÷ four': four ? round(ours.rate / four.rate, 2) : '–',
      'p50 ms': ours.p50,
      'p99 ms': ours.p99,
      'p99 ÷ bare': bare && round(ours.p99 / bare.p99, 2),
      failed: ours.failed,
      MB: memory,
    })),
  )
  keep(name, { node: process.version, cores: availableParallelism(), ...options, cells: undefined, rows })
}

async function measureLowdb(): Promise<void> {
  const figures = await lowdb(values.quick ? [1_000, 10_000] : [1_000, 10_000, 100_000])
  console.table(figures)
  keep('lowdb', figures)
}

async function measureParked(): Promise<void> {
  const options = values.quick ? { payments: 10_000, operations: 200 } : { payments: 100_000, operations: 1_000 }
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

const BENCHES: Readonly<Record<string, () => Promise<void>>> = {
  charges: () => measureSurfaces('charges', chargeCells()),
  surfaces: () => measureSurfaces('surfaces', otherCells()),
  lowdb: measureLowdb,
  parked: measureParked,
}
const names = positionals.length > 0 ? positionals : Object.keys(BENCHES)
for (const name of names) {
  const bench = BENCHES[name]
  if (!bench) {
    console.error(`There is no measurement '${name}'. There are: ${Object.keys(BENCHES).join(', ')}.`)
    process.exit(2)
  }
  await bench()
}
