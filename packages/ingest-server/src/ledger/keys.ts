/**
 * Internal keys: prefix, `_`, 14 base62 characters. The first 6 are the time in tenths of a second, the other 8 are random
 * (47 bits). Of one tenth of a second, each is a random step above the one before, so that keys sort by creation and each lands
 * at the end of its index: at thousands a second, wholly random ones touched eight pages of every index where one will do. The
 * alphabet is in ASCII order.
 */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const TIME_LENGTH = 6
const RANDOM_LENGTH = 8

export type Prefix =
  | 'part'
  | 'cus'
  | 'tran'
  | 'grup'
  | 'link'
  | 'sub'
  | 'dlv'
  | 'aud'
  | 'rwrd'
  | 'act'
  | 'trig'
  | 'hook'
  | 'msg'
  | 'deal'
  | 'lead'
  | 'impo'

/** Fills with random bytes; handed in, so that a test can repeat itself. */
export type RandomBytes = (size: number) => Uint8Array

/** Draws from `source` in large pieces: asking the system for a few bytes at a time costs more than everything else about a key. */
export function pooled(source: RandomBytes, size = 8192): RandomBytes {
  let pool: Uint8Array = new Uint8Array(0)
  let used = 0
  return (length) => {
    if (used + length > pool.length) {
      pool = source(Math.max(size, length))
      used = 0
    }
    used += length
    return pool.subarray(used - length, used)
  }
}

/** 14 base62 characters that sort by `now` (epoch ms), of one tenth of a second in no order: nobody can guess the next. */
export function newId(now: number, randomBytes: RandomBytes): string {
  return base62(tickOf(now), TIME_LENGTH) + randomText(RANDOM_LENGTH, randomBytes)
}

const tickOf = (now: number): number => Math.floor(now / 100)

function base62(value: number, length: number): string {
  let text = ''
  for (let rest = value; text.length < length; rest = Math.floor(rest / 62)) text = ALPHABET.charAt(rest % 62) + text
  return text
}

/** How many different ends there are; a tenth of a second starts in the lower half, and has room for 100,000 steps above. */
const ENDS = 62 ** RANDOM_LENGTH
const STEP = Math.floor(ENDS / 2 / 100_000)

/** Makes internal keys: `cus_…`, each greater than the one before it of the same tenth of a second. */
export function keyMaker(randomBytes: RandomBytes): (prefix: Prefix, now: number) => string {
  const below = (limit: number): number =>
    Math.floor((randomBytes(6).reduce((sum, byte) => sum * 256 + byte, 0) / 2 ** 48) * limit)
  let tick = -1
  let end = 0
  return (prefix, now) => {
    const current = tickOf(now)
    end = current === tick ? end + 1 + below(STEP) : below(Math.floor(ENDS / 2))
    tick = current
    if (end >= ENDS) end = below(Math.floor(ENDS / 2)) // a million a second: order gives way, uniqueness stays likely
    return `${prefix}_${base62(tick, TIME_LENGTH)}${base62(end, RANDOM_LENGTH)}`
  }
}

/** Evenly random base62: bytes that would favour the first letters are thrown away. */
export function randomText(length: number, randomBytes: RandomBytes): string {
  let text = ''
  while (text.length < length) {
    for (const byte of randomBytes(length + 4))
      if (byte < 248 && text.length < length) text += ALPHABET.charAt(byte % 62)
  }
  return text
}
