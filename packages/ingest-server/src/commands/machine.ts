/** All that commands need of the machine they run on; `main.ts` makes it, and nothing else touches the machine. */
import type { Express } from 'express'
import type { Logger } from 'pino'
import type { Config, Database } from '../config.ts'
import type { Books } from '../ledger/books.ts'
import type { Store } from '../store/store.ts'

export interface Listening {
  readonly port: number
  /** Takes no new requests, finishes those it has. */
  close(): Promise<void>
}

/** A worker that ended unasked; another takes its place. */
export interface Ended {
  readonly number: number
  readonly code: number | null
  readonly signal: string | null
}

export interface Workers {
  readonly port: number
  /** Each finishes what it has accepted. */
  stop(): Promise<void>
}

export interface Machine {
  readonly now: () => number
  /** Ms on a clock that nobody sets, for how long something takes. */
  readonly elapsed: () => number
  readonly config: () => Config
  /** With `onBug`, in threads of their own: a server's. It is told of errors that are ours. */
  readonly openBooks: (config: Config, onBug?: (error: unknown, what: string) => void) => Promise<Books>
  /** Only the rows of a database, without the rules; `mustExist` refuses a file that is not there. */
  readonly openStore: (database: Database, options: { readonly mustExist: boolean }) => Promise<Store>
  /** How far a long work is: on a terminal the line is written over, elsewhere it is a line now and then. Empty: it is over. */
  readonly progress: (line: string) => void
  /** The installation's own key; made on first use where the environment has none. */
  readonly secretKey: (config: Config) => Promise<Buffer>
  /** The bytes of the browser script, and of the one with more. */
  readonly scripts: () => Promise<{ readonly script: Buffer; readonly scriptMore: Buffer }>
  readonly logger: (level: string) => Logger
  readonly listen: (app: Express, host: string, port: number) => Promise<Listening>
  /** Which of a server's workers this process is, from 1; null where it serves alone, or starts them. */
  readonly worker: number | null
  /** Starts this many processes like this one, that share its port; rejects where they cannot listen. */
  readonly startWorkers: (count: number, onEnd: (ended: Ended) => void) => Promise<Workers>
  /** Resolves when someone asks the process to end. */
  readonly toldToStop: () => Promise<string>
  /** A file's bytes as they are read, each time anew; where it cannot be read, words that say why. */
  readonly readFile: (path: string) => Promise<{ bytes(): AsyncIterable<Uint8Array> }>
  /** Writes a file as its text is made. */
  readonly writeFile: (path: string, text: AsyncIterable<string>) => Promise<void>
  /** Text on stdout as it is; resolves when there is room for more. */
  readonly write: (text: string) => Promise<void>
  /** One line on stdout: what was asked for. */
  readonly print: (line: string) => void
  /** One line on stderr: everything else. */
  readonly note: (line: string) => void
  /** The process will end with 1. */
  readonly fail: () => void
}
