/** Version 1 of the API: customers and their transactions, over a key pair. */
import { Router } from 'express'
import { authenticate } from '../auth.ts'
import { rawBody } from '../body.ts'
import type { Deps } from '../deps.ts'
import type { Lookups } from '../lookups.ts'
import { customers } from './customers.ts'
import { subscriptions } from './subscriptions.ts'
import { transactions } from './transactions.ts'

const LIMIT = 1024 * 1024

export function v1(deps: Deps, lookups: Lookups): Router {
  return Router()
    .use(['/customers', '/transactions'], authenticate(lookups), rawBody(LIMIT))
    .use('/customers', customers(deps))
    .use(transactions(deps))
    .use(subscriptions(deps))
}
