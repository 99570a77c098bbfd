import { expect, it } from 'vitest'
import { judgeAttempt, type Patience } from '../../src/store/attempts.ts'

const limit: Patience = { key: 'a', free: 3, firstMs: 1_000, mostMs: 8_000, forgetMs: 60_000 }
const row = (count: number, at: number, until: number) => ({ key: 'a', count, at, until })

it.each([
  ['the first', [], { wait: 0, rows: [row(1, 0, 0)] }],
  ['the last free one', [row(2, 0, 0)], { wait: 0, rows: [row(3, 0, 0)] }],
  ['the first that is not free', [row(3, 0, 0)], { wait: 0, rows: [row(4, 0, 1_000)] }],
  ['one within the wait', [row(4, -500, 500)], { wait: 500, rows: [] }],
  ['one behind it', [row(6, -4_000, 0)], { wait: 0, rows: [row(7, 0, 8_000)] }],
  ['the hundredth', [row(99, -8_000, 0)], { wait: 0, rows: [row(100, 0, 8_000)] }],
  ['one after a long silence', [row(99, -60_000, 0)], { wait: 0, rows: [row(1, 0, 0)] }],
  ['one after the clock was set back', [row(9, 900_000, 908_000)], { wait: 0, rows: [row(10, 0, 8_000)] }],
])('an attempt, %s, is judged', (_which, standing, expected) => {
  expect(judgeAttempt(standing, [limit], 0)).toEqual(expected)
})
