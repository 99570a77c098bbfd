/** A year of a program: partners, customers who sign up all along, what they pay and get back, clicks, and rewards that were paid. */
import { DatabaseSync } from 'node:sqlite'
import type { Entry } from '../packages/ingest-server/src/entry.ts'
import type { Fact } from '../packages/ingest-server/src/facts.ts'
import { openStore } from '../packages/ingest-server/src/open-books.ts'
import { newXid } from '../packages/ingest-server/src/secrets.ts'
import { connected } from './databases.ts'
import { inBatches, withBooks } from './server.ts'

export interface ProgramOptions {
  readonly customers: number
  readonly payments: number
  readonly partners: number
}

const DAY_MS = 86_400_000
const MONTH_MS = 30 * DAY_MS
const YEAR_MS = 365 * DAY_MS
/** One payment in so many comes from a second platform. */
const RARELY = 20_011
/** Rewards older than this were paid. */
const PAID_BEHIND_MS = MONTH_MS
const WAITING = 300
/** Older deliveries are forgotten, as `retention_days` has it. */
const KEPT_MS = 90 * DAY_MS

export const partnerOf = (n: number): string => `partner${n}`
export const customerOf = (n: number): string => `c${n}`

const called = (at: number, fact: Fact): Entry => ({ mode: 'production', at, facts: [fact], delivery: null })
const said = (at: number, id: string, type: string, fact: Fact, provider = 'stripe'): Entry =>
  at < Date.now() - KEPT_MS
    ? called(at, fact)
    : {
        ...called(at, fact),
        delivery: {
          ...{ provider, account: '', eventId: `evt_${id}`, type, headers: {}, verdict: null },
          body: Buffer.from(JSON.stringify({ id: `evt_${id}`, type, data: { object: { id: `ch_${id}` } } })),
        },
      }

const currencyOf = (n: number): string => (n % 97 === 0 ? 'JPY' : n % 10 === 0 ? 'EUR' : 'USD')

const providerOf = (n: number): string => (n % RARELY === 0 ? 'recurly' : 'stripe')

function paid(n: number, customer: number, at: number, refundedTotal = 0): Fact {
  const id = String(n).padStart(9, '0')
  const provider = providerOf(n)
  return {
    ...{ kind: 'payment', at, payment: { provider, account: '', id: `ch_${id}` }, happenedAt: at },
    ...{ role: 'payment', records: true, amount: 2_000 + (n % 90) * 100, captured: null, paid: null },
    ...{ currency: currencyOf(n), refundedTotal, productKey: n % 3 === 0 ? 'team' : 'pro', categoryKey: null },
    ...{ metadata: {}, intent: null },
    who: {
      ...{ customerKey: null, platform: { provider, account: '', id: `cus_bench${customer}` } },
      ...{ email: null, name: null, partnerKey: null, mayCreate: true },
    },
  }
}

const signedUp = (n: number, partners: number, of: number): Fact => ({
  // Few bring many, as it is.
  ...{ kind: 'customer.create', customerKey: customerOf(n), email: `c${n}@shop.test` },
  partnerKey: partnerOf(Math.floor(partners * (((n * 7_919) % of) / of) ** 2)),
  ...{ name: `Customer ${n}`, providerKey: `cus_bench${n}`, meta: null },
})

/**
 * What was earned long ago has been paid, a month at a time, as it would have been. Straight in the tables: the ledger would take
 * as long as for the payments. So what is kept added up is added up anew.
 */
async function payRewards(url: string, begun: number, before: number): Promise<void> {
  const sql = `UPDATE rewards SET status = 'paid' WHERE status = 'pending' AND created_at < `
  const months = Array.from({ length: Math.ceil((before - begun) / MONTH_MS) }, (_, n) =>
    Math.min(before, begun + (n + 1) * MONTH_MS),
  )
  if (url.startsWith('file:')) {
    const db = new DatabaseSync(url.slice('file:'.length))
    for (const until of months) db.prepare(`${sql}?`).run(until)
    db.close()
    return
  }
  await connected(url, async (client) => {
    // As the server's own housekeeping would: index entries of what was changed go, and what there is has been counted.
    for (const until of months) {
      await client.query(`${sql}$1`, [until])
      await client.query('VACUUM rewards')
    }
    await client.query('VACUUM ANALYZE')
  })
}

async function recounted(url: string): Promise<void> {
  const store = await openStore(url.startsWith('file:') ? { file: url.slice('file:'.length) } : { url })
  await store.recount('production')
  await store.close()
}

/** Resolves with when the program began. */
export async function fillProgram(url: string, { customers, payments, partners }: ProgramOptions): Promise<number> {
  const begun = Date.now() - YEAR_MS
  const each = YEAR_MS / payments
  const perCustomer = payments / customers
  await withBooks(url, async (books) => {
    await inBatches(partners, 0, (n) => {
      const who = { partnerKey: partnerOf(n), email: `p${n}@partners.test`, firstName: `Partner ${n}`, lastName: null }
      return books.record(called(begun, { kind: 'partner', ...who, group: null, destination: null }))
    })
    await inBatches(payments, 0, async (n) => {
      const at = Math.floor(begun + n * each)
      const newest = Math.floor(n / perCustomer)
      if (n % perCustomer === 0) await books.record(called(at, signedUp(newest, partners, customers)))
      if (n % 5 === 0) {
        const xid = newXid(at)
        const click = { xid, linkKey: 'link_0000000000bench', partnerKey: partnerOf(n % partners), counted: true }
        await books.record(called(at, { kind: 'click', ...click }))
      }
      const customer = n % perCustomer === 0 ? newest : (n * 7_919) % (newest + 1)
      const id = String(n).padStart(9, '0')
      await books.record(said(at, id, 'charge.succeeded', paid(n, customer, at), providerOf(n)))
      if (n % 50 === 0)
        await books.record(said(at + 1, `${id}r`, 'charge.refunded', paid(n, customer, at + 1, 500), providerOf(n)))
    })
    const now = Date.now()
    await inBatches(WAITING, 0, (n) =>
      books.record(said(now - n * 1_000, `wait${n}`, 'charge.succeeded', paid(payments + n, customers + n, now - n))),
    )
  })
  await payRewards(url, begun, Date.now() - PAID_BEHIND_MS)
  await recounted(url)
  return begun
}
