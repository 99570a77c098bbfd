/** When a row was made, told from its key or xid: the first 6 of its 14 base62 characters are tenths of a second. */
const FORM = /^(?:[a-z]+_)?([0-9A-Za-z]{6})[0-9A-Za-z]{8}$/
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** More than clocks that keys are made by can be apart. */
const SLACK_MS = 86_400_000

export interface Span {
  readonly from: number
  readonly to: number
}
const EVER: Span = { from: Number.MIN_SAFE_INTEGER, to: Number.MAX_SAFE_INTEGER }

/** The time within which a row of this key lies, so that only its month is looked into; all time for a key that is not ours. */
export function spanOf(key: string): Span {
  const head = FORM.exec(key)?.[1]
  if (head === undefined) return EVER
  const tenths = [...head].reduce((sum, letter) => sum * 62 + ALPHABET.indexOf(letter), 0)
  return { from: tenths * 100 - SLACK_MS, to: tenths * 100 + SLACK_MS }
}
