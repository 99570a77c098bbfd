/** The store's promise to whoever takes a backup: one moment of everything, however long it is looked at. */
import type { Reads } from './store.ts'

export interface Moment {
  readonly dump: Reads['dump']
  /** Writes all of it to a new SQLite file, page by page; null where the engine has no way of its own. */
  readonly copyPages: ((file: string) => Promise<void>) | null
}

export interface Snapshots {
  /** What `work` reads is what was committed when it began; nobody who writes in the meantime waits for it. */
  snapshot<T>(work: (moment: Moment) => Promise<T>): Promise<T>
}
