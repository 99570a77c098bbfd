/** `/v1/transactions`, and those of one customer. */
import { Router, type Request, type RequestHandler } from 'express'
import { z } from 'zod'
import { AppError } from '../../errors.ts'
import type { Fact, Mode } from '../../facts.ts'
import type { PageQuery, TransactionsQuery, TransactionView } from '../../store/queries.ts'
import { modeOf } from '../auth.ts'
import { jsonOf } from '../body.ts'
import type { Deps } from '../deps.ts'
import { answer } from '../envelope.ts'
import { methodNotAllowed } from '../errors.ts'
import { readFields } from '../fields.ts'
import { filter, given, pageOf, readPaging, wantsArchived } from '../paging.ts'
import { transactionCreate } from './bodies.ts'
import { findCustomer, findTransaction } from './find.ts'
import { transactionObject } from './objects.ts'

type ById = RequestHandler<{ id: string }>
type Books = Deps['books']

const Filters = z.object({ customer_key: filter, partner_key: filter, partnership_key: filter })

/** Callers page by the key they see, the store by its own. */
async function withCursor(books: Books, paging: PageQuery): Promise<PageQuery> {
  const resolved = async (cursor: string | undefined): Promise<string | undefined> => {
    if (cursor === undefined) return undefined
    const found = await books.transaction(paging.mode, cursor)
    if (found) return found.payment.key
    throw new AppError('UNKNOWN_CURSOR', `There is no transaction '${cursor.slice(0, 80)}' to go on from`)
  }
  const startingAfter = await resolved(paging.startingAfter)
  const endingBefore = await resolved(paging.endingBefore)
  return { ...paging, ...given({ startingAfter, endingBefore }) }
}

async function listQuery(books: Books, req: Request, mode: Mode): Promise<TransactionsQuery | null> {
  const { customer_key, partner_key, partnership_key } = readFields(Filters, req.query)
  const paging = await withCursor(books, readPaging(mode, req.query))
  const filters = given({ partnerKey: partner_key, partnershipKey: partnership_key })
  if (customer_key === undefined) return { ...paging, ...filters }
  const found = await books.customer(mode, customer_key)
  if (found === 'several') throw new AppError('EMAIL_AMBIGUOUS', 'several customers have this e-mail')
  return found && { ...paging, ...filters, customer: found.customer.key }
}

const NOTHING = { items: [], hasMore: false }

export function transactions({ books, now }: Deps): Router {
  const record = async (mode: Mode, fact: Fact): Promise<TransactionView> => {
    const { transaction } = await books.record({ mode, at: now(), facts: [fact], delivery: null })
    if (transaction) return transaction
    throw new Error('the books recorded a transaction and did not say which')
  }

  const list: RequestHandler = async (req, res) => {
    const query = await listQuery(books, req, modeOf(res))
    const page = query ? await books.transactions(query) : NOTHING
    answer(res, 'Transactions retrieved', pageOf(page, transactionObject))
  }
  const read: ById = async (req, res) => {
    answer(res, 'Transaction retrieved', transactionObject(await findTransaction(books, modeOf(res), req.params.id)))
  }
  const archive: ById = async (req, res) => {
    const found = await record(modeOf(res), { kind: 'transaction.archive', ref: req.params.id })
    answer(res, 'Transaction archived', transactionObject(found))
  }
  const create: ById = async (req, res) => {
    const fact = transactionCreate(req.params.id, jsonOf(req as Request))
    answer(res, 'Transaction created', transactionObject(await record(modeOf(res), fact)))
  }
  const listOfCustomer: ById = async (req, res) => {
    const mode = modeOf(res)
    const { customer } = await findCustomer(books, mode, req.params.id, wantsArchived(req.query))
    const paging = await withCursor(books, readPaging(mode, req.query))
    const page = await books.transactions({ ...paging, customer: customer.key })
    answer(res, 'Transactions retrieved', pageOf(page, transactionObject))
  }

  const router = Router()
  router.route('/transactions').get(list).all(methodNotAllowed('GET, HEAD'))
  router.route('/transactions/:id').get(read).delete(archive).all(methodNotAllowed('GET, HEAD, DELETE'))
  router.route('/customers/:id/transactions').get(listOfCustomer).post(create)
  router.all('/customers/:id/transactions', methodNotAllowed('GET, HEAD, POST'))
  return router
}
