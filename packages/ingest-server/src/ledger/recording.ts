/** From what is known of a payment to what the books show: recorded, waiting, or kept as evidence only. */
import type { Outcome } from '../entry.ts'
import type { Hints } from '../facts.ts'
import type { CustomerRow, Evidence, PaymentRow } from '../store/rows.ts'
import { replaceBrowserPayment } from './browser-payments.ts'
import type { Desk } from './desk.ts'
import { matchLooseRefunds } from './loose-refunds.ts'
import { inTime, letGo, park, unpark, waitingFor } from './parking.ts'
import { NO_EVIDENCE, collected, hasFailed, proportion, takenBack } from './refunds.ts'

/** The charges that paid for an invoice. */
const partsOf = (desk: Desk, row: PaymentRow): PaymentRow[] =>
  desk.payments.by('whole', row.sourceKey).filter((part) => part.source === row.source && part.account === row.account)

/** The invoice a charge paid for, where it is known. */
export const wholeOf = (desk: Desk, row: PaymentRow): PaymentRow | undefined =>
  row.whole === null ? undefined : desk.payment({ provider: row.source, account: row.account, id: row.whole })

/** What the row shows of its evidence: amount, what was taken back, and whether it still counts. */
export function project(desk: Desk, row: PaymentRow): PaymentRow {
  const evidence = row.evidence ?? NO_EVIDENCE
  const { settings } = desk
  const amount = collected(evidence)
  const fromParts = partsOf(desk, row).reduce((sum, part) => sum + takenBack(part.evidence ?? NO_EVIDENCE, settings), 0)
  const share = evidence.whole === null ? fromParts : proportion(amount, fromParts, evidence.whole)
  const refunded = Math.min(amount, takenBack(evidence, settings) + share)
  const reversed =
    hasFailed(evidence) || (settings.refunds === 'archive' ? refunded > 0 : refunded > 0 && refunded === amount)
  const archived =
    row.archived === 'deleted' || row.archived === 'replaced' ? row.archived : reversed ? 'reversed' : null
  return { ...row, amount, refunded, archived }
}

/** Shows anew what stands, after its evidence or that of its charges has grown. */
export function refresh(desk: Desk, row: PaymentRow, at: number): Outcome {
  const next = project(desk, row)
  const shown = (of: PaymentRow): unknown[] => [of.amount, of.refunded, of.archived]
  if (shown(next).every((value, index) => value === shown(row)[index]))
    return { state: 'unchanged', reason: 'already so', changed: [] }
  desk.payments.put({ ...next, updatedAt: at })
  if (next.amount !== row.amount) replaceBrowserPayment(desk, next, at)
  const what =
    next.archived === 'reversed' && row.archived === null
      ? 'taken back in full'
      : `${next.refunded} of ${next.amount} taken back`
  return { state: 'applied', reason: what, changed: [row.key] }
}

/** Makes a payment its customer's transaction. A row the API made under the same key is that payment: it is adopted. */
function record(desk: Desk, row: PaymentRow, customer: CustomerRow, at: number): Outcome {
  const asked = desk.payments
    .by('givenKey', row.sourceKey)
    .find((one) => one.source === 'api' && one.customer === customer.key)
  if (asked) desk.payments.remove(row)
  const ours = asked
    ? {
        ...row,
        key: asked.key,
        givenKey: asked.givenKey,
        archived: asked.archived,
        metadata: { ...row.metadata, ...asked.metadata },
        productKey: row.productKey ?? asked.productKey,
        categoryKey: row.categoryKey ?? asked.categoryKey,
      }
    : row
  const evidence: Evidence = { ...(row.evidence ?? NO_EVIDENCE), who: null }
  const recorded = project(desk, {
    ...ours,
    state: 'recorded',
    customer: customer.key,
    partnerKey: customer.partnerKey,
    evidence,
    updatedAt: at,
  })
  unpark(desk, row)
  desk.payments.put(recorded)
  const replacedBefore = asked?.amount === recorded.amount && asked.currency === recorded.currency
  if (!replacedBefore) replaceBrowserPayment(desk, recorded, at)
  const reason = `${asked ? 'adopted' : 'recorded'} for customer '${customer.customerKey}', credited to partner '${customer.partnerKey}'`
  const outcome = { state: 'applied', reason, changed: [recorded.key] } as const
  letGo(desk, row.key, at, outcome)
  for (const part of partsOf(desk, recorded))
    letGo(desk, part.key, at, { ...outcome, reason: `counted for invoice '${row.sourceKey}'` })
  matchLooseRefunds(desk, recorded, row.evidence?.who?.platform ?? null, at, refresh)
  return outcome
}

/** One payment is recorded from its charge or from its invoice, never from both: the first that is recorded stands. */
function rival(desk: Desk, row: PaymentRow): string | null {
  if (wholeOf(desk, row)?.state === 'recorded') return 'recorded from invoices'
  return partsOf(desk, row).some(({ state }) => state === 'recorded') ? 'recorded from charges' : null
}

/** Decides what becomes of a payment that is not a transaction yet, given who its hints name now. */
export function settle(
  desk: Desk,
  row: PaymentRow,
  who: Hints,
  customer: CustomerRow | undefined,
  at: number,
  { everInTime = false } = {},
): Outcome {
  const evidence = row.evidence ?? NO_EVIDENCE
  const keep = (state: 'waiting' | 'evidence'): void => {
    desk.payments.put({ ...project(desk, row), state, evidence: { ...evidence, who }, updatedAt: at })
  }
  const setAside = (reason: string): Outcome => {
    keep('evidence')
    unpark(desk, row)
    const outcome = { state: 'ignored', reason, changed: [] } as const
    letGo(desk, row.key, at, outcome)
    return outcome
  }
  if (hasFailed(evidence)) return setAside('the payment had failed or was voided')
  const already = rival(desk, row)
  if (already !== null) return setAside(already)
  if (customer?.archived) return setAside('customer archived')
  if (customer && (everInTime || inTime(desk, row, customer))) return record(desk, row, customer, at)
  keep('waiting')
  park(desk, row, who)
  const late =
    customer &&
    `customer '${customer.customerKey}' signed up more than ${desk.settings.parkingDays} days after this payment`
  return { state: 'parked', reason: late ?? waitingFor(who), changed: [row.key] }
}
