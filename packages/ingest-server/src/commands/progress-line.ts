/** How far a long work is, in one line: a bar, rows, rows a second, and the time that is left. */

const WIDTH = 24

export interface ProgressState {
  /** 0 to 1. */
  readonly share: number
  readonly rows: number
  /** Since it began. */
  readonly elapsedMs: number
}

const figures = new Intl.NumberFormat('en-US')

export function progressLine({ share, rows, elapsedMs }: ProgressState): string {
  const full = Math.min(WIDTH, Math.floor(share * WIDTH))
  const bar = `[${'#'.repeat(full)}${'-'.repeat(WIDTH - full)}]`
  const percent = `${Math.min(100, Math.floor(share * 100))} %`.padStart(5)
  const perSecond = elapsedMs > 0 ? Math.round(rows / (elapsedMs / 1_000)) : 0
  const left = share > 0 && share < 1 ? `  ${duration((elapsedMs / share) * (1 - share))} left` : ''
  return `${bar} ${percent}  ${figures.format(rows)} rows  ${figures.format(perSecond)}/s${left}`
}

/** As a person says it. */
export function duration(ms: number): string {
  const seconds = Math.ceil(ms / 1_000)
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
