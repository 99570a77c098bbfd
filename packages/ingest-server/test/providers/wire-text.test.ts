import { describe, expect, it } from 'vitest'
import { instantOf, wholeNumber } from '../../src/providers/wire-text.ts'

describe('a time written as text', () => {
  it.each([
    ['in UTC', '2026-05-28T20:26:40Z', 1_780_000_000_000],
    ['with milliseconds', '2026-05-28T20:26:40.5Z', 1_780_000_000_500],
    ['with more than that', '2026-05-28T20:26:40.123456Z', 1_780_000_000_123],
    ['west of Greenwich', '2026-05-28 15:26:40 -0500', 1_780_000_000_000],
    ['east of Greenwich', '2026-05-29T01:56:40+05:30', 1_780_000_000_000],
    ['with UTC spelt out', '2026-05-28 20:26:40 UTC', 1_780_000_000_000],
    ['without a zone', '2026-05-28 20:26:40', 1_780_000_000_000],
    ['of a day alone', '2026-05-28', null],
    ['before all counting', '1969-12-31T23:59:59Z', null],
    ['with a word behind it', '2026-05-28T20:26:40Z or so', null],
    ['of no kind', 'soon', null],
  ])('is read %s', (_name, text, expected) => {
    expect(instantOf(text)).toBe(expected)
  })
  it('without a zone is where its platform is', () => {
    expect(instantOf('2026-05-28 15:26:40', () => -300)).toBe(1_780_000_000_000)
  })
})

describe('a whole number written as text', () => {
  it.each(['', '-1', '1.0', '1e3', '0x1', ' 1', '١', '9'.repeat(16)])('is not %j', (text) => {
    expect(wholeNumber.safeParse(text).success).toBe(false)
  })
  it.each([
    ['0', 0],
    ['00123', 123],
    ['999999999999999', 999_999_999_999_999],
  ])('is %j', (text, number) => {
    expect(wholeNumber.parse(text)).toBe(number)
  })
})
