/** What only a person does with a customer. */
import { z } from 'zod'
import { Customer, customerObject, exampleCustomer } from '../../../objects/customer.ts'
import { operation } from '../../api/operation.ts'
import { text } from '../../fields.ts'
import { known, one } from '../../operations/parts.ts'
import { ADMIN, IN_MODE } from './parts.ts'

const about = { ...IN_MODE, tag: 'Customers', params: one('customer_key, internal key or e-mail.') } as const

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
]
