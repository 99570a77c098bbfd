/** How rows lie in tables: one definition per table, from which every driver derives its columns and its conversions. */
import { table } from './columns.ts'
import type { ApiKeyRow, SettingRow, WebhookRow } from './config-rows.ts'
import type {
  AuditRow,
  ClickRow,
  CustomerRow,
  DeliveryRow,
  GroupRow,
  LinkRow,
  PartnerRow,
  PaymentRow,
  PlatformIdRow,
  SubscriptionRow,
  TieRow,
  WaitRow,
  WaitingIdRow,
} from './rows.ts'

export * from './admin-tables.ts'
export * from './import-tables.ts'
export * from './reward-tables.ts'
export { rollups } from './rollups.ts'
export { sums } from './sums.ts'

const times = { createdAt: 'int', updatedAt: 'int' } as const

export const groups = table<GroupRow>('groups', ['key'], {
  key: 'text',
  mode: 'mode',
  slug: 'text',
  name: 'text',
  destination: 'text',
  features: 'json',
  isDefault: 'bool',
  archived: 'bool',
  ...times,
})
export const partners = table<PartnerRow>('partners', ['key'], {
  key: 'text',
  mode: 'mode',
  partnerKey: 'text',
  email: 'text',
  firstName: 'text',
  lastName: 'text',
  groupKey: 'text',
  details: 'json',
  tokenHash: 'text',
  archived: 'bool',
  joinedAt: 'int',
  ...times,
})
export const links = table<LinkRow>('links', ['key'], {
  key: 'text',
  mode: 'mode',
  path: 'text',
  partnerKey: 'text',
  destination: 'text',
  title: 'text',
  ...times,
})
export const clicks = table<ClickRow>('clicks', ['xid'], {
  xid: 'text',
  mode: 'mode',
  linkKey: 'text',
  partnerKey: 'text',
  counted: 'bool',
  usedBy: 'text',
  createdAt: 'int',
})
export const customers = table<CustomerRow>('customers', ['key'], {
  key: 'text',
  mode: 'mode',
  customerKey: 'text',
  email: 'text',
  emailKey: 'text',
  name: 'text',
  partnerKey: 'text',
  providerKey: 'text',
  source: 'text',
  confirmed: 'bool',
  flags: 'json',
  flaggedAt: 'int',
  xid: 'text',
  meta: 'json',
  archived: 'bool',
  erasedAt: 'int',
  paidAt: 'int',
  ...times,
})
export const platformIds = table<PlatformIdRow>('platform_ids', ['mode', 'id', 'provider', 'account'], {
  mode: 'mode',
  id: 'text',
  provider: 'text',
  account: 'text',
  customer: 'text',
  at: 'int',
  since: 'int',
})
export const waitingIds = table<WaitingIdRow>('waiting_ids', ['mode', 'id', 'provider', 'account'], {
  mode: 'mode',
  id: 'text',
  provider: 'text',
  account: 'text',
  customerKey: 'text',
  at: 'int',
})
export const payments = table<PaymentRow>('payments', ['key'], {
  key: 'text',
  mode: 'mode',
  state: 'text',
  source: 'text',
  account: 'text',
  sourceKey: 'text',
  givenKey: 'text',
  customer: 'text',
  partnerKey: 'text',
  amount: 'int',
  refunded: 'int',
  currency: 'text',
  categoryKey: 'text',
  productKey: 'text',
  metadata: 'json',
  approved: 'bool',
  archived: 'text',
  replacedBy: 'text',
  page: 'text',
  evidence: 'json',
  intent: 'text',
  whole: 'text',
  ...times,
})
export const waits = table<WaitRow>('waits', ['mode', 'hint', 'payment'], {
  mode: 'mode',
  hint: 'text',
  payment: 'text',
})
export const ties = table<TieRow>('ties', ['mode', 'part', 'provider', 'account'], {
  mode: 'mode',
  part: 'text',
  provider: 'text',
  account: 'text',
  whole: 'text',
})
export const subscriptions = table<SubscriptionRow>('subscriptions', ['key'], {
  key: 'text',
  mode: 'mode',
  provider: 'text',
  account: 'text',
  id: 'text',
  platformCustomer: 'text',
  customerKey: 'text',
  status: 'text',
  deleted: 'bool',
  planKey: 'text',
  quantity: 'int',
  amount: 'int',
  currency: 'text',
  currentPeriodEnd: 'int',
  cancelledAt: 'int',
  at: 'int',
  ...times,
})
/** The body has a column of its own, which only `Reads.deliveryBody` reads. */
export const deliveries = table<DeliveryRow>('deliveries', ['key'], {
  key: 'text',
  mode: 'mode',
  provider: 'text',
  account: 'text',
  eventId: 'text',
  type: 'text',
  state: 'text',
  reason: 'text',
  attempts: 'int',
  changed: 'json',
  waitingOn: 'text',
  subject: 'text',
  headers: 'json',
  receivedAt: 'int',
  updatedAt: 'int',
})
export const audit = table<AuditRow>('audit', ['key'], {
  key: 'text',
  mode: 'mode',
  at: 'int',
  actor: 'text',
  action: 'text',
  subject: 'text',
  detail: 'json',
})
export const apiKeys = table<ApiKeyRow>('api_keys', ['publicKey'], {
  publicKey: 'text',
  mode: 'mode',
  secretHash: 'text',
  trackingHash: 'text',
  createdAt: 'int',
  revokedAt: 'int',
})
export const webhooks = table<WebhookRow>('webhooks', ['mode', 'provider'], {
  mode: 'mode',
  provider: 'text',
  tokens: 'json',
  username: 'text',
  passwords: 'json',
  secrets: 'json',
  recordFrom: 'json',
  currency: 'text',
  updatedAt: 'int',
})
export const settings = table<SettingRow>('settings', ['mode', 'name'], { mode: 'mode', name: 'text', value: 'text' })
