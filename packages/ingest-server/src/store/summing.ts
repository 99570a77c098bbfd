/**
 * Adding up longer spans anew where a version before has not: a stretch at a time, so that nobody waits long, and readers do
 * without until all is there. A mark says how far it has come; the database takes it away when somebody writes who does not know
 * of sums, and it begins again.
 */
import { EXTENT, RESUM } from './sums.ts'
import { STRETCH_MS } from './sum-rows.ts'

type Found = Record<string, unknown>
/** `$1` and so on stand for the values. */
export type AskInTurn = (name: string, text: string, values: readonly (number | null)[]) => Promise<Found[]>

const beginOf = (at: number): number => Math.floor(at / STRETCH_MS) * STRETCH_MS
const MARK = `INSERT INTO sum_marks (test, next_at, until_at) VALUES ($1, $2, $3)
  ON CONFLICT (test) DO UPDATE SET next_at = excluded.next_at, until_at = excluded.until_at`
const FORGET = 'DELETE FROM sums WHERE test = $1'

async function extentOf(ask: AskInTurn, test: number): Promise<readonly [first: number, last: number] | null> {
  const [found] = await ask('sum_extent', EXTENT, [test])
  if (found === undefined || found['first_at'] === null) return null
  return [Number(found['first_at']), Number(found['last_at'])]
}

async function resum(ask: AskInTurn, test: number, from: number, until: number): Promise<void> {
  for (const [n, text] of RESUM.entries()) await ask(`resum_${n}`, text, [test, from, until])
}

/** Works the next stretch of a mode, in a turn of its own; true where nothing is left to do. */
export async function sumNext(ask: AskInTurn, test: number): Promise<boolean> {
  const [mark] = await ask('sum_mark', 'SELECT next_at, until_at FROM sum_marks WHERE test = $1', [test])
  if (mark === undefined) {
    const extent = await extentOf(ask, test)
    await ask('forget_sums', FORGET, [test]) // what was kept of them may be of rows that are gone
    await ask('mark_sums', MARK, [test, extent && beginOf(extent[0]), extent?.[1] ?? 0])
    return extent === null
  }
  if (mark['next_at'] === null) return true
  const [from, last] = [Number(mark['next_at']), Number(mark['until_at'])]
  const until = from + STRETCH_MS
  await resum(ask, test, from, until)
  await ask('mark_sums', MARK, [test, until > last ? null : until, last])
  return until > last
}

/** Works all of a mode, in the turn that adds its other figures up anew. */
export async function sumAll(ask: AskInTurn, test: number): Promise<void> {
  await ask('forget_sums', FORGET, [test])
  const [first, last] = (await extentOf(ask, test)) ?? [0, -1]
  for (let from = beginOf(first); from <= last; from += STRETCH_MS) await resum(ask, test, from, from + STRETCH_MS)
  await ask('mark_sums', MARK, [test, null, last])
}
