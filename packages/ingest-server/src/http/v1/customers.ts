/** `/v1/customers` */
import { Router, type Request, type RequestHandler } from 'express'
import { z } from 'zod'
import type { Fact } from '../../facts.ts'
import type { Receipt } from '../../ledger/books.ts'
import type { CustomersQuery, CustomerView } from '../../store/queries.ts'
import { modeOf } from '../auth.ts'
import { jsonOf } from '../body.ts'
import type { Deps } from '../deps.ts'
import { answer } from '../envelope.ts'
import { methodNotAllowed } from '../errors.ts'
import { readFields } from '../fields.ts'
import { filter, given, pageOf, readPaging, wantsArchived } from '../paging.ts'
import { customerCreate, customerEdit } from './bodies.ts'
import { findCustomer } from './find.ts'
import { customerObject } from './objects.ts'

type ById = RequestHandler<{ id: string }>

const Filters = z.object({
  customer_key: filter.transform((list) => list?.split(',').map((key) => key.trim())),
  partner_key: filter,
  partnership_key: filter,
  group: filter,
  email: filter.transform((email) => email?.trim().toLowerCase()),
})

function listQuery(req: Request, mode: CustomersQuery['mode']): CustomersQuery {
  const { customer_key: customerKeys, partner_key, partnership_key, group, email } = readFields(Filters, req.query)
  const filters = given({ customerKeys, partnerKey: partner_key, partnershipKey: partnership_key, group, email })
  return { ...readPaging(mode, req.query), ...filters }
}

/** The customer the books answer with. */
function customerOf({ customer }: Receipt): CustomerView {
  if (customer) return customer
  throw new Error('the books recorded a customer and did not say which')
}

export function customers({ books, now }: Deps): Router {
  const record = async (mode: CustomersQuery['mode'], fact: Fact): Promise<CustomerView> =>
    customerOf(await books.record({ mode, at: now(), facts: [fact], delivery: null }))

  const list: RequestHandler = async (req, res) => {
    const page = await books.customers(listQuery(req, modeOf(res)))
    answer(res, 'Customers retrieved', pageOf(page, customerObject))
  }
  const create: RequestHandler = async (req, res) => {
    answer(res, 'Customer created', customerObject(await record(modeOf(res), customerCreate(jsonOf(req)))))
  }
  const read: ById = async (req, res) => {
    const found = await findCustomer(books, modeOf(res), req.params.id, wantsArchived(req.query))
    answer(res, 'Customer retrieved', customerObject(found))
  }
  const edit: ById = async (req, res) => {
    const fact = customerEdit(req.params.id, jsonOf(req as Request))
    answer(res, 'Customer updated', customerObject(await record(modeOf(res), fact)))
  }
  const archive: ById = async (req, res) => {
    const found = await record(modeOf(res), { kind: 'customer.archive', ref: req.params.id })
    answer(res, 'Customer archived', customerObject(found))
  }

  const router = Router()
  router.route('/').get(list).post(create).all(methodNotAllowed('GET, HEAD, POST'))
  router.route('/:id').get(read).patch(edit).put(edit).delete(archive)
  router.all('/:id', methodNotAllowed('GET, HEAD, PATCH, PUT, DELETE'))
  return router
}
