/** What the dashboard asks beyond the API: figures, what needs attention, searches, the audit log. */
import type { Mode } from '../facts.ts'
import type { Page } from './queries.ts'
import type { Figures } from './rollup-rows.ts'
import type { RewardStatus } from './reward-rows.ts'
import type { AuditRow, ClickRow, PlatformIdRow } from './rows.ts'

/** From its first moment to before its last, each on a quarter hour. */
export type Span = readonly [from: number, until: number]

export interface SpanFigures extends Figures {
  /** Which of the spans that were asked for. */
  readonly span: number
  readonly currency: string
}

export interface PartnerFigures extends Figures {
  readonly partnerKey: string
  readonly currency: string
}

/** Each counted up to a thousand. */
export interface Attention {
  /** Waiting for a customer or payment that may still come. */
  readonly parked: number
  /** Waiting for longer than anything may. */
  readonly unmatched: number
  readonly failed: number
  readonly rewardsToApprove: number
  /** Customers whose rewards wait for a second look. */
  readonly flagged: number
}

export interface AuditQuery {
  readonly mode: Mode
  readonly limit: number
  /** The key of what lines are about. */
  readonly subject?: string
  readonly actor?: string
  /** `setting.change`; with a dot at its end, every act on such things: `setting.`. */
  readonly action?: string
  /** Epoch ms, both inclusive. */
  readonly from?: number
  readonly until?: number
  /** A line's key; one of the two. */
  readonly startingAfter?: string
  /** The lines nearest to it on its newer side. */
  readonly endingBefore?: string
}

export interface TotalsQuery {
  readonly mode: Mode
  readonly partnerKey?: string
  /** `cus_…` */
  readonly customer?: string
  readonly minCreated?: number
  readonly maxCreated?: number
  readonly currency?: string
  /** Of rewards. */
  readonly statuses?: readonly RewardStatus[]
}

/** Of one currency; of rewards, of one status. */
export interface Total {
  readonly currency: string
  readonly status: RewardStatus | null
  readonly count: number
  readonly amount: number
  readonly refunded: number
}

export interface Totals {
  /** By currency, then status. */
  readonly items: Total[]
  /** False where there were too many to add up: the newest are. */
  readonly isComplete: boolean
}

/** So many rows are added up one by one at most, the newest first: where no sums are kept of what was asked for. */
export const MOST_ADDED = 100_000

export interface ReportReads {
  /** What is not archived of a table, added up. */
  totals(of: 'payments' | 'rewards', query: TotalsQuery): Promise<Totals>
  click(mode: Mode, xid: string): Promise<ClickRow | null>
  /** Behind `xid`, the newest first, among the newest few thousand of both modes. */
  clicksSince(mode: Mode, xid: string, limit: number): Promise<ClickRow[]>
  /** Of all partners together; a span and currency of which there is nothing has no row. */
  figures(mode: Mode, spans: readonly Span[]): Promise<SpanFigures[]>
  /** The first of each currency by what they brought net; by sign-ups where the currency is ''. Whole days, UTC. */
  topPartners(mode: Mode, span: Span, limit: number): Promise<PartnerFigures[]>
  /** Of one partner, by day, UTC. */
  partnerDays(mode: Mode, partnerKey: string, span: Span): Promise<(PartnerFigures & { readonly at: number })[]>
  attention(mode: Mode, waitingBefore: number): Promise<Attention>
  /** customer_keys of those whose customer_key or e-mail begins so, or who have this key or platform id. */
  searchCustomers(mode: Mode, text: string, limit: number): Promise<string[]>
  /** partner_keys of those whose key or e-mail begins so, or whose name has it in it. */
  searchPartners(mode: Mode, text: string, limit: number): Promise<string[]>
  /** All ids that a customer (`cus_…`) is known by on payment platforms, the oldest first. */
  platformIds(mode: Mode, customer: string): Promise<PlatformIdRow[]>
  /** The newest first. */
  auditLog(query: AuditQuery): Promise<Page<AuditRow>>
}
