/**
 * The store's promises. Every driver keeps all of them, and `test/contract/store.ts` is how it shows it.
 * Nothing of SQL or HTTP crosses this line: plain rows in, plain rows out.
 */
import type { Mode } from '../facts.ts'
import type { HookRow, IdempotencyRow, MessageRow, SendRow } from './hook-rows.ts'
import type { AdminReads, AdminWrites } from './admin.ts'
import type { ConditionReads } from './condition.ts'
import type { Erasing } from './erasing.ts'
import type { HookReads, HookWrites } from './hooks.ts'
import type { ImportErrorRow, ImportRow } from './import-rows.ts'
import type { ImportReads, ImportWrites } from './imports.ts'
import type { PartnershipReads } from './partnerships.ts'
import type { ProspectReads } from './prospects.ts'
import type { Restoring } from './restoring.ts'
import type { RewardReads } from './reward-reads.ts'
import type { ActionRow, ProspectRow, RewardRow, TriggerRow } from './reward-rows.ts'
import type { ApiKeyRow, SettingRow, WebhookRow } from './config-rows.ts'
import type {
  CustomersQuery,
  CustomerView,
  DeliveriesQuery,
  LinkView,
  Page,
  TransactionsQuery,
  TransactionView,
} from './queries.ts'
import type {
  AuditRow,
  ClickRow,
  CustomerRow,
  DeliveryRow,
  DeliveryState,
  GroupRow,
  LinkRow,
  ListedDelivery,
  PartnerRow,
  PaymentRow,
  PlatformIdRow,
  SubscriptionRow,
  TieRow,
  WaitRow,
  WaitingIdRow,
} from './rows.ts'
import type { ReportReads } from './reports.ts'
import type { RollupRow } from './rollup-rows.ts'
import type { Snapshots } from './snapshot.ts'
import type { SumRow } from './sum-rows.ts'
import type { DumpedTable } from './table-order.ts'

export type MaybePromise<T> = T | Promise<T>

/** The rows a batch of facts touches, named by what the facts carry. All of one mode. */
export interface Wanted {
  readonly partnerKeys?: Iterable<string>
  readonly partnerEmails?: Iterable<string>
  /** Partners by `part_…`. */
  readonly partners?: Iterable<string>
  /** Slugs or keys. */
  readonly groups?: Iterable<string>
  readonly xids?: Iterable<string>
  /** Customers by the vendor's key, by `cus_…`, by normalised e-mail (archived ones too). */
  readonly customerKeys?: Iterable<string>
  readonly customers?: Iterable<string>
  readonly emails?: Iterable<string>
  /** Platform ids of any provider and account; and all that a customer (`cus_…`) holds. */
  readonly platformIds?: Iterable<string>
  readonly platformIdsOf?: Iterable<string>
  /** Waiting ids by id, and by the customer_key they wait for. */
  readonly waitingIds?: Iterable<string>
  readonly waitingFor?: Iterable<string>
  /** Payments whose internal key, given key or source key is one of these. */
  readonly payments?: Iterable<string>
  /** Payments that wait under one of these hints. */
  readonly hints?: Iterable<string>
  /** Charges by the intent they carry, and by the invoice they paid. */
  readonly intents?: Iterable<string>
  readonly wholes?: Iterable<string>
  /** Ties by part, and by whole. */
  readonly tieParts?: Iterable<string>
  readonly tieWholes?: Iterable<string>
  readonly subscriptions?: Iterable<string>
  /** Rewards by what earned them (a payment, an action, a customer), and what was given for a payment. */
  readonly rewardsFor?: Iterable<string>
  /** All rewards of these customers (`cus_…`), whatever earned them. */
  readonly rewardsOf?: Iterable<string>
  readonly rewards?: Iterable<string>
  /** What counts for the cap of a trigger: the first part of as many rewards as it has room for. */
  readonly capped?: Iterable<CappedRewards>
  /** Rewards on hold whose hold period ends first, those that end until a moment. */
  readonly due?: Iterable<{ readonly until: number; readonly limit: number }>
  /** Of these customers (`cus_…`), the two oldest transactions that did not give way to another report of the same money. */
  readonly firstPaymentsOf?: Iterable<string>
  /** Triggers by key; and all of an event, archived ones too. */
  readonly triggers?: Iterable<string>
  readonly triggersOn?: Iterable<string>
  /** By external key or key. */
  readonly actions?: Iterable<string>
  /** Deals and leads by key or external key. */
  readonly prospects?: Iterable<string>
  /** All transactions of these customers (`cus_…`). */
  readonly transactionsOf?: Iterable<string>
  /** Transactions of these customers (`cus_…`) that a browser reported and nothing has confirmed yet. */
  readonly unconfirmedOf?: Iterable<string>
  /** Links of either mode: paths are unique over both. */
  readonly linkPaths?: Iterable<string>
  /** Transactions of a customer of this amount and currency that happened within a span, both ends included. */
  readonly similar?: Iterable<SimilarPayment>
  /** Calls with an Idempotency-Key, by id. */
  readonly calls?: Iterable<string>
  /** Imports by `impo_…`. */
  readonly imports?: Iterable<string>
  readonly events?: Iterable<{ readonly provider: string; readonly account: string; readonly eventId: string }>
}

