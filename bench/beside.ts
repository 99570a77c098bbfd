/** Two or more servers of ours on one database, in alternating runs: what one of them has and the other has not. */
import { fileURLToPath } from 'node:url'
import { openDatabases } from './databases.ts'
import type { Engine } from './databases.ts'
import { SERVE, listener, memoryOf } from './processes.ts'
import type { Listener } from './processes.ts'
import { prepareServer } from './server.ts'
import { measure, middle } from './surfaces.ts'
import type { Run } from './surfaces.ts'

export interface Side {
  readonly name: string
  /** Arguments of `serve`. */
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

export interface BesideOptions {
  readonly engine: Engine
  readonly sides: readonly Side[]
  readonly connections: number
  readonly payments: number
  readonly rounds: number
  readonly seconds: number
}

const ungrouped = fileURLToPath(new URL('./ungrouped.ts', import.meta.url))

/** A lone request, with group commit and without. */
export const LONE: readonly Side[] = [
  { name: 'grouped' },
  { name: 'ungrouped', env: { NODE_OPTIONS: `--import=${ungrouped}` } },
]
export const WORKERS: readonly Side[] = [{ name: 'one process' }, { name: 'two workers', args: ['--workers', '2'] }]

export type Beside = Run & { readonly name: string; readonly memory: number }

export async function beside(options: BesideOptions): Promise<{ readonly about: object; readonly sides: Beside[] }> {
  const { connections, payments, rounds, seconds } = options
  const databases = await openDatabases(options.engine)
  const running: { readonly name: string; readonly server: Listener; readonly runs: Run[] }[] = []
  try {
    const url = await databases.create('books')
    const prepared = await prepareServer({ folder: databases.folder, url, customers: 10_000 })
    const target = await prepared.fill(payments)
    for (const { name, args = [], env = {} } of options.sides)
      running.push({ name, server: await listener([...SERVE, ...args], { ...prepared.env, ...env }), runs: [] })
    const run = (server: Listener, length: number): Promise<Run> =>
      measure({ databases, listener: server, target, surface: 'charge', connections, seconds: length })
    for (const { server } of running) await run(server, 2)
    for (let round = 0; round < rounds; round++)
      for (const { server, runs } of running) runs.push(await run(server, seconds))
    const sides = running.map(({ name, server, runs }) => ({ name, ...middle(runs), memory: memoryOf(server.child) }))
    return { about: databases.about, sides }
  } finally {
    for (const { server } of running) await server.stop()
    await databases.dispose()
  }
}
