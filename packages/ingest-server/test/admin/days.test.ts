import { expect, it } from 'vitest'
import { daysBefore, daysOf } from '../../src/http/admin/days.ts'

const HOUR = 3_600_000

it.each([
  ['UTC', '2026-11-22', '2026-11-22T00:00Z', 24],
  ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00Z', 23],
  ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00Z', 25],
  ['America/New_York', '2026-11-01', '2026-11-01T04:00Z', 25],
  ['Asia/Kathmandu', '2026-11-22', '2026-11-21T18:15Z', 24],
  ['Pacific/Kiritimati', '2026-11-22', '2026-11-21T10:00Z', 24],
  ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00Z', 23], // midnight is skipped: the day begins at one o'clock
  ['+05:30', '2026-11-22', '2026-11-21T18:30Z', 24],
  ['-03:00', '2026-11-22', '2026-11-22T03:00Z', 24],
])('in %s, %s begins at %s and has %d hours', (zone, day, begin, hours) => {
  const { dates, bounds } = daysOf(day, day, zone)
  expect(dates).toEqual([day])
  expect([new Date(bounds[0]!).toISOString().slice(0, 16) + 'Z', (bounds[1]! - bounds[0]!) / HOUR]).toEqual([
    begin,
    hours,
  ])
})

it('has one day behind the other without a gap, over a year with two changes of the clock', () => {
  const { dates, bounds } = daysOf('2026-01-01', '2026-12-31', 'Europe/Berlin')
  expect([dates.length, bounds.length]).toEqual([365, 366])
  const hours = bounds.slice(1).map((until, day) => (until - bounds[day]!) / HOUR)
  expect(Map.groupBy(hours, (each) => each).get(24)).toHaveLength(363)
  expect(hours.reduce((sum, each) => sum + each)).toBe(365 * 24)
})

it('knows as many days before, up to where these begin', () => {
  const days = daysOf('2026-03-02', '2026-03-04', 'Europe/Berlin')
  const before = daysBefore(days, 'Europe/Berlin')
  expect(before.dates).toEqual(['2026-02-27', '2026-02-28', '2026-03-01'])
  expect(before.bounds.at(-1)).toBe(days.bounds[0])
})

it.each([
  ['2026-02-30', '2026-03-01', 'UTC', "'from' must be a date"],
  ['2026-11-22', 'tomorrow', 'UTC', "'to' must be a date"],
  ['2026-11-22', '2026-11-21', 'UTC', "'to' must not be before 'from'"],
  ['2024-01-01', '2026-01-01', 'UTC', 'at most 400 days'],
  ['2026-11-22', '2026-11-22', 'Mars/Olympus', "'zone' must be a time zone"],
])('refuses %s to %s in %s', (from, to, zone, message) => {
  expect(() => daysOf(from, to, zone)).toThrow(message)
})
