/**
 * Internal keys: prefix, `_`, 14 base62 characters. The first 6 are the time in tenths of a second, so that keys sort by
 * creation and stay dense in an index; the other 8 are random (47 bits). The alphabet is in ASCII order.
 */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const TIME_LENGTH = 6
const RANDOM_LENGTH = 8

export type Prefix = 'part' | 'cus' | 'tran' | 'grup' | 'link' | 'sub' | 'dlv' | 'aud'

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

/** 14 base62 characters that sort by `now` (epoch ms): an xid, or what follows a key's prefix. */
export function newId(now: number, randomBytes: RandomBytes): string {
  let time = Math.floor(now / 100)
  let head = ''
  for (let index = 0; index < TIME_LENGTH; index++) {
    head = ALPHABET.charAt(time % 62) + head
    time = Math.floor(time / 62)
  }
  return head + randomText(RANDOM_LENGTH, randomBytes)
}

/** As `newId`, with its prefix: `cus_…`. */
export function newKey(prefix: Prefix, now: number, randomBytes: RandomBytes): string {
  return `${prefix}_${newId(now, randomBytes)}`
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
