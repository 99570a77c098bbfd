/** Many rewards at once, and what rewards and transactions add up to. */
import { z } from 'zod'
import { AppError } from '../../../errors.ts'
import { REWARD_STATUSES } from '../../../objects/reward.ts'
import { currencyCode, money } from '../../../objects/shapes.ts'
import { MOST_ADDED } from '../../../store/reports.ts'
import { operation, type Call } from '../../api/operation.ts'
import { filter, given } from '../../paging.ts'
import { customerKeyOf } from '../../operations/find.ts'
import { key } from '../../operations/parts.ts'
import { ADMIN, IN_MODE, moment } from './parts.ts'

const AT_ONCE = 500
const Results = z
  .strictObject({
    done: z.int(),
    refused: z.int(),
    results: z.array(z.strictObject({ key: z.string(), done: z.boolean(), message: z.string() })),
  })
  .meta({ id: 'BulkResults' })

const FILTERS = {
  partner_key: filter,
  customer_key: filter.meta({ description: 'customer_key, internal key or e-mail.' }),
  currency: filter.transform((code) => code?.toUpperCase()),
  min_created: moment.optional(),
  max_created: moment.optional(),
}
const Filters = z.object(FILTERS)
const Totals = z
  .strictObject({
    items: z.array(
      z.strictObject({
        currency: currencyCode,
        status: z.enum(REWARD_STATUSES).nullable().meta({ description: 'Of rewards.' }),
        count: z.int(),
        amount: money,
        refunded: money.meta({ description: 'Of that amount, what was taken back.' }),
      }),
    ),
    complete: z.boolean().meta({
      description: `Whether all are in it: of one customer, and of one partner within some time, the newest ${MOST_ADDED} are added up.`,
    }),
  })
  .meta({ id: 'Totals' })

async function total(
  call: Call<unknown, z.output<typeof Filters>>,
  of: 'payments' | 'rewards',
  more: { readonly statuses?: readonly (typeof REWARD_STATUSES)[number][] } = {},
): Promise<z.input<typeof Totals>> {
  const {
    partner_key: partnerKey,
    customer_key: ref,
    currency,
    min_created: minCreated,
    max_created: maxCreated,
  } = call.query
  const customer = ref === undefined ? undefined : await customerKeyOf(call, ref)
  if (customer === null) return { items: [], complete: true }
  const narrowed = given({ partnerKey, customer, currency, minCreated, maxCreated })
  const { items, isComplete } = await call.books.totals(of, { mode: call.mode, ...narrowed, ...more })
  return { items: [...items], complete: isComplete }
}

const example = {
  data: { items: [{ currency: 'USD', status: null, count: 3, amount: 14700, refunded: 4900 }], complete: true },
}
const about = {
  ...IN_MODE,
  method: 'GET',
  answers: Totals,
  message: 'Totals retrieved',
  refuses: ['EMAIL_AMBIGUOUS'],
} as const

export const rewardActs = [
  operation({
    ...IN_MODE,
    id: 'changeRewards',
    method: 'POST',
    path: '/rewards/bulk',
    tag: 'Rewards',
    summary: `Move up to ${AT_ONCE} rewards on, each by itself, and say what came of each`,
    body: z.object({
      keys: z
        .array(key, 'must be a list of keys')
        .min(1, 'must not be empty')
        .max(AT_ONCE, `must be at most ${AT_ONCE} keys`),
      reward_status: z.enum(REWARD_STATUSES, `must be one of ${REWARD_STATUSES.join(', ')}`),
    }),
    answers: Results,
    message: 'Rewards changed',
    example: {
      body: { keys: ['rwrd_0SlGpYh3Kq9Zb1'], reward_status: 'approved' },
      data: { done: 1, refused: 0, results: [{ key: 'rwrd_0SlGpYh3Kq9Zb1', done: true, message: 'approved' }] },
    },
    async handle({ body, record }) {
      const { reward_status: status } = body
      const change = async (ref: string) => {
        try {
          await record({ kind: 'reward.status', ref, status, actor: ADMIN })
          return { key: ref, done: true, message: status }
        } catch (error) {
          if (!(error instanceof AppError) || error.status >= 500) throw error
          return { key: ref, done: false, message: error.message }
        }
      }
      const results = await Promise.all([...new Set(body.keys)].map(change))
      const done = results.filter((one) => one.done).length
      return { done, refused: results.length - done, results }
    },
  }),
  operation({
    ...about,
    id: 'totalTransactions',
    path: '/totals/transactions',
    tag: 'Transactions',
    summary: 'What unarchived transactions add up to, by currency',
    query: Filters,
    example,
    handle: (call) => total(call, 'payments'),
  }),
  operation({
    ...about,
    id: 'totalRewards',
    path: '/totals/rewards',
    tag: 'Rewards',
    summary: 'What rewards add up to, by currency and status; those of test mode enter no total',
    query: z.object({
      ...FILTERS,
      reward_status: z.enum(REWARD_STATUSES, `must be one of ${REWARD_STATUSES.join(', ')}`).optional(),
    }),
    example: { data: { ...example.data, items: [{ ...example.data.items[0]!, status: 'pending' as const }] } },
    async handle(call) {
      if (call.mode === 'test') return { items: [], complete: true }
      const { reward_status: status } = call.query
      return total(call, 'rewards', status ? { statuses: [status] } : {})
    },
  }),
]
