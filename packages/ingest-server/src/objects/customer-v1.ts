/** A customer, as version 1 shows it. */
import { z } from 'zod'
import type { CustomerView } from '../store/queries.ts'
import { textOrNull, time } from './shapes.ts'

export const CustomerV1 = z
  .strictObject({
    key: z.string().meta({ description: 'Internal key, `cus_…`.' }),
    customer_key: z.string().meta({ description: "The vendor's own id of the customer." }),
    provider_key: textOrNull.meta({ description: "The payment platform's id of the customer; the newest of several." }),
    name: textOrNull,
    email: textOrNull,
    partner_key: z.string(),
    test: z.boolean(),
    created_at: time,
    updated_at: time,
  })
  .meta({ id: 'CustomerV1' })

export const customerV1 = ({ customer, partner }: CustomerView): z.input<typeof CustomerV1> => ({
  key: customer.key,
  customer_key: customer.customerKey,
  provider_key: customer.providerKey,
  name: customer.name,
  email: customer.email,
  partner_key: partner.partnerKey,
  test: customer.mode === 'test',
  created_at: customer.createdAt,
  updated_at: customer.updatedAt,
})

export const exampleCustomerV1: z.input<typeof CustomerV1> = {
  key: 'cus_0SlGpYh3Kq9Zb1',
  customer_key: 'user-42',
  provider_key: 'cus_NffrFeUfNV2Hib',
  name: 'Carla Ruiz',
  email: 'carla@example.com',
  partner_key: 'ada',
  test: false,
  created_at: 1767225600000,
  updated_at: 1767225600000,
}
