/** `/api/v2/customers` */
import { z } from 'zod'
import { operation, type Call } from '../api/operation.ts'
import { attributes, email } from '../fields.ts'
import { Customer, customerForPartner, customerObject, exampleCustomer } from '../../objects/customer.ts'
import { listOf } from '../../objects/shapes.ts'
import { archivedQuery, pageOf } from '../paging.ts'
import { customerFilters, listCustomers } from './customer-list.ts'
import { findCustomer } from './find.ts'
import { ANYBODY, presenter } from './own.ts'
import { key, KEYS, known, name, one } from './parts.ts'

const Create = z.object({
  customer_key: key.optional().meta({ description: 'Absent or null: the e-mail stands in.' }),
  email,
  partner_key: key,
  name: name.optional(),
  provider_key: key.optional(),
  meta: attributes.optional(),
  ip_address: z.unknown().optional(),
})

const Edit = z.object({
  customer_key: key.exactOptional(),
  email: email.exactOptional(),
  name: name.exactOptional(),
  provider_key: key.nullable().exactOptional().meta({ description: 'Null clears.' }),
  meta: attributes.exactOptional().meta({ description: 'Attributes that are not named stay.' }),
})

const about = { tag: 'Customers', bases: ['/api/v2'], callers: KEYS, answers: Customer } as const
const byId = { ...about, path: '/customers/{id}', params: one('customer_key, internal key or e-mail.') } as const
const example = { data: exampleCustomer }

const change = {
  ...byId,
  body: Edit,
  message: 'Customer updated',
  summary: 'Change a customer; its partner stays',
  example: { body: { name: 'Carla Ruiz' }, data: exampleCustomer },
  refuses: ['CUSTOMER_NOT_FOUND', 'EMAIL_AMBIGUOUS', 'KEY_TAKEN'],
  async handle({ path, body, record }: Call<{ id: string }, unknown, z.output<typeof Edit>>) {
    const { customer_key: customerKey, provider_key: providerKey, ...fields } = body
    const { customer } = await record({
      kind: 'customer.edit',
      ref: path.id,
      ...fields,
      ...(customerKey !== undefined && { customerKey }),
      ...(providerKey !== undefined && { providerKey }),
    })
    return customerObject(known(customer))
  },
} as const

export const customers = [
  operation({
    ...about,
    id: 'listCustomers',
    method: 'GET',
    path: '/customers',
    summary: 'List customers',
    callers: ANYBODY,
    query: customerFilters,
    answers: listOf(Customer),
    message: 'Customers retrieved',
    example: { data: { items: [exampleCustomer], has_more: false } },
    refuses: ['UNKNOWN_CURSOR'],
    handle: async (call) =>
      pageOf(await listCustomers(call), await presenter(call, customerObject, customerForPartner)),
  }),
  operation({
    ...about,
    id: 'createCustomer',
    method: 'POST',
    path: '/customers',
    summary: 'Create a customer, or meet the one that stands',
    body: Create,
    message: 'Customer created',
    example: {
      body: { customer_key: 'user-42', email: 'carla@example.com', partner_key: 'ada', meta: { plan: 'pro' } },
      data: exampleCustomer,
    },
    refuses: ['PARTNER_NOT_FOUND', 'KEY_TAKEN'],
    async handle({ body, record }) {
      const { customer } = await record({
        kind: 'customer.create',
        customerKey: body.customer_key ?? null,
        email: body.email,
        partnerKey: body.partner_key,
        name: body.name ?? null,
        providerKey: body.provider_key ?? null,
        meta: body.meta ?? null,
      })
      return customerObject(known(customer))
    },
  }),
  operation({
    ...byId,
    id: 'getCustomer',
    method: 'GET',
    summary: 'Read a customer',
    callers: ANYBODY,
    query: archivedQuery,
    message: 'Customer retrieved',
    example,
    refuses: ['CUSTOMER_NOT_FOUND', 'EMAIL_AMBIGUOUS'],
    async handle(call) {
      const present = await presenter(call, customerObject, customerForPartner)
      return present(await findCustomer(call, call.path.id, call.query.include_archived))
    },
  }),
  operation({ ...change, id: 'updateCustomer', method: 'PATCH' }),
  operation({ ...change, id: 'replaceCustomer', method: 'PUT' }),
  operation({
    ...byId,
    id: 'archiveCustomer',
    method: 'DELETE',
    summary: 'Archive a customer',
    message: 'Customer archived',
    example: { data: { ...exampleCustomer, archived: true } },
    refuses: ['CUSTOMER_NOT_FOUND', 'EMAIL_AMBIGUOUS'],
    async handle({ path, record }) {
      const { customer } = await record({ kind: 'customer.archive', ref: path.id })
      return customerObject(known(customer))
    },
  }),
]
