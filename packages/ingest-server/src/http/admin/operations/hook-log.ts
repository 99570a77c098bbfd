/** What was told to outgoing webhooks, and telling it again. */
import { z } from 'zod'
import { rotatedHook } from '../../../notify/new-hook.ts'
import { resend, resendFailed } from '../../../notify/resend.ts'
import { EXAMPLE_SECRET, exampleWebhook, Webhook, webhookObject } from '../../../objects/webhook.ts'
import { listOf, time } from '../../../objects/shapes.ts'
import { operation } from '../../api/operation.ts'
import { text } from '../../fields.ts'
import { given, pageOf } from '../../paging.ts'
import { hookLine, hookOf } from '../../operations/hook-parts.ts'
import { one } from '../../operations/parts.ts'
import { IN_MODE, PLACE, placeOf } from './parts.ts'

const STATES = ['waiting', 'sent', 'failed'] as const
export const Send = z
  .strictObject({
    message: z.string().meta({ description: '`msg_…`, its `webhook-id`.' }),
    event: z.string(),
    subject: z.string().meta({ description: 'Key of what changed.' }),
    state: z.enum(STATES),
    attempts: z.int(),
    next_at: z.int().nullable(),
    last_at: z.int().nullable(),
    last_status: z.int().nullable(),
    last_error: z.string().nullable(),
    created_at: time,
  })
  .meta({ id: 'Send' })

const about = { ...IN_MODE, tag: 'Webhooks', params: one('`hook_…`'), refuses: ['NOT_FOUND'] } as const

export const hookLog = [
  operation({
    ...about,
    id: 'listSends',
    method: 'GET',
    path: '/webhooks/{id}/sends',
    summary: 'What was sent to a webhook, or is to be: the newest first',
    query: z.object({
      state: z.enum(STATES, `must be one of ${STATES.join(', ')}`).optional(),
      ...PLACE,
    }),
    answers: listOf(Send),
    message: 'Sends retrieved',
    example: {
      data: {
        items: [
          {
            ...{
              message: 'msg_0SlGpYh3Kq9Zb1',
              event: 'customer.created',
              subject: 'cus_0SlGpYh3Kq9Zb1',
              state: 'sent',
            },
            ...{ attempts: 1, next_at: null, last_at: 1767225600000, last_status: 200, last_error: null },
            created_at: 1767225600000,
          },
        ],
        has_more: false,
      },
    },
    async handle(call) {
      const { books, mode, path, query } = call
      const hook = await hookOf(call, path.id)
      const optional = given({ state: query.state, ...placeOf(query) })
      const page = await books.sends({ mode, hook: hook.key, limit: query.limit, ...optional })
      return pageOf(page, (row) => ({
        ...{ message: row.message, event: row.event, subject: row.subject, state: row.state, attempts: row.attempts },
        ...{ next_at: row.nextAt, last_at: row.lastAt, last_status: row.lastStatus, last_error: row.lastError },
        created_at: row.createdAt,
      }))
    },
  }),
  operation({
    ...about,
    id: 'resend',
    method: 'POST',
    path: '/webhooks/{id}/resend',
    summary: 'Send a message again, or all that were given up',
    body: z.object({ message: text(100).optional().meta({ description: 'Absent: all that were given up.' }) }),
    answers: z.strictObject({ resent: z.int() }).meta({ id: 'Resent' }),
    message: 'Sending again',
    example: { body: { message: 'msg_0SlGpYh3Kq9Zb1' }, data: { resent: 1 } },
    async handle(call) {
      const { books, now, body } = call
      const hook = await hookOf(call, call.path.id)
      const isOne = body.message !== undefined
      const resent = isOne ? 1 : await resendFailed(books, hook, now)
      if (isOne) await resend(books, hook, body.message!, now)
      const detail = isOne ? { message: body.message } : { resent }
      if (resent > 0) await books.act({ audit: [hookLine(call, hook.key, 'hook.resent', detail)] })
      return { resent }
    },
  }),
  operation({
    ...about,
    id: 'rotateWebhook',
    method: 'POST',
    path: '/webhooks/{id}/rotate',
    summary: 'A new secret, shown this once; the one before it signs beside it for 24 hours',
    answers: Webhook,
    message: 'Webhook rotated',
    example: { data: { ...exampleWebhook, secret: EXAMPLE_SECRET } },
    async handle(call) {
      const { row, secret } = rotatedHook(await hookOf(call, call.path.id), call.deps)
      await call.books.act({ audit: [hookLine(call, row.key, 'hook.rotated')], hooks: [row] })
      return { ...webhookObject(row), secret }
    },
  }),
]
