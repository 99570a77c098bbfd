/** `/v1/webhooks`: one event and one address each. */
import { z } from 'zod'
import { AppError } from '../../errors.ts'
import type { HookRow } from '../../store/hook-rows.ts'
import { EXAMPLE_SECRET, exampleWebhookV1, webhookV1, WebhookV1 } from '../../objects/webhook.ts'
import { listOf } from '../../objects/shapes.ts'
import { operation, type Call } from '../api/operation.ts'
import { text } from '../fields.ts'
import { listQuery, pageOf, pageQuery } from '../paging.ts'
import { makeHook, removeHook } from './hook-parts.ts'
import { KEYS } from './parts.ts'

const Body = z.object({
  event: text(100).meta({ description: 'As `customer_created`, or `*` for every one.' }),
  target_url: text(2048),
})

/** The one made here with this event and address. There are few: each page is looked through. */
async function findSame({ books, mode, body }: Call<unknown, unknown, z.output<typeof Body>>): Promise<HookRow> {
  const [event, target] = [body.event.replace('_', '.'), URL.parse(body.target_url)?.href]
  let startingAfter: string | undefined
  for (let more = true; more;) {
    const after = startingAfter === undefined ? {} : { startingAfter }
    const page = await books.hooks({ mode, limit: 250, orderBy: '-created_at', ...after })
    const same = page.items.find((hook) => hook.style === 'v1' && hook.target === target && hook.events[0] === event)
    if (same) return same
    startingAfter = page.items.at(-1)?.key
    more = page.hasMore
  }
  throw new AppError('NOT_FOUND', 'There is no webhook for this event and address.')
}

const about = { tag: 'Webhooks', path: '/webhooks', bases: ['/v1'], callers: KEYS, answers: WebhookV1 } as const
const body = { event: 'transaction_created', target_url: 'https://acme.example/hooks' }

export const webhooksV1 = [
  operation({
    ...about,
    id: 'listWebhooksV1',
    method: 'GET',
    summary: 'List webhooks',
    query: listQuery({}),
    answers: listOf(WebhookV1),
    message: 'Webhooks retrieved',
    example: { data: { items: [exampleWebhookV1], has_more: false } },
    refuses: ['UNKNOWN_CURSOR'],
    handle: async ({ books, mode, query }) => pageOf(await books.hooks(pageQuery(mode, query)), webhookV1),
  }),
  operation({
    ...about,
    id: 'createWebhookV1',
    method: 'POST',
    summary: 'Have an event told to an address; the secret that signs it is shown this once',
    body: Body,
    message: 'Webhook created',
    example: { body, data: { ...exampleWebhookV1, secret: EXAMPLE_SECRET } },
    async handle(call) {
      const { event, target_url: target } = call.body
      const { hook, secret } = await makeHook(call, { style: 'v1', target, events: [event] })
      return { ...webhookV1(hook), secret }
    },
  }),
  operation({
    ...about,
    id: 'deleteWebhookV1',
    method: 'DELETE',
    summary: 'Delete the webhook of an event and address',
    body: Body,
    message: 'Webhook deleted',
    example: { body, data: exampleWebhookV1 },
    refuses: ['NOT_FOUND'],
    async handle(call) {
      const hook = await findSame(call)
      await removeHook(call, hook)
      return webhookV1(hook)
    },
  }),
]
