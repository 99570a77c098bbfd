/**
 * Refunds that do not say which payment they are of. Such a refund is a row of its own that counts for the payment it is found
 * to belong to, as a charge counts for its invoice: by what both name (account and invoice), else as the customer's only
 * unreversed payment of that amount, else it waits until its payment comes or a person chooses.
 */
import type { Outcome } from '../entry.ts'
import type { LooseRefundFact, PlatformRef } from '../facts.ts'
import type { PaymentRow } from '../store/rows.ts'
import type { Desk } from './desk.ts'
import { letGo, waitingUnder } from './parking.ts'
import { NO_EVIDENCE } from './refunds.ts'

export const intentHint = (intent: string): string => `i:${intent}`
export const amountHint = (customer: PlatformRef, amount: number, currency: string): string =>
  `r:${customer.provider}:${customer.account}:${customer.id}:${amount}:${currency}`

type Refresh = (desk: Desk, row: PaymentRow, at: number) => Outcome

/** The payment it names; of several parts of one invoice, the one of its amount. */
function named(desk: Desk, fact: LooseRefundFact): PaymentRow | undefined {
  const mine = (row: PaymentRow): boolean => row.source === fact.refund.provider && row.account === fact.refund.account
  if (fact.chosen !== null) return desk.payments.by('sourceKey', fact.chosen).find(mine)
  if (fact.intent === null) return undefined
  const rows = desk.payments.by('intent', fact.intent).filter((row) => mine(row) && row.evidence?.paid)
  return rows.find(({ amount }) => amount === fact.amount) ?? rows[0]
}

/** The customer's only payment of that amount of which nothing was taken back. */
function onlyOne(
  desk: Desk,
  provider: string,
  customer: string | undefined,
  amount: number,
  currency: string,
): PaymentRow | undefined {
  if (customer === undefined) return undefined
  const rows = desk.payments
    .by('customer', customer)
    .filter((row) => row.state === 'recorded' && row.source === provider && row.archived === null)
    .filter((row) => row.amount === amount && row.currency === currency && row.refunded === 0)
  return rows.length === 1 ? rows[0] : undefined
}

function attach(desk: Desk, refund: PaymentRow, payment: PaymentRow, at: number, refresh: Refresh): Outcome {
  const before = refund.whole
  desk.payments.put({ ...refund, whole: payment.sourceKey, updatedAt: at })
  const former =
    before === null ? undefined : desk.payment({ provider: refund.source, account: refund.account, id: before })
  if (former?.state === 'recorded' && former.key !== payment.key) refresh(desk, former, at)
  const outcome: Outcome =
    payment.state === 'recorded'
      ? refresh(desk, payment, at)
      : {
          state: 'applied',
          reason: `counts for payment '${payment.sourceKey}' once that is recorded`,
          changed: [refund.key],
        }
  letGo(desk, refund.key, at, {
    state: 'applied',
    reason: `counted for payment '${payment.sourceKey}'`,
    changed: [payment.key],
  })
  return outcome
}

/** A refund came that has to be matched. */
export function looseRefundSeen(
  desk: Desk,
  fact: LooseRefundFact,
  now: number,
  refresh: Refresh,
): { readonly outcome: Outcome; readonly waitingOn: string | null } {
  const { refund: ref, amount, customer } = fact
  const currency = fact.currency ?? desk.settings.currency
  const standing = desk.payment(ref)
  if (standing && standing.whole !== null && fact.chosen === null)
    return { outcome: { state: 'unchanged', reason: 'already so', changed: [] }, waitingOn: null }
  const refunds = { [ref.id]: { amount, at: fact.at, failed: false } }
  const who = { customerKey: null, platform: customer, email: null, name: null, partnerKey: null, mayCreate: false }
  const row: PaymentRow = standing ?? {
    ...{
      key: desk.newKey('tran', now),
      mode: desk.mode,
      state: 'evidence',
      source: ref.provider,
      account: ref.account,
      sourceKey: ref.id,
    },
    ...{
      givenKey: null,
      customer: null,
      partnerKey: null,
      amount: 0,
      refunded: 0,
      currency,
      categoryKey: null,
      productKey: null,
    },
    ...{
      metadata: {},
      approved: true,
      archived: null,
      replacedBy: null,
      page: null,
      evidence: { ...NO_EVIDENCE, refunds, who },
    },
    ...{ intent: null, whole: null, createdAt: fact.at, updatedAt: now },
  }
  desk.payments.put(row)
  const byName = named(desk, fact)
  const payment = byName ?? onlyOne(desk, ref.provider, desk.platformId(customer)?.customer, amount, currency)
  // Found by amount only, it still goes to the payment it names when that one comes.
  if (!byName && fact.intent !== null)
    desk.waits.put({ mode: desk.mode, hint: intentHint(fact.intent), payment: row.key })
  if (payment) return { outcome: attach(desk, row, payment, now, refresh), waitingOn: null }
  desk.waits.put({ mode: desk.mode, hint: amountHint(customer, amount, currency), payment: row.key })
  const reason = `choose the payment: no payment of '${customer.id}' is named by this refund, and not exactly one of ${amount} ${currency} stands`
  return { outcome: { state: 'parked', reason, changed: [row.key] }, waitingOn: row.key }
}

/** A payment has come: refunds that name it count for it, and one that could only be its, too. */
export function matchLooseRefunds(
  desk: Desk,
  payment: PaymentRow,
  customer: PlatformRef | null,
  at: number,
  refresh: Refresh,
): void {
  for (const refund of payment.intent === null ? [] : waitingUnder(desk, intentHint(payment.intent))) {
    forget(desk, refund)
    attach(desk, refund, desk.payments.get(payment.key) ?? payment, at, refresh)
  }
  if (customer === null || payment.state !== 'recorded') return
  for (const refund of waitingUnder(desk, amountHint(customer, payment.amount, payment.currency))) {
    const only = onlyOne(desk, payment.source, payment.customer ?? undefined, payment.amount, payment.currency)
    if (!only) continue
    desk.waits.remove({
      mode: desk.mode,
      hint: amountHint(customer, payment.amount, payment.currency),
      payment: refund.key,
    })
    attach(desk, refund, only, at, refresh)
  }
}

function forget(desk: Desk, refund: PaymentRow): void {
  for (const wait of desk.waits.by('payment', refund.key)) desk.waits.remove(wait)
}
