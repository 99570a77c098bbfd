/** Adding up what a version before did not keep: at start, and looked for every hour while the server runs. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Books } from './books.ts'

/** Between two pieces: whoever is being served goes first. */
const PAUSE_MS = 50

/** Works both modes until nothing is left, or it is over; how many pieces there were. */
export async function sumUp(books: Pick<Books, 'sumNext'>, isOver: () => boolean): Promise<number> {
  let pieces = 0
  for (const mode of ['production', 'test'] as const) {
    while (!isOver() && !(await books.sumNext(mode))) {
      pieces++
      await wait(PAUSE_MS)
    }
  }
  return pieces
}
