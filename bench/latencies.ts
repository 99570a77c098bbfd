/** How long answers took: counted by the hundredth of a millisecond, since a lone request takes less than one. */
export interface Latencies {
  add(ms: number): void
  /** Milliseconds within which this part of all was answered; NaN where nothing was. */
  percentile(part: number): number
}

export function latencies(): Latencies {
  const counts = new Map<number, number>()
  return {
    add(ms) {
      const hundredths = Math.round(ms * 100)
      counts.set(hundredths, (counts.get(hundredths) ?? 0) + 1)
    },
    percentile(part) {
      const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
      let seen = 0
      for (const [hundredths, count] of [...counts].sort(([one], [two]) => one - two)) {
        seen += count
        if (seen >= total * part) return hundredths / 100
      }
      return Number.NaN
    },
  }
}
