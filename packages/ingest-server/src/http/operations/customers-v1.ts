/** `/v1/customers` */
import { z } from 'zod'
import { operation, type Call } from '../api/operation.ts'
import { attributes, email } from '../fields.ts'
import { CustomerV1, customerV1, exampleCustomerV1 } from '../../objects/customer-v1.ts'
import { listOf } from '../../objects/shapes.ts'
import { archivedQuery, pageOf } from '../paging.ts'
import { customerFilters, listCustomers } from './customer-list.ts'
import { findCustomer } from './find.ts'
import { key, KEYS, known, name, one } from './parts.ts'

const { key: _internal, ...shown } = exampleCustomerV1
const example = { key: shown.customer_key, email: shown.email!, partner_key: shown.partner_key }

const Create = z
  .object({
    key: key.optional(),
    customer_key: key.optional(),
    email,
    partner_key: key,
    name: name.optional(),
    provider_key: key.optional(),
    meta: attributes.optional(),
  })
  // `customer_key` is what version 2 calls `key`; whoever sends it means it.
  .refine((body) => (body.customer_key ?? body.key) !== undefined, { path: ['key'], error: 'is a required property' })

const Edit = z.object({
  key: key.exactOptional(),
  customer_key: key.exactOptional(),
  email: email.exactOptional(),
  name: name.exactOptional(),
  provider_key: key.nullable().exactOptional(),
  meta: attributes.exactOptional(),
})

const about = { tag: 'Customers', bases: ['/v1'], callers: KEYS } as const
const named = one('customer_key, internal key or e-mail.')
const sample = { data: exampleCustomerV1 }

async function edit({ path, body, record }: Call<{ id: string }, unknown, z.output<typeof Edit>>) {
  const { key: v1Key, customer_key, provider_key, ...fields } = body
  const customerKey = customer_key ?? v1Key
  const { customer } = await record({
    kind: 'customer.edit',
    ref: path.id,
    ...fields,
    ...(customerKey !== undefined && { customerKey }),
    ...(provider_key !== undefined && { providerKey: provider_key }),
  })
  return customerV1(known(customer))
}

const change = {
  ...about,
  ...{ path: '/customers/{id}', params: named, body: Edit, answers: CustomerV1, message: 'Customer updated' },
  ...{ summary: 'Change a customer', example: { body: { name: 'Carla Ruiz' }, data: exampleCustomerV1 } },
  refuses: ['CUSTOMER_NOT_FOUND', 'EMAIL_AMBIGUOUS', 'KEY_TAKEN'],
  handle: edit,
} as const

export const customersV1 = [
  operation({
    ...about,
    id: 'listCustomersV1',
    method: 'GET',
    path: '/customers',
    summary: 'List customers',
    query: customerFilters,
    answers: listOf(CustomerV1),
    message: 'Customers retrieved',
    example: { data: { items: [exampleCustomerV1], has_more: false } },
    refuses: ['UNKNOWN_CURSOR'],
    handle: async (call) => pageOf(await listCustomers(call), customerV1),
  }),
  operation({
    ...about,
    id: 'createCustomerV1',
    method: 'POST',
    path: '/customers',
    summary: 'Create a customer, or meet the one that stands',
    body: Create,
    answers: CustomerV1,
    message: 'Customer created',
    example: { body: example, data: exampleCustomerV1 },
    refuses: ['PARTNER_NOT_FOUND', 'KEY_TAKEN'],
    async handle({ body, record }) {
      const { customer } = await record({
        kind: 'customer.create',
        customerKey: body.customer_key ?? body.key ?? null,
        email: body.email,
        partnerKey: body.partner_key,
        name: body.name ?? null,
        providerKey: body.provider_key ?? null,
        meta: body.meta ?? null,
      })
      return customerV1(known(customer))
    },
  }),
  operation({
    ...about,
    id: 'getCustomerV1',
    method: 'GET',
    path: '/customers/{id}',
    summary: 'Read a customer',
    params: named,
    query: archivedQuery,
    answers: CustomerV1,
    message: 'Customer retrieved',
    example: sample,
    refuses: ['CUSTOMER_NOT_FOUND', 'EMAIL_AMBIGUOUS'],
    handle: async (call) => customerV1(await findCustomer(call, call.path.id, call.query.include_archived)),
  }),
  operation({ ...change, id: 'updateCustomerV1', method: 'PATCH' }),
  operation({ ...change, id: 'replaceCustomerV1', method: 'PUT' }),
  operation({
    ...about,
    id: 'archiveCustomerV1',
    method: 'DELETE',
    path: '/customers/{id}',
    summary: 'Archive a customer',
    params: named,
    answers: CustomerV1,
    message: 'Customer archived',
    example: sample,
    refuses: ['CUSTOMER_NOT_FOUND', 'EMAIL_AMBIGUOUS'],
    async handle({ path, record }) {
      const { customer } = await record({ kind: 'customer.archive', ref: path.id })
      return customerV1(known(customer))
    },
  }),
]
