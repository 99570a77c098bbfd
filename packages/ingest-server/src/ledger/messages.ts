/**
 * What is told of changes: while a mode has hooks that stand, each change of an entry that one of them wants becomes a message
 * on the desk, with the rows its object is made of as they then are, and a send for every hook that wants it. They are undone
 * with the entry and saved in its transaction, so that nothing is told that did not happen, and everything that did.
 */
import type { HookRow, MessageRow } from '../store/hook-rows.ts'
import type { ActionRow, RewardRow, TriggerRow } from '../store/reward-rows.ts'
import type { CustomerRow, GroupRow, PartnerRow, PaymentRow } from '../store/rows.ts'
import type { Rows } from '../store/store.ts'
import type { Desk } from './desk.ts'
import type { EventName } from './events.ts'
import type { Need } from './need.ts'
import type { Change, Shelf } from './shelf.ts'

type Kind = EventName extends `${infer K}.${string}` ? K : never

/** What a message of each kind holds. Nothing secret, and nothing that only the books can read. */
export interface Told {
  readonly partnership: { readonly partner: PartnerRow; readonly group: GroupRow | null }
  readonly customer: { readonly customer: CustomerRow; readonly partner: PartnerRow }
  readonly transaction: {
    readonly payment: PaymentRow
    readonly customer: CustomerRow
    readonly partner: PartnerRow
  }
  readonly reward: {
    readonly reward: RewardRow
    readonly partner: PartnerRow
    readonly group: GroupRow | null
    readonly customer: CustomerRow | null
    readonly payment: PaymentRow | null
    readonly action: ActionRow | null
    readonly trigger: TriggerRow | null
  }
}

/** How changes of one kind are told apart. */
interface Teller<K extends Kind, Row> {
  readonly kind: K
  shelf(desk: Desk): Shelf<Row>
  /** Whether anybody can see it yet. */
  isThere(row: Row): boolean
  isGone(row: Row): boolean
  /** Fields that no reader of the API sees. */
  readonly hidden: readonly (keyof Row)[]
  /** Null where it is shown with a row that is not there: then it is nothing the API could show either. */
  told(desk: Desk, row: Row): Told[K] | null
}

type Beside = 'customers' | 'payments' | 'actions' | 'triggers' | 'groups'

/** A row that is shown beside another. Where it is not on the desk it is asked for, and all is decided anew. */
function shown<K extends Beside>(desk: Desk, kind: K, key: string | null): Rows[K][number] | null {
  if (key === null) return null
  const row = desk[kind].get(key)
  if (!row) desk.need.ask<Beside>(kind, key)
  return row ?? null
}
function partnerOf(desk: Desk, partnerKey: string | null): PartnerRow | null {
  const partner = partnerKey === null ? undefined : desk.partners.get(partnerKey)
  if (!partner) desk.need.ask('partnerKeys', partnerKey)
  return partner ? { ...partner, tokenHash: null } : null
}
/** Without what is known of it from each event: a long list, and the platforms' business. */
const plain = (payment: PaymentRow): PaymentRow => ({ ...payment, evidence: null })

const partnerships: Teller<'partnership', PartnerRow> = {
  kind: 'partnership',
  shelf: (desk) => desk.partners,
  isThere: () => true,
  isGone: () => false,
  hidden: ['updatedAt', 'tokenHash'],
  told: (desk, row) => ({ partner: { ...row, tokenHash: null }, group: shown(desk, 'groups', row.groupKey) }),
}
const customers: Teller<'customer', CustomerRow> = {
  kind: 'customer',
  shelf: (desk) => desk.customers,
  isThere: () => true,
  isGone: ({ archived }) => archived,
  hidden: ['updatedAt', 'emailKey', 'confirmed', 'paidAt'],
  told(desk, customer) {
    const partner = partnerOf(desk, customer.partnerKey)
    return partner && { customer, partner }
  },
}
const transactions: Teller<'transaction', PaymentRow> = {
  kind: 'transaction',
  shelf: (desk) => desk.payments,
  isThere: ({ state }) => state === 'recorded',
  isGone: ({ archived }) => archived !== null,
  hidden: ['updatedAt', 'evidence', 'archived', 'account', 'page', 'intent', 'whole'],
  told(desk, payment) {
    const [customer, partner] = [shown(desk, 'customers', payment.customer), partnerOf(desk, payment.partnerKey)]
    return customer && partner && { payment: plain(payment), customer, partner }
  },
}
const rewards: Teller<'reward', RewardRow> = {
  kind: 'reward',
  shelf: (desk) => desk.rewards,
  isThere: () => true,
  isGone: () => false,
  hidden: ['updatedAt', 'cause', 'part', 'rate', 'firstAmount', 'source'],
  told(desk, reward) {
    const partner = partnerOf(desk, reward.partnerKey)
    const payment = shown(desk, 'payments', reward.payment)
    return (
      partner && {
        ...{ reward, partner, group: shown(desk, 'groups', partner.groupKey), payment: payment && plain(payment) },
        customer: shown(desk, 'customers', reward.customer),
        action: shown(desk, 'actions', reward.action),
        trigger: shown(desk, 'triggers', reward.triggerKey),
      }
    )
  },
}

