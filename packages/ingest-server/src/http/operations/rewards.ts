/** `/api/v2/rewards` */
import { z } from 'zod'
import { exampleReward, Reward, REWARD_STATUSES, rewardForPartner, rewardObject } from '../../objects/reward.ts'
import { listOf } from '../../objects/shapes.ts'
import { operation } from '../api/operation.ts'
import { amount, currency, text } from '../fields.ts'
import { pageOf } from '../paging.ts'
import { findReward } from './find.ts'
import { ANYBODY, presenter } from './own.ts'
import { BY_API, key, KEYS, known, one } from './parts.ts'
import { listRewards, rewardFilters } from './reward-list.ts'

const Give = z.object({
  amount: amount.refine((value) => value > 0, 'must be 1 or more'),
  currency: currency.optional().meta({ description: "Absent: the program's." }),
  description: text(1000),
  target: z
    .object(
      {
        key: key.meta({ description: 'Of a customer: customer_key, internal key or e-mail.' }),
        type: z.enum(['customer', 'transaction'], 'must be customer or transaction'),
      },
      'must be an object with key and type',
    )
    .meta({ description: 'Who or what it is for: whoever that is credited to has it.' }),
})

const Status = z.object({
  reward_status: z.enum(REWARD_STATUSES, `must be one of ${REWARD_STATUSES.join(', ')}`),
})

const about = { tag: 'Rewards', bases: ['/api/v2'], callers: KEYS, answers: Reward } as const
const byId = { ...about, path: '/rewards/{id}', params: one('`rwrd_…`') } as const

export const rewards = [
  operation({
    ...about,
    id: 'listRewards',
    method: 'GET',
    path: '/rewards',
    summary: 'List rewards',
    callers: ANYBODY,
    query: rewardFilters,
    answers: listOf(Reward),
    message: 'Rewards retrieved',
    example: { data: { items: [exampleReward], has_more: false } },
    refuses: ['UNKNOWN_CURSOR', 'EMAIL_AMBIGUOUS'],
    handle: async (call) => pageOf(await listRewards(call), await presenter(call, rewardObject, rewardForPartner)),
  }),
  operation({
    ...about,
    id: 'createReward',
    method: 'POST',
    path: '/rewards',
    summary: 'Give a reward',
    body: Give,
    message: 'Reward created',
    example: {
      body: { amount: 5000, currency: 'USD', description: 'Bonus', target: { key: 'user-42', type: 'customer' } },
      data: exampleReward,
    },
    refuses: ['CUSTOMER_NOT_FOUND', 'TRANSACTION_NOT_FOUND', 'EMAIL_AMBIGUOUS', 'CONFLICT'],
    async handle({ body, record }) {
      const { target, description, currency: said = null } = body
      const { reward } = await record({
        ...{ kind: 'reward.give', actor: BY_API, source: 'api', partner: null, description },
        ...{ amount: body.amount, currency: said },
        customer: target.type === 'customer' ? target.key : null,
        transaction: target.type === 'transaction' ? target.key : null,
      })
      return rewardObject(known(reward))
    },
  }),
  operation({
    ...byId,
    id: 'getReward',
    method: 'GET',
    summary: 'Read a reward',
    callers: ANYBODY,
    message: 'Reward retrieved',
    example: { data: exampleReward },
    refuses: ['REWARD_NOT_FOUND'],
    async handle(call) {
      const present = await presenter(call, rewardObject, rewardForPartner)
      return present(await findReward(call, call.path.id))
    },
  }),
  operation({
    ...byId,
    id: 'updateReward',
    method: 'PATCH',
    summary: 'Move a reward on, or decline it',
    body: Status,
    message: 'Reward updated',
    example: { body: { reward_status: 'approved' }, data: { ...exampleReward, reward_status: 'approved' } },
    refuses: ['REWARD_NOT_FOUND', 'STATUS_NOT_POSSIBLE'],
    async handle({ path, body, record }) {
      const { reward } = await record({
        kind: 'reward.status',
        actor: BY_API,
        ref: path.id,
        status: body.reward_status,
      })
      return rewardObject(known(reward))
    },
  }),
]
