/**
 * Requests that no client should send, as bytes: a request that would do for its route, and then one to four things wrong with
 * it, in its line, headers, body, or the way it is cut into pieces. The same seed makes the same bytes.
 */
import { draft, type Draft, type Target } from './malformed-draft.ts'
import { WRONGS } from './malformed-wrongs.ts'
import type { Chance } from './seeded.ts'

export type { Target } from './malformed-draft.ts'

export interface Malformed {
  /** What is sent, in pieces that are sent one after another. */
  readonly pieces: readonly Buffer[]
  /** Whether the sender says that nothing more comes. */
  readonly ends: boolean
}

const isBytes = (text: string): boolean => [...text].every((letter) => letter.charCodeAt(0) < 256)
const latin = (text: string): Buffer => Buffer.from(text, 'latin1')

function bytesOf(chance: Chance, made: Draft): Buffer {
  const isSized = made.headers.some(([name]) => /^content-length$/i.test(name))
  const sized = made.chunks
    ? ([['Transfer-Encoding', 'chunked']] as const)
    : isSized || made.body.length === 0
      ? []
      : ([['Content-Length', String(made.body.length)]] as const)
  const lines = [...made.headers, ...sized].map(([name, value]) =>
    value === '' && name.includes(':') ? name : `${name}: ${value}`,
  )
  const eol = chance.happens(0.02) ? '\n' : '\r\n'
  // What is no byte stands as its UTF-8, as a careless client would send it.
  const head = [made.line, ...lines].map((line) => Buffer.from(line, isBytes(line) ? 'latin1' : 'utf8'))
  const joined = head.flatMap((line) => [line, latin(eol)])
  return Buffer.concat([...joined, latin(eol), made.chunks ?? made.body])
}

function cut(chance: Chance, whole: Buffer): Buffer[] {
  if (chance.happens(0.8)) return [whole]
  const places = Array.from({ length: 1 + chance.below(4) }, () => chance.below(whole.length + 1)).sort((a, b) => a - b)
  return [0, ...places]
    .map((from, index) => whole.subarray(from, places[index] ?? whole.length))
    .filter(({ length }) => length > 0)
}

export function malformed(chance: Chance, target: Target): Malformed {
  const made = draft(chance, target)
  for (let wrongs = 1 + chance.below(4); wrongs > 0; wrongs--) chance.one(WRONGS)(chance, made)
  let whole = bytesOf(chance, made)
  if (chance.happens(0.05)) whole = Buffer.concat([whole, whole]) // one behind the other
  if (chance.happens(0.05)) whole = Buffer.concat([whole, chance.bytes(40)])
  if (chance.happens(0.05)) whole = whole.subarray(0, chance.below(whole.length + 1))
  return { pieces: cut(chance, whole), ends: chance.happens(0.9) }
}
