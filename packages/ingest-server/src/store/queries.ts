/** What can be asked of the books, and the shapes of its answers. */
import type { Mode } from '../facts.ts'
import type { CustomerRow, DeliveryState, GroupRow, LinkRow, PartnerRow, PaymentRow } from './rows.ts'

export type OrderBy = 'created_at' | '-created_at' | 'updated_at' | '-updated_at'

/** A page of a list. Order is (time, key) in one direction; a cursor is a row's key. */
export interface PageQuery {
  readonly mode: Mode
  readonly limit: number
  readonly orderBy: OrderBy
  readonly startingAfter?: string
  readonly endingBefore?: string
  readonly minCreated?: number
  readonly maxCreated?: number
  readonly minUpdated?: number
  readonly maxUpdated?: number
  readonly includeArchived?: boolean
}

export interface CustomersQuery extends PageQuery {
  readonly customerKeys?: readonly string[]
  readonly partnerKey?: string
  /** `part_…` */
  readonly partnershipKey?: string
  /** A group's slug or key. */
  readonly group?: string
  /** Whether a flag stands. */
  readonly flagged?: boolean
  readonly email?: string
  /** Some letters of a key, the e-mail or the name. */
  readonly search?: string
}

export interface TransactionsQuery extends PageQuery {
  /** `cus_…` */
  readonly customer?: string
  readonly partnerKey?: string
  /** `part_…` */
  readonly partnershipKey?: string
}

export interface DeliveriesQuery {
  readonly mode: Mode
  readonly limit: number
  readonly states?: readonly DeliveryState[]
  readonly provider?: string
  readonly since?: number
  readonly until?: number
  /** Of this customer (`cus_…`), or parked under one of `hints`. */
  readonly customer?: string
  readonly hints?: readonly string[]
  /** Parked on something that happened before this, or not before it. */
  readonly waitingBefore?: number
  readonly notWaitingBefore?: number
  readonly startingAfter?: string
}

export interface Page<T> {
  readonly items: T[]
  readonly hasMore: boolean
}

/** A transaction with what its object shows of others. */
export interface TransactionView {
  readonly payment: PaymentRow
  readonly customer: CustomerRow
  readonly partner: PartnerRow
}

export interface CustomerView {
  readonly customer: CustomerRow
  readonly partner: PartnerRow
}

/** A link with what a redirect needs. */
export interface LinkView {
  readonly link: LinkRow
  readonly partner: PartnerRow
  readonly group: GroupRow
}
