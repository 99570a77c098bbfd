/** Days as a person's calendar has them: in a time zone, which may make one 23 or 25 hours long. */
import { AppError } from '../../errors.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const MOST_DAYS = 400

/** What a clock in the zone shows at a moment, as if it were UTC. */
function clockOf(zone: string): (at: number) => number {
  let format: Intl.DateTimeFormat
  try {
    const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', ...parts })
  } catch (cause) {
    const takes = "a time zone, as 'Europe/Berlin', or an offset, as '+05:30'"
    throw new AppError('INVALID_FIELD', `'zone' must be ${takes}`, { cause })
  }
  return (at) => {
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
    return Date.UTC(part['year']!, part['month']! - 1, part['day']!, part['hour'], part['minute'])
  }
}

/** The first moment of a day, given as the UTC midnight of its date. Where midnight is skipped, the first there is. */
function beginOf(date: number, clock: (at: number) => number): number {
  let at = date - (clock(date) - date)
  for (let turn = 0; turn < 2; turn++) at += date - clock(at)
  while (clock(at) < date) at += 15 * MINUTE_MS
  while (clock(at - 15 * MINUTE_MS) >= date) at -= 15 * MINUTE_MS
  return at
}

export interface Days {
  /** As `2026-11-22`, one after the other. */
  readonly dates: readonly string[]
  /** When each begins, and when the last ends: one more than there are days. */
  readonly bounds: readonly number[]
}

const dateOf = (text: string, field: string): number => {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : NaN
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text) {
    throw new AppError('INVALID_FIELD', `'${field}' must be a date, as 2026-11-22`)
  }
  return at
}

/** The days from one date to another, both included. */
export function daysOf(from: string, to: string, zone: string): Days {
  const [first, last] = [dateOf(from, 'from'), dateOf(to, 'to')]
  const count = (last - first) / DAY_MS + 1
  if (count < 1) throw new AppError('INVALID_FIELD', "'to' must not be before 'from'")
  if (count > MOST_DAYS) throw new AppError('INVALID_FIELD', `'to' must be at most ${MOST_DAYS} days behind 'from'`)
  const clock = clockOf(zone)
  const dates = Array.from({ length: count }, (_, n) => first + n * DAY_MS)
  return {
    dates: dates.map((date) => new Date(date).toISOString().slice(0, 10)),
    bounds: [...dates, last + DAY_MS].map((date) => beginOf(date, clock)),
  }
}

/** As many days as these, right before them. */
export function daysBefore({ dates }: Days, zone: string): Days {
  const date = (days: number): string => new Date(Date.parse(dates[0]!) + days * DAY_MS).toISOString().slice(0, 10)
  return daysOf(date(-dates.length), date(-1), zone)
}
