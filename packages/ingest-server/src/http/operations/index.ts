/** Every operation of the API. */
import type { Operation } from '../api/operation.ts'
import { customersV1 } from './customers-v1.ts'
import { subscriptions } from './subscriptions.ts'
import { transactionsV1 } from './transactions-v1.ts'

export const OPERATIONS: readonly Operation[] = [...customersV1, ...transactionsV1, ...subscriptions]
