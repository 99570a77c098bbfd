/** The ledger: entries in, committed and synced; load, decide and save run in one transaction per batch. */
import { AppError } from '../errors.ts'
import type { Entry } from '../entry.ts'
import type { Mode } from '../facts.ts'
import { readSettings } from '../settings.ts'
import type { Store, Tx } from '../store/store.ts'
import { batcher } from './batch.ts'
import type { Books, Receipt } from './books.ts'
import { decide, failedReceipt } from './decide.ts'
import type { Verdict } from './decide.ts'
import { openDesk } from './desk.ts'
import type { Desk } from './desk.ts'
import { keyMaker, pooled } from './keys.ts'
import type { RandomBytes } from './keys.ts'
import { load } from './load.ts'
import { openNeed } from './need.ts'
import { changesOf } from './tally.ts'

/** A batch that is over, well or not. */
export interface BatchDone {
  readonly entries: number
  readonly ms: number
}

export interface LedgerOptions {
  readonly randomBytes: RandomBytes
  /** Told of every error that is ours: an entry that could not be decided or saved. */
  onBug(error: unknown, entry: Entry): void
  /** Entries committed together at most. */
  readonly maxBatch?: number
  /** Batches under way at once: more than one where the store is across a wire, and the next can be on its way. */
  readonly inFlight?: number
  /** Told of every batch; `elapsed` is the clock it is measured by, in ms. */
  readonly watch?: { elapsed(): number; onBatch(batch: BatchDone): void }
}

/** A rule asks for what hangs on rows that are there: that ends. One that does not is a bug, and must not hold up everybody. */
const MOST_ROUNDS = 20

const MODES: readonly Mode[] = ['production', 'test']

/** Decides on the rows it foresaw; where a rule has asked for more, they are brought, and the whole batch is decided anew. */
async function decideLoaded(
  tx: Tx,
  desk: Desk,
  entries: readonly Entry[],
  onBug: LedgerOptions['onBug'],
): Promise<Verdict[]> {
  for (let rounds = 1; ; rounds++) {
    await load(tx, desk, entries)
    const undo = desk.mark()
    const bugs: Parameters<typeof onBug>[] = []
    const verdicts = decide(desk, entries, (...bug) => bugs.push(bug))
    if (!desk.need.isOpen()) {
      for (const bug of bugs) onBug(...bug)
      return verdicts
    }
    if (rounds === MOST_ROUNDS) throw new Error('the rules ask for more and more')
    undo()
  }
}

/** Opens the books over a store. Entries recorded at the same time are committed together. */
export function createLedger(
  store: Store,
  { onBug, maxBatch = 128, inFlight = 1, watch, ...options }: LedgerOptions,
): Books {
  const randomBytes = pooled(options.randomBytes)
  const newKey = keyMaker(randomBytes)
  const deskOf = async (tx: Tx, mode: Mode): Promise<Desk> => {
    const { settings, triggers, hooks } = await tx.program(mode)
    const newPartnerKey = (): string => Buffer.from(randomBytes(6)).toString('hex')
    const standing = { triggers, hooks }
    return openDesk({ mode, settings: readSettings(settings), standing, need: openNeed(), newKey, newPartnerKey })
  }

  const commit = (batch: readonly Entry[]): Promise<Verdict[]> =>
    store.atomically(async (tx) => {
      const verdicts: Verdict[] = []
      for (const mode of MODES) {
        const places = [...batch.keys()].filter((place) => batch[place]?.mode === mode)
        if (places.length === 0) continue
        const entries = places.map((place) => batch[place] as Entry)
        const desk = await deskOf(tx, mode)
        const decided = await decideLoaded(tx, desk, entries, onBug)
        decided.forEach((verdict, index) => (verdicts[places[index] as number] = verdict))
        await tx.save(changesOf(desk))
      }
      return verdicts
    })

  /** An entry that cannot be saved: its delivery alone is kept, as failed. */
  const keepFailed = (entry: Entry): Promise<Verdict> =>
    store.atomically(async (tx) => {
      const desk = await deskOf(tx, entry.mode)
      await load(tx, desk, [{ ...entry, facts: [] }])
      const receipt = failedReceipt(desk, entry)
      await tx.save(changesOf(desk))
      return { receipt }
    })

  /** A batch that cannot be saved is worked one by one, so that one entry's fault is not the others'. */
  const work = async (batch: Entry[]): Promise<Verdict[]> => {
    try {
      return await commit(batch)
    } catch (error) {
      if (error instanceof AppError && error.code === 'UNAVAILABLE') throw error
      const [entry] = batch
      if (batch.length > 1 || !entry) return (await Promise.all(batch.map((one) => work([one])))).flat()
      onBug(error, entry)
      return [entry.delivery ? await keepFailed(entry) : { error }]
    }
  }

  const watched = async (batch: Entry[]): Promise<Verdict[]> => {
    if (!watch) return work(batch)
    const began = watch.elapsed()
    return work(batch).finally(() => watch.onBatch({ entries: batch.length, ms: watch.elapsed() - began }))
  }

  const queue = batcher<Entry, Verdict>({ work: watched, maxBatch, inFlight, isLong: ({ file }) => file !== undefined })
  return {
    ...store,
    async record(entry): Promise<Receipt> {
      const verdict = await queue.add(entry)
      if ('error' in verdict) throw verdict.error
      return verdict.receipt
    },
    async close() {
      await queue.idle()
      await store.close()
    },
  }
}
