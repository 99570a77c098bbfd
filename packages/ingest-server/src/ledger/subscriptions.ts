/** Subscriptions are information only: the newest event wins, and what it does not tell stays as an older one told it. */
import type { Outcome } from '../entry.ts'
import type { SubscriptionFact } from '../facts.ts'
import type { SubscriptionRow } from '../store/rows.ts'
import type { Desk } from './desk.ts'

type Told = Pick<SubscriptionFact, 'at' | 'deleted' | 'status' | 'currentPeriodEnd' | 'quantity' | 'amount'>

/** Of two events of one second: `deleted`, then what is no longer incomplete, then the later period; then any fixed order. */
const ranks = ({ at, deleted, status, currentPeriodEnd, quantity, amount }: Told): (number | string)[] => [
  ...[at, Number(deleted), Number(status !== 'incomplete'), currentPeriodEnd ?? 0, quantity ?? 0, amount ?? 0],
  deleted ? 'canceled' : status,
]

function supersedes(fact: Told, known: Told): boolean {
  const standing = ranks(known)
  const differing = ranks(fact).findIndex((rank, index) => rank !== standing[index])
  return differing >= 0 && (ranks(fact)[differing] ?? 0) > (standing[differing] ?? 0)
}

type Said = Omit<SubscriptionRow, 'key' | 'mode' | 'updatedAt'>

function said({ subscription, who, kind: _kind, ...told }: SubscriptionFact): Said {
  const whose = { platformCustomer: who.platform?.id ?? null, customerKey: who.customerKey }
  return { ...told, ...subscription, ...whose, status: told.deleted ? 'canceled' : told.status }
}

/** The newer one's word, and the older one's where it has none. `cancelledAt` is the newer one's either way: it may be undone. */
const merged = (newer: Said, older: Said): Said => ({
  ...newer,
  platformCustomer: newer.platformCustomer ?? older.platformCustomer,
  customerKey: newer.customerKey ?? older.customerKey,
  planKey: newer.planKey ?? older.planKey,
  quantity: newer.quantity ?? older.quantity,
  amount: newer.amount ?? older.amount,
  currency: newer.currency ?? older.currency,
  currentPeriodEnd: newer.currentPeriodEnd ?? older.currentPeriodEnd,
  createdAt: Math.min(newer.createdAt, older.createdAt),
})

export function subscriptionSeen(desk: Desk, fact: SubscriptionFact, now: number): Outcome {
  const { provider, account, id } = fact.subscription
  const known = desk.subscriptions.get([provider, account, id].join('\n'))
  const heard = said(fact)
  const next = !known ? heard : supersedes(fact, known) ? merged(heard, known) : merged(known, heard)
  const same = known && (Object.keys(heard) as (keyof Said)[]).every((field) => known[field] === next[field])
  if (same) return { state: 'ignored', reason: 'a newer event of this subscription was seen before', changed: [] }
  const key = known?.key ?? desk.newKey('sub', now)
  desk.subscriptions.put({ ...next, key, mode: desk.mode, updatedAt: now })
  return { state: 'applied', reason: `subscription ${next.status}`, changed: [key] }
}
