/** Fields of platforms that write everything as text (XML, forms). */
import { z } from 'zod'

/** Minor units or a count, in digits alone: an amount is never a fraction, and 15 digits are exact. */
export const wholeNumber = z
  .string()
  .regex(/^\d{1,15}$/, 'expected a whole number')
  .transform(Number)

const TIME = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,3})\d*)?\s*(Z|UTC|[+-]\d\d:?\d\d)?$/

/** A time as epoch milliseconds; `local` gives the offset in minutes of one that names none. Null where it is no time. */
export function instantOf(text: string, local: (asUtc: number) => number = () => 0): number | null {
  const [, year, month, day, hour, minute, second, fraction = '', zone] = TIME.exec(text) ?? []
  if (year === undefined) return null
  const asUtc = Date.UTC(
    ...([Number(year), Number(month) - 1, Number(day)] as const),
    ...([Number(hour), Number(minute), Number(second), Number(fraction.padEnd(3, '0'))] as const),
  )
  const at = asUtc - (zone === undefined ? local(asUtc) : offsetOf(zone)) * 60_000
  return at >= 0 ? at : null
}

/** Minutes east of Greenwich. */
function offsetOf(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? []
  if (sign === undefined) return 0
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}