export interface SimilarPayment {
  readonly customer: string
  readonly amount: number
  readonly currency: string
  readonly from: number
  readonly to: number
}

/** Rewards of a trigger for a customer; or, where there is none, for what a partner did itself. */
export interface CappedRewards {
  readonly trigger: string
  readonly event: 'transaction' | 'action'
  readonly customer: string | null
  readonly partner: string | null
  readonly limit: number
}

export interface Rows {
  readonly groups: GroupRow[]
  readonly partners: PartnerRow[]
  readonly links: LinkRow[]
  readonly clicks: ClickRow[]
  readonly customers: CustomerRow[]
  readonly platformIds: PlatformIdRow[]
  readonly waitingIds: WaitingIdRow[]
  readonly payments: PaymentRow[]
  /** The hints of every payment among `payments` that is not recorded. */
  readonly waits: WaitRow[]
  readonly ties: TieRow[]
  readonly subscriptions: SubscriptionRow[]
  readonly triggers: TriggerRow[]
  readonly rewards: RewardRow[]
  readonly actions: ActionRow[]
  readonly prospects: ProspectRow[]
  readonly hooks: HookRow[]
  readonly messages: MessageRow[]
  readonly sends: SendRow[]
  readonly idempotency: IdempotencyRow[]
  readonly imports: ImportRow[]
  readonly deliveries: DeliveryRow[]
}

/** Rows to write: each is created, or takes the place of the one with its key. */
export interface Changes {
  readonly groups: readonly GroupRow[]
  readonly partners: readonly PartnerRow[]
  readonly links: readonly LinkRow[]
  readonly clicks: readonly ClickRow[]
  readonly customers: readonly CustomerRow[]
  readonly platformIds: readonly PlatformIdRow[]
  readonly waitingIds: readonly WaitingIdRow[]
  readonly payments: readonly PaymentRow[]
  readonly waits: readonly WaitRow[]
  readonly ties: readonly TieRow[]
  readonly subscriptions: readonly SubscriptionRow[]
  readonly triggers: readonly TriggerRow[]
  readonly rewards: readonly RewardRow[]
  readonly actions: readonly ActionRow[]
  readonly prospects: readonly ProspectRow[]
  readonly hooks: readonly HookRow[]
  readonly messages: readonly MessageRow[]
  readonly sends: readonly SendRow[]
  readonly idempotency: readonly IdempotencyRow[]
  readonly imports: readonly ImportRow[]
  readonly importErrors: readonly ImportErrorRow[]
  /** A new delivery brings its body; one that is worked again keeps what it has. */
  readonly deliveries: readonly { readonly row: DeliveryRow; readonly body: Uint8Array | null }[]
  readonly audit: readonly AuditRow[]
  /** Added to what stands, not in its place; in the order of the key. */
  readonly rollups: readonly RollupRow[]
  /** Likewise. */
  readonly sums: readonly SumRow[]
  readonly removed: {
    readonly platformIds: readonly PlatformIdRow[]
    readonly waitingIds: readonly WaitingIdRow[]
    readonly waits: readonly WaitRow[]
    readonly payments: readonly PaymentRow[]
  }
  /** Every delivery parked on this takes the new state. */
  readonly released: readonly {
    readonly waitingOn: string
    readonly state: DeliveryState
    readonly reason: string
    readonly changed: readonly string[]
    readonly subject: string | null
    readonly at: number
  }[]
  /** When customers first paid, of whom nothing else changes. */
  readonly paid: readonly { readonly customer: string; readonly at: number }[]
  /** Every transaction of `customer` counts for this partner from now on. */
  readonly reattributed: readonly { readonly customer: string; readonly partnerKey: string; readonly at: number }[]
}

/** What a mode's owner has decided. */
export interface Program {
  /** Those that were set; defaults are the caller's. */
  readonly settings: Readonly<Record<string, string>>
  /** Those that stand, the oldest first. */
  readonly triggers: readonly TriggerRow[]
  /** Those that are told of changes. */
  readonly hooks: readonly HookRow[]
}

