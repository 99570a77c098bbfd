/**
 * The pure core: facts and the rows they touch in, rows to write and an outcome per fact out. Every rule of attribution,
 * deduplication, refunds and parking is in this room. No clock, no SQL, no HTTP.
 */
import { AppError } from '../errors.ts'
import { changeAttribution, leavesPast } from './attribution.ts'
import type { Entry, Outcome } from '../entry.ts'
import type { Fact, RewardFact } from '../facts.ts'
import type { CustomerRow, DeliveryRow, LinkRow, PaymentRow } from '../store/rows.ts'
import type { Receipt, Shown } from './books.ts'
import { keepReceipt, receiptBefore } from './calls.ts'
import { watchAct } from './acts.ts'
import { audit } from './audit.ts'
import { archiveCustomer, createCustomer, editCustomer } from './customers.ts'
import type { Desk } from './desk.ts'
import { decideStretch, openImport } from './file-stretch.ts'
import { earning } from './earning.ts'
import { dropSaid, eraseCustomer, isOfErased } from './erasure.ts'
import { clearFlags } from './flag-acts.ts'
import { looseRefundSeen } from './loose-refunds.ts'
import { listen } from './messages.ts'
import { subjectOf } from './parking.ts'
import { joinPartner } from './partners.ts'
import { decideProgram, isSaidOfProgram } from './program.ts'
import type { SaidOfProgram } from './program.ts'
import { customerSeen } from './platform-customers.ts'
import { moneySeen, tieSeen } from './platform-payments.ts'
import { refresh } from './recording.ts'
import { decideRewards, isSaidOfRewards } from './rewards.ts'
import { signUp } from './signups.ts'
import { subscriptionSeen } from './subscriptions.ts'
import { archiveTransaction, createTransaction } from './transactions.ts'

/** What a fact came to, with the rows an answer shows and what a parked delivery waits on. */
interface Decided {
  readonly outcome: Outcome
  readonly waitingOn?: string | null
  readonly customer?: CustomerRow | null
  readonly payment?: PaymentRow
  readonly link?: LinkRow
  readonly shown?: Shown
}

/** What became of one entry: its receipt, or the error its caller has to mend. */
export type Verdict = { readonly receipt: Receipt } | { readonly error: unknown }

const applied = (...changed: string[]): Outcome => ({ state: 'applied', reason: 'done', changed })

function decideFact(desk: Desk, fact: Exclude<Fact, SaidOfProgram | RewardFact>, at: number): Decided {
  switch (fact.kind) {
    case 'click': {
      const { xid, linkKey, partnerKey, counted } = fact
      desk.clicks.put({ xid, mode: desk.mode, linkKey, partnerKey, counted, usedBy: null, createdAt: at })
      return { outcome: applied(xid) }
    }
    case 'signup':
      return signUp(desk, fact, at)
    case 'partner': {
      const { link, changed } = joinPartner(desk, fact, at)
      return { outcome: applied(...changed), link }
    }
    case 'customer.create':
      return about(createCustomer(desk, fact, at))
    case 'customer.edit':
      return about(editCustomer(desk, fact, at))
    case 'customer.archive':
      return about(archiveCustomer(desk, fact, at))
    case 'customer.clear':
      return about(clearFlags(desk, fact, at))
    case 'customer.erase':
      return about(eraseCustomer(desk, fact, at))
    case 'customer.reattribute':
      return about(changeAttribution(desk, fact, at))
    case 'transaction.create':
      return reported(createTransaction(desk, fact, at))
    case 'transaction.archive':
      return reported(archiveTransaction(desk, fact, at))
    case 'customer.seen':
      return customerSeen(desk, fact, at)
    case 'payment':
    case 'refund':
    case 'dispute':
    case 'failure':
      return moneySeen(desk, fact, at)
    case 'loose-refund':
      return looseRefundSeen(desk, fact, at, refresh)
    case 'tie':
      return tieSeen(desk, fact, at)
    case 'subscription':
      return { outcome: subscriptionSeen(desk, fact, at) }
  }
}

const workOnly = <T>(_desk: Desk, _at: number, work: () => T): T => work()

const about = (customer: CustomerRow): Decided => ({ outcome: applied(customer.key), customer })
const reported = ({ payment, state }: ReturnType<typeof createTransaction>): Decided => ({
  outcome: { state, reason: 'done', changed: [payment.key] },
  payment,
})

/** Decides the entries in turn. One that fails is undone, and does not touch the others. */
export function decide(
  desk: Desk,
  entries: readonly Entry[],
  onBug: (error: unknown, entry: Entry) => void,
): Verdict[] {
  return entries.map((entry) => {
    const undo = desk.mark()
    desk.by = entry.by ?? null
    const tell = listen(desk)
    try {
      const receipt = receiptBefore(desk, entry) ?? keepReceipt(desk, entry, decideEntry(desk, entry))
      return { receipt: tell(entry.at) ? { ...receipt, told: true } : receipt }
    } catch (error) {
      undo()
      if (error instanceof AppError) return { error }
      onBug(error, entry)
      return entry.delivery ? { receipt: failedReceipt(desk, entry) } : { error }
    }
  })
}

