/** Amounts as spreadsheets write them, into whole minor units; never through floating point. */
import type { AmountUnit } from '../facts.ts'
import { minorDigits } from './currency.ts'

/** Minor units at most, either way. */
const MOST = 50_000_000_000

/** The amount, or in words why it does not fit. */
export function readAmount(text: string, unit: AmountUnit, currency: string): number | string {
  const amount = unit === 'minor' ? wholeUnits(text) : majorUnits(text, currency)
  if (typeof amount === 'string') return amount
  return Math.abs(amount) <= MOST ? amount : `is more than ${MOST} minor units`
}

function wholeUnits(text: string): number | string {
  if (/^-?\d{1,15}$/.test(text)) return Number(text) + 0 // -0 is 0
  if (/^-?\d+[.,]\d+$/.test(text))
    return 'is not a whole number of minor units; import amounts like 12.50 with amount_unit=major'
  return /^-?\d+$/.test(text)
    ? `is more than ${MOST} minor units`
    : 'is not a whole number of minor units: digits only, no currency and no separators'
}

/** A point before the decimals; or a comma, where it cannot be one between thousands. */
const MAJOR = /^(-?)(\d+)(?:\.(\d+)|,(\d{1,2}))?$/

function majorUnits(text: string, currency: string): number | string {
  const digits = minorDigits(currency)
  if (digits === null) return `has no known minor unit: '${currency}' is no currency`
  const [, sign = '', whole, point, comma] = MAJOR.exec(text) ?? []
  if (whole === undefined)
    return 'is not an amount: write it as 1234.50, with no currency and no separators between thousands'
  const decimals = point ?? comma ?? ''
  const [kept, beyond] = [decimals.slice(0, digits).padEnd(digits, '0'), decimals.slice(digits)]
  if (/[1-9]/.test(beyond)) return `has more decimals than ${currency} has: ${digits === 0 ? 'none' : digits}`
  const amount = Number(`${whole}${kept}`)
  return sign === '-' && amount !== 0 ? -amount : amount
}
