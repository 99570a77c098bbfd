/** The subscriptions of a customer: what the platforms told of them. */
import { operation } from '../api/operation.ts'
import { exampleSubscription, Subscription, subscriptionObject } from '../../objects/subscription.ts'
import { listOf } from '../../objects/shapes.ts'
import { listQuery, pageOf, pageQuery } from '../paging.ts'
import { findCustomer } from './find.ts'
import { KEYS, one } from './parts.ts'
import { paged } from './few.ts'

export const subscriptions = [
  operation({
    id: 'listSubscriptions',
    method: 'GET',
    path: '/customers/{id}/subscriptions',
    bases: ['/v1', '/api/v2'],
    tag: 'Customers',
    summary: 'List the subscriptions of a customer; ended ones with include_archived',
    callers: KEYS,
    params: one('customer_key, internal key or e-mail of the customer.'),
    query: listQuery({}),
    answers: listOf(Subscription),
    message: 'Subscriptions retrieved',
    example: { data: { items: [exampleSubscription], has_more: false } },
    refuses: ['CUSTOMER_NOT_FOUND', 'EMAIL_AMBIGUOUS', 'UNKNOWN_CURSOR'],
    async handle(call) {
      const { books, mode, path, query } = call
      const { customer } = await findCustomer(call, path.id, query.include_archived)
      const rows = await books.subscriptions(mode, customer.key, true)
      const page = paged('subscription', rows, pageQuery(mode, query), ({ deleted }) => deleted)
      return pageOf(page, (row) => subscriptionObject(row, customer))
    },
  }),
]
