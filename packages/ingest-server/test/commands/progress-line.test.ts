import { describe, expect, it } from 'vitest'
import { duration, progressLine } from '../../src/commands/progress-line.ts'

describe('how far a long work is', () => {
  it.each([
    [0, 0, 0, '[------------------------]   0 %  0 rows  0/s'],
    [0.5, 520_000, 26_000, '[############------------]  50 %  520,000 rows  20,000/s  26 s left'],
    [0.999, 10, 1_000, '[#######################-]  99 %  10 rows  10/s  1 s left'],
    [1, 1_000_000, 50_000, '[########################] 100 %  1,000,000 rows  20,000/s'],
  ])('is told at %d', (share, rows, elapsedMs, line) => {
    expect(progressLine({ share, rows, elapsedMs })).toBe(line)
  })

  it.each([
    [1, '1 s'],
    [59_000, '59 s'],
    [61_000, '1 min 1 s'],
    [3_700_000, '1 h 1 min'],
  ])('takes %d ms in words', (ms, words) => {
    expect(duration(ms)).toBe(words)
  })
})
