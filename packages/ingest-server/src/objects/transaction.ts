/** A transaction, as both versions show it. */
import { z } from 'zod'
import type { TransactionView } from '../store/queries.ts'
import { Company } from './company.ts'
import { anything, currencyCode, keyOrNull, money, textOrNull, time } from './shapes.ts'

export const Transaction = z
  .strictObject({
    key: z.string().meta({ description: "The key given with it, else its platform's id, else `tran_…`." }),
    source: z.string().meta({ description: 'Who reported it: a platform, `api` or `script`.' }),
    source_key: z.string(),
    amount: money,
    amount_usd: z.int().nullable().meta({ description: 'Null: amounts are never converted without rates.' }),
    amount_refunded: money,
    currency: currencyCode,
    category_key: keyOrNull,
    product_key: keyOrNull,
    metadata: anything,
    approved: z.boolean(),
    archived: z.boolean(),
    replaced_by: keyOrNull,
    test: z.boolean(),
    customer: z.strictObject({ key: z.string(), email: textOrNull, external_key: z.string(), name: textOrNull }),
    customer_key: z.string(),
    partner_key: z.string(),
    partnership_key: z.string(),
    created_at: time,
    updated_at: time,
    company: Company.optional().meta({ description: 'Only to a partner.' }),
  })
  .meta({ id: 'Transaction' })

export const transactionObject = ({ payment, customer, partner }: TransactionView): z.input<typeof Transaction> => ({
  key: payment.givenKey ?? payment.sourceKey,
  source: payment.source,
  source_key: payment.sourceKey,
  amount: payment.amount,
  // Money of different currencies is never added; without a rate table there is nothing to convert by.
  amount_usd: null,
  amount_refunded: payment.refunded,
  currency: payment.currency,
  category_key: payment.categoryKey,
  product_key: payment.productKey,
  metadata: payment.metadata,
  approved: payment.approved,
  archived: payment.archived !== null,
  replaced_by: payment.replacedBy,
  test: payment.mode === 'test',
  customer: {
    key: customer.key,
    email: customer.email,
    external_key: customer.customerKey,
    name: customer.name,
  },
  customer_key: customer.customerKey,
  partner_key: partner.partnerKey,
  partnership_key: partner.key,
  created_at: payment.createdAt,
  updated_at: payment.updatedAt,
})

/** To the partner: who the vendor's customers are is the vendor's. */
export function transactionForPartner(view: TransactionView, company: Company): z.input<typeof Transaction> {
  const object = transactionObject(view)
  return { ...object, metadata: {}, customer: { ...object.customer, email: null, name: null }, company }
}

export const exampleTransaction: z.input<typeof Transaction> = {
  key: 'order-1001',
  source: 'api',
  source_key: 'order-1001',
  amount: 4900,
  amount_usd: null,
  amount_refunded: 0,
  currency: 'USD',
  category_key: 'subscription',
  product_key: 'pro',
  metadata: {},
  approved: true,
  archived: false,
  replaced_by: null,
  test: false,
  customer: { key: 'cus_0SlGpYh3Kq9Zb1', email: 'carla@example.com', external_key: 'user-42', name: 'Carla Ruiz' },
  customer_key: 'user-42',
  partner_key: 'ada',
  partnership_key: 'part_0SlGpXa8Mz2Tc7',
  created_at: 1767225600000,
  updated_at: 1767225600000,
}
