/** Whether sums can be read, and what of a span they can be read of. */
import type { Mode } from '../facts.ts'
import type { Ask } from './report-reads.ts'
import type { Span } from './reports.ts'

/** Whether all sums of a mode are there. Asked each time: a version before, beside this one, may have written without them. */
export const isSummed = async (ask: Ask, mode: Mode): Promise<boolean> => {
  const sql = 'SELECT m.test FROM sum_marks AS m WHERE m.test = ? AND m.next_at IS NULL'
  return (await ask(sql, mode === 'test' ? 1 : 0)).length > 0
}

/** What lies in whole steps of so long, and what is left at both ends. */
export function cut([from, until]: Span, ms: number): { readonly whole: Span | null; readonly ends: readonly Span[] } {
  const [first, last] = [Math.ceil(from / ms) * ms, Math.floor(until / ms) * ms]
  if (first >= last) return { whole: null, ends: [[from, until]] }
  const ends: Span[] = [
    [from, first],
    [last, until],
  ]
  return { whole: [first, last], ends: ends.filter(([begin, end]) => begin < end) }
}
