/** A row of transactions: reported once, as over the API; the row of a file that is imported again may change what it made. */
import type { TransactionRowFact } from '../facts.ts'
import type { CustomerRow, PaymentRow } from '../store/rows.ts'
import { replaceBrowserPayment } from './browser-payments.ts'
import type { Desk } from './desk.ts'
import { emailKey } from './desk.ts'
import { resolveRef } from './identity.ts'
import { rowError } from './row-error.ts'
import type { RowState } from './row-error.ts'
import { canonical, createTransaction } from './transactions.ts'

export function importTransaction(desk: Desk, fact: TransactionRowFact, at: number): RowState {
  const customer = payer(desk, fact)
  const standing = standingPayment(desk, fact)
  if (standing) return change(desk, standing, customer, fact, at)
  const { key, amount, currency, categoryKey, productKey, metadata, createdAt } = fact
  const { payment, state } = createTransaction(
    desk,
    {
      ...{
        kind: 'transaction.create',
        customer: customer.key,
        key,
        amount,
        currency,
        categoryKey,
        productKey,
        metadata,
      },
      ...(createdAt !== null && { createdAt }),
    },
    at,
  )
  if (key === null) desk.payments.put({ ...payment, sourceKey: fact.row })
  return state === 'applied' ? 'created' : 'unchanged'
}

function payer(desk: Desk, { customerKey, customerEmail }: TransactionRowFact): CustomerRow {
  if (customerKey !== null) return resolveRef(desk, customerKey)
  const [one, another] = desk.customersByEmail(emailKey(customerEmail))
  if (another)
    throw rowError('customer_email', 'EMAIL_AMBIGUOUS', 'several customers have this e-mail: name one by customer_key')
  if (one) return one
  throw rowError('customer_email', 'CUSTOMER_NOT_FOUND', `There is no customer with e-mail '${customerEmail}' here.`)
}

/** What this row, or a call with its key, has made. Another source's payment of that name is looked for where it is made. */
function standingPayment(desk: Desk, { key, row }: TransactionRowFact): PaymentRow | undefined {
  const ours = desk.payments.by('sourceKey', key ?? row).find(({ source }) => source === 'api')
  return (key === null ? undefined : desk.payments.by('givenKey', key)[0]) ?? ours
}

function change(desk: Desk, row: PaymentRow, customer: CustomerRow, fact: TransactionRowFact, at: number): RowState {
  if (row.customer !== customer.key)
    throw rowError('customer_key', 'TRANSACTION_KEY_REUSED', `key '${fact.key}' is a transaction of another customer.`)
  // Once a platform has adopted it, what the platform says holds.
  if (row.source !== 'api') return 'unchanged'
  const next: PaymentRow = {
    ...{ ...row, amount: fact.amount, currency: fact.currency ?? row.currency },
    ...{ categoryKey: fact.categoryKey ?? row.categoryKey, productKey: fact.productKey ?? row.productKey },
    metadata:
      canonical(fact.metadata ?? row.metadata) === canonical(row.metadata) ? row.metadata : (fact.metadata ?? {}),
    createdAt: fact.createdAt ?? row.createdAt,
  }
  const fields = Object.keys(next) as (keyof PaymentRow)[]
  if (fields.every((field) => next[field] === row[field])) return 'unchanged'
  if (row.archived !== null)
    throw rowError('key', 'TRANSACTION_KEY_REUSED', 'This transaction is archived: give a new payment a new key.')
  desk.payments.put({ ...next, updatedAt: at })
  if (next.amount !== row.amount || next.currency !== row.currency) replaceBrowserPayment(desk, next, at)
  return 'updated'
}
