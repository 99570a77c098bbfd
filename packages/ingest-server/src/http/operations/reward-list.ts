/** Lists of rewards. */
import { z } from 'zod'
import type { RewardView } from '../../store/reward-reads.ts'
import type { Page } from '../../store/queries.ts'
import type { RewardStatus } from '../../store/reward-rows.ts'
import { PAYMENT_OF, PAYMENT_STATUSES, REWARD_STATUSES } from '../../objects/reward.ts'
import type { Call } from '../api/operation.ts'
import { EMPTY, filter, given, listQuery, pageQuery } from '../paging.ts'
import { customerKeyOf } from './find.ts'
import { mayRead, partnerFilter } from './own.ts'

/** A comma list of words that are known. */
const oneOrMore = <const W extends string>(words: readonly W[]) =>
  z
    .string('must be given once')
    .transform((list) => list.split(',').map((word) => word.trim()))
    .refine((list) => list.every((word) => words.some((known) => known === word)), `must be of ${words.join(', ')}`)
    .transform((list) => list as W[])
    .optional()

export const rewardFilters = listQuery({
  partner_key: filter,
  partnership_key: filter,
  customer_key: filter.meta({ description: 'customer_key, internal key or e-mail.' }),
  transaction_key: filter,
  trigger_key: filter,
  reward_status: oneOrMore(REWARD_STATUSES).meta({ description: `A comma list of ${REWARD_STATUSES.join(', ')}.` }),
  payment_status: oneOrMore(PAYMENT_STATUSES).meta({ description: `A comma list of ${PAYMENT_STATUSES.join(', ')}.` }),
  currency: filter.transform((currency) => currency?.toUpperCase()),
  keywords: filter.meta({ description: "A reward's key, or a customer's key or e-mail." }),
})

type Query = z.output<typeof rewardFilters>

/** The statuses that both filters leave; absent where neither was given. */
function statusesOf({ reward_status: said, payment_status: paid }: Query): readonly RewardStatus[] | undefined {
  if (!said && !paid) return undefined
  const left = REWARD_STATUSES.filter((one) => !paid || paid.some((status) => status === PAYMENT_OF[one]))
  return left.filter((one) => !said || said.includes(one))
}

/** Every name is looked up by itself: what is listed is then a walk along an index. */
export async function listRewards(call: Call<unknown, Query>): Promise<Page<RewardView>> {
  const { books, mode, query } = call
  const partner = partnerFilter(call, query.partner_key)
  const statuses = statusesOf(query)
  if (!partner || statuses?.length === 0) return EMPTY
  const { keywords, customer_key: ref = keywords, transaction_key, trigger_key: trigger, currency } = query
  const named = keywords === undefined ? null : await books.reward(mode, keywords)
  if (named) return mayRead(call, named.partner.partnerKey) ? { items: [named], hasMore: false } : EMPTY
  const customer = ref === undefined ? undefined : await customerKeyOf(call, ref)
  const paid = transaction_key === undefined ? undefined : await books.transaction(mode, transaction_key)
  if (customer === null || paid === null) return EMPTY
  const narrowed = given({ partnershipKey: query.partnership_key, customer, payment: paid?.payment.key, statuses })
  return books.rewards({ ...pageQuery(mode, query), ...narrowed, ...given({ trigger, currency }), ...partner })
}
