/** Lays on the desk every row a batch touches: what its facts name, then what those rows name, until nothing new is named. */
import type { Entry } from '../entry.ts'
import type { Tx } from '../store/store.ts'
import type { Desk } from './desk.ts'
import { askTold } from './messages.ts'
import { askAbout, askEntries, askRows } from './need.ts'

export async function load(tx: Tx, desk: Desk, entries: readonly Entry[]): Promise<void> {
  const { need } = desk
  askEntries(need, entries)
  for (let wanted = need.take(); wanted !== null; wanted = need.take()) {
    const rows = await tx.load(desk.mode, wanted)
    desk.learn(rows)
    askRows(need, rows, entries)
    askTold(need, desk, rows)
    askAbout(need, desk, entries)
  }
}
