/** How high the lines of a chart stand: at round values, the last one at the top or above it. */

const STEPS = [1, 2, 2.5, 5, 10]
const LINES = 4

/** Round values from the least to the most, 0 among them; `least` is at most 0. `unit` is what is still shown. */
export function ticks(least: number, most: number, unit = 1): number[] {
  // Nothing but zero: one line says that.
  if (least === most) return [least]
  const span = Math.max(most - least, unit)
  const rough = span / LINES
  const size = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(unit, size * (STEPS.find((one) => one * size >= rough) ?? 10))
  const [first, last] = [Math.floor(least / step), Math.ceil(most / step)]
  const count = Math.max(1, last - first)
  return Array.from({ length: count + 1 }, (_, index) => (first + index) * step)
}

/** Days that are named below a chart: the first, the last, and some between at equal distances, as many as there is room for. */
export function marks(count: number, room: number): number[] {
  const most = Math.max(2, Math.min(room, count))
  const step = Math.max(1, Math.ceil((count - 1) / (most - 1)))
  // From the end, so that today is always named.
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => count - 1 - index * step).reverse()
}
