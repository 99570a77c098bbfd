/** A year of a program: partners, customers who sign up all along, what they pay and get back, clicks, and rewards that were paid. */
import { DatabaseSync } from 'node:sqlite'
import type { Entry } from '../packages/ingest-server/src/entry.ts'
import type { Fact } from '../packages/ingest-server/src/facts.ts'
import { newXid } from '../packages/ingest-server/src/secrets.ts'
import { connected } from './databases.ts'
import { inBatches, withBooks } from './server.ts'

export interface ProgramOptions {
  readonly customers: number
  readonly payments: number
  readonly partners: number
}

const DAY_MS = 86_400_000
const YEAR_MS = 365 * DAY_MS
/** Rewards older than this were paid. */
const PAID_BEHIND_MS = 30 * DAY_MS
const WAITING = 300
/** Older deliveries are forgotten, as `retention_days` has it. */
const KEPT_MS = 90 * DAY_MS

export const partnerOf = (n: number): string => `partner${n}`
export const customerOf = (n: number): string => `c${n}`

const called = (at: number, fact: Fact): Entry => ({ mode: 'production', at, facts: [fact], delivery: null })
const said = (at: number, id: string, type: string, fact: Fact): Entry =>
  at < Date.now() - KEPT_MS
    ? called(at, fact)
    : {
        ...called(at, fact),
        delivery: {
          ...{ provider: 'stripe', account: '', eventId: `evt_${id}`, type, headers: {}, verdict: null },
          body: Buffer.from(JSON.stringify({ id: `evt_${id}`, type, data: { object: { id: `ch_${id}` } } })),
        },
      }

const currencyOf = (n: number): string => (n % 97 === 0 ? 'JPY' : n % 10 === 0 ? 'EUR' : 'USD')

function paid(n: number, customer: number, at: number, refundedTotal = 0): Fact {
  const id = String(n).padStart(9, '0')
  return {
    ...{ kind: 'payment', at, payment: { provider: 'stripe', account: '', id: `ch_${id}` }, happenedAt: at },
    ...{ role: 'payment', records: true, amount: 2_000 + (n % 90) * 100, captured: null, paid: null },
    ...{ currency: currencyOf(n), refundedTotal, productKey: n % 3 === 0 ? 'team' : 'pro', categoryKey: null },
    ...{ metadata: {}, intent: null },
    who: {
      ...{ customerKey: null, platform: { provider: 'stripe', account: '', id: `cus_bench${customer}` } },
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

/** What was earned long ago has been paid. Straight in the tables: the ledger would take as long as for the payments. */
async function payRewards(url: string, before: number): Promise<void> {
  const sql = `UPDATE rewards SET status = 'paid' WHERE status = 'pending' AND created_at < `
  if (!url.startsWith('file:')) {
    await connected(url, async (client) => {
      await client.query(`${sql}$1`, [before])
      await client.query('VACUUM ANALYZE') // as its own housekeeping would
    })
    return
  }
  const db = new DatabaseSync(url.slice('file:'.length))
  db.prepare(`${sql}?`).run(before)
  db.close()
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
      await books.record(said(at, id, 'charge.succeeded', paid(n, customer, at)))
      if (n % 50 === 0) await books.record(said(at + 1, `${id}r`, 'charge.refunded', paid(n, customer, at + 1, 500)))
    })
    const now = Date.now()
    await inBatches(WAITING, 0, (n) =>
      books.record(said(now - n * 1_000, `wait${n}`, 'charge.succeeded', paid(payments + n, customers + n, now - n))),
    )
  })
  await payRewards(url, Date.now() - PAID_BEHIND_MS)
  return begun
}
