/** Every operation of the API. */
import type { Operation } from '../api/operation.ts'
import { customers } from './customers.ts'
import { customersV1 } from './customers-v1.ts'
import { groups } from './groups.ts'
import { links } from './links.ts'
import { partnerships } from './partnerships.ts'
import { subscriptions } from './subscriptions.ts'
import { transactions } from './transactions.ts'
import { transactionsV1 } from './transactions-v1.ts'

export const OPERATIONS: readonly Operation[] = [
  ...customers,
  ...subscriptions,
  ...transactions,
  ...partnerships,
  ...groups,
  ...links,
  ...customersV1,
  ...transactionsV1,
]
