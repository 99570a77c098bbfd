/** `/api/v2/triggers`: by which rules rewards are earned. */
import { z } from 'zod'
import { exampleTrigger, Trigger, triggerObject } from '../../objects/trigger.ts'
import { listOf } from '../../objects/shapes.ts'
import { operation, type Call } from '../api/operation.ts'
import { text } from '../fields.ts'
import { archivedQuery, given, listQuery, pageOf, pageQuery } from '../paging.ts'
import { findTrigger } from './find.ts'
import { BY_API, KEYS, known, one } from './parts.ts'
import { conditions, conditionsOf, EVENTS, rateOf, reward } from './trigger-fields.ts'

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
