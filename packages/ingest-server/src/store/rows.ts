/** What the books hold, as plain data. A row is never changed in place: the ledger writes a new one under the same key. */
import type { FlagRule, Hints, Mode } from '../facts.ts'

export interface GroupRow {
  readonly key: string
  readonly mode: Mode
  readonly slug: string
  readonly name: string
  readonly destination: string | null
  /** What the API shows as `features`. */
  readonly features: Readonly<Record<string, unknown>>
  readonly isDefault: boolean
  readonly archived: boolean
  readonly createdAt: number
  readonly updatedAt: number
}

/** What is kept of a partner and shown again, and means nothing to the books. */
export interface PartnerDetails {
  readonly tags: readonly string[]
  readonly fields: Readonly<Record<string, unknown>>
  readonly managerEmail: string | null
  readonly managerName: string | null
}

export interface PartnerRow {
  readonly key: string
  readonly mode: Mode
  /** Public and unique in its mode. */
  readonly partnerKey: string
  readonly email: string
  readonly firstName: string | null
  readonly lastName: string | null
  readonly groupKey: string
  readonly details: PartnerDetails
  /** SHA-256 of the token by which the partner reads its own rows; null until one is made. */
  readonly tokenHash: string | null
  readonly archived: boolean
  readonly joinedAt: number
  readonly createdAt: number
  readonly updatedAt: number
}

export interface LinkRow {
  readonly key: string
  readonly mode: Mode
  /** Unique over both modes. */
  readonly path: string
  readonly partnerKey: string
  /** Null: the group's destination, else `site_url`. */
  readonly destination: string | null
  readonly title: string | null
  readonly createdAt: number
  readonly updatedAt: number
}

export interface ClickRow {
  readonly xid: string
  readonly mode: Mode
  readonly linkKey: string
  readonly partnerKey: string
  readonly counted: boolean
  /** The customer whose sign-up brought this click. */
  readonly usedBy: string | null
  readonly createdAt: number
}

/** Why a customer is worth a second look. */
export interface FlagRow {
  readonly rule: FlagRule
  /** In plain words; rewards on hold for it name it by them. */
  readonly reason: string
  readonly at: number
  /** When a person found it in order; null while rewards wait for it. */
  readonly clearedAt: number | null
}

export interface CustomerRow {
  readonly key: string
  readonly mode: Mode
  readonly customerKey: string
  readonly email: string | null
  /** Trimmed and lower-case: what e-mails are compared by. */
  readonly emailKey: string | null
  readonly name: string | null
  readonly partnerKey: string
  /** The newest platform id. */
  readonly providerKey: string | null
  /** Who made it: `script`, `api`, `import` or a platform. */
  readonly source: string
  /** False until a trusted source has spoken of it. */
  readonly confirmed: boolean
  /** The oldest first, those that were cleared as well. */
  readonly flags: readonly FlagRow[]
  /** Since when one stands, and rewards for this customer wait; null where none does. */
  readonly flaggedAt: number | null
  readonly xid: string | null
  readonly meta: Readonly<Record<string, unknown>>
  readonly archived: boolean
  /** When who they are was forgotten, at somebody's wish; null: it was not. */
  readonly erasedAt: number | null
  /** When the first payment happened that we know of, whatever became of it. */
  readonly paidAt: number | null
  /** When the sign-up happened. */
  readonly createdAt: number
  readonly updatedAt: number
}

/** Which customer a platform's id belongs to. `provider` '' is an id given without one: it matches any. */
export interface PlatformIdRow {
  readonly mode: Mode
  readonly provider: string
  readonly account: string
  readonly id: string
  readonly customer: string
  /** When the source said so: an older event never moves it back. */
  readonly at: number
  /** Only payments from here on match, where the browser gave the id; null for a trusted source. */
  readonly since: number | null
}

/** A platform's id that named a customer_key nobody has yet. */
export interface WaitingIdRow {
  readonly mode: Mode
  readonly provider: string
  readonly account: string
  readonly id: string
  readonly customerKey: string
  readonly at: number
}

