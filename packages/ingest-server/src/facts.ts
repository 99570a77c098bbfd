/**
 * The only vocabulary between a source (a click, the script, a webhook, an API call, a CSV row) and the ledger.
 * A source says what it heard; who a customer is and what it means for the books, the ledger decides.
 * Times are epoch milliseconds. Money is the platform's minor units, an integer, never divided by 100.
 * This file imports nothing but the parts it is made of, which import nothing.
 */
import type { CustomerReattributeFact } from './facts/attribution.ts'
import type { CustomerEraseFact } from './facts/erasure.ts'
import type { CustomerClearFact } from './facts/flags.ts'
import type { ProgramFact } from './facts/program.ts'
import type { RewardFact } from './facts/rewards.ts'

export type * from './facts/attribution.ts'
export type * from './facts/erasure.ts'
export type * from './facts/flags.ts'
export type * from './facts/imports.ts'
export type * from './facts/program.ts'
export type * from './facts/rewards.ts'

/** Two sealed worlds. The key pair, webhook URL or link decides, never a field in the request. */
export type Mode = 'production' | 'test'

/** An object of a payment platform. Ids are unique per account only; `account` is '' for the platform's own. */
export interface PlatformRef {
  readonly provider: string
  readonly account: string
  readonly id: string
}

/** All that a source tells about who it means. The first hint that names a known customer wins, in this order. */
export interface Hints {
  /** The vendor's own id of the customer. */
  readonly customerKey: string | null
  /** The platform's customer. */
  readonly platform: PlatformRef | null
  /** The platform customer's own e-mail, never that of a billing address or receipt. */
  readonly email: string | null
  readonly name: string | null
  /** Who referred; counts only where the event may make the customer. */
  readonly partnerKey: string | null
  /** False where `customerKey` may only find a customer (Stripe's legacy `metadata.customer_id`). */
  readonly mayCreate: boolean
}

/** A visit through a referral link. */
export interface ClickFact {
  readonly kind: 'click'
  readonly xid: string
  readonly linkKey: string
  readonly partnerKey: string
  /** A prefetch has an xid, but is a click only once a sign-up brings it. */
  readonly counted: boolean
}

/** A sign-up reported by the browser, over a public key: it may add, never change. */
export interface SignupFact {
  readonly kind: 'signup'
  readonly customerKey: string | null
  readonly email: string | null
  readonly name: string | null
  readonly partnerKey: string | null
  readonly xid: string | null
  readonly providerKey: string | null
  readonly meta: Readonly<Record<string, unknown>> | null
  /** Minor units, or null where none was sent or it could not be read (`amountProblem` then says why). */
  readonly amount: number | null
  readonly amountProblem: string | null
  readonly currency: string | null
  /** The page's address without its fragment. */
  readonly page: string | null
  /** A back end vouches for it by its tracking token: whom it makes needs nobody else's word. */
  readonly trusted?: true
}

/** A customer made by a key pair. */
export interface CustomerCreateFact {
  readonly kind: 'customer.create'
  readonly customerKey: string | null
  readonly email: string
  readonly partnerKey: string
  readonly name: string | null
  readonly providerKey: string | null
  readonly meta: Readonly<Record<string, unknown>> | null
}

/** A change by a key pair. An absent field stays; `providerKey: null` clears. */
export interface CustomerEditFact {
  readonly kind: 'customer.edit'
  /** customer_key, internal key or e-mail. */
  readonly ref: string
  readonly customerKey?: string
  readonly email?: string
  readonly name?: string
  readonly providerKey?: string | null
  readonly meta?: Readonly<Record<string, unknown>>
}

export interface CustomerArchiveFact {
  readonly kind: 'customer.archive'
  readonly ref: string
}

/** A payment reported by a key pair. */
export interface TransactionCreateFact {
  readonly kind: 'transaction.create'
  /** customer_key, internal key or e-mail. */
  readonly customer: string
  /** What `customer` is, where the caller said so; absent: whichever of the three it fits, in that order. */
  readonly customerIs?: 'internal key or customer_key' | 'customer_key' | 'e-mail'
  readonly key: string | null
  readonly amount: number
  readonly currency: string | null
  readonly categoryKey: string | null
  readonly productKey: string | null
  readonly metadata: Readonly<Record<string, unknown>> | null
  /** When it happened; absent: now. */
  readonly createdAt?: number
}

export interface TransactionArchiveFact {
  readonly kind: 'transaction.archive'
  /** The transaction's given key, its platform id, or its internal `tran_…`. */
  readonly ref: string
}

