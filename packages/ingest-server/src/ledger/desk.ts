/**
 * The desk a batch is decided on: the rows it touches, laid out to be found, and what is to be written. Plain data: no clock
 * of its own, no SQL. A rule reads with the finders and writes with `put`; nothing leaves the desk before the whole batch does.
 */
import type { Mode, PlatformRef } from '../facts.ts'
import type { Settings } from '../settings.ts'
import type { HookRow, IdempotencyRow, MessageRow, SendRow } from '../store/hook-rows.ts'
import type { ImportErrorRow, ImportRow } from '../store/import-rows.ts'
import type { ActionRow, ProspectRow, RewardRow, TriggerRow } from '../store/reward-rows.ts'
import type { AuditRow, CustomerRow, PaymentRow, PlatformIdRow } from '../store/rows.ts'
import type { Changes, Program, Rows } from '../store/store.ts'
import type { Prefix } from './keys.ts'
import type { Need } from './need.ts'
import { shelf } from './shelf.ts'
import type { Shelf } from './shelf.ts'

export interface DeskOptions {
  readonly mode: Mode
  readonly settings: Settings
  /** The triggers and hooks that stand, as they were when the batch began. */
  readonly standing: Pick<Program, 'triggers' | 'hooks'>
  /** A rule that finds it needs what nobody foresaw asks here: it is brought, and the batch decided anew. */
  readonly need: Need
  newKey(prefix: Prefix, now: number): string
  /** 12 lower-case hex digits. */
  newPartnerKey(): string
}

type Released = Changes['released'][number]
type Reattributed = Changes['reattributed'][number]
type DeliveryChange = Changes['deliveries'][number]

/** Trimmed and lower-case: how e-mails are compared. Empty is none. */
export const emailKey = (email: string | null): string | null => email?.trim().toLowerCase() || null

const joined = (...parts: string[]): string => parts.join('\n')
const platform = (row: { provider: string; account: string; id: string }): string =>
  joined(row.provider, row.account, row.id)

const shelves = () => ({
  groups: shelf<Rows['groups'][number]>({ key: (row) => row.key, indexes: { slug: (row) => row.slug } }),
  partners: shelf<Rows['partners'][number]>({
    key: (row) => row.partnerKey,
    indexes: { email: (row) => emailKey(row.email), internal: (row) => row.key },
  }),
  links: shelf<Rows['links'][number]>({ key: (row) => row.path }),
  clicks: shelf<Rows['clicks'][number]>({ key: (row) => row.xid }),
  customers: shelf<CustomerRow>({
    key: (row) => row.key,
    indexes: { customerKey: (row) => row.customerKey, email: (row) => (row.archived ? null : row.emailKey) },
  }),
  platformIds: shelf<PlatformIdRow>({
    key: platform,
    indexes: { id: (row) => row.id, customer: (row) => row.customer },
  }),
  waitingIds: shelf<Rows['waitingIds'][number]>({
    key: platform,
    indexes: { id: (row) => row.id, customerKey: (row) => row.customerKey },
  }),
  payments: shelf<PaymentRow>({
    key: (row) => row.key,
    indexes: {
      sourceKey: (row) => row.sourceKey,
      givenKey: (row) => row.givenKey,
      customer: (row) => row.customer,
      whole: (row) => row.whole,
      intent: (row) => row.intent,
    },
  }),
  waits: shelf<Rows['waits'][number]>({
    key: (row) => joined(row.hint, row.payment),
    indexes: { hint: (row) => row.hint, payment: (row) => row.payment },
  }),
  ties: shelf<Rows['ties'][number]>({
    key: (row) => joined(row.provider, row.account, row.part),
    indexes: { whole: (row) => row.whole },
  }),
  subscriptions: shelf<Rows['subscriptions'][number]>({ key: platform }),
  triggers: shelf<TriggerRow>({
    key: (row) => row.key,
    indexes: { standing: (row) => (row.archived ? null : row.event) },
  }),
  rewards: shelf<RewardRow>({
    key: (row) => row.key,
    indexes: {
      cause: (row) => row.cause,
      customer: (row) => row.customer,
      /** What partners earned by themselves. */
      partner: (row) => (row.customer === null ? row.partnerKey : null),
      givenFor: (row) => (row.triggerKey === null ? row.payment : null),
    },
  }),
  actions: shelf<ActionRow>({ key: (row) => row.key, indexes: { externalKey: (row) => row.externalKey } }),
  prospects: shelf<ProspectRow>({ key: (row) => row.key, indexes: { externalKey: (row) => row.externalKey } }),
  hooks: shelf<HookRow>({ key: (row) => row.key }),
  messages: shelf<MessageRow>({ key: (row) => row.key }),
  sends: shelf<SendRow>({ key: (row) => joined(row.message, row.hook) }),
  idempotency: shelf<IdempotencyRow>({ key: (row) => row.id }),
  imports: shelf<ImportRow>({ key: (row) => row.key }),
  importErrors: shelf<ImportErrorRow>({ key: (row) => joined(row.importKey, String(row.line), String(row.no)) }),
  deliveries: shelf<DeliveryChange>({ key: ({ row }) => joined(row.provider, row.account, row.eventId) }),
  audit: shelf<AuditRow>({ key: (row) => row.key }),
  released: shelf<Released & { readonly order: number }>({ key: (row) => joined(row.waitingOn, String(row.order)) }),
  reattributed: shelf<Reattributed & { readonly order: number }>({
    key: (row) => joined(row.customer, String(row.order)),
  }),
})

