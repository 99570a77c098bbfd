/**
 * A file as it comes in: hashed, turned into UTF-8, and refused as soon as it shows that it is no CSV of this kind, before any of
 * it has been worked. Constant memory: what comes in goes out again.
 */
import { createHash } from 'node:crypto'
import { AppError } from '../errors.ts'
import type { ImportType } from '../facts.ts'
import { delimiterOf, namedDelimiter } from './delimiter.ts'
import type { Delimiter } from './delimiter.ts'
import { transcoder } from './encoding.ts'
import type { Encoding } from './encoding.ts'
import { foreignBytes, foreignStart, foreignText } from './foreign.ts'
import { readHeader } from './header.ts'
import { LONGEST_ROW, records } from './records.ts'

/** Bytes of a header at most, and of what stands before it. */
const LONGEST_HEADER = 64 * 1024
/** Bytes of a file at most. */
export const LARGEST_FILE = 4 * 1024 ** 3

/** How a file is to be read, once it is UTF-8. */
export interface Layout {
  readonly delimiter: Delimiter
  /** The header's cells as they are in the file. */
  readonly header: readonly string[]
  /** Where the rows begin, and on which line. */
  readonly start: number
  readonly line: number
}

export interface Taken {
  /** Of the file as it came, hex. */
  readonly sha256: string
  /** Bytes, as it came. */
  readonly size: number
  /** Bytes, as UTF-8. */
  readonly length: number
  readonly encoding: Encoding
  readonly layout: Layout
}

const refused = (why: string): AppError => new AppError('UNREADABLE_FILE', why)

/** Lines with nothing in them: they stand in nobody's way. */
const BLANK_LINES = /^(?:[ \t,;|"]*(?:\r\n|\n|\r))*/
/** The first line that ends outside of quotes. */
const FIRST_LINE = /^(?:"[^"]*"|[^"\r\n])*/

const linesIn = (bytes: Buffer): number => bytes.toString('latin1').split(/\r\n|\n|\r/).length

/** The header among these first bytes of the file; null where it is not all there yet. */
async function layoutOf(type: ImportType, bytes: Buffer, whole: boolean): Promise<Layout | null> {
  const named = namedDelimiter(bytes.toString('utf8', 0, 100))
  const above = named?.bytes ?? 0
  const offset = above + (BLANK_LINES.exec(bytes.toString('latin1', above))?.[0].length ?? 0)
  const rest = bytes.subarray(offset)
  const delimiter = named?.delimiter ?? delimiterOf(FIRST_LINE.exec(rest.toString('utf8'))?.[0] ?? '')
  for await (const [header] of records([rest], { delimiter, offset, line: linesIn(bytes.subarray(0, offset)) })) {
    if (!header) continue
    // The last row of bytes that go on may go on itself.
    const goesOn = !whole && (header.cells === null || header.end >= bytes.length)
    const why = foreignBytes(goesOn ? bytes : bytes.subarray(0, header.end))
    if (why) throw refused(why)
    if (goesOn) return null
    if (header.cells === null) throw refused(header.problem)
    readHeader(type, header.cells)
    const line = header.line + linesIn(bytes.subarray(header.start, header.end)) - 1
    return { delimiter, header: header.cells, start: header.end, line }
  }
  return null
}

export interface Intake {
  /** Takes the next bytes, and gives those of the file in UTF-8 that came of them. */
  take(chunk: Buffer): Promise<Buffer>
  /** The last of them. */
  rest(): Promise<Buffer>
  taken(): Taken
}

/** `largest` is in bytes. */
export function intake(type: ImportType, largest = LARGEST_FILE): Intake {
  const hash = createHash('sha256')
  const text = transcoder()
  let [size, length, lineLength] = [0, 0, 0]
  let layout: Layout | null = null
  let first: Buffer = Buffer.alloc(0)

  /** A line without end is nothing that anybody meant. */
  const measureLines = (bytes: Buffer): void => {
    const last = Math.max(bytes.lastIndexOf('\n'), bytes.lastIndexOf('\r'))
    lineLength = last === -1 ? lineLength + bytes.length : bytes.length - last - 1
    if (lineLength > LONGEST_ROW)
      throw refused(`A line is longer than ${LONGEST_ROW / 1024} KiB: this is no list of ${type}.`)
  }
  const look = async (bytes: Buffer, whole: boolean): Promise<Buffer> => {
    length += bytes.length
    measureLines(bytes)
    if (layout) return bytes
    first = Buffer.concat([first, bytes])
    const why = foreignText(first)
    if (why) throw refused(why)
    layout = await layoutOf(type, first.subarray(0, LONGEST_HEADER), whole && first.length <= LONGEST_HEADER)
    if (layout) first = Buffer.alloc(0)
    else if (first.length > LONGEST_HEADER) throw refused(`The header is longer than ${LONGEST_HEADER / 1024} KiB.`)
    return bytes
  }
  return {
    async take(chunk) {
      hash.update(chunk)
      size += chunk.length
      const why = size === chunk.length ? foreignStart(chunk) : null
      if (why) throw refused(why)
      if (size > largest)
        throw new AppError('PAYLOAD_TOO_LARGE', `The file is larger than ${largest / 1024 ** 3} GiB. Split it.`)
      return look(text.push(chunk), false)
    },
    rest: () => look(text.end(), true),
    taken() {
      if (!layout) throw refused('There is nothing in this file: it needs a header and rows.')
      return { sha256: hash.digest('hex'), size, length, encoding: text.encoding(), layout }
    },
  }
}
