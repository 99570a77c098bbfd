/** A server's sender: woken by whatever the server records, and stopped with it. */
import { randomBytes } from 'node:crypto'
import type { Logger } from 'pino'
import type { Books } from '../ledger/books.ts'
import { newId } from '../ledger/keys.ts'
import type { Vault } from '../secrets.ts'
import { createPost } from './post.ts'
import { present } from './present.ts'
import { createSender } from './sender.ts'

export interface TellingDeps {
  readonly books: Books
  readonly vault: Vault
  readonly now: () => number
  readonly log: Logger
  /** Hooks may reach private addresses, and do without https. */
  readonly privateTargets: boolean
  /** Told of each attempt, whether it was taken. */
  readonly onAttempt?: (isGood: boolean) => void
}

export interface Telling {
  /** The same books; what is recorded through them is told at once. */
  readonly books: Books
  start(): void
  /** Finishes what is on its way. */
  stop(): Promise<void>
}

export function createTelling({ books, vault, now, log, privateTargets, onAttempt }: TellingDeps): Telling {
  const sender = createSender({
    ...{ books, vault, now, log, present, post: createPost({ privateTargets }), random: Math.random },
    ...(onAttempt && { onAttempt }),
    newAuditKey: (at) => `aud_${newId(at, randomBytes)}`,
  })
  return {
    books: {
      ...books,
      async record(entry) {
        const receipt = await books.record(entry)
        if (receipt.told) sender.wake()
        return receipt
      },
    },
    start: () => sender.start(),
    stop: () => sender.stop(),
  }
}
