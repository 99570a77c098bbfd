/** Rows with sensible values, of which a test states only what matters. */
import type { Changes } from '../../src/store/store.ts'
import type {
  ClickRow,
  CustomerRow,
  DeliveryRow,
  GroupRow,
  LinkRow,
  PartnerRow,
  PaymentRow,
  PlatformIdRow,
  SubscriptionRow,
} from '../../src/store/rows.ts'
import { NO_CHANGES } from '../../src/store/no-changes.ts'

const times = { createdAt: 1_000, updatedAt: 1_000 }

export const groupRow = (over: Partial<GroupRow> = {}): GroupRow => ({
  ...{ key: 'grup_1', mode: 'production', slug: 'default', name: 'Default', destination: null, isDefault: true },
  ...{ features: {}, archived: false },
  ...times,
  ...over,
})
export const partnerRow = (over: Partial<PartnerRow> = {}): PartnerRow => ({
  ...{
    key: 'part_1',
    mode: 'production',
    partnerKey: 'ada',
    email: 'ada@partners.test',
    firstName: null,
    lastName: null,
  },
  ...{ groupKey: 'grup_1', archived: false, joinedAt: 1_000, tokenHash: null },
  details: { tags: [], fields: {}, managerEmail: null, managerName: null },
  ...times,
  ...over,
})
export const linkRow = (over: Partial<LinkRow> = {}): LinkRow => ({
  ...{ key: 'link_1', mode: 'production', path: 'ada', partnerKey: 'ada', destination: null, title: null },
  ...times,
  ...over,
})
export const clickRow = (over: Partial<ClickRow> = {}): ClickRow => ({
  ...{
    xid: 'x1',
    mode: 'production',
    linkKey: 'link_1',
    partnerKey: 'ada',
    counted: true,
    usedBy: null,
    createdAt: 1_000,
  },
  ...over,
})
export const customerRow = (over: Partial<CustomerRow> = {}): CustomerRow => ({
  ...{
    key: 'cus_1',
    mode: 'production',
    customerKey: 'c1',
    email: 'C1@shop.test',
    emailKey: 'c1@shop.test',
    name: null,
  },
  ...{
    partnerKey: 'ada',
    providerKey: null,
    source: 'api',
    confirmed: true,
    flags: [],
    flaggedAt: null,
    xid: null,
    meta: {},
    archived: false,
    erasedAt: null,
    paidAt: null,
  },
  ...times,
  ...over,
})
export const platformIdRow = (over: Partial<PlatformIdRow> = {}): PlatformIdRow => ({
  ...{
    mode: 'production',
    provider: 'stripe',
    account: '',
    id: 'cus_stripe1',
    customer: 'cus_1',
    at: 1_000,
    since: null,
  },
  ...over,
})
export const paymentRow = (over: Partial<PaymentRow> = {}): PaymentRow => ({
  ...{
    key: 'tran_1',
    mode: 'production',
    state: 'recorded',
    source: 'stripe',
    account: '',
    sourceKey: 'ch_1',
    givenKey: null,
  },
  ...{
    customer: 'cus_1',
    partnerKey: 'ada',
    amount: 1_000,
    refunded: 0,
    currency: 'USD',
    categoryKey: null,
    productKey: null,
  },
  ...{
    metadata: {},
    approved: true,
    archived: null,
    replacedBy: null,
    page: null,
    evidence: null,
    intent: null,
    whole: null,
  },
  ...times,
  ...over,
})
export const subscriptionRow = (over: Partial<SubscriptionRow> = {}): SubscriptionRow => ({
  ...{
    key: 'sub_1',
    mode: 'production',
    provider: 'stripe',
    account: '',
    id: 'sub_stripe1',
    platformCustomer: 'cus_stripe1',
  },
  ...{
    customerKey: null,
    status: 'active',
    deleted: false,
    planKey: null,
    quantity: 1,
    amount: 1_000,
    currency: 'USD',
  },
  ...{ currentPeriodEnd: null, cancelledAt: null, at: 1_000 },
  ...times,
  ...over,
})
export const deliveryRow = (over: Partial<DeliveryRow> = {}): DeliveryRow => ({
  ...{ key: 'dlv_1', mode: 'production', provider: 'stripe', account: '', eventId: 'evt_1', type: 'charge.succeeded' },
  ...{ state: 'applied', reason: 'recorded', attempts: 1, changed: [], waitingOn: null, subject: null, headers: {} },
  ...{ receivedAt: 1_000, updatedAt: 1_000 },
  ...over,
})

type Removed = Changes['removed']

/** Changes of which a test states only what matters. */
export const changes = (
  over: Partial<Omit<Changes, 'removed'>> & { readonly removed?: Partial<Removed> } = {},
): Changes => ({
  ...NO_CHANGES,
  ...over,
  removed: { ...NO_CHANGES.removed, ...over.removed },
})

/** A group, a partner and a customer, on which everything else stands. */
export const ground = (): Changes =>
  changes({ groups: [groupRow()], partners: [partnerRow()], customers: [customerRow()] })
