/**
 * Whatever bytes a spreadsheet wrote, as UTF-8. A byte order mark decides, or the zeros that UTF-16 puts between Latin letters;
 * else the first bytes beyond ASCII: well-formed UTF-8 is UTF-8, anything else is what Windows writes in the West.
 */
import { isAscii } from 'node:buffer'

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** What Windows-1252 has where Latin-1 has control characters; five places are empty in both. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const fromWindows = (bytes: Buffer): string =>
  bytes.toString('latin1').replace(/[\x80-\x9f]/g, (char) => WINDOWS.charAt(char.charCodeAt(0) - 0x80))

const BYTE_ORDER_MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8-bom', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]
/** So many bytes tell, if any do. */
const LOOK = 4

interface Start {
  readonly encoding: Encoding | null
  /** Bytes of the byte order mark. */
  readonly skip: number
}

function startOf(bytes: Buffer): Start {
  for (const [encoding, mark] of BYTE_ORDER_MARKS)
    if (mark.every((byte, index) => bytes[index] === byte)) return { encoding, skip: mark.length }
  const [one, two, three, four] = bytes
  if (one && two === 0 && three && four === 0) return { encoding: 'utf-16le', skip: 0 }
  if (one === 0 && two && three === 0 && four) return { encoding: 'utf-16be', skip: 0 }
  return { encoding: null, skip: 0 }
}

/** How long the UTF-8 character is that begins with this byte; 0: none does. */
const lengthAt = (byte: number): number =>
  byte >= 0xc2 && byte <= 0xdf ? 2 : byte >= 0xe0 && byte <= 0xef ? 3 : byte >= 0xf0 && byte <= 0xf4 ? 4 : 0

/** Whether the first character beyond ASCII is UTF-8; null where it is not all there yet. */
function firstIsUtf8(bytes: Buffer): boolean | null {
  const at = bytes.findIndex((byte) => byte > 0x7f)
  const rest = bytes.subarray(at)
  const length = lengthAt(rest[0] ?? 0)
  if (length === 0) return false
  const following = rest.subarray(1, length)
  if (following.some((byte) => byte < 0x80 || byte > 0xbf)) return false
  return following.length === length - 1 ? true : null
}

export interface Transcoder {
  push(chunk: Buffer): Buffer
  /** The rest. */
  end(): Buffer
  /** UTF-8 as long as nothing else has shown. */
  encoding(): Encoding
}

const NOTHING: Buffer = Buffer.alloc(0)

/** Takes the pieces of a file in their order. */
export function transcoder(): Transcoder {
  let decided: Encoding | null = null
  let started = false
  /** What has come and does not decide anything yet. */
  let held = NOTHING
  let decoder: TextDecoder | null = null

  const decode = (bytes: Buffer, last: boolean): Buffer => {
    if (decided === 'windows-1252') return Buffer.from(fromWindows(bytes))
    if (decided === null || decided.startsWith('utf-8')) return bytes
    decoder ??= new TextDecoder(decided, { ignoreBOM: true })
    return Buffer.from(decoder.decode(bytes, { stream: !last }))
  }
  const work = (bytes: Buffer, last: boolean): Buffer => {
    if (decided !== null || isAscii(bytes)) return decode(bytes, last)
    const utf8 = firstIsUtf8(bytes)
    if (utf8 === null && !last) {
      held = bytes
      return NOTHING
    }
    decided = utf8 ? 'utf-8' : 'windows-1252'
    return decode(bytes, last)
  }
  const take = (chunk: Buffer, last: boolean): Buffer => {
    const bytes = held.length === 0 ? chunk : Buffer.concat([held, chunk])
    held = NOTHING
    if (started) return work(bytes, last)
    if (bytes.length < LOOK && !last) {
      held = bytes
      return NOTHING
    }
    started = true
    const { encoding, skip } = startOf(bytes)
    decided = encoding
    return work(bytes.subarray(skip), last)
  }
  return { push: (chunk) => take(chunk, false), end: () => take(NOTHING, true), encoding: () => decided ?? 'utf-8' }
}
