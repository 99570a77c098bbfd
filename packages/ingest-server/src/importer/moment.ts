/** Times as spreadsheets write them: ISO 8601, where no zone means UTC, or epoch milliseconds. */

/** Partner programs are younger. */
const EARLIEST = Date.UTC(1995, 0, 1)
const DAY_MS = 86_400_000

const ISO =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|UTC|[+-]\d{2}(?::?\d{2})?)?)?$/i

/** The time, or in words why it does not fit; `now` is when the import began. */
export function readMoment(text: string, now: number): number | string {
  const at = /^\d{11,15}$/.test(text) ? Number(text) : isoMoment(text)
  if (at === null) return problemOf(text)
  if (at < EARLIEST) return 'is before 1995'
  return at <= now + DAY_MS ? at : 'is in the future'
}

function isoMoment(text: string): number | null {
  const [, ...parts] = ISO.exec(text) ?? []
  if (parts.length === 0) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(0, 6)
    .map((part) => Number(part ?? 0))
  const ms = Number((parts[6] ?? '').padEnd(3, '0').slice(0, 3))
  const at = Date.UTC(year, month - 1, day, hour, minute, second, ms)
  const real = new Date(at)
  // A day or an hour that does not exist would silently become another.
  if (real.getUTCMonth() !== month - 1 || real.getUTCDate() !== day || hour > 23 || minute > 59 || second > 59)
    return null
  return at - zoneMs(parts[7] ?? 'Z')
}

function zoneMs(zone: string): number {
  const [, sign, hours = 0, minutes = 0] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
}

function problemOf(text: string): string {
  if (/^\d{9,10}$/.test(text)) return 'is in seconds: give milliseconds, or ISO 8601 as 2024-03-31T09:30:00Z'
  if (/^\d{4,5}(\.\d+)?$/.test(text)) return "is a spreadsheet's own number of a day: format the column as 2024-03-31"
  if (/^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}/.test(text)) return 'could be two different days: write it as 2024-03-31'
  return 'is not a time: write it as 2024-03-31 or 2024-03-31T09:30:00Z, or in epoch milliseconds'
}
