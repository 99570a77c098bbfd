/**
 * What waits must not cost what does not wait: recording a new payment, parking one, and resolving one by its sign-up, with
 * 100,000 payments of unknown customers waiting, beside as many that are recorded, and beside an empty database.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Entry } from '../packages/ingest-server/src/entry.ts'
import type { Fact, PaymentFact } from '../packages/ingest-server/src/facts.ts'
import type { Books } from '../packages/ingest-server/src/ledger/books.ts'
import { openBooks } from '../packages/ingest-server/src/open-books.ts'
import { median } from './processes.ts'

export interface ParkedOptions {
  /** How many payments stand, or wait. */
  readonly payments: number
  /** Operations timed of each kind. */
  readonly operations: number
}
type Kind = 'record' | 'park' | 'resolve'
/** Median microseconds of one operation, committed and synced. */
export type Costs = Readonly<Record<Kind, number>>
export interface ParkedFigures {
  readonly empty: Costs
  /** As many payments, all recorded. */
  readonly recorded: Costs
  readonly waiting: Costs
}

const at = Date.now()
const payment = (id: string, customer: string): PaymentFact => ({
  ...{
    kind: 'payment',
    at,
    payment: { provider: 'stripe', account: '', id },
    happenedAt: at,
    role: 'payment',
    records: true,
  },
  who: {
    customerKey: null,
    platform: { provider: 'stripe', account: '', id: customer },
    email: null,
    name: null,
    partnerKey: null,
    mayCreate: true,
  },
  ...{
    amount: 5_000,
    captured: 5_000,
    paid: null,
    currency: 'USD',
    refundedTotal: 0,
    productKey: null,
    categoryKey: null,
  },
  ...{ metadata: {}, intent: `pi_${id}` },
})
const entry = (fact: Fact, eventId: string | null): Entry => ({
  ...{ mode: 'test', at, facts: [fact] },
  delivery:
    eventId === null
      ? null
      : {
          provider: 'stripe',
          account: '',
          eventId,
          type: 'charge.succeeded',
          body: new Uint8Array(1_500),
          headers: {},
          verdict: null,
        },
})
const customer = (key: string, providerKey: string): Fact => ({
  ...{
    kind: 'customer.create',
    customerKey: key,
    email: `${key}@shop.test`,
    partnerKey: 'gstest',
    name: null,
    providerKey,
    meta: null,
  },
})

interface World {
  readonly books: Books
  readonly times: Record<Kind, number[]>
}

async function open(file: string): Promise<World> {
  const books = await openBooks({ file, now: () => at, onBug: (error) => console.error(error) })
  await books.record(entry(customer('known', 'cus_known'), null))
  return { books, times: { record: [], park: [], resolve: [] } }
}

/** Records payments of customers that `of` names. */
async function fill({ books }: World, payments: number, of: (n: number) => string): Promise<void> {
  for (let n = 0; n < payments; n += 1_000) {
    const ids = Array.from({ length: Math.min(1_000, payments - n) }, (_, k) => n + k)
    await Promise.all(
      ids.map((k) => books.record(entry(payment(`ch_old${String(k).padStart(8, '0')}`, of(k)), `evt_old${k}`))),
    )
  }
}

async function timed({ books, times }: World, kind: Kind, one: Entry): Promise<void> {
  const start = performance.now()
  await books.record(one)
  times[kind].push((performance.now() - start) * 1_000)
}

/** The three worlds take turns, operation by operation, so that a noisy moment is everybody's. */
export async function parked({ payments, operations }: ParkedOptions): Promise<ParkedFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'parked-'))
  const worlds = {
    empty: await open(join(folder, 'empty.db')),
    recorded: await open(join(folder, 'recorded.db')),
    waiting: await open(join(folder, 'waiting.db')),
  }
  try {
    await fill(worlds.recorded, payments, () => 'cus_known')
    await fill(worlds.waiting, payments, (n) => `cus_nobody${n}`)
    for (let n = 0; n < operations; n++) {
      const id = String(n).padStart(6, '0')
      for (const world of Object.values(worlds)) {
        await timed(world, 'record', entry(payment(`ch_r${id}`, 'cus_known'), `evt_r${id}`))
        await timed(world, 'park', entry(payment(`ch_p${id}`, `cus_p${id}`), `evt_p${id}`))
        await timed(world, 'resolve', entry(customer(`c${id}`, `cus_p${id}`), null))
      }
    }
    const costs = ({ times }: World): Costs => ({
      record: Math.round(median(times.record)),
      park: Math.round(median(times.park)),
      resolve: Math.round(median(times.resolve)),
    })
    return { empty: costs(worlds.empty), recorded: costs(worlds.recorded), waiting: costs(worlds.waiting) }
  } finally {
    for (const { books } of Object.values(worlds)) await books.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
