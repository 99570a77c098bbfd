/** All that commands need of the machine they run on; `main.ts` makes it, and nothing else touches the machine. */
import type { Express } from 'express'
import type { Logger } from 'pino'
import type { Config, Database } from '../config.ts'
import type { Books } from '../ledger/books.ts'
import type { BatchDone } from '../ledger/ledger.ts'
import type { Probe } from '../doctor/probe.ts'
import type { Condition } from '../store/condition.ts'
import type { Store } from '../store/store.ts'

export interface Listening {
  readonly port: number
  /** Takes no new requests, and waits this many ms for those it has; how many were cut after that. */
  close(patience: number): Promise<number>
}

/** A worker that ended unasked; another takes its place. */
export interface Ended {
  readonly number: number
  readonly code: number | null
  readonly signal: string | null
}

export interface Workers {
  readonly port: number
  /** Each finishes what it has accepted; one that has not ended after so many ms is killed. */
  stop(patience: number): Promise<void>
}

/** What a server's books tell while they work. */
export interface Watch {
  /** An error that is ours. */
  onBug(error: unknown, what: string): void
  onBatch(batch: BatchDone): void
}

/** The other workers of a server. */
export interface SameServer {
  /** Says what to answer when one of them asks. */
  onAsk(answer: () => Promise<unknown>): void
  /** Asks each of them, this one included; who does not answer in time is left out. */
  askAll(): Promise<unknown[]>
}

/** Files that are databases. */
export interface Files {
  /** Bytes; null where there is none. */
  size(path: string): Promise<number | null>
  /** An empty file that only its owner reads, whatever was there. */
  begin(path: string): Promise<void>
  copy(from: string, to: string): Promise<void>
  /** Gives it its name, once it is on disk as a whole. */
  finish(from: string, to: string): Promise<void>
  /** With what SQLite keeps beside it; nothing, where nothing is there. */
  remove(path: string): Promise<void>
  /** The path of a file that nobody else uses. */
  temporary(): Promise<string>
  /** What is wrong with it, in words. */
  problems(path: string): Promise<string[]>
}

export interface Machine {
  /** Of this program. */
  readonly version: () => string
  readonly now: () => number
  /** Ms on a clock that nobody sets, for how long something takes. */
  readonly elapsed: () => number
  readonly config: () => Config
  /** With `watch`, in threads of their own: a server's. */
  readonly openBooks: (config: Config, watch?: Watch) => Promise<Books>
  /** Only the rows of a database, without the rules; `mustExist` refuses a file that is not there. */
  readonly openStore: (database: Database, options: { readonly mustExist: boolean }) => Promise<Store>
  /** How a database is, without bringing it up to date; rejects where it cannot be looked at. */
  readonly inspect: (database: Database) => Promise<Condition>
  readonly files: Files
  /** Looks at addresses and disks. */
  readonly probe: Probe
  /** How far a long work is: on a terminal the line is written over, elsewhere it is a line now and then. Empty: it is over. */
  readonly progress: (line: string) => void
  /** The installation's own key; made on first use where the environment has none. */
  readonly secretKey: (config: Config) => Promise<Buffer>
  /** The same, but never made; null where there is none. */
  readonly knownSecretKey: (config: Config) => Promise<Buffer | null>
  /** Keys before it, which still open what they have sealed. */
  readonly formerKeys: (config: Config) => Promise<readonly Buffer[]>
  /** The bytes of the browser script, and of the one with more. */
  readonly scripts: () => Promise<{ readonly script: Buffer; readonly scriptMore: Buffer }>
  /** `onLine` is told the level of every line. */
  readonly logger: (level: string, onLine?: (level: string) => void) => Logger
  readonly listen: (app: Express, host: string, port: number) => Promise<Listening>
  /** Which of a server's workers this process is, from 1; null where it serves alone, or starts them. */
  readonly worker: number | null
  /** Starts this many processes like this one, that share its port; rejects where they cannot listen. */
  readonly startWorkers: (count: number, onEnd: (ended: Ended) => void) => Promise<Workers>
  readonly workers: SameServer
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
