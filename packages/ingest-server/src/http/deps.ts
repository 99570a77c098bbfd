/** What the routes are handed: nothing here reads the environment, the clock or the disk by itself. */
import type { Logger } from 'pino'
import type { LinkHost } from '../config.ts'
import type { Limits } from './limits.ts'
import type { Books } from '../ledger/books.ts'
import type { Meter } from '../metrics/meter.ts'
import type { Importer } from '../moving/importer.ts'
import type { Provider } from '../providers/provider.ts'
import type { Vault } from '../secrets.ts'

export interface Deps {
  readonly books: Books
  readonly providers: ReadonlyMap<string, Provider>
  /** Epoch ms. */
  readonly now: () => number
  /** Ms on a clock that nobody sets: what has a duration is measured by it. */
  readonly elapsed: () => number
  readonly log: Logger
  readonly meter: Meter
  /** Everything that is counted, by every process of the server, as Prometheus reads it. */
  readonly metrics: () => Promise<string>
  /** Who has it may read them; null: nobody. */
  readonly metricsToken: string | null
  /** By what this installation is known from outside. */
  readonly serverId: string
  /** Whether the server was told to stop. */
  readonly isEnding: () => boolean
  readonly vault: Vault
  readonly publicUrl: string
  readonly linkHosts: readonly LinkHost[]
  /** Pages of these origins may call the API from a browser. */
  readonly apiOrigins: readonly string[]
  /** Webhooks may be sent to private addresses, and without https. */
  readonly privateTargets: boolean
  /** The dashboard's password, where the environment says which it is: then nobody changes it by the dashboard. */
  readonly adminPassword?: string | null
  readonly trustProxy: string | number | boolean
  readonly limits: Limits
  /** Works what is imported; absent: one of the routes' own. */
  readonly importer?: Pick<Importer, 'wake'>
  /** The browser script's bytes. */
  readonly script: Buffer
  /** Those of the one with more, at the same addresses with `?more`. */
  readonly scriptMore: Buffer
  /** One more path that serves them. */
  readonly scriptPath: string | null
  /** One more path that takes sign-ups, with `remember` beside it. */
  readonly endpointPath: string | null
}
