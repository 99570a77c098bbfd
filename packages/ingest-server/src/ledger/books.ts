/** What the rest of the server sees of the books: one way in, and reading. */
import type { Entry, Outcome } from '../entry.ts'
import type { HookRow } from '../store/hook-rows.ts'
import type { ImportRow } from '../store/import-rows.ts'
import type { PartnerView } from '../store/partnerships.ts'
import type { ProspectView } from '../store/prospects.ts'
import type { ActionView, RewardView } from '../store/reward-reads.ts'
import type { TriggerRow } from '../store/reward-rows.ts'
import type { CustomerView, LinkView, TransactionView } from '../store/queries.ts'
import type { Configuration, Reads } from '../store/store.ts'
import type { DeliveryState, GroupRow } from '../store/rows.ts'

/** What became of an entry, once it is committed and synced. */
export interface Receipt {
  /** One per fact, in order. */
  readonly outcomes: readonly Outcome[]
  /** The delivery's row in the inbox; `duplicate` where its event id had been seen. */
  readonly delivery: {
    readonly key: string
    readonly state: DeliveryState | 'duplicate'
    readonly reason: string
  } | null
  /** What the entry's last fact was about, as it now stands, for answering a call. */
  readonly customer: CustomerView | null
  readonly transaction: TransactionView | null
  readonly link: LinkView | null
  readonly partner?: PartnerView
  readonly group?: GroupRow
  readonly prospect?: ProspectView
  readonly hook?: HookRow
  readonly reward?: RewardView
  readonly trigger?: TriggerRow
  readonly action?: ActionView
  /** The import that was opened, or whose stretch it was, as it now stands. */
  readonly file?: ImportRow
  /** What the call was answered, where it said so. */
  readonly answer?: Readonly<Record<string, unknown>>
  /** Something of it is to be told to others. */
  readonly told?: true
}

/** What an answer shows beside what every receipt has. */
export type Shown = Partial<Pick<Receipt, 'partner' | 'group' | 'prospect' | 'hook' | 'reward' | 'trigger' | 'action'>>

export interface Books extends Reads, Configuration {
  /**
   * Resolves when everything the entry does is committed and synced. Rejects with `AppError` where a fact of a call is
   * refused (nothing is then written). A delivery whose work failed by our fault is kept as `failed`, and its receipt says so.
   */
  record(entry: Entry): Promise<Receipt>
  close(): Promise<void>
}
