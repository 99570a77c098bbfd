/** What was told to outgoing webhooks, and telling it again. */
import { z } from 'zod'
import { AppError } from '../../../errors.ts'
import { resend, resendFailed } from '../../../notify/resend.ts'
import { listOf, time } from '../../../objects/shapes.ts'
import type { HookRow } from '../../../store/hook-rows.ts'
import { operation, type Call } from '../../api/operation.ts'
import { text } from '../../fields.ts'
import { filter, given, pageOf } from '../../paging.ts'
import { one } from '../../operations/parts.ts'
import { IN_MODE, LIMIT } from './parts.ts'

const STATES = ['waiting', 'sent', 'failed'] as const
const Send = z
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

async function hookOf({ books, mode }: Pick<Call, 'books' | 'mode'>, key: string): Promise<HookRow> {
  const hook = await books.hook(mode, key)
  if (hook) return hook
  throw new AppError('NOT_FOUND', 'There is no webhook with this key.')
}

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
      ...{ limit: LIMIT, starting_after: filter },
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
      const optional = given({ state: query.state, startingAfter: query.starting_after })
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
      if (body.message === undefined) return { resent: await resendFailed(books, hook, now) }
      await resend(books, hook, body.message, now)
      return { resent: 1 }
    },
  }),
]