/** A platform's customer was made or changed there. */
export interface CustomerSeenFact {
  readonly kind: 'customer.seen'
  readonly at: number
  readonly who: Hints
}

/** A platform showed a payment as it stood at `at`. */
export interface PaymentFact {
  readonly kind: 'payment'
  /** When the platform made the event: decides which of two events is the newer. */
  readonly at: number
  readonly payment: PlatformRef
  /** When the payment happened; the same on every event of one payment. */
  readonly happenedAt: number
  /** `payment` and `capture` show money that came in; a `refund` only what went back, and waits for its payment. */
  readonly role: 'payment' | 'capture' | 'refund'
  /** False where the installation records from something else (a charge, where invoices count): kept as evidence only. */
  readonly records: boolean
  readonly who: Hints
  /** The whole: what was authorised, or the invoice's subtotal. */
  readonly amount: number
  /** What was captured of it, where the platform tells. */
  readonly captured: number | null
  /** Of what was paid, `amount` is only a part (an invoice with tax): refunds then count in proportion. */
  readonly paid: number | null
  readonly currency: string | null
  /** Cumulative refunds on the payment at `at`, where the platform counts so. */
  readonly refundedTotal: number | null
  readonly productKey: string | null
  readonly categoryKey: string | null
  readonly metadata: Readonly<Record<string, string>>
  /** The customer (customer_key, `cus_…` or e-mail) that a person has chosen: it then is theirs, however late they signed up. */
  readonly chosenCustomer?: string
  /** What else the platform calls this payment when it speaks of it: Stripe's payment intent, Recurly's account and invoice. */
  readonly intent: string | null
}

/** One refund of a payment, by its own id; `failed` when the money did come back to the vendor. */
export interface RefundFact {
  readonly kind: 'refund'
  readonly at: number
  readonly payment: PlatformRef
  readonly refundId: string
  readonly amount: number
  readonly failed: boolean
  readonly intent: string | null
}

/** A refund that does not say which payment it is of, only what to look for (Recurly). */
export interface LooseRefundFact {
  readonly kind: 'loose-refund'
  readonly at: number
  /** The refund's own id. */
  readonly refund: PlatformRef
  readonly amount: number
  /** Null: whatever the installation's is. */
  readonly currency: string | null
  /** Whose it was: the platform's customer. */
  readonly customer: PlatformRef
  /** As on the payment's own fact (`PaymentFact.intent`), where the refund tells enough to name it. */
  readonly intent: string | null
  /** The payment's id, where a person has chosen it. */
  readonly chosen: string | null
}

/** Disputed money left (`withdrawn`) or came back (`reinstated`). */
export interface DisputeFact {
  readonly kind: 'dispute'
  readonly at: number
  readonly payment: PlatformRef
  readonly disputeId: string
  readonly amount: number
  readonly state: 'withdrawn' | 'reinstated'
  readonly intent: string | null
}

/** A payment failed or was voided, even late: takes back what stands, and an older success records nothing. */
export interface FailureFact {
  readonly kind: 'failure'
  readonly at: number
  readonly payment: PlatformRef
  readonly intent: string | null
}

/** `part` (a charge or a payment intent) paid for `whole` (an invoice). */
export interface TieFact {
  readonly kind: 'tie'
  readonly at: number
  readonly part: PlatformRef
  readonly whole: string
}

/** A subscription as it stood at `at`; information only. */
export interface SubscriptionFact {
  readonly kind: 'subscription'
  readonly at: number
  readonly subscription: PlatformRef
  readonly who: Hints
  readonly status: string
  readonly deleted: boolean
  readonly planKey: string | null
  readonly quantity: number | null
  readonly amount: number | null
  readonly currency: string | null
  readonly currentPeriodEnd: number | null
  readonly cancelledAt: number | null
  readonly createdAt: number
}

/** What a payment platform can tell. */
export type PlatformFact =
  CustomerSeenFact | PaymentFact | RefundFact | LooseRefundFact | DisputeFact | FailureFact | TieFact | SubscriptionFact

export type Fact =
  | ClickFact
  | SignupFact
  | CustomerCreateFact
  | CustomerEditFact
  | CustomerArchiveFact
  | CustomerReattributeFact
  | CustomerClearFact
  | CustomerEraseFact
  | TransactionCreateFact
  | TransactionArchiveFact
  | ProgramFact
  | RewardFact
  | PlatformFact
