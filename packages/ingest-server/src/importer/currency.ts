/** How many digits of a currency are behind the point, as ISO 4217 has it. `Intl` would tell what shops print, which is not the same. */

const OF: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
}
const DIGITS = new Map(
  Object.entries(OF).flatMap(([digits, codes]) => codes.split(' ').map((code) => [code, Number(digits)])),
)
const KNOWN = new Set(Intl.supportedValuesOf('currency'))

/** Null for three letters that are no currency. */
export const minorDigits = (currency: string): number | null => DIGITS.get(currency) ?? (KNOWN.has(currency) ? 2 : null)
