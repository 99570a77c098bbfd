/** Minor units as money, by the currency's own exponent: 1234 is ¥1,234, $12.34 and KWD 1.234. */

function exponentOf(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}

/** Through digits, not division: no amount is rounded. */
export function decimal(amount: number, currency: string): string {
  const exponent = exponentOf(currency)
  const digits = String(Math.abs(amount)).padStart(exponent + 1, '0')
  const whole = digits.slice(0, digits.length - exponent)
  const text = exponent === 0 ? whole : `${whole}.${digits.slice(-exponent)}`
  return amount < 0 ? `-${text}` : text
}

/** What somebody typed as money, in minor units; null where it is none, or finer than the currency is. */
export function minorUnits(text: string, currency: string): number | null {
  const exponent = exponentOf(currency)
  const [, whole = '', fraction = ''] = /^(\d+)(?:\.(\d+))?$/.exec(text.trim()) ?? []
  if (whole === '' || fraction.length > exponent) return null
  const units = Number(whole + fraction.padEnd(exponent, '0'))
  return Number.isSafeInteger(units) ? units : null
}

export const isCurrency = (text: string): boolean => /^[A-Z]{3}$/.test(text)

/** As the reader writes money: a sign alone where it can only mean one currency there. */
export function formatMoney(amount: number, currency: string): string {
  const text = decimal(amount, currency) as `${number}`
  return new Intl.NumberFormat(undefined, { style: 'currency', currency, currencyDisplay: 'symbol' }).format(text)
}

/** For a scale, where there is little room and nobody counts the cents. */
export const shortMoney = (amount: number, currency: string): string =>
  new Intl.NumberFormat(undefined, { style: 'currency', currency, notation: 'compact' }).format(
    amount / 10 ** exponentOf(currency),
  )

/** Per currency, never added across. */
export function totals(items: readonly { readonly amount: number; readonly currency: string }[]): string[] {
  const sums = new Map<string, number>()
  for (const { amount, currency } of items) sums.set(currency, (sums.get(currency) ?? 0) + amount)
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, sum]) => formatMoney(sum, currency))
}
