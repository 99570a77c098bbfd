/** The server's log of the whole time: what it has of errors, and whether any came from where nobody caught it. */
import { readFileSync } from 'node:fs'

export interface LogRead {
  readonly lines: number
  /** How often each message of level error or worse. */
  readonly errors: ReadonlyMap<string, number>
  /** Lines that are none of the log's own: what Node says of what nobody caught. */
  readonly strays: readonly string[]
}

/** What is said to people: at a stop, and by a worker that comes back while the database is not there yet. */
const TOLD = /^(?:SIG\w+: finishing|The database could not take this just now)/

interface Line {
  readonly level: number
  readonly msg: string
  readonly code?: string
}

export function readLog(file: string): LogRead {
  const errors = new Map<string, number>()
  const strays: string[] = []
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  for (const text of lines) {
    if (!text.startsWith('{')) {
      // A process that was killed has written a line whole or not at all.
      if (!TOLD.test(text)) strays.push(text)
      continue
    }
    const { level, msg } = JSON.parse(text) as Line
    if (level >= 50) errors.set(msg, (errors.get(msg) ?? 0) + 1)
  }
  return { lines: lines.length, errors, strays }
}
