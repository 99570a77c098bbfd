/**
 * The rows of a CSV file in UTF-8, in constant memory: each with the line it starts on and the bytes it takes. What cannot be
 * read as a row (most often a quote that is opened and never closed) costs its own line, and reading goes on behind it.
 */
import { Parser } from 'csv-parse'
import type { Place } from '../entry.ts'
import { AppError } from '../errors.ts'
import type { Delimiter } from './delimiter.ts'

/** Bytes of a row at most: beyond it a quote was left open, or this is no list of anything. */
export const LONGEST_ROW = 256 * 1024
/** Rows that cannot be read at most: then the file is something else, and each of them costs as much as a long row. */
const MOST_UNREADABLE = 100
/** Bytes parsed at a time: some hundred rows, for who else is served by this thread to have a turn in between. */
const STEP = 16 * 1024

export interface CsvRecord extends Place {
  readonly cells: readonly string[]
}
export interface Unreadable extends Place {
  readonly cells: null
  readonly problem: string
}
export type Item = CsvRecord | Unreadable

export interface RecordOptions {
  readonly delimiter: Delimiter
  /** Where the first byte that will come lies in the file. */
  readonly offset: number
  readonly line: number
  /** Bytes of a row at most; else `LONGEST_ROW`. */
  readonly longest?: number
}

const PROBLEMS: Readonly<Record<string, string>> = {
  CSV_MAX_RECORD_SIZE: `This row is longer than ${LONGEST_ROW / 1024} KiB. Is a quote (") opened in it and not closed?`,
  CSV_QUOTE_NOT_CLOSED: 'A quote (") is opened in this row and never closed.',
}

/** Bytes of the first line, its end included; all of them where it has no end. */
function lineLength(bytes: Buffer): number {
  const ends = [bytes.indexOf('\n'), bytes.indexOf('\r')].filter((at) => at !== -1)
  return ends.length === 0 ? bytes.length : Math.min(...ends) + (bytes.indexOf('\r\n') === Math.min(...ends) ? 2 : 1)
}

/** One run of the parser, from `offset` on; a run ends where a row cannot be read. */
function openRun({ delimiter, offset, line, longest = LONGEST_ROW }: RecordOptions) {
  const items: CsvRecord[] = []
  let next = { line, start: offset }
  const parser = new Parser({
    ...{ delimiter, bom: false, record_delimiter: ['\r\n', '\n', '\r'], max_record_size: longest },
    ...{ relax_quotes: true, relax_column_count: true },
    on_record: (cells: string[]) => {
      const end = offset + parser.info.bytes
      items.push({ ...next, end, cells })
      next = { line: line + parser.info.lines, start: end }
      return null // nothing is to be read from the parser itself
    },
  })
  parser.on('error', () => undefined) // told by the callback of the write that met it
  const settled = (work: (done: (error?: Error | null) => void) => void): Promise<string | null> =>
    new Promise((resolve) => work((error) => resolve(error ? ((error as { code?: string }).code ?? 'UNKNOWN') : null)))
  return {
    /** Where the row begins that is not complete yet. */
    next: () => next,
    /** The rows read since the last call. */
    take: () => items.splice(0),
    /** The code of what cannot be read, or null. */
    write: (bytes: Uint8Array) => settled((done) => void parser.write(bytes, done)),
    finish: () =>
      settled((done) => {
        parser.once('error', done)
        parser.once('end', () => done())
        parser.end()
        parser.resume()
      }),
  }
}

/** Reads the pieces of a file, in their order; gives what it finds a few at a time. */
export async function* records(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: RecordOptions,
): AsyncGenerator<readonly Item[]> {
  let run = openRun(options)
  let unreadable = 0
  /** The bytes from the first row that is not complete yet. */
  let kept: Buffer = Buffer.alloc(0)

  /** Gives up the row that `run` met, and goes on behind its first line. */
  const goOn = (code: string): { readonly item: Unreadable; readonly again: Buffer } => {
    if (++unreadable > MOST_UNREADABLE)
      throw new AppError(
        'UNREADABLE_FILE',
        `More than ${MOST_UNREADABLE} rows cannot be read as CSV, the last on line ${run.next().line}.`,
      )
    const { line, start } = run.next()
    const length = lineLength(kept)
    const end = start + length
    run = openRun({ ...options, offset: end, line: line + 1 })
    const again = kept.subarray(length)
    kept = Buffer.alloc(0)
    return {
      item: { line, start, end, cells: null, problem: PROBLEMS[code] ?? `This row cannot be read as CSV (${code}).` },
      again,
    }
  }
  async function* work(first: Buffer): AsyncGenerator<readonly Item[]> {
    for (let bytes = first; bytes.length > 0;) {
      const step = bytes.subarray(0, STEP)
      bytes = bytes.subarray(STEP)
      kept = kept.length === 0 ? step : Buffer.concat([kept, step])
      const before = run.next().start
      const problem = await run.write(step)
      kept = kept.subarray(run.next().start - before)
      yield run.take()
      if (problem === null) continue
      const { item, again } = goOn(problem)
      yield [item]
      bytes = Buffer.concat([again, bytes])
    }
  }
  for await (const piece of pieces) yield* work(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength))
  for (;;) {
    const before = run.next().start
    const problem = await run.finish()
    kept = kept.subarray(run.next().start - before)
    yield run.take()
    if (problem === null) return
    const { item, again } = goOn(problem)
    yield [item]
    yield* work(again)
  }
}
