/** The inbox as people look through it, whether on the command line or on a page. */
import { AppError } from '../errors.ts'
import type { Mode } from '../facts.ts'
import type { Books } from '../ledger/books.ts'
import { customerHint, DAY_MS, platformHint } from '../ledger/parking.ts'
import { readSettings } from '../settings.ts'
import type { DeliveriesQuery, Page } from '../store/queries.ts'
import type { DeliveryState, ListedDelivery } from '../store/rows.ts'

/** A parked delivery whose time is over is `unmatched`: nothing will apply it but a person. */
export type ShownState = DeliveryState | 'unmatched'
export const SHOWN_STATES = [
  'applied',
  'ignored',
  'parked',
  'unmatched',
  'unsupported',
  'failed',
] as const satisfies readonly ShownState[]

export interface ListedState {
  readonly row: ListedDelivery
  readonly state: ShownState
}

/** What narrows the list; an absent part does not. */
export interface DeliveryFilters {
  readonly state?: ShownState | undefined
  readonly provider?: string | undefined
  /** customer_key, provider_key, `cus_…` or e-mail. */
  readonly customer?: string | undefined
  readonly since?: number | undefined
  readonly until?: number | undefined
  readonly startingAfter?: string | undefined
}

/** Its key, and the hints its payments may still wait under. */
async function ofCustomer(books: Books, mode: Mode, ref: string): Promise<Pick<DeliveriesQuery, 'customer' | 'hints'>> {
  const view = await books.customer(mode, ref)
  if (view === 'several')
    throw new AppError('EMAIL_AMBIGUOUS', `several customers have the e-mail '${ref}': name one by its customer_key`)
  return { hints: [customerHint(ref), platformHint(ref)], ...(view && { customer: view.customer.key }) }
}

/** A cursor that names nothing would look like the end of the list. */
async function knownCursor(books: Books, mode: Mode, key: string): Promise<string> {
  const row = await books.delivery(key)
  if (row?.mode === mode) return key
  throw new AppError('UNKNOWN_CURSOR', `There is no delivery '${key}' in ${mode} mode to go on after.`)
}

/** Tells a delivery's state as it is now. */
export async function stateAt(books: Books, mode: Mode, now: number): Promise<(row: ListedDelivery) => ListedState> {
  const cutoff = await cutoffOf(books, mode, now)
  return (row) => {
    const isLate = row.state === 'parked' && row.waitingSince !== null && row.waitingSince < cutoff
    return { row, state: isLate ? 'unmatched' : row.state }
  }
}

async function cutoffOf(books: Books, mode: Mode, now: number): Promise<number> {
  const { parkingDays } = readSettings(await books.settings(mode))
  return now - parkingDays * DAY_MS
}

export async function listDeliveries(
  { books, mode, now }: { readonly books: Books; readonly mode: Mode; readonly now: number },
  filters: DeliveryFilters,
  limit: number,
): Promise<Page<ListedState>> {
  const { state, provider, customer, since, until, startingAfter } = filters
  const cutoff = await cutoffOf(books, mode, now)
  const { items, hasMore } = await books.deliveries({
    ...{ mode, limit },
    ...(state && { states: [state === 'unmatched' ? 'parked' : state] }),
    ...(state === 'unmatched' && { waitingBefore: cutoff }),
    ...(state === 'parked' && { notWaitingBefore: cutoff }),
    ...(customer && (await ofCustomer(books, mode, customer))),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(provider && { provider }),
    ...(startingAfter && { startingAfter: await knownCursor(books, mode, startingAfter) }),
  })
  return { items: items.map(await stateAt(books, mode, now)), hasMore }
}
