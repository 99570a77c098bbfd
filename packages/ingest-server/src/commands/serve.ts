/** `serve` */
import type { Command } from 'commander'
import type { Logger } from 'pino'
import { createApp } from '../app.ts'
import { replayFailed } from '../inbox/replay.ts'
import { forgetOld } from '../inbox/retention.ts'
import { ensureWebhooks } from '../inbox/webhook-rows.ts'
import { openContext, type Context } from './act.ts'
import type { Machine } from './machine.ts'

const authority = (host: string, port: number): string => `${host.includes(':') ? `[${host}]` : host}:${port}`

const HOUR_MS = 3_600_000

/** Serves until told to stop; what was accepted by then is finished. */
export async function serve(machine: Machine): Promise<void> {
  const config = machine.config()
  const script = await machine.script()
  const log = machine.logger(config.logLevel)
  const onBug = (error: unknown, what: string): void => log.error({ err: error }, what)
  const context = await openContext(machine, config, onBug)
  try {
    await checkSecrets(context)
    const app = createApp({ ...context, ...config, script, log })
    const stopped = machine.toldToStop() // before anyone reads that it listens, and may ask it to stop
    const listening = await machine.listen(app, config.host, config.port)
    const mended = mend(context, log) // not waited for: a long list of failures must not keep new deliveries out
    const forgotten = keepForgetting(context, log)
    try {
      const here = `http://${authority(config.host, listening.port)}`
      machine.print(`Listening on ${here}`)
      machine.print(`The script is at ${config.port === 0 ? here : config.publicUrl}/v1/`)
      machine.note(`${await stopped}: finishing what was accepted`)
    } finally {
      await listening.close()
      await mended
      await forgotten.stop()
    }
  } finally {
    await context.books.close()
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

/** Forgets what the retention time is over for, now and every hour, until it is stopped. */
function keepForgetting({ books, now }: Context, log: Logger): { stop(): Promise<void> } {
  const forget = async (): Promise<void> => {
    try {
      const count = await forgetOld(books, now())
      if (count > 0) log.info({ count }, 'rows past their retention time are forgotten')
    } catch (error) {
      log.error({ err: error }, 'what is past its retention time could not be forgotten')
    }
  }
  let underWay = forget()
  const timer = setInterval(() => (underWay = underWay.then(forget)), HOUR_MS)
  return {
    stop() {
      clearInterval(timer)
      return underWay
    },
  }
}

export function serveCommand(machine: Machine, program: Command): void {
  program
    .command('serve')
    .description('start the server')
    .action(() => serve(machine))
}
