/** The books as anyone would tell them: no internal keys, no times of writing, so that two histories can be compared. */
import { DatabaseSync } from 'node:sqlite'
import type { Mode } from '../../src/facts.ts'
import { decode } from '../../src/store/columns.ts'
import type { Table } from '../../src/store/columns.ts'
import type { ActionRow, RewardRow, TriggerRow } from '../../src/store/reward-rows.ts'
import type {
  AuditRow,
  ClickRow,
  CustomerRow,
  DeliveryRow,
  PaymentRow,
  PlatformIdRow,
  SubscriptionRow,
  WaitingIdRow,
  WaitRow,
} from '../../src/store/rows.ts'
import * as tables from '../../src/store/tables.ts'

export interface Everything {
  readonly customers: CustomerRow[]
  readonly payments: PaymentRow[]
  readonly platformIds: PlatformIdRow[]
  readonly waitingIds: WaitingIdRow[]
  readonly waits: WaitRow[]
  readonly deliveries: DeliveryRow[]
  readonly audit: AuditRow[]
  readonly clicks: ClickRow[]
  readonly subscriptions: SubscriptionRow[]
  readonly triggers: TriggerRow[]
  readonly rewards: RewardRow[]
  readonly actions: ActionRow[]
}

/** Reads every row of one mode that is committed. */
export function rowReader(file: string): { read(mode?: Mode): Everything; close(): void } {
  const db = new DatabaseSync(file, { readOnly: true })
  const reading = <Row>(table: Table<Row>): ((mode: Mode) => Row[]) => {
    const columns = table.columns.map(({ name }) => name).join(', ')
    const statement = db.prepare(`SELECT ${columns} FROM ${table.name} WHERE test = ? ORDER BY ${table.key.join(', ')}`)
    return (mode) => statement.all(mode === 'test' ? 1 : 0).map((record) => decode(table, record))
  }
  const readers = {
    customers: reading(tables.customers),
    payments: reading(tables.payments),
    platformIds: reading(tables.platformIds),
    waitingIds: reading(tables.waitingIds),
    waits: reading(tables.waits),
    deliveries: reading(tables.deliveries),
    audit: reading(tables.audit),
    clicks: reading(tables.clicks),
    subscriptions: reading(tables.subscriptions),
    triggers: reading(tables.triggers),
    rewards: reading(tables.rewards),
    actions: reading(tables.actions),
  }
  const read = (mode: Mode = 'production'): Everything => {
    db.exec('BEGIN')
    const rows = Object.fromEntries(Object.entries(readers).map(([name, all]) => [name, all(mode)]))
    db.exec('COMMIT')
    return rows as unknown as Everything
  }
  return { read, close: () => db.close() }
}

/** A payment's name in a snapshot. One from a browser has none but what it says. */
export const nameOf = (row: PaymentRow): string =>
  row.source === 'script'
    ? `script ${row.amount} ${row.currency} ${row.page ?? ''}`
    : [row.source, ...(row.account === '' ? [] : [row.account]), row.sourceKey].join(' ')

const sorted = <T>(entries: [string, T][]): Record<string, T> =>
  Object.fromEntries(entries.sort(([one], [two]) => (one < two ? -1 : 1)))

export type Snapshot = ReturnType<typeof snapshotOf>

export function snapshotOf(rows: Everything) {
  const keyOf = new Map(rows.customers.map(({ key, customerKey }) => [key, customerKey]))
  const customer = ({ customerKey, partnerKey, confirmed, providerKey, archived }: CustomerRow) =>
    [customerKey, { partner: partnerKey, confirmed, providerKey, archived }] satisfies [string, unknown]
  const transaction = (row: PaymentRow) =>
    [
      nameOf(row),
      {
        customer: keyOf.get(row.customer ?? ''),
        partner: row.partnerKey,
        given: row.givenKey,
        amount: row.amount,
        refunded: row.refunded,
        currency: row.currency,
        archived: row.archived,
        product: row.productKey,
      },
    ] satisfies [string, unknown]
  const waiting = (row: PaymentRow) =>
    [
      nameOf(row),
      rows.waits
        .filter(({ payment }) => payment === row.key)
        .map(({ hint }) => hint)
        .sort(),
    ] satisfies [string, unknown]
  const causes = new Map([...rows.payments.map((row) => [row.key, nameOf(row)] as const), ...keyOf])
  const triggerOf = new Map(rows.triggers.map(({ key, name }) => [key, name]))
  /** What was taken back is nothing, whether it ever was there or not. */
  const reward = ({ triggerKey, cause, part, partnerKey, amount, currency, status, holds }: RewardRow) =>
    [
      `${triggerOf.get(triggerKey ?? '')}, by ${causes.get(cause)}, part ${part}`,
      { partner: partnerKey, amount, currency, status, holds: holds.toSorted() },
    ] satisfies [string, unknown]
  const where = (state: PaymentRow['state']): PaymentRow[] => rows.payments.filter((row) => row.state === state)
  const ref = (row: PlatformIdRow | WaitingIdRow): string => [row.provider, row.account, row.id].join(':')
  return {
    customers: sorted(rows.customers.map(customer)),
    transactions: sorted(where('recorded').map(transaction)),
    waiting: sorted(where('waiting').map(waiting)),
    ids: sorted(rows.platformIds.map((row) => [ref(row), keyOf.get(row.customer)])),
    links: sorted(rows.waitingIds.map((row) => [ref(row), row.customerKey])),
    rewards: sorted(rows.rewards.filter(({ archived }) => !archived).map(reward)),
    deliveries: sorted(rows.deliveries.map(({ eventId, state }) => [eventId, state])),
  }
}