function decideEntry(desk: Desk, entry: Entry): Receipt {
  if (entry.opens) return openImport(desk, entry.opens)
  if (entry.file) return decideStretch(desk, entry.file, entry.at)
  const { delivery, facts, at } = entry
  const seen = delivery && standingDelivery(desk, entry)
  if (seen && seen.state !== 'failed' && !entry.again) {
    return {
      outcomes: [],
      delivery: { key: seen.key, state: 'duplicate', reason: seen.reason },
      customer: null,
      transaction: null,
      link: null,
    }
  }
  const decided: Decided[] = facts.map((fact) => {
    const tellAct = watchAct(desk, fact)
    const one = (leavesPast(fact) ? workOnly : earning)(desk, at, () => {
      if (isSaidOfProgram(fact)) return decideProgram(desk, fact, at)
      return isSaidOfRewards(fact) ? decideRewards(desk, fact, at) : decideFact(desk, fact, at)
    })
    tellAct(one.outcome.changed[0], at)
    return one
  })
  const outcomes = decided.map(({ outcome }) => outcome)
  const last = decided.at(-1)
  const keys = decided.flatMap(({ outcome, customer }) => [...outcome.changed, customer?.key ?? ''])
  for (const key of keys) dropSaid(desk, key)
  return {
    outcomes,
    delivery: delivery && keepDelivery(desk, entry, seen ?? undefined, summary(entry, decided), keys),
    customer: customerView(desk, last?.customer),
    transaction: transactionView(desk, last?.payment),
    link: linkView(desk, last?.link),
    ...last?.shown,
  }
}

type Summary = Pick<DeliveryRow, 'state' | 'reason' | 'changed' | 'waitingOn'>

/** One state for the whole delivery: what waits outranks what was done, which outranks what was not needed. */
function summary({ delivery }: Entry, decided: readonly Decided[]): Summary {
  const changed = [...new Set(decided.flatMap(({ outcome }) => outcome.changed))]
  const first = (...states: Outcome['state'][]): Decided | undefined =>
    decided.find(({ outcome }) => states.includes(outcome.state))
  const parked = first('parked')
  if (parked) return { state: 'parked', reason: parked.outcome.reason, changed, waitingOn: parked.waitingOn ?? null }
  const ruling = first('applied') ?? first('ignored') ?? first('unchanged')
  if (ruling)
    return {
      state: ruling.outcome.state === 'ignored' ? 'ignored' : 'applied',
      reason: ruling.outcome.reason,
      changed,
      waitingOn: null,
    }
  const verdict = delivery?.verdict ?? { state: 'ignored' as const, reason: 'nothing in it for the books' }
  return { ...verdict, changed, waitingOn: null }
}

/** The body of a delivery about somebody who was erased: nothing is kept of it. */
const NOTHING = new Uint8Array()

const nameOf = (entry: Entry): string =>
  [entry.delivery?.provider, entry.delivery?.account, entry.delivery?.eventId].join('\n')
const standingDelivery = (desk: Desk, entry: Entry): DeliveryRow | undefined => desk.deliveries.get(nameOf(entry))?.row

function keepDelivery(
  desk: Desk,
  { delivery, at, again }: Entry,
  seen: DeliveryRow | undefined,
  result: Summary | (Omit<Summary, 'state'> & { readonly state: 'failed' }),
  about: readonly string[] = [],
): Receipt['delivery'] {
  if (!delivery) return null
  const { provider, account, eventId, type, headers } = delivery
  const row: DeliveryRow = {
    ...{ key: seen?.key ?? desk.newKey('dlv', at), mode: desk.mode, provider, account, eventId, type, headers },
    ...{ receivedAt: seen?.receivedAt ?? at, attempts: (seen?.attempts ?? 0) + 1, updatedAt: at, ...result },
    changed: [...new Set([...(seen?.changed ?? []), ...result.changed])],
    subject: subjectOf(desk, result.changed) ?? seen?.subject ?? null,
  }
  const standing = desk.deliveries.get([provider, account, eventId].join('\n'))
  const body = seen ? (standing?.body ?? null) : delivery.body
  const isSettled = row.state === 'applied' || row.state === 'ignored'
  desk.deliveries.put({ row, body: isSettled && about.some((key) => isOfErased(desk, key)) ? NOTHING : body })
  // A server that works again what failed by its own fault is nobody; a person is told of, whatever came of it.
  if (again && desk.by !== null) {
    const detail = { state: { from: seen?.state ?? null, to: row.state }, reason: row.reason }
    audit(desk, { actor: desk.by, action: 'delivery.replayed', subject: row.key, detail }, at)
  }
  return { key: row.key, state: row.state, reason: row.reason }
}

/** Our own fault: the delivery alone is kept, to be worked again when its event comes again, by hand, and at every start. */
export function failedReceipt(desk: Desk, entry: Entry): Receipt {
  const result = {
    state: 'failed' as const,
    reason: 'the server could not work this delivery: see its log; it is kept and worked again',
    changed: [],
    waitingOn: null,
  }
  const delivery = keepDelivery(desk, entry, standingDelivery(desk, entry), result)
  return { outcomes: [], delivery, customer: null, transaction: null, link: null }
}

function customerView(desk: Desk, customer: CustomerRow | null | undefined): Receipt['customer'] {
  const current = customer && desk.customers.get(customer.key)
  const partner = current && desk.partners.get(current.partnerKey)
  return current && partner ? { customer: current, partner } : null
}

function transactionView(desk: Desk, row: PaymentRow | undefined): Receipt['transaction'] {
  const payment = row && desk.payments.get(row.key)
  const customer = payment?.customer ? desk.customers.get(payment.customer) : undefined
  const partner = payment?.partnerKey ? desk.partners.get(payment.partnerKey) : undefined
  return payment && customer && partner ? { payment, customer, partner } : null
}

function linkView(desk: Desk, link: LinkRow | undefined): Receipt['link'] {
  const partner = link && desk.partners.get(link.partnerKey)
  const group = partner && desk.groups.get(partner.groupKey)
  return link && partner && group ? { link, partner, group } : null
}
