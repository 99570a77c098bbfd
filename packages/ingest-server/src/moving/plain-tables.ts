/** What an export shows of each kind: the columns that an import takes back, and some that only tell. What is archived is left out. */
import type { Mode } from '../facts.ts'
import type { PartnerView } from '../store/partnerships.ts'
import type { CustomerView, Page, PageQuery, TransactionView } from '../store/queries.ts'
import type { RewardView } from '../store/reward-reads.ts'
import type { ClickRow, ListedDelivery } from '../store/rows.ts'
import type { DumpedRow, Reads, Store } from '../store/store.ts'
import type { ExportType } from './full-tables.ts'

export type Exporting = Reads & Pick<Store, 'dump'>

export interface PlainTable {
  readonly columns: readonly string[]
  pages(books: Exporting, mode: Mode): AsyncGenerator<Record<string, unknown>[]>
}

const PAGE = 1_000

interface Shown<T, C extends readonly string[]> {
  readonly columns: C
  /** In the order of the columns. */
  values(item: T): Record<C[number], unknown>
  keyOf(item: T): string
  ask(books: Exporting, query: PageQuery): Promise<Page<T>>
}

/** What one thing shows, by its columns. */
export interface ShownTable<T> extends PlainTable {
  values(item: T): Record<string, unknown>
  keyOf(item: T): string
}

/** A list to its end, page by page. */
const listed = <T, const C extends readonly string[]>({ columns, values, keyOf, ask }: Shown<T, C>): ShownTable<T> => ({
  columns,
  values,
  keyOf,
  async *pages(books, mode) {
    for (let startingAfter: string | undefined; ;) {
      const query: PageQuery = { mode, limit: PAGE, orderBy: 'created_at' }
      const { items, hasMore } = await ask(books, startingAfter === undefined ? query : { ...query, startingAfter })
      yield items.map(values)
      const last = items.at(-1)
      if (!hasMore || last === undefined) return
      startingAfter = keyOf(last)
    }
  },
})

export const partners = listed({
  columns: ['partner_key', 'email', 'first_name', 'last_name', 'group', 'joined_at', 'tags', 'key', 'updated_at'],
  values: ({ partner, group }: PartnerView) => ({
    partner_key: partner.partnerKey,
    email: partner.email,
    first_name: partner.firstName,
    last_name: partner.lastName,
    group: group.slug,
    joined_at: partner.joinedAt,
    tags: partner.details.tags,
    key: partner.key,
    updated_at: partner.updatedAt,
  }),
  keyOf: ({ partner }) => partner.key,
  ask: (books, query) => books.partners(query),
})

export const customers = listed({
  columns: [
    'customer_key',
    'email',
    'name',
    'partner_key',
    'provider_key',
    'created_at',
    'fields',
    'key',
    'updated_at',
  ],
  values: ({ customer }: CustomerView) => ({
    customer_key: customer.customerKey,
    email: customer.email,
    name: customer.name,
    partner_key: customer.partnerKey,
    provider_key: customer.providerKey,
    created_at: customer.createdAt,
    fields: customer.meta,
    key: customer.key,
    updated_at: customer.updatedAt,
  }),
  keyOf: ({ customer }) => customer.key,
  ask: (books, query) => books.customers(query),
})

export const transactions = listed({
  columns: [
    ...(['key', 'customer_key', 'customer_email', 'amount', 'currency', 'product_key', 'category_key'] as const),
    ...(['created_at', 'metadata', 'amount_refunded', 'approved', 'source', 'partner_key', 'updated_at'] as const),
  ],
  values: ({ payment, customer }: TransactionView) => ({
    key: payment.givenKey ?? payment.sourceKey,
    customer_key: customer.customerKey,
    customer_email: customer.email,
    amount: payment.amount,
    currency: payment.currency,
    product_key: payment.productKey,
    category_key: payment.categoryKey,
    created_at: payment.createdAt,
    metadata: payment.metadata,
    amount_refunded: payment.refunded,
    approved: payment.approved,
    source: payment.source,
    partner_key: payment.partnerKey,
    updated_at: payment.updatedAt,
  }),
  keyOf: ({ payment }) => payment.key,
  ask: (books, query) => books.transactions(query),
})

export const rewards = listed({
  columns: [
    ...(['partner_key', 'amount', 'currency', 'description', 'customer_key', 'transaction_key'] as const),
    ...(['created_at', 'status', 'source', 'trigger_key', 'key', 'updated_at'] as const),
  ],
  values: ({ reward, customer, payment, trigger }: RewardView) => ({
    partner_key: reward.partnerKey,
    amount: reward.amount,
    currency: reward.currency,
    description: reward.description ?? trigger?.name ?? 'Reward',
    customer_key: customer?.customerKey ?? null,
    transaction_key: payment === null ? null : (payment.givenKey ?? payment.sourceKey),
    created_at: reward.createdAt,
    status: reward.status,
    source: reward.source,
    trigger_key: reward.triggerKey,
    key: reward.key,
    updated_at: reward.updatedAt,
  }),
  keyOf: ({ reward }) => reward.key,
  ask: (books, query) => books.rewards(query),
})

/** The newest first, as everywhere. */
const deliveries = listed({
  columns: [
    ...(['key', 'provider', 'account', 'event_id', 'type', 'state', 'reason', 'attempts', 'customer'] as const),
    ...(['received_at', 'updated_at'] as const),
  ],
  values: (delivery: ListedDelivery) => ({
    key: delivery.key,
    provider: delivery.provider,
    account: delivery.account,
    event_id: delivery.eventId,
    type: delivery.type,
    state: delivery.state,
    reason: delivery.reason,
    attempts: delivery.attempts,
    customer: delivery.customer,
    received_at: delivery.receivedAt,
    updated_at: delivery.updatedAt,
  }),
  keyOf: ({ key }) => key,
  ask: (books, { mode, limit, startingAfter }) =>
    books.deliveries({ mode, limit, ...(startingAfter !== undefined && { startingAfter }) }),
})

/** In the order of their ids, which is that of their time. */
const clicks: PlainTable = {
  columns: ['xid', 'partner_key', 'link', 'counted', 'customer', 'created_at'],
  async *pages(books, mode) {
    for (let after: DumpedRow | null = null; ;) {
      const page: DumpedRow[] = await books.dump('clicks', after, PAGE)
      const ours = page.map(({ row }) => row as ClickRow).filter((row) => row.mode === mode)
      yield ours.map(({ xid, partnerKey, linkKey, counted, usedBy, createdAt }) => ({
        ...{ xid, partner_key: partnerKey, link: linkKey, counted, customer: usedBy, created_at: createdAt },
      }))
      after = page.at(-1) ?? after
      if (page.length < PAGE) return
    }
  },
}

export const PLAIN: Readonly<Record<ExportType, PlainTable>> = {
  ...{ partners, customers, transactions, rewards, clicks, deliveries },
}
