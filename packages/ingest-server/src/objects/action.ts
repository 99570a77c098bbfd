/** Something a customer or partner did. */
import { z } from 'zod'
import type { ActionView } from '../store/reward-reads.ts'
import { Company } from './company.ts'
import { keyOrNull, textOrNull, time } from './shapes.ts'

const Who = z.strictObject({ key: z.string(), email: textOrNull, external_key: z.string(), name: textOrNull })

export const Action = z
  .strictObject({
    key: z.string(),
    external_key: keyOrNull,
    target_type: z.enum(['customer', 'partnership']),
    type: z.string(),
    value: z.int(),
    customer: Who.nullable(),
    customer_key: keyOrNull,
    partner_key: z.string(),
    partnership_key: z.string(),
    test: z.boolean(),
    archived: z.boolean(),
    created_at: time,
    updated_at: time,
    company: Company.optional().meta({ description: 'Only to a partner.' }),
  })
  .meta({ id: 'Action' })

export const actionObject = ({ action, customer, partner }: ActionView): z.input<typeof Action> => ({
  key: action.key,
  external_key: action.externalKey,
  target_type: action.targetType,
  type: action.type,
  value: action.value,
  customer: customer && {
    ...{ key: customer.key, email: customer.email, external_key: customer.customerKey, name: customer.name },
  },
  customer_key: customer?.customerKey ?? null,
  partner_key: partner.partnerKey,
  partnership_key: partner.key,
  test: action.mode === 'test',
  archived: action.archived,
  created_at: action.createdAt,
  updated_at: action.updatedAt,
})

/** To the partner: who the vendor's customers are is the vendor's. */
export function actionForPartner(view: ActionView, company: Company): z.input<typeof Action> {
  const object = actionObject(view)
  return { ...object, customer: object.customer && { ...object.customer, email: null, name: null }, company }
}

export const exampleAction: z.input<typeof Action> = {
  key: 'act_0SlGqC4Rk7Xe2M',
  external_key: 'upload-7',
  target_type: 'customer',
  type: 'upload',
  value: 1,
  customer: { key: 'cus_0SlGpYh3Kq9Zb1', email: 'carla@example.com', external_key: 'user-42', name: 'Carla Ruiz' },
  customer_key: 'user-42',
  partner_key: 'ada',
  partnership_key: 'part_0SlGpXa8Mz2Tc7',
  test: false,
  archived: false,
  created_at: 1767225600000,
  updated_at: 1767225600000,
}
