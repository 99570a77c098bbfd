/** The objects of version 1, as its callers see them. */
import type { CustomerRow, SubscriptionRow } from '../../store/rows.ts'
import type { CustomerView, TransactionView } from '../../store/queries.ts'

export const customerObject = ({ customer, partner }: CustomerView) => ({
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

export const transactionObject = ({ payment, customer, partner }: TransactionView) => ({
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

export const subscriptionObject = (subscription: SubscriptionRow, customer: CustomerRow) => ({
  key: subscription.key,
  provider: subscription.provider,
  provider_key: subscription.id,
  customer_key: customer.customerKey,
  status: subscription.deleted ? 'canceled' : subscription.status,
  plan_key: subscription.planKey,
  quantity: subscription.quantity,
  amount: subscription.amount,
  currency: subscription.currency,
  current_period_end: subscription.currentPeriodEnd,
  cancelled_at: subscription.cancelledAt,
  created_at: subscription.createdAt,
  updated_at: subscription.updatedAt,
})
