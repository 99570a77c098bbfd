/** Ids that look like Stripe's and sort by creation. */
import { randomInt } from 'node:crypto'

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const TIME_LENGTH = 7
const RANDOM_LENGTH = 15

export type NewId = (prefix: string) => string

/** `cus_` + 7 of time + 2 of sequence + 15 at random: 24 in all, so that ids of one millisecond sort too. */
export function createIds(now: () => number): NewId {
  let sequence = 0
  return (prefix) => {
    sequence = (sequence + 1) % (62 * 62)
    const random = Array.from({ length: RANDOM_LENGTH }, () => BASE62[randomInt(62)]).join('')
    return `${prefix}_${base62(now(), TIME_LENGTH)}${base62(sequence, 2)}${random}`
  }
}

function base62(value: number, length: number): string {
  let rest = value
  let text = ''
  while (text.length < length) {
    text = `${BASE62[rest % 62]}${text}`
    rest = Math.floor(rest / 62)
  }
  return text
}
