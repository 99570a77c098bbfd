/** Minor units for people, and back. */
export function money(amount: number, currency: string): string {
  const format = new Intl.NumberFormat('en-IE', { style: 'currency', currency: currency.toUpperCase() })
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(amount / 10 ** decimals).replace(/\.00$/, '')
}

/** `12.5` is 1250 in dollars; null for what is no amount. */
export function parseAmount(text: string, currency: string): number | null {
  const { maximumFractionDigits: decimals = 2 } = new Intl.NumberFormat('en-IE', {
    style: 'currency',
    currency,
  }).resolvedOptions()
  const match = /^\s*(\d{1,9})(?:[.,](\d+))?\s*$/.exec(text)
  const fraction = match?.[2] ?? ''
  return match && fraction.length <= decimals ? Number(`${match[1]}${fraction.padEnd(decimals, '0')}`) : null
}
