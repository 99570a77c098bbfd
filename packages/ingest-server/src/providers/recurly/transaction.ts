/**
 * Money that moved.
 * @see https://docs.recurly.com/recurly-subscriptions/docs/payment-notifications
 */
import { z } from 'zod'
import { lenient } from '../fields.ts'
import { About, at, cents, code, hintsOf, reading, time, type Translation } from './notification.ts'
import { text } from './xml.ts'

const State = z.object({
  transaction: z.object({ id: code, action: text, status: text, test: text, date: time }),
})

const Money = About.extend({
  transaction: z.object({
    id: code,
    amount_in_cents: cents,
    invoice_number_prefix: text,
    invoice_number: text,
    plan_code: text,
    date: time,
  }),
  subscription: lenient(z.object({ plan: z.object({ plan_code: text }) })),
})

type MoneyRead = z.infer<typeof Money>

/** What a payment and its refund have in common: the refund has an id of its own and names no payment. */
function intentOf({ account, transaction: { invoice_number_prefix, invoice_number } }: MoneyRead): string | null {
  return invoice_number === null ? null : `${account.account_code}#${invoice_number_prefix ?? ''}${invoice_number}`
}

const paid = reading(Money, (content, { receivedAt }, options) => {
  const { account, transaction, subscription } = content
  const happenedAt = transaction.date ?? receivedAt
  return [
    {
      kind: 'payment',
      at: happenedAt,
      payment: at(transaction.id),
      happenedAt,
      role: 'payment',
      records: true,
      who: hintsOf(account),
      amount: transaction.amount_in_cents,
      captured: null,
      paid: null,
      // No notification of a transaction names one.
      currency: options.currency,
      refundedTotal: null,
      productKey: transaction.plan_code ?? subscription?.plan.plan_code ?? null,
      categoryKey: null,
      metadata: {},
      intent: intentOf(content),
    },
  ]
})

const refunded = reading(Money, (content, { receivedAt }, options) => {
  const { account, transaction } = content
  return [
    {
      kind: 'loose-refund',
      at: transaction.date ?? receivedAt,
      refund: at(transaction.id),
      amount: transaction.amount_in_cents,
      // As on the payment: `webhook set recurly --currency` outranks the program's, and the two must agree.
      currency: options.currency,
      customer: at(account.account_code),
      intent: intentOf(content),
      chosen: null,
    },
  ]
})

/** An authorisation is a success, too, and no money. */
const COLLECTS = new Set(['purchase', 'capture'])

function told(tell: (state: z.infer<typeof State>['transaction']) => Translation | string): Translation {
  return reading(State, ({ transaction }, event, options) => {
    if (transaction.test === 'true' && options.mode === 'production') return 'test payment'
    const next = tell(transaction)
    return typeof next === 'string' ? next : next(event, options)
  })
}

export const successfulPayment = told(({ action, status }) => {
  if (status !== 'success') return `the payment is not done: its status is ${status}`
  return COLLECTS.has(action ?? '') ? paid : `nothing was collected: the transaction's action is ${action}`
})

export const successfulRefund = told(({ status }) =>
  status === 'success' ? refunded : `the refund is not done: its status is ${status}`,
)

/** A void repeats the payment's own transaction; a declined one is a transaction that was never money. */
export const failedPayment = told(({ id, date }) => ({ receivedAt }) => [
  { kind: 'failure', at: date ?? receivedAt, payment: at(id), intent: null },
])

/** Recurly sends no event ids: which transaction, and how it stood, is what makes two deliveries the same. */
export function transactionName(content: unknown): string | null {
  const { data } = State.safeParse(content)
  return data ? [data.transaction.id, data.transaction.action, data.transaction.status].join(':') : null
}
