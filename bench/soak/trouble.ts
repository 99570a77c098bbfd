/** What befalls the server meanwhile: kills of its processes, and of its database. */
import { setTimeout as wait } from 'node:timers/promises'
import type { TestPostgres } from '../../scripts/postgres.ts'
import type { ServerProcess } from '../../packages/ingest-server/test/support/server-process.ts'

export interface Troubles {
  processes: number
  databases: number
}

export interface TroubleOptions {
  readonly server: ServerProcess
  /** Null on SQLite, which is in the server's own process. */
  readonly postgres: TestPostgres | null
  /** Which processes are killed until then, ms on the performance clock; the database until the end. */
  readonly processesUntil: number
  readonly isOver: () => boolean
  /** Between two of them, ms; each time between half and one and a half of it. */
  readonly every: number
}

const DOWN_MS = 1_000

/** How many were killed: none, where they are all on their way back from the last time. */
const killOne = (server: ServerProcess): Promise<number> =>
  server.killWorker().then(
    () => 1,
    () => 0,
  )

export async function makeTrouble(options: TroubleOptions): Promise<Troubles> {
  const { server, postgres, processesUntil, isOver, every } = options
  const troubles: Troubles = { processes: 0, databases: 0 }
  for (let n = 0; !isOver(); n++) {
    await wait(every * (0.5 + Math.random()))
    if (isOver()) break
    const isForDatabase = postgres !== null && (n % 3 === 2 || performance.now() >= processesUntil)
    if (isForDatabase) {
      troubles.databases++
      await postgres.stop(Math.random() < 0.5 ? 'SIGKILL' : 'SIGQUIT')
      await wait(DOWN_MS * Math.random())
      await postgres.start()
    } else if (performance.now() < processesUntil) {
      if (postgres) troubles.processes += await killOne(server)
      else {
        troubles.processes++
        await server.kill()
        await server.start()
      }
    }
  }
  return troubles
}
