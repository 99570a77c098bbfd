/**
 * Works the imports of an installation one after the other, and looks out for those that nobody works: left behind by a process
 * that was killed, here or elsewhere.
 */
import { randomUUID } from 'node:crypto'
import type { Books } from '../ledger/books.ts'
import { workImport } from './work-import.ts'

/** Without a sign of life for so long, an import is taken over. Each commit of it is one. */
export const SILENT_MS = 5_000
const LOOK_OUT_MS = 2_000

export interface ImporterOptions {
  readonly books: Books
  now(): number
  onError(error: unknown, what: string): void
}

export interface Importer {
  /** There may be something to do. */
  wake(): void
  /** Looks out from now on, also for what others have left behind. */
  lookOut(): void
  /** Ends after the commit that is under way; whatever is left goes on elsewhere, or at the next start. */
  stop(): Promise<void>
}

export function createImporter({ books, now, onError }: ImporterOptions): Importer {
  let isStopped = false
  let isAsked = false
  let running: Promise<void> | null = null
  let timer: NodeJS.Timeout | null = null

  /** Works the oldest that nobody works; false where there is none. */
  const workOne = async (): Promise<boolean> => {
    const before = now() - SILENT_MS
    for (const { key } of await books.idleImports(before)) {
      const claim = randomUUID()
      const row = await books.claimImport(key, claim, before, now())
      if (!row) continue
      const onBug = (error: unknown): void => onError(error, `import ${key}`)
      const worked = await workImport(books, row, { now, onBug, isStopped: () => isStopped })
      if (worked === 'stopped') await books.yieldImport(key, claim, now())
      return true
    }
    return false
  }
  const run = async (): Promise<void> => {
    try {
      do {
        isAsked = false
        while (!isStopped && (await workOne()));
      } while (isAsked && !isStopped)
    } catch (error) {
      // Whatever it was, the import stands, and is looked at again.
      if (!isStopped) onError(error, 'imports could not be worked')
    } finally {
      running = null
    }
  }
  const wake = (): void => {
    isAsked = true
    if (!isStopped) running ??= run()
  }
  return {
    wake,
    lookOut() {
      timer ??= setInterval(wake, LOOK_OUT_MS)
      wake()
    },
    async stop() {
      isStopped = true
      if (timer) clearInterval(timer)
      await running
    },
  }
}
