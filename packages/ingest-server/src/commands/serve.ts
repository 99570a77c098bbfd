/** `serve` */
import { setTimeout as wait } from 'node:timers/promises'
import type { Command } from 'commander'
import { ensurePassword } from '../admin-password.ts'
import { createApp } from '../app.ts'
import { ensureWebhooks } from '../inbox/webhook-rows.ts'
import { configError, type Config } from '../config.ts'
import { createImporter } from '../moving/importer.ts'
import { meteredBooks } from '../metrics/meter.ts'
import { createTelling } from '../notify/telling.ts'
import { checked, openContext, type Context } from './act.ts'
import { startChores } from './chores.ts'
import type { Machine } from './machine.ts'
import { openMetering } from './metering.ts'

const authority = (host: string, port: number): string => `${host.includes(':') ? `[${host}]` : host}:${port}`

interface ServeOptions {
  readonly workers?: number
}

/** Serves until told to stop; what was accepted by then is finished. */
export function serve(machine: Machine, { workers = 1 }: ServeOptions = {}): Promise<void> {
  return workers > 1 && machine.worker === null ? serveTogether(machine, workers) : serveAlone(machine)
}

interface Started {
  readonly listening: number
  /** Where it was made up just now: shown this once. */
  readonly password: string | null
}

/** Announces where the server is. */
function announce(machine: Machine, { host, port, publicUrl }: Config, { listening, password }: Started): void {
  const here = `http://${authority(host, listening)}`
  machine.print(`Listening on ${here}`)
  machine.print(`The script is at ${port === 0 ? here : publicUrl}/v1/`)
  if (password !== null) machine.print(`The dashboard's password is ${password} (shown this once)`)
}

/** Until someone asks it to end. */
async function untilStopped(machine: Machine, stopped: Promise<string>): Promise<void> {
  const signal = await stopped
  if (machine.worker === null) machine.note(`${signal}: finishing what was accepted`)
}

/** What comes behind the requests: an import's commit, webhooks on their way, the books. */
const TIDYING_MS = 20_000

/** Starts the workers and keeps that many; serves nothing itself. */
async function serveTogether(machine: Machine, count: number): Promise<void> {
  const config = machine.config()
  if ('file' in config.database) {
    throw configError(
      '--workers',
      'needs PostgreSQL (DATABASE_URL=postgres://…): a SQLite file takes one writer at a time, so more processes would only wait for each other.',
    )
  }
  const log = machine.logger(config.logLevel)
  const stopped = machine.toldToStop()
  // Once, before they all come: the schema, and what is missing in it.
  const context = await openContext(machine, config)
  let password: string | null
  try {
    await checkSecrets(context)
    password = await ensurePassword(context.books, config.adminPassword, machine.now())
  } finally {
    await context.books.close()
  }
  const workers = await machine.startWorkers(count, (ended) => log.error(ended, 'a worker ended: another is started'))
  try {
    announce(machine, config, { listening: workers.port, password })
    await untilStopped(machine, stopped)
  } finally {
    await workers.stop(config.drainMs + config.shutdownMs + TIDYING_MS)
  }
}

async function serveAlone(machine: Machine): Promise<void> {
  const config = machine.config()
  const scripts = await machine.scripts()
  const metering = openMetering(machine, config)
  const { log, meter, onBug } = metering
  const opened = await openContext(machine, config, { onBug, onBatch: meter.batch })
  try {
    await checkSecrets(opened)
    const telling = createTelling({ ...opened, log, privateTargets: config.privateTargets, onAttempt: meter.send })
    const context = { ...opened, books: meteredBooks(telling.books, meter, machine.elapsed) }
    const metrics = metering.over(context.books)
    let ending = false
    const password =
      machine.worker !== null ? null : await ensurePassword(context.books, config.adminPassword, machine.now())
    const importer = createImporter({ ...context, onError: onBug })
    const { elapsed } = machine
    const isEnding = (): boolean => ending
    const app = createApp({ ...context, ...config, ...scripts, elapsed, log, meter, metrics, isEnding, importer })
    const stopped = machine.toldToStop() // before anyone reads that it listens, and may ask it to stop
    const listening = await machine.listen(app, config.host, config.port)
    const doesChores = machine.worker === null || machine.worker === 1
    const chores = doesChores ? startChores(context, log) : null
    if (doesChores) importer.lookOut()
    telling.start()
    try {
      if (machine.worker === null) announce(machine, config, { listening: listening.port, password })
      await untilStopped(machine, stopped)
    } finally {
      ending = true
      if (config.drainMs > 0) await wait(config.drainMs)
      const cut = await listening.close(config.shutdownMs)
      if (cut > 0) log.warn({ cut }, 'requests were cut that had not ended in time')
      await importer.stop()
      await chores?.stop()
      await telling.stop()
    }
  } finally {
    await opened.books.close()
  }
}

/** Shows, before the first delivery comes, that SECRET_KEY is the one the secrets were kept with. */
async function checkSecrets(context: Context): Promise<void> {
  for (const row of await ensureWebhooks(context)) {
    for (const { sealed } of [...row.tokens, ...row.secrets, ...row.passwords]) context.vault.open(sealed)
  }
}

const isCount = checked(
  (text) => /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= 64,
  'Not a number of processes, 1 to 64.',
)
const workerCount = (text: string): number => Number(isCount(text))

export function serveCommand(machine: Machine, program: Command): void {
  program
    .command('serve')
    .description('start the server')
    .option('--workers <count>', 'processes that share the port and one PostgreSQL database', workerCount)
    .action((options: ServeOptions) => serve(machine, options))
}
