/** `/v1/transactions`, and those of one customer. */
import { z } from 'zod'
import { operation } from '../api/operation.ts'
import { amount, attributes, currency, text } from '../fields.ts'
import { exampleTransaction, Transaction, transactionObject } from '../../objects/transaction.ts'
import { listOf } from '../../objects/shapes.ts'
import { listQuery, pageOf, pageQuery } from '../paging.ts'
import { findCustomer, findTransaction } from './find.ts'
import { key, KEYS, known, one } from './parts.ts'
import { listTransactions, transactionFilters, withCursor } from './transaction-list.ts'

const Create = z.object({
  amount,
  currency: currency.optional(),
  key: text(255, 4).optional(),
  category_key: key.optional(),
  product_key: key.optional(),
  metadata: attributes.optional(),
})

const about = { tag: 'Transactions', bases: ['/v1'], callers: KEYS } as const
const ofCustomer = one('customer_key, internal key or e-mail of the customer.')
const named = one("The transaction's key, its platform's id, or `tran_…`.")
const page = { data: { items: [exampleTransaction], has_more: false } }

export const transactionsV1 = [
  operation({
    ...about,
    id: 'listTransactionsV1',
    method: 'GET',
    path: '/transactions',
    summary: 'List transactions',
    query: transactionFilters,
    answers: listOf(Transaction),
    message: 'Transactions retrieved',
    example: page,
    refuses: ['UNKNOWN_CURSOR', 'EMAIL_AMBIGUOUS'],
    handle: async (call) => pageOf(await listTransactions(call), transactionObject),
  }),
  operation({
    ...about,
    id: 'getTransactionV1',
    method: 'GET',
    path: '/transactions/{id}',
    summary: 'Read a transaction; archived ones are shown, and what became of them',
    params: named,
    answers: Transaction,
    message: 'Transaction retrieved',
    example: { data: exampleTransaction },
    refuses: ['TRANSACTION_NOT_FOUND'],
    handle: async (call) => transactionObject(await findTransaction(call, call.path.id)),
  }),
  operation({
    ...about,
    id: 'archiveTransactionV1',
    method: 'DELETE',
    path: '/transactions/{id}',
    summary: 'Archive a transaction',
    params: named,
    answers: Transaction,
    message: 'Transaction archived',
    example: { data: { ...exampleTransaction, archived: true } },
    refuses: ['TRANSACTION_NOT_FOUND'],
    async handle({ path, record }) {
      const { transaction } = await record({ kind: 'transaction.archive', ref: path.id })
      return transactionObject(known(transaction))
    },
  }),
  operation({
    ...about,
    id: 'listCustomerTransactionsV1',
    method: 'GET',
    path: '/customers/{id}/transactions',
    summary: 'List the transactions of a customer',
    params: ofCustomer,
    query: listQuery({}),
    answers: listOf(Transaction),
    message: 'Transactions retrieved',
    example: page,
    refuses: ['CUSTOMER_NOT_FOUND', 'EMAIL_AMBIGUOUS', 'UNKNOWN_CURSOR'],
    async handle(call) {
      const { books, mode, path, query } = call
      const { customer } = await findCustomer(call, path.id, query.include_archived)
      const paging = await withCursor(books, pageQuery(mode, query))
      return pageOf(await books.transactions({ ...paging, customer: customer.key }), transactionObject)
    },
  }),
  operation({
    ...about,
    id: 'createTransactionV1',
    method: 'POST',
    path: '/customers/{id}/transactions',
    summary: 'Record what a customer paid',
    params: ofCustomer,
    body: Create,
    answers: Transaction,
    message: 'Transaction created',
    example: { body: { amount: 4900, currency: 'USD', key: 'order-1001' }, data: exampleTransaction },
    refuses: ['CUSTOMER_NOT_FOUND', 'EMAIL_AMBIGUOUS', 'TRANSACTION_KEY_REUSED'],
    async handle({ path, body, record }) {
      const { transaction } = await record({
        kind: 'transaction.create',
        customer: path.id,
        key: body.key ?? null,
        amount: body.amount,
        currency: body.currency ?? null,
        categoryKey: body.category_key ?? null,
        productKey: body.product_key ?? null,
        metadata: body.metadata ?? null,
      })
      return transactionObject(known(transaction))
    },
  }),
]
