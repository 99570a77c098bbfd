/** `npm run bench [-- charges|lowdb|parked] [--quick]`: measures, prints a table, and keeps the figures in bench/results/. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { charges } from './charges.ts'
import { lowdb } from './lowdb.ts'
import { parked } from './parked.ts'

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

async function measureCharges(): Promise<void> {
  const options = values.quick
    ? { connections: [1, 10, 64], rounds: 1, seconds: 2 }
    : { connections: [1, 10, 64], rounds: 5, seconds: 4 }
  const figures = await charges(options)
  console.table(
    figures.rows.map(({ connections, ours, bare, ratio, p99Ratio }) => ({
      connections,
      'charges/s': round(ours.rate),
      'bare Express/s': round(bare.rate),
      ratio: round(ratio, 2),
      'p50 ms': ours.p50,
      'p99 ms': ours.p99,
      'p99 ÷ bare': round(p99Ratio, 2),
      'not 2xx': ours.failed,
    })),
  )
  keep('charges', { ...options, ...figures })
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
  charges: measureCharges,
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
