/**
 * Money that moved. One transaction each: a payment, a refund of one, or its reversal by the bank, all with ids of their own.
 * @see https://apidocs.chargebee.com/docs/api/transactions?prod_cat_ver=2
 */
import { z } from 'zod'
import { amount, currency, id, lenient, maybe, text, textOf, time, word } from '../fields.ts'
import { hintsOf, payer } from './customer.ts'
import { at, type ChargebeeEvent, reading, type Translation } from './event.ts'

const Line = z.object({ entity_type: text, entity_id: text })

const State = z.object({ transaction: z.object({ id, type: lenient(word), status: lenient(word) }) })

const Payment = z.object({
  transaction: z.object({ id, amount, currency_code: currency, date: lenient(time), customer_id: lenient(id) }),
  customer: payer,
  invoice: lenient(z.object({ line_items: lenient(z.array(Line)) })),
})

const Refund = z.object({
  transaction: z.object({
    id,
    amount,
    status: lenient(word),
    refunded_txn_id: maybe(id),
    /** What a reversal is of; one recorded by hand may be of several. */
    linked_payments: lenient(z.array(z.object({ id }))),
  }),
})

/** What the payment was for: the plan where there is one, else the first thing on the invoice. */
function productOf(lines: readonly z.infer<typeof Line>[]): string | null {
  const plan = lines.find((line) => line.entity_type?.startsWith('plan'))
  return (plan ?? lines[0])?.entity_id ?? null
}

const paid = reading(Payment, ({ transaction, customer, invoice }, event) => [
  {
    kind: 'payment',
    at: event.at,
    payment: at(transaction.id),
    happenedAt: transaction.date ?? event.at,
    role: 'payment',
    records: true,
    who: hintsOf(customer, transaction.customer_id),
    amount: transaction.amount,
    captured: null,
    paid: null,
    currency: transaction.currency_code,
    refundedTotal: null,
    productKey: textOf(productOf(invoice?.line_items ?? [])),
    categoryKey: null,
    metadata: {},
    intent: null,
  },
])

/** Which payment went back. */
function originalOf({ refunded_txn_id, linked_payments }: z.infer<typeof Refund>['transaction']): string | null {
  if (refunded_txn_id !== null) return refunded_txn_id
  return linked_payments?.length === 1 ? linked_payments[0]!.id : null
}

const NO_ORIGINAL = 'it names no payment that it is of: content.transaction.refunded_txn_id is missing'

/** A refund that the bank turned down later brings back what was taken. */
const FAILED = new Set(['failure', 'late_failure', 'voided'])

const refunded = reading(Refund, ({ transaction }, event) => {
  const original = originalOf(transaction)
  if (original === null) return NO_ORIGINAL
  const failed = FAILED.has(transaction.status ?? '')
  if (!failed && transaction.status !== 'success') return `the refund is not done: its status is ${transaction.status}`
  const { id: refundId, amount } = transaction
  return [{ kind: 'refund', at: event.at, payment: at(original), refundId, amount, failed, intent: null }]
})

/** A chargeback: the bank took the money, as in a dispute that is lost from the start. */
const reversed = reading(Refund, ({ transaction }, event) => {
  const original = originalOf(transaction)
  if (original === null) return NO_ORIGINAL
  const { id: disputeId, amount, status } = transaction
  if (status !== 'success') return `the reversal is not done: its status is ${status}`
  return [{ kind: 'dispute', at: event.at, payment: at(original), disputeId, amount, state: 'withdrawn', intent: null }]
})

/** What each type of transaction means under each event. Which event announces reversals is not documented. */
export const transaction = reading(State, ({ transaction: { id, type, status } }, event) => {
  if (type === 'payment_reversal') return reversed(event)
  if (type === 'refund' && event.type !== 'payment_succeeded') return refunded(event)
  if (type !== 'payment' || event.type === 'payment_refunded')
    return `the transaction is ${words(type)}, not what moved`
  // By its own id: a payment that failed late (direct debit) was announced as a success before.
  if (event.type === 'payment_failed') return [{ kind: 'failure', at: event.at, payment: at(id), intent: null }]
  return status === 'success' ? paid(event) : `the payment is not done: its status is ${status}`
})

const words = (type: string | null): string => (type === null ? 'of no type' : `of type ${type}`)

/** Events that follow every transaction count only where no other tells of it. */
export const anyTransaction: Translation = (event: ChargebeeEvent) => {
  const { data } = State.safeParse(event.content)
  if (data?.transaction.type === 'payment_reversal') return reversed(event)
  return 'payments and refunds are read from events of their own'
}
