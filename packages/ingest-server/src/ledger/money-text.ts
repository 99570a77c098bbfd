/** Minor units as people read them, for what the server itself puts into words: 1234 is ¥1,234, $12.34 and KWD 1.234. */
export function moneyText(amount: number, currency: string): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  const exponent = format.resolvedOptions().maximumFractionDigits ?? 2
  const digits = String(Math.abs(amount)).padStart(exponent + 1, '0')
  const whole = digits.slice(0, digits.length - exponent)
  const text = exponent === 0 ? whole : `${whole}.${digits.slice(-exponent)}`
  // Through digits, not division: no amount is rounded.
  return format.format((amount < 0 ? `-${text}` : text) as `${number}`)
}
