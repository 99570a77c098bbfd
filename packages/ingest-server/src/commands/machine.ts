/** All that commands need of the machine they run on; `main.ts` makes it, and nothing else touches the machine. */
import type { Express } from 'express'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import type { Books } from '../ledger/books.ts'

export interface Listening {
  readonly port: number
  /** Takes no new requests, finishes those it has. */
  close(): Promise<void>
}

export interface Machine {
  readonly now: () => number
  readonly config: () => Config
  /** With `onBug`, in threads of their own: a server's. It is told of errors that are ours. */
  readonly openBooks: (config: Config, onBug?: (error: unknown, what: string) => void) => Promise<Books>
  /** The installation's own key; made on first use where the environment has none. */
  readonly secretKey: (config: Config) => Promise<Buffer>
  /** The browser script's bytes. */
  readonly script: () => Promise<Buffer>
  readonly logger: (level: string) => Logger
  readonly listen: (app: Express, host: string, port: number) => Promise<Listening>
  /** Resolves when someone asks the process to end. */
  readonly toldToStop: () => Promise<string>
  /** One line on stdout: what was asked for. */
  readonly print: (line: string) => void
  /** One line on stderr: everything else. */
  readonly note: (line: string) => void
  /** The process will end with 1. */
  readonly fail: () => void
}
