/** `/api/v2/triggers`: by which rules rewards are earned. */
import { z } from 'zod'
import type { SaidRate, TriggerConditions } from '../../facts.ts'
import { exampleTrigger, MILLIONTHS, Trigger, triggerObject } from '../../objects/trigger.ts'
import { listOf } from '../../objects/shapes.ts'
import { operation, type Call } from '../api/operation.ts'
import { amount, currency, text } from '../fields.ts'
import { archivedQuery, given, listQuery, pageOf, pageQuery } from '../paging.ts'
import { findTrigger } from './find.ts'
import { BY_API, key, KEYS, known, one } from './parts.ts'

const EVENTS = ['signup', 'transaction', 'action'] as const
const keys = z.array(key, 'must be a list of keys').max(100, 'must hold at most 100')
const count = z.int('must be a whole number').min(1, 'must be 1 or more').nullable()

const conditions = z
  .object(
    {
      product_keys: keys.exactOptional(),
      category_keys: keys.exactOptional(),
      groups: keys.exactOptional().meta({ description: 'Keys or slugs.' }),
      currency: currency.nullable().exactOptional(),
      action_type: text(255).nullable().exactOptional(),
      first_only: z.boolean('must be true or false').exactOptional(),
      within_months: count.exactOptional(),
      at_most: count.exactOptional(),
    },
    'must be an object',
  )
  .meta({ description: 'What is absent, null or empty asks for nothing.' })

const percent = z
  .number('must be a number')
  .gt(0, 'must be more than 0')
  .max(100, 'must be at most 100')
  .refine(
    (value) => Math.abs(value * MILLIONTHS - Math.round(value * MILLIONTHS)) < 1e-6,
    'must have at most 4 decimals',
  )

const reward = z.union(
  [
    z.object({ type: z.literal('percent'), percent }),
    z.object({ type: z.literal('flat'), amount, currency: currency.optional() }),
  ],
  'must be {type: percent, percent} or {type: flat, amount, currency}',
)

const Create = z.object({
  name: text(255).optional().meta({ description: 'Absent: named after what it does.' }),
  event: z.enum(EVENTS, `must be one of ${EVENTS.join(', ')}`),
  conditions: conditions.optional(),
  reward,
})
const Edit = z.object({
  name: text(255).exactOptional(),
  conditions: conditions.exactOptional(),
  reward: reward.exactOptional(),
})

const rateOf = (said: z.output<typeof reward>): SaidRate =>
  said.type === 'percent'
    ? { kind: 'percent', millionths: Math.round(said.percent * MILLIONTHS) }
    : { kind: 'flat', amount: said.amount, currency: said.currency ?? null }

const conditionsOf = (said: z.output<typeof conditions>): Partial<TriggerConditions> =>
  given({
    productKeys: said.product_keys,
    categoryKeys: said.category_keys,
    groups: said.groups,
    currency: said.currency,
    actionType: said.action_type,
    firstOnly: said.first_only,
    withinMonths: said.within_months,
    atMost: said.at_most,
  })

const about = { tag: 'Triggers', bases: ['/api/v2'], callers: KEYS, answers: Trigger } as const
const byId = { ...about, path: '/triggers/{id}', params: one('`trig_…`') } as const
const example = { data: exampleTrigger }

const change = {
  ...byId,
  summary: 'Change a trigger; rewards that stand keep what they were earned by',
  body: Edit,
  message: 'Trigger updated',
  example: { body: { name: '20 % of every payment' }, data: exampleTrigger },
  refuses: ['TRIGGER_NOT_FOUND', 'NOT_FOUND'],
  async handle({ path, body, record }: Call<{ id: string }, unknown, z.output<typeof Edit>>) {
    const { trigger } = await record({
      ...{ kind: 'trigger.edit', actor: BY_API, ref: path.id },
      ...(body.name !== undefined && { name: body.name }),
      ...(body.conditions && { conditions: conditionsOf(body.conditions) }),
      ...(body.reward && { rate: rateOf(body.reward) }),
    })
    return triggerObject(known(trigger))
  },
} as const

export const triggers = [
  operation({
    ...about,
    id: 'listTriggers',
    method: 'GET',
    path: '/triggers',
    summary: 'List triggers',
    query: listQuery({ event: z.enum(EVENTS, `must be one of ${EVENTS.join(', ')}`).optional() }),
    answers: listOf(Trigger),
    message: 'Triggers retrieved',
    example: { data: { items: [exampleTrigger], has_more: false } },
    refuses: ['UNKNOWN_CURSOR'],
    handle: async ({ books, mode, query }) =>
      pageOf(await books.triggers({ ...pageQuery(mode, query), ...given({ event: query.event }) }), triggerObject),
  }),
  operation({
    ...about,
    id: 'createTrigger',
    method: 'POST',
    path: '/triggers',
    summary: 'Create a trigger; it holds for what comes from now on',
    body: Create,
    message: 'Trigger created',
    example: {
      body: { event: 'transaction', reward: { type: 'percent', percent: 20 }, conditions: { within_months: 12 } },
      data: exampleTrigger,
    },
    refuses: ['NOT_FOUND'],
    async handle({ body, record }) {
      const { name = null, event } = body
      const said = { name, event, conditions: conditionsOf(body.conditions ?? {}), rate: rateOf(body.reward) }
      const { trigger } = await record({ kind: 'trigger.create', actor: BY_API, ...said })
      return triggerObject(known(trigger))
    },
  }),
  operation({
    ...byId,
    id: 'getTrigger',
    method: 'GET',
    summary: 'Read a trigger',
    query: archivedQuery,
    message: 'Trigger retrieved',
    example,
    refuses: ['TRIGGER_NOT_FOUND'],
    handle: async (call) => triggerObject(await findTrigger(call, call.path.id, call.query.include_archived)),
  }),
  operation({ ...change, id: 'updateTrigger', method: 'PATCH' }),
  operation({ ...change, id: 'replaceTrigger', method: 'PUT' }),
  operation({
    ...byId,
    id: 'archiveTrigger',
    method: 'DELETE',
    summary: 'Archive a trigger: nothing more is earned by it',
    message: 'Trigger archived',
    example: { data: { ...exampleTrigger, archived: true } },
    refuses: ['TRIGGER_NOT_FOUND'],
    async handle({ path, record }) {
      const { trigger } = await record({ kind: 'trigger.archive', actor: BY_API, ref: path.id })
      return triggerObject(known(trigger))
    },
  }),
]
