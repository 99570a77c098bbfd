/** When a billing period ends. */
import { expect, it } from 'vitest'
import { endOfPeriod } from '../src/shapes/subscription.ts'
import type { Price } from '../src/shapes/wire.ts'

const seconds = (day: string) => Date.parse(`${day}T10:00:00Z`) / 1000

it.each([
  ['2026-01-15', 'month', 1, '2026-02-15'],
  ['2026-01-31', 'month', 1, '2026-02-28'],
  ['2028-01-31', 'month', 1, '2028-02-29'],
  ['2026-11-30', 'month', 3, '2027-02-28'],
  ['2026-12-31', 'month', 1, '2027-01-31'],
  ['2028-02-29', 'year', 1, '2029-02-28'],
  ['2026-12-30', 'week', 1, '2027-01-06'],
  ['2026-02-28', 'day', 2, '2026-03-02'],
] as const)('a period begun on %s, by the %s × %i, ends on %s', (start, interval, count, end) => {
  const price = { recurring: { interval, interval_count: count } } as Price
  expect(endOfPeriod(seconds(start), price)).toBe(seconds(end))
})