type Shelves = ReturnType<typeof shelves>

export interface Desk extends Shelves {
  readonly mode: Mode
  readonly settings: Settings
  readonly standing: DeskOptions['standing']
  readonly need: Need
  /** Whose act the entry is that is being decided; null: nobody's. */
  by: string | null
  newKey(prefix: Prefix, now: number): string
  /** 12 lower-case hex digits. */
  newPartnerKey(): string
  /** Lays loaded rows out. */
  learn(rows: Rows): void
  customerByKey(customerKey: string): CustomerRow | undefined
  /** The unarchived customers with this (normalised) e-mail. */
  customersByEmail(email: string | null): CustomerRow[]
  /** The row of a platform's id; one given without a provider matches any. */
  platformId(ref: PlatformRef): PlatformIdRow | undefined
  payment(ref: PlatformRef): PaymentRow | undefined
  /** The ids a customer is known by; asked for, where nobody foresaw that they matter. */
  idsOf(customer: string): PlatformIdRow[]
  /** Puts every shelf back to where it was when `mark` was taken. */
  mark(): () => void
  changes(): Changes
}

export function openDesk(options: DeskOptions): Desk {
  const all = shelves()
  const each = Object.values(all) as Shelf<unknown>[]
  for (const trigger of options.standing.triggers) all.triggers.learn(trigger)
  return {
    ...all,
    ...options,
    by: null,
    learn(rows) {
      const { deliveries, ...others } = rows
      for (const [name, list] of Object.entries(others)) {
        const target = all[name as keyof Shelves] as Shelf<unknown>
        for (const row of list as unknown[]) target.learn(row)
      }
      for (const row of deliveries) all.deliveries.learn({ row, body: null })
    },
    customerByKey: (customerKey) => all.customers.by('customerKey', customerKey)[0],
    customersByEmail: (email) => (email === null ? [] : all.customers.by('email', email)),
    platformId(ref) {
      const exact = all.platformIds.get(platform(ref))
      if (exact || ref.provider === '') return exact ?? all.platformIds.by('id', ref.id)[0]
      return all.platformIds.get(platform({ provider: '', account: '', id: ref.id }))
    },
    payment: (ref) =>
      all.payments.by('sourceKey', ref.id).find((row) => row.source === ref.provider && row.account === ref.account),
    idsOf(customer) {
      if (!all.customers.isNew(customer)) options.need.ask('platformIdsOf', customer)
      return all.platformIds.by('customer', customer)
    },
    mark() {
      const marks = each.map((one) => one.mark())
      return () => each.forEach((one, index) => one.undo(marks[index] ?? 0))
    },
    changes() {
      const put = <Row>(one: Shelf<Row>): Row[] => one.changes().put
      return {
        groups: put(all.groups),
        partners: put(all.partners),
        links: put(all.links),
        clicks: put(all.clicks),
        customers: put(all.customers),
        platformIds: put(all.platformIds),
        waitingIds: put(all.waitingIds),
        payments: put(all.payments),
        waits: put(all.waits),
        ties: put(all.ties),
        subscriptions: put(all.subscriptions),
        triggers: put(all.triggers),
        rewards: put(all.rewards),
        actions: put(all.actions),
        prospects: put(all.prospects),
        hooks: put(all.hooks),
        messages: put(all.messages),
        sends: put(all.sends),
        idempotency: put(all.idempotency),
        imports: put(all.imports),
        importErrors: put(all.importErrors),
        deliveries: put(all.deliveries),
        audit: put(all.audit),
        ...{ rollups: [], sums: [], paid: [] },
        released: put(all.released),
        reattributed: put(all.reattributed),
        removed: {
          platformIds: all.platformIds.changes().removed,
          waitingIds: all.waitingIds.changes().removed,
          waits: all.waits.changes().removed,
          payments: all.payments.changes().removed,
        },
      }
    },
  }
}
