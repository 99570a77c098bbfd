/** All the stand-in remembers: in memory, and in one JSON file when a data folder is given. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { LowSync, MemorySync } from 'lowdb'
import { JSONFileSync } from 'lowdb/node'
import type { Card } from './cards.ts'
import type { Event, LineItem, Metadata, Resource, Resources } from './shapes/wire.ts'

/** What a Checkout session was asked to do but does not show on the wire. */
export interface Draft {
  readonly lines: LineItem[]
  readonly paymentMetadata: Metadata
  readonly subscriptionMetadata: Metadata
  readonly description: string | null
  /** The attempt that waits for its cardholder's confirmation (3-D Secure). */
  challenge: Attempt | null
  intentId: string | null
}
export interface Attempt {
  readonly card: Card
  readonly email: string
  readonly name: string
}
export interface Delivery {
  readonly url: string
  state: 'pending' | 'delivered' | 'failed'
  attempts: number
  answer: string
}
export interface SentEvent {
  readonly event: Event
  readonly deliveries: Delivery[]
}
/** The answer a request with this idempotency key got. */
export interface Remembered {
  readonly request: string
  readonly status: number
  readonly body: unknown
  readonly at: number
}
type Tables = { [K in keyof Resources]: Record<string, Resources[K]> }
interface Data {
  tables: Tables
  drafts: Record<string, Draft>
  cards: Record<string, Card>
  events: SentEvent[]
  remembered: Record<string, Remembered>
}

export interface State extends Data {
  put(resource: Resource): void
  find(id: string): Resource | undefined
  /** Call after every change; the file is written once per turn of the event loop. */
  changed(): void
  flush(): void
}

const KEPT_EVENTS = 1000

export function createState(folder: string | undefined): State {
  const db = new LowSync(open(folder), empty())
  db.read()
  let writing: NodeJS.Immediate | undefined
  const flush = () => {
    clearImmediate(writing)
    writing = undefined
    db.data.events.splice(0, db.data.events.length - KEPT_EVENTS)
    db.write()
  }
  const { tables, drafts, cards, events, remembered } = db.data
  // Ids and keys come from outside, and `__proto__` is nobody's.
  for (const table of [...Object.values(tables), drafts, cards, remembered]) Object.setPrototypeOf(table, null)
  return {
    tables,
    drafts,
    cards,
    events,
    remembered,
    put: (resource) => {
      const table = tables[resource.object] as Record<string, Resource>
      table[resource.id] = resource
    },
    find: (id) => Object.values(tables).find((table) => id in table)?.[id],
    changed: () => {
      writing ??= setImmediate(flush)
    },
    flush,
  }
}

function open(folder: string | undefined) {
  if (folder === undefined) return new MemorySync<Data>()
  mkdirSync(folder, { recursive: true })
  return new JSONFileSync<Data>(join(folder, 'stripe-standin.json'))
}

function empty(): Data {
  return {
    tables: {
      charge: {},
      'checkout.session': {},
      customer: {},
      invoice: {},
      invoice_payment: {},
      payment_intent: {},
      price: {},
      product: {},
      refund: {},
      subscription: {},
    },
    drafts: {},
    cards: {},
    events: [],
    remembered: {},
  }
}
