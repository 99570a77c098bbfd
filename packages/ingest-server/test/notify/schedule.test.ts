import { describe, expect, it } from 'vitest'
import { LEAST_MS, MOST_ATTEMPTS, isOver, waitAfter } from '../../src/notify/schedule.ts'

const HOUR = 3_600_000
const waits = (random: number): number[] =>
  Array.from({ length: MOST_ATTEMPTS - 1 }, (_, n) => waitAfter(n + 1, random))
const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0)

describe('the schedule of attempts', () => {
  it('spans three days and three hours, and at most a tenth more', () => {
    expect(sum(waits(0)) / HOUR).toBeCloseTo(75, 0)
    expect(sum(waits(0.999_999)) / HOUR).toBeCloseTo(82.5, 0)
  })

  it('never waits less than what it says, nor more than a tenth longer', () => {
    for (let n = 1; n < 40; n++) {
      expect(waitAfter(n, 0.5) / waitAfter(n, 0)).toBeCloseTo(1.05, 3)
      expect(waitAfter(n + 1, 0)).toBeGreaterThanOrEqual(waitAfter(n, 0))
    }
  })

  it.each([
    ['neither its attempts nor its time is used up', MOST_ATTEMPTS - 1, LEAST_MS - 1, false],
    ['its time is over, while this server was away', 1, 30 * 24 * HOUR, false],
    ['its attempts were used up in a hurry', 99, LEAST_MS - 1, false],
    ['both are used up', MOST_ATTEMPTS, LEAST_MS, true],
  ])('where %s: over is %#', (_when, attempts, age, over) => {
    expect(isOver(attempts, age)).toBe(over)
  })
})
