/** What only a person does with a customer. */
import { z } from 'zod'
import { Customer, customerObject, exampleCustomer } from '../../../objects/customer.ts'
import { AppError } from '../../../errors.ts'
import { eraseCustomer, findPerson } from '../../../personal/erase.ts'
import { personalData } from '../../../personal/data.ts'
import { operation } from '../../api/operation.ts'
import { text } from '../../fields.ts'
import { anything } from '../../../objects/shapes.ts'
import { known, one } from '../../operations/parts.ts'
import { ADMIN, IN_MODE } from './parts.ts'

const about = { ...IN_MODE, tag: 'Customers', params: one('customer_key, internal key or e-mail.') } as const

const listed = z.array(anything)
const Data = z
  .strictObject({
    customer: Customer,
    ...{ platform_ids: listed, click: anything.nullable(), transactions: listed, rewards: listed, actions: listed },
    ...{ subscriptions: listed, deliveries: listed, audit: listed },
  })
  .meta({ id: 'PersonalData' })
const nothing = { transactions: [], rewards: [], actions: [], subscriptions: [], deliveries: [], audit: [] }

const count = z.int()
const Erased = z
  .strictObject({
    customer: Customer,
    rows: z
      .strictObject({
        ...{ deliveries: count, messages: count, audit: count, idempotency: count, importErrors: count },
        prospects: count,
      })
      .meta({ description: 'Rows elsewhere that told something of them, by table.' }),
    kept: z.array(z.string()).meta({
      description:
        'Deliveries that failed or wait and mention them: their bodies go once they are worked or forgotten.',
    }),
  })
  .meta({ id: 'ErasedCustomer' })
const none = { deliveries: 2, messages: 0, audit: 1, idempotency: 0, importErrors: 0, prospects: 0 }
const nobody = { ...exampleCustomer, ...{ email: null, name: null, erased_at: 1767225600000 } }

export const customerActs = [
  operation({
    ...about,
    id: 'clearFlags',
    method: 'POST',
    path: '/customers/{id}/flags/clear',
    summary: 'Say that a flagged customer is in order: rewards that waited for that go on',
    body: z.object({ note: text(500).optional().meta({ description: 'What was found; stands in the audit log.' }) }),
    answers: Customer,
    message: 'Flags cleared',
    example: { body: { note: 'A colleague of the partner, who pays for herself.' }, data: exampleCustomer },
    refuses: ['CUSTOMER_NOT_FOUND', 'EMAIL_AMBIGUOUS', 'CONFLICT'],
    async handle({ path, body, record }) {
      const { customer } = await record({ kind: 'customer.clear', ref: path.id, note: body.note ?? null, actor: ADMIN })
      return customerObject(known(customer))
    },
  }),
  operation({
    ...about,
    id: 'getPersonalData',
    method: 'GET',
    path: '/customers/{id}/personal-data',
    summary: 'All that is kept of a customer, to give to them: an archived one, too',
    answers: Data,
    message: 'Personal data retrieved',
    example: { data: { customer: exampleCustomer, platform_ids: [], click: null, ...nothing } },
    refuses: ['CUSTOMER_NOT_FOUND', 'EMAIL_AMBIGUOUS'],
    handle: ({ books, mode, path }) => personalData(books, mode, path.id),
  }),
  operation({
    ...about,
    id: 'eraseCustomer',
    method: 'POST',
    path: '/customers/{id}/erase',
    summary: 'Forget who a customer is: e-mail, name and all that was said of them goes, what they paid stays',
    body: z.object({
      confirm: text(255).meta({ description: 'Their customer_key once more: this cannot be taken back.' }),
    }),
    answers: Erased,
    message: 'Customer erased',
    example: { body: { confirm: 'user-42' }, data: { customer: nobody, rows: none, kept: [] } },
    refuses: ['CUSTOMER_NOT_FOUND', 'EMAIL_AMBIGUOUS'],
    async handle({ books, mode, path, body, record }) {
      const { customerKey } = await findPerson(books, mode, path.id)
      if (body.confirm !== customerKey)
        throw new AppError(
          'INVALID_FIELD',
          `'confirm' must be the customer_key, '${customerKey}': this cannot be taken back`,
        )
      const done = await eraseCustomer(books, mode, path.id, (ref) =>
        record({ kind: 'customer.erase', ref, actor: ADMIN }),
      )
      return { ...done, kept: [...done.kept], customer: customerObject(done.customer) }
    },
  }),
]
