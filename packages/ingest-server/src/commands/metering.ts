/** A server's log and figures: of this process, and of the whole server when somebody asks. */
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import type { Books } from '../ledger/books.ts'
import { exposition } from '../metrics/exposition.ts'
import { createInstallation } from '../metrics/installation.ts'
import { createMeter, type Meter, type Told } from '../metrics/meter.ts'
import type { Machine } from './machine.ts'

export interface Metering {
  readonly log: Logger
  readonly meter: Meter
  onBug(error: unknown, what: string): void
  /** What all workers counted, with how the installation stands, as Prometheus reads it. */
  over(books: Books): () => Promise<string>
}

export function openMetering(machine: Machine, { logLevel }: Config): Metering {
  const { worker, elapsed, now } = machine
  let books: Books | null = null
  const connections = async () => (await books?.connections()) ?? {}
  const meter = createMeter({ worker, version: machine.version(), process: true, connections })
  const log = machine.logger(logLevel, meter.logged)
  const onError = (error: unknown): void => log.warn({ err: error }, 'the database could not be asked how it stands')
  return {
    log,
    meter,
    onBug: (error, what) => log.error({ err: error }, what),
    over(opened) {
      books = opened
      const installation = createInstallation({ books: opened, now, elapsed, onError })
      machine.workers.onAsk(meter.read)
      return async () => {
        const [counted, stands] = await Promise.all([machine.workers.askAll(), installation.read()])
        return exposition([...(counted as Told[][]), stands])
      }
    },
  }
}
