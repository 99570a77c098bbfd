/** All that is kept of a customer, for whoever asks what is known of them. */
import type { Mode } from '../facts.ts'
import type { Books } from '../ledger/books.ts'
import { customerHint, platformHint } from '../ledger/parking.ts'
import { actionObject } from '../objects/action.ts'
import { customerObject } from '../objects/customer.ts'
import { rewardObject } from '../objects/reward.ts'
import { subscriptionObject } from '../objects/subscription.ts'
import { transactionObject } from '../objects/transaction.ts'
import type { Page } from '../store/queries.ts'
import { findPerson } from './erase.ts'

const PAGE = 250

/** Every page of a list, one after the other. */
async function every<T>(
  pageAfter: (after: { startingAfter?: string }) => Promise<Page<T>>,
  keyOf: (item: T) => string,
) {
  const items: T[] = []
  for (let after: { startingAfter?: string } = {}; ;) {
    const page = await pageAfter(after)
    items.push(...page.items)
    const last = page.items.at(-1)
    if (!page.hasMore || last === undefined) return items
    after = { startingAfter: keyOf(last) }
  }
}

export async function personalData(books: Books, mode: Mode, ref: string) {
  const { key } = await findPerson(books, mode, ref)
  const view = await books.customer(mode, key)
  if (!view || view === 'several') throw new Error('a customer was found and is not there')
  const { customer } = view
  const query = { mode, limit: PAGE, orderBy: 'created_at', includeArchived: true, customer: key } as const
  const hints = [
    customerHint(customer.customerKey),
    ...(customer.providerKey ? [platformHint(customer.providerKey)] : []),
  ]
  const [ids, click, payments, rewards, actions, subscriptions, deliveries, lines] = await Promise.all([
    books.platformIds(mode, key),
    customer.xid === null ? null : books.click(mode, customer.xid),
    every(
      (after) => books.transactions({ ...query, ...after }),
      (one) => one.payment.key,
    ),
    every(
      (after) => books.rewards({ ...query, ...after }),
      (one) => one.reward.key,
    ),
    every(
      (after) => books.actions({ ...query, ...after }),
      (one) => one.action.key,
    ),
    books.subscriptions(mode, key, true),
    every(
      (after) => books.deliveries({ mode, limit: PAGE, customer: key, hints, ...after }),
      (one) => one.key,
    ),
    every(
      (after) => books.auditLog({ mode, limit: PAGE, subject: key, ...after }),
      (one) => one.key,
    ),
  ])
  const bodies = await Promise.all(deliveries.map(({ key: delivery }) => books.deliveryBody(delivery)))
  return {
    customer: customerObject(view),
    platform_ids: ids.map(({ provider, account, id, at }) => ({ provider, account, id, at })),
    click: click && { xid: click.xid, partner_key: click.partnerKey, created_at: click.createdAt },
    transactions: payments.map(transactionObject),
    rewards: rewards.map(rewardObject),
    actions: actions.map(actionObject),
    subscriptions: subscriptions.map((row) => subscriptionObject(row, customer)),
    deliveries: deliveries.map(({ key: delivery, provider, type, reason, headers, receivedAt }, index) => ({
      ...{ key: delivery, provider, type, reason, headers, received_at: receivedAt },
      body: bodies[index] ? Buffer.from(bodies[index]).toString('utf8') : null,
    })),
    audit: lines.map(({ at, actor, action, detail }) => ({ at, actor, action, detail })),
  }
}
