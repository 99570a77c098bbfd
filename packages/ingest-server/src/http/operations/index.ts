/** Every operation of the API. */
import type { Operation } from '../api/operation.ts'
import { actions } from './actions.ts'
import { conversions } from './conversions.ts'
import { customers } from './customers.ts'
import { customersV1 } from './customers-v1.ts'
import { deals } from './deals.ts'
import { groups } from './groups.ts'
import { imports } from './imports.ts'
import { leads } from './leads.ts'
import { links } from './links.ts'
import { partnerApi } from './partner-api.ts'
import { partnerships } from './partnerships.ts'
import { rewards } from './rewards.ts'
import { subscriptions } from './subscriptions.ts'
import { transactions } from './transactions.ts'
import { transactionsV1 } from './transactions-v1.ts'
import { triggers } from './triggers.ts'
import { webhooks } from './webhooks.ts'
import { webhooksV1 } from './webhooks-v1.ts'

export const OPERATIONS: readonly Operation[] = [
  ...customers,
  ...subscriptions,
  ...transactions,
  ...partnerships,
  ...groups,
  ...links,
  ...actions,
  ...rewards,
  ...triggers,
  ...deals,
  ...leads,
  ...webhooks,
  ...conversions,
  ...partnerApi,
  ...customersV1,
  ...transactionsV1,
  ...webhooksV1,
  ...imports,
]
