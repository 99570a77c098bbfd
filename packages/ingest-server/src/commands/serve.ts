/** `serve` */
import type { Command } from 'commander'
import type { Logger } from 'pino'
import { ensurePassword } from '../admin-password.ts'
import { createApp } from '../app.ts'
import { replayFailed } from '../inbox/replay.ts'
import { letGoDue } from '../inbox/holds.ts'
import { forgetOld } from '../inbox/retention.ts'
import { ensureWebhooks } from '../inbox/webhook-rows.ts'
import { configError, type Config } from '../config.ts'
import { createImporter } from '../moving/importer.ts'
import { createTelling } from '../notify/telling.ts'
import { checked, openContext, type Context } from './act.ts'
import type { Machine } from './machine.ts'

const authority = (host: string, port: number): string => `${host.includes(':') ? `[${host}]` : host}:${port}`

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

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
    await workers.stop()
  }
}

async function serveAlone(machine: Machine): Promise<void> {
  const config = machine.config()
  const scripts = await machine.scripts()
  const log = machine.logger(config.logLevel)
  const onBug = (error: unknown, what: string): void => log.error({ err: error }, what)
  const opened = await openContext(machine, config, onBug)
  try {
    await checkSecrets(opened)
    const telling = createTelling({ ...opened, log, privateTargets: config.privateTargets })
    const context = { ...opened, books: telling.books }
    const isWorker = machine.worker !== null
    const password = isWorker ? null : await ensurePassword(context.books, config.adminPassword, machine.now())
    const importer = createImporter({ ...context, onError: onBug })
    const app = createApp({ ...context, ...config, elapsed: machine.elapsed, ...scripts, log, importer })
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
      await listening.close()
      await importer.stop()
      await chores?.stop()
      await telling.stop()
    }
  } finally {
    await opened.books.close()
  }
}

/** What one process does for all of them. Not waited for: a long list of failures must not keep new deliveries out. */
function startChores(context: Context, log: Logger): { stop(): Promise<void> } {
  const mended = mend(context, log)
  const kept = [keepForgetting(context, log), keepLettingGo(context, log)]
  return {
    async stop() {
      await mended
      await Promise.all(kept.map((one) => one.stop()))
    },
  }
}

/** Shows, before the first delivery comes, that SECRET_KEY is the one the secrets were kept with. */
async function checkSecrets(context: Context): Promise<void> {
  for (const row of await ensureWebhooks(context)) {
    for (const { sealed } of [...row.tokens, ...row.secrets, ...row.passwords]) context.vault.open(sealed)
  }
}

/** Works again what failed by our fault before. */
async function mend(context: Context, log: Logger): Promise<void> {
  try {
    const count = await replayFailed(context, (delivery, error) =>
      log.error({ err: error, delivery }, 'a replay failed'),
    )
    if (count > 0) log.info({ count }, 'deliveries that had failed are worked now')
  } catch (error) {
    log.error({ err: error }, 'failed deliveries could not be looked through')
  }
}

/** Does a chore now and ever again, until it is stopped; one that fails is tried again at its next time. */
function keepDoing(everyMs: number, chore: () => Promise<void>, failed: (error: unknown) => void) {
  const run = (): Promise<void> => chore().catch(failed)
  let underWay = run()
  const timer = setInterval(() => (underWay = underWay.then(run)), everyMs)
  return {
    stop(): Promise<void> {
      clearInterval(timer)
      return underWay
    },
  }
}

/** Forgets what the retention time is over for. */
const keepForgetting = ({ books, now }: Context, log: Logger) =>
  keepDoing(
    HOUR_MS,
    async () => {
      const count = await forgetOld(books, now())
      if (count > 0) log.info({ count }, 'rows past their retention time are forgotten')
    },
    (error) => log.error({ err: error }, 'what is past its retention time could not be forgotten'),
  )

/** Lets go of rewards whose hold period is over. */
const keepLettingGo = ({ books, now }: Context, log: Logger) =>
  keepDoing(
    MINUTE_MS,
    async () => {
      const count = await letGoDue(books, now())
      if (count > 0) log.info({ count }, 'the hold period of rewards is over')
    },
    (error) => log.error({ err: error }, 'rewards whose hold period is over could not be let go'),
  )

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
