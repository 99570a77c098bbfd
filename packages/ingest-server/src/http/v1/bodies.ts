/** What version 1 takes in a body. What is not named here is ignored. */
import { z } from 'zod'
import type { CustomerCreateFact, CustomerEditFact, TransactionCreateFact } from '../../facts.ts'
import { amount, attributes, currency, email, readFields, text } from '../fields.ts'

type Body = Readonly<Record<string, unknown>>

const name = text(100)
const key = text(255)

const CustomerCreate = z.object({
  key,
  email,
  partner_key: key,
  name: name.optional(),
  provider_key: key.optional(),
  meta: attributes.optional(),
})

const CustomerEdit = z.object({
  key: key.exactOptional(),
  email: email.exactOptional(),
  name: name.exactOptional(),
  provider_key: key.nullable().exactOptional(),
  meta: attributes.exactOptional(),
})

const TransactionCreate = z.object({
  amount,
  currency: currency.optional(),
  key: text(255, 4).optional(),
  category_key: key.optional(),
  product_key: key.optional(),
  metadata: attributes.optional(),
})

/** `customer_key` is what version 2 calls `key`; whoever sends it means it. */
const withKey = (body: Body): Body => ({ ...body, key: body['customer_key'] ?? body['key'] ?? null })

export function customerCreate(body: Body): CustomerCreateFact {
  const fields = readFields(CustomerCreate, withKey(body))
  return {
    kind: 'customer.create',
    customerKey: fields.key,
    email: fields.email,
    partnerKey: fields.partner_key,
    name: fields.name ?? null,
    providerKey: fields.provider_key ?? null,
    meta: fields.meta ?? null,
  }
}

export function customerEdit(ref: string, body: Body): CustomerEditFact {
  const { key, provider_key, ...fields } = readFields(CustomerEdit, withKey(body), ['provider_key'])
  return {
    kind: 'customer.edit',
    ref,
    ...fields,
    ...(key !== undefined && { customerKey: key }),
    ...(provider_key !== undefined && { providerKey: provider_key }),
  }
}

export function transactionCreate(customer: string, body: Body): TransactionCreateFact {
  const fields = readFields(TransactionCreate, body)
  return {
    kind: 'transaction.create',
    customer,
    key: fields.key ?? null,
    amount: fields.amount,
    currency: fields.currency ?? null,
    categoryKey: fields.category_key ?? null,
    productKey: fields.product_key ?? null,
    metadata: fields.metadata ?? null,
  }
}
