/** A size as people say it: 1,234,567 is 1.2 MB. */
const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

export function formatBytes(bytes: number): string {
  const step = Math.min(UNITS.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3))
  const unitDisplay = step === 0 ? 'long' : 'short' // the short one knows no plural of bytes
  const style = { style: 'unit', unit: UNITS[step] as string, unitDisplay, maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat(undefined, style).format(bytes / 1000 ** step)
}