/** Everything known of a payment whose books depend on more than one event. Merging is order-free. */
export interface Evidence {
  /** The newest event that showed money coming in. */
  readonly paid: { readonly at: number; readonly amount: number; readonly captured: number | null } | null
  /** Whether the installation records from this kind of payment; if not, it only tells what was taken back. */
  readonly counts: boolean
  /** The capture itself: what it already carried as refunded is no refund. */
  readonly capture: { readonly at: number; readonly refunded: number } | null
  /** The newest cumulative refund. */
  readonly refunded: { readonly at: number; readonly amount: number } | null
  /** Refunds that carry an id of their own. */
  readonly refunds: Readonly<Record<string, { readonly amount: number; readonly at: number; readonly failed: boolean }>>
  readonly disputes: Readonly<
    Record<string, { readonly amount: number; readonly at: number; readonly state: 'withdrawn' | 'reinstated' }>
  >
  readonly failedAt: number | null
  /** Where `amount` is only a part of what was paid (an invoice with tax): the whole of it. */
  readonly whole: number | null
  /** Who paid, while that is not yet a customer. */
  readonly who: Hints | null
}

/**
 * One payment, whatever is known of it. `recorded`: it has a customer, it is a transaction. `waiting`: money came in, its
 * customer is not known. `evidence`: only reversals are known, or the installation records from something else.
 */
export interface PaymentRow {
  readonly key: string
  readonly mode: Mode
  readonly state: 'recorded' | 'waiting' | 'evidence'
  /** A platform, `api` or `script`. */
  readonly source: string
  readonly account: string
  /** Unique with mode, source and account. */
  readonly sourceKey: string
  /** The `key` a caller gave; unique in its mode. */
  readonly givenKey: string | null
  readonly customer: string | null
  readonly partnerKey: string | null
  readonly amount: number
  readonly refunded: number
  readonly currency: string
  readonly categoryKey: string | null
  readonly productKey: string | null
  readonly metadata: Readonly<Record<string, unknown>>
  readonly approved: boolean
  /** Why it no longer counts; null while it does. */
  readonly archived: 'reversed' | 'deleted' | 'replaced' | null
  readonly replacedBy: string | null
  /** Of a browser's transaction: the page, which is part of what makes two of them the same. */
  readonly page: string | null
  readonly evidence: Evidence | null
  /** The payment intent, by which an invoice may claim this charge. */
  readonly intent: string | null
  /** The invoice this charge paid. */
  readonly whole: string | null
  /** When it happened. */
  readonly createdAt: number
  readonly updatedAt: number
}

/** A payment that waits under a hint: `c:<customer_key>` or `p:<platform id>`. */
export interface WaitRow {
  readonly mode: Mode
  readonly hint: string
  readonly payment: string
}

export interface TieRow {
  readonly mode: Mode
  readonly provider: string
  readonly account: string
  readonly part: string
  readonly whole: string
}

export interface SubscriptionRow {
  readonly key: string
  readonly mode: Mode
  readonly provider: string
  readonly account: string
  readonly id: string
  /** The platform's customer, by which it is found. */
  readonly platformCustomer: string | null
  readonly customerKey: string | null
  readonly status: string
  readonly deleted: boolean
  readonly planKey: string | null
  readonly quantity: number | null
  readonly amount: number | null
  readonly currency: string | null
  readonly currentPeriodEnd: number | null
  readonly cancelledAt: number | null
  readonly at: number
  readonly createdAt: number
  readonly updatedAt: number
}

export type DeliveryState = 'applied' | 'ignored' | 'parked' | 'unsupported' | 'failed'

/** One delivery of the inbox, without its body (see `Reads.deliveryBody`). */
export interface DeliveryRow {
  readonly key: string
  readonly mode: Mode
  readonly provider: string
  readonly account: string
  readonly eventId: string
  readonly type: string
  readonly state: DeliveryState
  readonly reason: string
  readonly attempts: number
  /** Keys of the rows it changed. */
  readonly changed: readonly string[]
  /** What it is parked on: a payment's key, or `link:…` for a platform id that waits for its customer. */
  readonly waitingOn: string | null
  /** What it is about: the payment or the customer it changed first. */
  readonly subject: string | null
  readonly headers: Readonly<Record<string, string>>
  readonly receivedAt: number
  readonly updatedAt: number
}

/** As read: with whose books it changed, and the time of what it waits for, which tells whether it still may find its match. */
export interface ListedDelivery extends DeliveryRow {
  /** `cus_…`, once that is known. */
  readonly customer: string | null
  readonly waitingSince: number | null
}

export interface AuditRow {
  readonly key: string
  readonly mode: Mode
  readonly at: number
  readonly actor: string
  readonly action: string
  readonly subject: string
  readonly detail: Readonly<Record<string, unknown>>
}