export interface Tx {
  /** Reads every wanted row of `mode` in one go. Rows come once each, in no order. */
  load(mode: Mode, wanted: Wanted): MaybePromise<Rows>
  /** What every batch of `mode` goes by. */
  program(mode: Mode): MaybePromise<Program>
  /** Writes all changes. Breaking a uniqueness or a reference throws, and the transaction then writes nothing. */
  save(changes: Changes): MaybePromise<void>
}

/** Reading, outside any transaction: sees what is committed. An unknown cursor throws `AppError('UNKNOWN_CURSOR')`. */
export interface Reads
  extends
    AdminReads,
    ConditionReads,
    HookReads,
    ImportReads,
    PartnershipReads,
    ProspectReads,
    RewardReads,
    ReportReads {
  customers(query: CustomersQuery): Promise<Page<CustomerView>>
  transactions(query: TransactionsQuery): Promise<Page<TransactionView>>
  /** By customer_key, then `cus_…`, then e-mail; archived ones too. Several unarchived with that e-mail: 'several'. */
  customer(mode: Mode, ref: string): Promise<CustomerView | 'several' | null>
  /** By given key, then source key, then `tran_…`; archived ones too. */
  transaction(mode: Mode, ref: string): Promise<TransactionView | null>
  /** Of this customer (`cus_…`), newest first. */
  subscriptions(mode: Mode, customer: string, includeArchived: boolean): Promise<SubscriptionRow[]>
  partner(mode: Mode, partnerKey: string): Promise<PartnerRow | null>
  link(path: string): Promise<LinkView | null>
  links(mode: Mode, partnerKey: string): Promise<LinkRow[]>
  /** By the time they came in, newest first. */
  deliveries(query: DeliveriesQuery): Promise<Page<ListedDelivery>>
  delivery(key: string): Promise<ListedDelivery | null>
  /** Null where nothing is kept of it. */
  deliveryBody(key: string): Promise<Uint8Array | null>
  settings(mode: Mode): Promise<Readonly<Record<string, string>>>
  apiKey(publicKey: string): Promise<ApiKeyRow | null>
  apiKeys(): Promise<ApiKeyRow[]>
  webhooks(): Promise<WebhookRow[]>
  audit(mode: Mode, limit: number): Promise<AuditRow[]>
  /** Rows of a table in the order of its key, from behind `after` on, as they are; deliveries with their bodies. */
  dump(table: DumpedTable, after: DumpedRow | null, limit: number): Promise<DumpedRow[]>
}

/** The installation's own configuration. Each write is committed when it resolves. */
export interface Configuration extends AdminWrites, Erasing, HookWrites, ImportWrites {
  putSetting(setting: SettingRow): Promise<void>
  removeSetting(mode: Mode, name: string): Promise<void>
  putApiKey(row: ApiKeyRow): Promise<void>
  /** Creates or replaces the row of (mode, provider). */
  putWebhook(row: WebhookRow): Promise<void>
  /** Creates the row of (mode, provider) where there is none; one that stands stays as it is, whoever was first. */
  addWebhook(row: WebhookRow): Promise<void>
  /**
   * Forgets what came before `before` and is settled or will never find its match: deliveries, and payments that were not
   * recorded; and messages, sent or not. What failed by our fault stays, and what still counts for something else. At most
   * `limit` of each; how many.
   */
  purge(mode: Mode, before: number, limit: number): Promise<number>
  /**
   * Adds up the next piece of what a version before did not, where there is any; true when nothing is left. Until then reads do
   * without it.
   */
  sumNext(mode: Mode): Promise<boolean>
  /** Forgets calls with an Idempotency-Key made before `before`, at most `limit`; how many. */
  forgetCalls(before: number, limit: number): Promise<number>
}

export interface DumpedRow {
  readonly row: object
  readonly body: Uint8Array | null
}

export interface Store extends Reads, Configuration, Restoring, Snapshots {
  /**
   * Everything `work` does through `tx` is committed and synced when this resolves, or none of it happened.
   * Callers take turns: no transaction sees another's unfinished work, also across processes on one database.
   * `work` may be run more than once, where it met another's: it decides on what it loads, and keeps nothing from before.
   */
  atomically<T>(work: (tx: Tx) => MaybePromise<T>): Promise<T>
  /** Adds the figures of a mode up anew from its rows. */
  recount(mode: Mode): Promise<void>
  close(): Promise<void>
}
