/** Transactions by key pair: reported once per key, read back as the payment they are, archived. */
import { AppError } from '../errors.ts'
import type { TransactionApproveFact, TransactionArchiveFact, TransactionCreateFact } from '../facts.ts'
import type { CustomerRow, PaymentRow } from '../store/rows.ts'
import { audit } from './audit.ts'
import { replaceBrowserPayment } from './browser-payments.ts'
import type { Desk } from './desk.ts'
import { resolveRef } from './identity.ts'
import { settle } from './recording.ts'
import { heed } from './release.ts'

export interface Reported {
  readonly payment: PaymentRow
  readonly state: 'applied' | 'unchanged'
}

export const canonical = (value: Readonly<Record<string, unknown>> | null): string =>
  JSON.stringify(Object.entries(value ?? {}).sort(([one], [two]) => (one < two ? -1 : 1)))

/** Reports a payment. The same key with the same content is the transaction that stands; with other content, a conflict. */
export function createTransaction(desk: Desk, fact: TransactionCreateFact, at: number): Reported {
  const customer = resolveRef(desk, fact.customer, fact.customerIs)
  const currency = fact.currency ?? desk.settings.currency
  const { key } = fact
  if (key !== null) {
    const ours = desk.payments.by('sourceKey', key).filter(({ source }) => source === 'api')
    const [given] = [...desk.payments.by('givenKey', key), ...ours]
    if (given) return standing(given, fact, customer, currency)
    const platform = desk.payments
      .by('sourceKey', key)
      .find(
        (row) =>
          row.source !== 'api' && row.source !== 'script' && (row.customer === customer.key || row.state === 'waiting'),
      )
    if (platform) return claim(desk, platform, fact, customer, currency, at)
  }
  const own = desk.newKey('tran', at)
  const payment: PaymentRow = {
    ...{
      key: own,
      mode: desk.mode,
      state: 'recorded',
      source: 'api',
      account: '',
      sourceKey: key ?? own,
      givenKey: key,
    },
    ...{ customer: customer.key, partnerKey: customer.partnerKey, amount: fact.amount, refunded: 0, currency },
    ...{
      categoryKey: fact.categoryKey,
      productKey: fact.productKey,
      metadata: fact.metadata ?? {},
      approved: true,
      archived: null,
    },
    ...{
      replacedBy: null,
      page: null,
      evidence: null,
      intent: null,
      whole: null,
      createdAt: fact.createdAt ?? at,
      updatedAt: at,
    },
  }
  desk.payments.put(payment)
  replaceBrowserPayment(desk, payment, at)
  return { payment, state: 'applied' }
}

/** What a retry must repeat. Once a platform has adopted the row its amount has won, and only the customer can differ. */
function standing(row: PaymentRow, fact: TransactionCreateFact, customer: CustomerRow, currency: string): Reported {
  const differs = [
    ...(row.customer === customer.key ? [] : ['customer']),
    ...(row.source !== 'api' || row.amount === fact.amount ? [] : ['amount']),
    ...(row.source !== 'api' || row.currency === currency ? [] : ['currency']),
    ...(row.source !== 'api' || row.categoryKey === fact.categoryKey ? [] : ['category_key']),
    ...(row.source !== 'api' || row.createdAt === (fact.createdAt ?? row.createdAt) ? [] : ['created_at']),
    ...(row.source !== 'api' || row.productKey === fact.productKey ? [] : ['product_key']),
    ...(row.source !== 'api' || canonical(row.metadata) === canonical(fact.metadata) ? [] : ['metadata']),
  ]
  if (differs.length > 0) {
    throw new AppError(
      'TRANSACTION_KEY_REUSED',
      `key '${fact.key}' belongs to another transaction: ${differs.join(', ')} differ${differs.length === 1 ? 's' : ''}. Use a new key for a new payment.`,
    )
  }
  return { payment: row, state: 'unchanged' }
}

/** A key that a platform knows as its payment is that payment; one that waits has now found its customer. */
function claim(
  desk: Desk,
  row: PaymentRow,
  fact: TransactionCreateFact,
  customer: CustomerRow,
  currency: string,
  at: number,
): Reported {
  if (row.amount !== fact.amount || row.currency !== currency) {
    throw new AppError(
      'TRANSACTION_KEY_REUSED',
      `key '${fact.key}' is the payment of ${row.amount} ${row.currency} that ${row.source} reported: amount or currency differs.`,
    )
  }
  const given = { ...row, givenKey: fact.key, updatedAt: at }
  desk.payments.put(given)
  const who = row.evidence?.who
  if (row.state === 'waiting' && who) {
    const heeded = heed(desk, customer, who, { happenedAt: row.createdAt, now: at })
    settle(desk, desk.payments.get(row.key) ?? given, who, heeded, at)
  }
  const payment = desk.payments.get(row.key) ?? given
  if (payment.state !== 'recorded')
    throw new AppError(
      'TRANSACTION_KEY_REUSED',
      `key '${fact.key}' is a payment that ${row.source} reported, and it cannot be this customer's.`,
    )
  return { payment, state: 'unchanged' }
}

/** By its given key, its platform's id, or its own key. */
export function recordedPayment(desk: Desk, ref: string): PaymentRow {
  const recorded = (rows: PaymentRow[]): PaymentRow | undefined => rows.find(({ state }) => state === 'recorded')
  const own = desk.payments.get(ref)
  const row =
    recorded(desk.payments.by('givenKey', ref)) ??
    recorded(desk.payments.by('sourceKey', ref)) ??
    recorded(own ? [own] : [])
  if (!row) throw new AppError('TRANSACTION_NOT_FOUND', `There is no transaction '${ref}' here.`)
  return row
}

/** Somebody has looked at what a browser reported, and it counts. */
export function approveTransaction(desk: Desk, { ref, actor }: TransactionApproveFact, at: number): Reported {
  const row = recordedPayment(desk, ref)
  if (row.approved) return { payment: row, state: 'unchanged' }
  const payment: PaymentRow = { ...row, approved: true, updatedAt: at }
  desk.payments.put(payment)
  const detail = { amount: row.amount, currency: row.currency }
  audit(desk, { actor, action: 'transaction.approved', subject: row.key, detail }, at)
  return { payment, state: 'applied' }
}

/** Archives a transaction for good: no event of its platform brings it back. */
export function archiveTransaction(desk: Desk, { ref }: TransactionArchiveFact, at: number): Reported {
  const row = recordedPayment(desk, ref)
  if (row.archived === 'deleted') return { payment: row, state: 'unchanged' }
  const payment: PaymentRow = { ...row, archived: 'deleted', updatedAt: at }
  desk.payments.put(payment)
  return { payment, state: 'applied' }
}