/** By kind. */
export const HIDDEN: { readonly [K in Kind]: readonly string[] } = {
  ...{ partnership: partnerships.hidden, customer: customers.hidden },
  ...{ transaction: transactions.hidden, reward: rewards.hidden },
}

const isSame = (one: unknown, other: unknown): boolean => one === other || JSON.stringify(one) === JSON.stringify(other)

/** What happened to a row, for whoever reads it; null where nothing did. */
function verbOf<Row extends object>(
  { isThere, isGone, hidden }: Pick<Teller<Kind, Row>, 'isThere' | 'isGone' | 'hidden'>,
  { before, after }: Change<Row>,
): 'created' | 'updated' | 'deleted' | null {
  if (!after || !isThere(after)) return null
  if (!before || !isThere(before)) return 'created'
  if (isGone(before) !== isGone(after)) return isGone(after) ? 'deleted' : 'updated'
  const fields = (Object.keys(after) as (keyof Row)[]).filter((field) => !hidden.includes(field))
  return fields.every((field) => isSame(before[field], after[field])) ? null : 'updated'
}

const wantingOf = (desk: Desk, event: EventName): readonly HookRow[] =>
  desk.standing.hooks.filter(({ events }) => events.includes('*') || events.includes(event))

/** Whether anybody wants to know. */
export const isTold = (desk: Desk, event: EventName): boolean => wantingOf(desk, event).length > 0

function tell(desk: Desk, at: number, event: EventName, subject: string, data: object): boolean {
  const wanting = wantingOf(desk, event)
  if (wanting.length === 0) return false
  const message: MessageRow = {
    ...{ key: desk.newKey('msg', at), mode: desk.mode, event, subject, data: { ...data }, createdAt: at },
  }
  desk.messages.put(message)
  for (const { key: hook } of wanting) {
    const fresh = {
      state: 'waiting',
      attempts: 0,
      nextAt: at,
      lastAt: null,
      lastStatus: null,
      lastError: null,
    } as const
    desk.sends.put({ message: message.key, hook, mode: desk.mode, ...fresh, createdAt: at })
  }
  return true
}

function listenTo<K extends Kind, Row extends { readonly key: string }>(
  desk: Desk,
  teller: Teller<K, Row>,
): (at: number) => boolean {
  const shelf = teller.shelf(desk)
  const mark = shelf.mark()
  return (at) => {
    let told = false
    for (const change of shelf.since(mark)) {
      const verb = verbOf(teller, change)
      const data = verb && change.after && teller.told(desk, change.after)
      if (!data || !change.after) continue
      told = tell(desk, at, `${teller.kind}.${verb}` as EventName, change.after.key, data) || told
    }
    return told
  }
}

const SILENT = (): boolean => false

/** Marks where an entry begins; what it returns tells what changed since, and whether there was anything to tell. */
export function listen(desk: Desk): (at: number) => boolean {
  if (desk.standing.hooks.length === 0) return SILENT
  // Parents before what hangs on them, as far as one entry goes.
  const listening = [
    listenTo(desk, partnerships),
    listenTo(desk, customers),
    listenTo(desk, transactions),
    listenTo(desk, rewards),
  ]
  return (at) => listening.map((one) => one(at)).includes(true)
}

const SHOW_GROUPS = /^(\*|partnership\..*|reward\..*)$/

/** Foresees what objects show beside the rows that change, where anybody is told. */
export function askTold(need: Need, desk: Desk, rows: Rows): void {
  if (!desk.standing.hooks.some(({ events }) => events.some((event) => SHOW_GROUPS.test(event)))) return
  for (const { groupKey } of rows.partners) need.ask('groups', groupKey)
}
