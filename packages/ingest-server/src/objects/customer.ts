/** A customer, as version 2 shows it. */
import { z } from 'zod'
import type { FlagRule } from '../facts.ts'
import type { CustomerView } from '../store/queries.ts'
import { Company } from './company.ts'
import { fieldShapes, fieldShapesOf } from './fields.ts'
import { anything, keyOrNull, textOrNull, time } from './shapes.ts'

const Flag = z
  .strictObject({
    rule: z.enum(['same_email', 'same_domain', 'no_click', 'shared_click', 'archived_partner'] satisfies FlagRule[]),
    reason: z.string().meta({ description: 'In plain words; rewards on hold for it say the same in `holds`.' }),
    flagged_at: time,
    cleared_at: z.int().nullable().meta({ description: 'When somebody found it in order; null while rewards wait.' }),
  })
  .meta({ id: 'Flag' })

export const Customer = z
  .strictObject({
    key: z.string().meta({ description: 'Internal key, `cus_…`.' }),
    customer_key: z.string().meta({ description: "The vendor's own id of the customer." }),
    external_key: z.string(),
    email: textOrNull,
    name: textOrNull,
    partner_key: z.string(),
    partnership_key: z.string(),
    provider_key: keyOrNull.meta({ description: "The payment platform's id of the customer; the newest of several." }),
    source_type: z.string().meta({ description: 'Who made it: `script`, `api`, `import` or a platform.' }),
    source_key: keyOrNull.meta({ description: 'The click that brought it, where that is known.' }),
    flagged: z.boolean().meta({ description: 'Its rewards wait on hold until somebody has looked at it.' }),
    flags: z.array(Flag).meta({ description: 'Why, the oldest first, those that were cleared as well.' }),
    test: z.boolean(),
    archived: z.boolean(),
    erased_at: z.int().nullable().meta({ description: 'When who they are was forgotten; null: it was not.' }),
    created_at: time,
    updated_at: time,
    meta: anything.meta({ description: 'Always empty: what was given is in `fields`, `field_data` and `mdata`.' }),
    ...fieldShapes,
    company: Company.optional().meta({ description: 'Only to a partner.' }),
  })
  .meta({ id: 'Customer' })

export const customerObject = ({ customer, partner }: CustomerView): z.input<typeof Customer> => ({
  key: customer.key,
  customer_key: customer.customerKey,
  external_key: customer.customerKey,
  email: customer.email,
  name: customer.name,
  partner_key: partner.partnerKey,
  partnership_key: partner.key,
  provider_key: customer.providerKey,
  source_type: customer.source,
  source_key: customer.xid,
  flagged: customer.flaggedAt !== null,
  flags: customer.flags.map(({ rule, reason, at, clearedAt }) => ({
    ...{ rule, reason, flagged_at: at, cleared_at: clearedAt },
  })),
  test: customer.mode === 'test',
  archived: customer.archived,
  erased_at: customer.erasedAt,
  created_at: customer.createdAt,
  updated_at: customer.updatedAt,
  meta: {},
  ...fieldShapesOf(customer.meta),
})

/** To its partner: who the vendor's customers are is the vendor's, and so is what it makes of them. */
export const customerForPartner = (view: CustomerView, company: Company): z.input<typeof Customer> => ({
  ...customerObject(view),
  ...{
    email: null,
    name: null,
    provider_key: null,
    flagged: false,
    flags: [],
    ...fieldShapesOf({}),
    company,
    erased_at: null,
  },
})

export const exampleCustomer: z.input<typeof Customer> = {
  key: 'cus_0SlGpYh3Kq9Zb1',
  customer_key: 'user-42',
  external_key: 'user-42',
  email: 'carla@example.com',
  name: 'Carla Ruiz',
  partner_key: 'ada',
  partnership_key: 'part_0SlGpXa8Mz2Tc7',
  provider_key: 'cus_NffrFeUfNV2Hib',
  source_type: 'api',
  source_key: null,
  flagged: false,
  flags: [],
  test: false,
  archived: false,
  erased_at: null,
  created_at: 1767225600000,
  updated_at: 1767225600000,
  meta: {},
  ...fieldShapesOf({ plan: 'pro' }),
}
