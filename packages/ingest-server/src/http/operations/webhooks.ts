/** `/api/v2/webhooks`: who is told of changes. */
import { z } from 'zod'
import { editedHook } from '../../notify/new-hook.ts'
import { EXAMPLE_SECRET, exampleWebhook, Webhook, webhookObject } from '../../objects/webhook.ts'
import { listOf } from '../../objects/shapes.ts'
import { operation, type Call } from '../api/operation.ts'
import { text } from '../fields.ts'
import { given, listQuery, pageOf, pageQuery } from '../paging.ts'
import { changeHook, hookDeps, hookOf, makeHook, removeHook } from './hook-parts.ts'
import { KEYS, one } from './parts.ts'

const target = text(2048).meta({ description: 'An https address of the public internet.' })
const events = z
  .array(text(100), 'must be a list of events')
  .meta({ description: 'As `customer.created`, or `*` for every one.' })

const Create = z.object({ target, events })
const Edit = z.object({
  target: target.exactOptional(),
  events: events.exactOptional(),
  enabled: z.boolean('must be true or false').exactOptional(),
})

const about = { tag: 'Webhooks', bases: ['/api/v2'], callers: KEYS, answers: Webhook } as const
const byId = { ...about, path: '/webhooks/{id}', params: one('`hook_…`') } as const
const example = { data: exampleWebhook }

const change = {
  ...byId,
  summary: 'Change a webhook, switch it off, or on again',
  body: Edit,
  message: 'Webhook updated',
  example: { body: { enabled: true }, data: exampleWebhook },
  refuses: ['NOT_FOUND'],
  async handle(call: Call<{ id: string }, unknown, z.output<typeof Edit>>) {
    const before = await hookOf(call, call.path.id)
    const hook = await editedHook(before, given(call.body), hookDeps(call))
    await changeHook(call, before, hook)
    return webhookObject(hook)
  },
} as const

export const webhooks = [
  operation({
    ...about,
    id: 'listWebhooks',
    method: 'GET',
    path: '/webhooks',
    summary: 'List webhooks',
    query: listQuery({}),
    answers: listOf(Webhook),
    message: 'Webhooks retrieved',
    example: { data: { items: [exampleWebhook], has_more: false } },
    refuses: ['UNKNOWN_CURSOR'],
    handle: async ({ books, mode, query }) => pageOf(await books.hooks(pageQuery(mode, query)), webhookObject),
  }),
  operation({
    ...about,
    id: 'createWebhook',
    method: 'POST',
    path: '/webhooks',
    summary: 'Have changes told to an address; the secret that signs them is shown this once',
    body: Create,
    message: 'Webhook created',
    example: {
      body: { target: 'https://acme.example/hooks', events: ['transaction.created'] },
      data: { ...exampleWebhook, secret: EXAMPLE_SECRET },
    },
    async handle(call) {
      const { hook, secret } = await makeHook(call, { style: 'v2', ...call.body })
      return { ...webhookObject(hook), secret }
    },
  }),
  operation({
    ...byId,
    id: 'getWebhook',
    method: 'GET',
    summary: 'Read a webhook',
    message: 'Webhook retrieved',
    example,
    refuses: ['NOT_FOUND'],
    handle: async (call) => webhookObject(await hookOf(call, call.path.id)),
  }),
  operation({ ...change, id: 'updateWebhook', method: 'PATCH' }),
  operation({ ...change, id: 'replaceWebhook', method: 'PUT' }),
  operation({
    ...byId,
    id: 'deleteWebhook',
    method: 'DELETE',
    summary: 'Delete a webhook: nothing is sent to it any more',
    message: 'Webhook deleted',
    example,
    refuses: ['NOT_FOUND'],
    async handle(call) {
      const hook = await hookOf(call, call.path.id)
      await removeHook(call, hook)
      return webhookObject(hook)
    },
  }),
]
