/** `serve` */
import type { Command } from 'commander'
import { createApp } from '../app.ts'
import { replayFailed } from '../inbox/replay.ts'
import { ensureWebhooks } from '../inbox/webhook-rows.ts'
import { openContext } from './act.ts'
import type { Machine } from './machine.ts'

/** Serves until told to stop; what was accepted by then is finished. */
export async function serve(machine: Machine): Promise<void> {
  const config = machine.config()
  const script = await machine.script()
  const log = machine.logger(config.logLevel)
  const onBug = (error: unknown, what: string): void => log.error({ err: error }, what)
  const context = await openContext(machine, config, onBug)
  const { books, vault } = context
  try {
    // Also shows, before the first delivery comes, that SECRET_KEY is the one the secrets were kept with.
    for (const row of await ensureWebhooks(context)) {
      for (const { sealed } of [...row.tokens, ...row.secrets, ...row.passwords]) vault.open(sealed)
    }
    const app = createApp({ ...context, ...config, script, log })
    const listening = await machine.listen(app, config.host, config.port)
    const here = config.port === 0 ? `http://${config.host}:${listening.port}` : config.publicUrl
    machine.print(
      `Listening on http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${listening.port}`,
    )
    machine.print(`The script is at ${here}/v1/`)

    // Not waited for: a long list of failures must not keep new deliveries out.
    const mending = replayFailed(context, (delivery, error) => log.error({ err: error, delivery }, 'a replay failed'))
      .then((count) => count > 0 && log.info({ count }, 'deliveries that had failed are worked now'))
      .catch((error: unknown) => log.error({ err: error }, 'failed deliveries could not be looked through'))

    const signal = await machine.toldToStop()
    machine.note(`${signal}: finishing what was accepted`)
    await listening.close()
    await mending
  } finally {
    await books.close()
  }
}

export function serveCommand(machine: Machine, program: Command): void {
  program
    .command('serve')
    .description('start the server')
    .action(() => serve(machine))
}
