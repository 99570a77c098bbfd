/**
 * Transactions that a browser reported. Anyone can send one, so it waits for approval, and gives way to the platform's or the
 * API's own report of the same money, whichever of the two comes first.
 */
import type { Outcome } from '../entry.ts'
import type { SignupFact } from '../facts.ts'
import type { CustomerRow, PaymentRow } from '../store/rows.ts'
import type { Desk } from './desk.ts'
import { DAY_MS } from './parking.ts'

/** Within this time, an equal amount of the same customer is the same money. */
export const REPLACE_MS = 7 * DAY_MS
const REPEAT_MS = DAY_MS

const near = (one: PaymentRow, at: number, span: number): boolean => Math.abs(one.createdAt - at) <= span

/** Records the amount that came with a sign-up. */
export function recordBrowserPayment(desk: Desk, fact: SignupFact, customer: CustomerRow, at: number): Outcome | null {
  const { amount } = fact
  if (fact.amountProblem !== null)
    return { state: 'ignored', reason: `amount not recorded: ${fact.amountProblem}`, changed: [] }
  if (amount === null) return null
  if (desk.settings.browserTransactions === 'off')
    return { state: 'ignored', reason: 'amount not recorded: browser_transactions is off', changed: [] }
  const currency = fact.currency ?? desk.settings.currency
  const equal = desk.payments
    .by('customer', customer.key)
    .filter((row) => row.amount === amount && row.currency === currency && row.state === 'recorded')
  const same = equal.find((row) => row.source === 'script' && row.page === fact.page && near(row, at, REPEAT_MS))
  if (same) return { state: 'unchanged', reason: 'amount recorded before', changed: [] }
  const standIns = new Set(equal.map(({ replacedBy }) => replacedBy))
  const real = equal.find(
    (row) =>
      row.source !== 'script' && row.archived !== 'deleted' && near(row, at, REPLACE_MS) && !standIns.has(row.key),
  )
  const key = desk.newKey('tran', at)
  desk.payments.put({
    key,
    mode: desk.mode,
    state: 'recorded',
    source: 'script',
    account: '',
    sourceKey: key,
    givenKey: null,
    customer: customer.key,
    partnerKey: customer.partnerKey,
    amount,
    refunded: 0,
    currency,
    categoryKey: null,
    productKey: null,
    metadata: {},
    approved: desk.settings.browserTransactions === 'approve',
    archived: real ? 'replaced' : null,
    replacedBy: real?.key ?? null,
    page: fact.page,
    evidence: null,
    intent: null,
    whole: null,
    createdAt: at,
    updatedAt: at,
  })
  return {
    state: 'applied',
    reason: real ? 'amount already recorded by another source' : 'amount recorded',
    changed: [key],
  }
}

/** A platform's or the API's payment takes the place of the oldest equal one a browser had reported. */
export function replaceBrowserPayment(desk: Desk, payment: PaymentRow, at: number): void {
  if (payment.customer === null) return
  const [oldest] = desk.payments
    .by('customer', payment.customer)
    .filter((row) => row.source === 'script' && !row.approved && row.archived === null)
    .filter(
      (row) =>
        row.amount === payment.amount && row.currency === payment.currency && near(row, payment.createdAt, REPLACE_MS),
    )
    .sort((one, two) => one.createdAt - two.createdAt || (one.key < two.key ? -1 : 1))
  if (oldest) desk.payments.put({ ...oldest, archived: 'replaced', replacedBy: payment.key, updatedAt: at })
}
