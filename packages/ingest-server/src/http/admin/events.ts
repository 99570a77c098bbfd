/** What happens, told to a page as it is committed: by any process, since all of it is read from the books every second. */
import type { Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Request } from 'express'
import { leastXid } from '../../secrets.ts'
import type { Call } from '../api/operation.ts'
import { deliveryObject } from './objects.ts'
import { webOf } from './guard.ts'
import { sessionOf } from './session.ts'
import { stateAt } from '../../inbox/listing.ts'

const EVERY_MS = 1_000
/** What is committed late has a time that lies before what was told already. */
const OVERLAP_MS = 5_000
const SESSION_EVERY = 10
const AT_ONCE = 50

interface Told {
  readonly event: 'sighting' | 'click' | 'signup' | 'delivery' | 'payment'
  readonly id: string
  readonly at: number
  readonly data: object
}

async function since({ books, mode, deps }: Call, from: number): Promise<Told[]> {
  const order = { mode, limit: AT_ONCE, orderBy: '-updated_at', minUpdated: from, includeArchived: true } as const
  const [sightings, clicks, deliveries, payments, shown] = await Promise.all([
    books.sightings(),
    books.clicksSince(mode, leastXid(from), AT_ONCE),
    books.deliveries({ mode, limit: AT_ONCE, since: from }),
    books.transactions(order),
    stateAt(books, mode, deps.now()),
  ])
  const told = [
    ...sightings
      .filter(({ at, scope }) => at >= from && (scope === null || scope === mode))
      .map(({ key, at, kind, source, reason }): Told => ({
        ...{ event: 'sighting', id: `${key} ${at}`, at, data: { kind, source, reason, at } },
      })),
    ...clicks.map(({ xid, createdAt, partnerKey }): Told => ({
      ...{ event: 'click', id: xid, at: createdAt, data: { xid, partner_key: partnerKey, at: createdAt } },
    })),
    ...deliveries.items.map((row): Told => ({
      event: row.provider === 'script' ? 'signup' : 'delivery',
      ...{ id: `${row.key} ${row.attempts} ${row.state}`, at: row.receivedAt, data: deliveryObject(shown(row)) },
    })),
    ...payments.items.map(({ payment }): Told => {
      const { key, amount, refunded, currency, partnerKey, source, archived, updatedAt: at } = payment
      const data = { key, amount, refunded, currency, partner_key: partnerKey, source, archived, at }
      return { event: 'payment', id: `${key} ${at} ${refunded}`, at, data }
    }),
  ]
  return told.sort((a, b) => a.at - b.at)
}

/** A server that takes no new connections is about to end, and waits for this one. */
const isEnding = ({ socket }: Request): boolean =>
  (socket as Socket & { readonly server?: { readonly listening: boolean } }).server?.listening === false

/** Tells what happens from now on, until the page goes, the session ends, or the server does. */
export async function follow(call: Call): Promise<void> {
  const { req, res } = webOf(call.caller)
  const { now } = call.deps
  const told = new Map<string, number>()
  let open = true
  res.on('close', () => (open = false))
  res.set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' })
  res.flushHeaders()
  res.write(': following\n\n')
  const begun = now()
  for (let turn = 1; open && !isEnding(req); turn++) {
    const from = Math.max(begun, now() - OVERLAP_MS)
    for (const { event, id, at, data } of await since(call, from)) {
      if (told.has(id)) continue
      told.set(id, at)
      res.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    }
    for (const [id, at] of told) if (at < now() - 2 * OVERLAP_MS) told.delete(id)
    if (turn % SESSION_EVERY === 0) {
      if (!(await sessionOf(req, call.deps))) break
      res.write(': still here\n\n')
    }
    await wait(EVERY_MS)
  }
}
