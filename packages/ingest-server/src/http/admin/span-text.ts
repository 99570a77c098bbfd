const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** A length of time (ms) in its largest whole unit: `3 days`, `1 hour`. */
export function spanText(ms: number): string {
  const [name, length] = UNITS.find(([, unit]) => ms >= unit) ?? UNITS[2]
  const count = Math.floor(ms / length)
  return count < 1 ? 'less than a minute' : `${count} ${name}${count === 1 ? '' : 's'}`
}
