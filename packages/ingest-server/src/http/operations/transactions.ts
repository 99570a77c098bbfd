/** `/api/v2/transactions` */
import { z } from 'zod'
import type { TransactionCreateFact } from '../../facts.ts'
import { operation } from '../api/operation.ts'
import { currency, email, moment, shortAttributes, signedAmount, text } from '../fields.ts'
import { exampleTransaction, Transaction, transactionForPartner, transactionObject } from '../../objects/transaction.ts'
import { listOf } from '../../objects/shapes.ts'
import { pageOf } from '../paging.ts'
import { findTransaction } from './find.ts'
import { ANYBODY, presenter } from './own.ts'
import { key, KEYS, known, one } from './parts.ts'
import { listTransactions, transactionFilters } from './transaction-list.ts'

const Create = z
  .object({
    customer_key: key.optional().meta({ description: "Internal key, else the vendor's own." }),
    customer_external_key: key.optional().meta({ description: "The vendor's own key." }),
    customer_email: email.optional(),
    amount: signedAmount,
    currency: currency.optional().meta({ description: "Three letters; absent: the program's." }),
    key: text(255, 4).optional().meta({ description: 'The same key with the same content is the same transaction.' }),
    category_key: key.optional(),
    product_key: key.optional(),
    metadata: shortAttributes.optional(),
    created_at: moment.optional().meta({ description: 'When it happened; absent: now.' }),
  })
  .refine(
    (body) => [body.customer_key, body.customer_external_key, body.customer_email].filter(Boolean).length === 1,
    "Give exactly one of 'customer_key', 'customer_external_key' and 'customer_email'",
  )

type Whose = Pick<TransactionCreateFact, 'customer'> & Required<Pick<TransactionCreateFact, 'customerIs'>>

function whose(body: z.output<typeof Create>): Whose {
  if (body.customer_email !== undefined) return { customer: body.customer_email, customerIs: 'e-mail' }
  if (body.customer_external_key !== undefined)
    return { customer: body.customer_external_key, customerIs: 'customer_key' }
  return { customer: body.customer_key ?? '', customerIs: 'internal key or customer_key' }
}

const about = { tag: 'Transactions', bases: ['/api/v2'], callers: KEYS, answers: Transaction } as const
const byId = { ...about, path: '/transactions/{id}', params: one('Its key, its platform id, or `tran_…`.') } as const

export const transactions = [
  operation({
    ...about,
    id: 'listTransactions',
    method: 'GET',
    path: '/transactions',
    summary: 'List transactions',
    callers: ANYBODY,
    query: transactionFilters,
    answers: listOf(Transaction),
    message: 'Transactions retrieved',
    example: { data: { items: [exampleTransaction], has_more: false } },
    refuses: ['UNKNOWN_CURSOR', 'EMAIL_AMBIGUOUS'],
    handle: async (call) =>
      pageOf(await listTransactions(call), await presenter(call, transactionObject, transactionForPartner)),
  }),
  operation({
    ...about,
    id: 'createTransaction',
    method: 'POST',
    path: '/transactions',
    summary: 'Record what a customer paid',
    body: Create,
    message: 'Transaction created',
    example: {
      body: { customer_key: 'user-42', amount: 4900, currency: 'USD', key: 'order-1001', product_key: 'pro' },
      data: exampleTransaction,
    },
    refuses: ['CUSTOMER_NOT_FOUND', 'EMAIL_AMBIGUOUS', 'TRANSACTION_KEY_REUSED'],
    async handle({ body, record }) {
      const { transaction } = await record({
        kind: 'transaction.create',
        ...whose(body),
        key: body.key ?? null,
        amount: body.amount,
        currency: body.currency ?? null,
        categoryKey: body.category_key ?? null,
        productKey: body.product_key ?? null,
        metadata: body.metadata ?? null,
        ...(body.created_at !== undefined && { createdAt: body.created_at }),
      })
      return transactionObject(known(transaction))
    },
  }),
  operation({
    ...byId,
    id: 'getTransaction',
    method: 'GET',
    summary: 'Read a transaction; archived ones are shown, and what became of them',
    callers: ANYBODY,
    message: 'Transaction retrieved',
    example: { data: exampleTransaction },
    refuses: ['TRANSACTION_NOT_FOUND'],
    async handle(call) {
      const present = await presenter(call, transactionObject, transactionForPartner)
      return present(await findTransaction(call, call.path.id))
    },
  }),
  operation({
    ...byId,
    id: 'archiveTransaction',
    method: 'DELETE',
    summary: 'Archive a transaction, with what was earned by it',
    message: 'Transaction archived',
    example: { data: { ...exampleTransaction, archived: true } },
    refuses: ['TRANSACTION_NOT_FOUND'],
    async handle({ path, record }) {
      const { transaction } = await record({ kind: 'transaction.archive', ref: path.id })
      return transactionObject(known(transaction))
    },
  }),
]
