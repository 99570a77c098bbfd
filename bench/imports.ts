/**
 * A file of transactions of customers who are there, sent to a running server: how many rows a second, beside bare INSERTs of the
 * same rows; how much memory; and how long a signed charge takes meanwhile, beside an idle server. With the trigger that every
 * program begins with each row leaves a reward too, and so does each of the bare INSERTs.
 */
import { openStore } from '../packages/ingest-server/src/open-books.ts'
import { copyStore, finishCopy } from '../packages/ingest-server/src/moving/copy.ts'
import { bareInserts } from './bare-inserts.ts'
import type { Bare } from './bare-inserts.ts'
import { openDatabases } from './databases.ts'
import type { Engine } from './databases.ts'
import type { Measured } from './load.ts'
import { SERVE, cpuOf, listener, load, memoryOf } from './processes.ts'
import type { Listener } from './processes.ts'
import { prepareServer, withBooks } from './server.ts'
import type { Target } from './requests.ts'

export interface ImportsOptions {
  readonly engine: Engine
  readonly customers: number
  readonly rows: number
  /** Of the file that is imported while charges come in. */
  readonly rowsUnderLoad: number
  readonly seconds: number
  /** Whether the trigger stands that a program begins with. */
  readonly withRewards: boolean
}

export interface Imported {
  readonly rows: number
  readonly rate: number
  /** Microseconds of processor time for each row, of the server and of the database's own processes. */
  readonly cpu: number
  readonly databaseCpu: number
  /** Resident megabytes at the start, at most, and in the median of the first and the last third. */
  readonly memory: { readonly before: number; readonly most: number; readonly early: number; readonly late: number }
}

export interface ImportsFound {
  readonly about: Readonly<Record<string, string>>
  readonly bare: Bare
  readonly imported: Imported
  readonly idle: Measured
  readonly meanwhile: Measured
}

const CONNECTIONS = 4
const LOOK_MS = 250
const PIECE = 5_000

async function* file(rows: number, name: string, customers: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder()
  yield bytes.encode('customer_key,amount,currency,key,product_key,created_at\n')
  for (let n = 0; n < rows; n += PIECE) {
    const lines = Array.from({ length: Math.min(PIECE, rows - n) }, (_, k) => {
      const row = n + k
      const at = new Date(1_700_000_000_000 + row * 1_000).toISOString()
      return `c${(row * 7_919) % customers},${1_000 + (row % 9_000)},USD,${name}-${String(row).padStart(9, '0')},pro,${at}\n`
    })
    yield bytes.encode(lines.join(''))
  }
}

interface Told {
  readonly key: string
  readonly state: string
  readonly rows: number
  readonly created: number
  readonly started_at: number
  readonly finished_at: number
}

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

function importing({ origin, child }: Listener, { authorization }: Target, databaseCpu: () => number) {
  const headers = { authorization, 'content-type': 'text/csv' }
  const ask = async (path: string, init: RequestInit = {}): Promise<Told> => {
    const answer = await fetch(origin + path, { headers, ...init })
    const { rdata, message } = (await answer.json()) as { rdata?: Told; message: string }
    if (!rdata) throw new Error(message)
    return rdata
  }
  return async (rows: number, name: string, customers: number): Promise<Imported> => {
    const before = { cpu: cpuOf(child.pid), database: databaseCpu(), memory: memoryOf(child) }
    // The fetch of Node sends any iterable; the types know only those of browsers.
    const body = file(rows, name, customers) as unknown as BodyInit
    const seen: number[] = []
    const looking = setInterval(() => seen.push(memoryOf(child)), LOOK_MS)
    let told = await ask('/v1/import/transactions', { method: 'POST', body, duplex: 'half' } as RequestInit)
    while (told.state === 'queued' || told.state === 'running') {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
      told = await ask(`/v1/import/${told.key}`)
    }
    clearInterval(looking)
    if (told.created !== rows) throw new Error(`${told.created} of ${rows} rows were made: ${told.state}`)
    const third = Math.ceil(seen.length / 3)
    return {
      rows,
      rate: rows / ((told.finished_at - told.started_at) / 1_000),
      cpu: ((cpuOf(child.pid) - before.cpu) * 1_000) / rows,
      databaseCpu: ((databaseCpu() - before.database) * 1_000) / rows,
      memory: {
        ...{ before: before.memory, most: Math.max(...seen) },
        ...{ early: middle(seen.slice(0, third)), late: middle(seen.slice(-third)) },
      },
    }
  }
}

const databaseOf = (url: string) => (url.startsWith('file:') ? { file: url.slice('file:'.length) } : { url })

/** The same customers in a database of its own, for the yardstick. */
async function copied(from: string, to: string): Promise<void> {
  const [source, target] = [await openStore(databaseOf(from)), await openStore(databaseOf(to))]
  await copyStore(source, target, () => undefined)
  await finishCopy(target)
  await Promise.all([source.close(), target.close()])
}

const archiveTriggers = (url: string): Promise<void> =>
  withBooks(url, async (books) => {
    const { items } = await books.triggers({ mode: 'test', limit: 100, orderBy: 'created_at' })
    for (const { key: ref } of items) {
      const fact = { kind: 'trigger.archive', actor: 'operator', ref } as const
      await books.record({ mode: 'test', at: Date.now(), facts: [fact], delivery: null })
    }
  })

export async function imports(options: ImportsOptions): Promise<ImportsFound> {
  const { engine, customers, rows, rowsUnderLoad, seconds, withRewards } = options
  const databases = await openDatabases(engine)
  try {
    const url = await databases.create('books')
    const { env, target } = await prepareServer({ folder: databases.folder, url, customers })
    if (!withRewards) await archiveTriggers(url)
    const yardstick = await databases.create('bare')
    await copied(url, yardstick)
    const bare = await bareInserts(yardstick, rows, { withRewards })
    // What Node compiles is kept at the first start, which takes more memory than those after it.
    await (await listener(SERVE, env)).stop()
    const server = await listener(SERVE, env)
    try {
      const run = importing(server, target, databases.cpu)
      const charges = (name: string): Promise<Measured> =>
        load({
          ...{ origin: server.origin, surface: 'charge', target, connections: CONNECTIONS, seconds, ready: 20_000 },
          run: { name, randomIds: false },
        })
      const imported = await run(rows, 'whole', customers)
      const idle = await charges('z1')
      const [meanwhile] = await Promise.all([charges('z2'), run(rowsUnderLoad, 'busy', customers)])
      return { about: databases.about, bare, imported, idle, meanwhile }
    } finally {
      await server.stop()
    }
  } finally {
    await databases.dispose()
  }
}
