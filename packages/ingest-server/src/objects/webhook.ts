/** An address that is told of changes. */
import { z } from 'zod'
import type { HookRow } from '../store/hook-rows.ts'
import { textOrNull, time } from './shapes.ts'

const secret = z.string().optional().meta({ description: 'Only in the answer that makes it: it is shown this once.' })

export const Webhook = z
  .strictObject({
    key: z.string(),
    target: z.string(),
    events: z.array(z.string()),
    enabled: z.boolean(),
    disabled_reason: textOrNull,
    failing_since: z.int().nullable().meta({ description: 'Since when every attempt has failed, epoch milliseconds.' }),
    test: z.boolean(),
    created_at: time,
    updated_at: time,
    secret,
  })
  .meta({ id: 'Webhook' })

export const WebhookV1 = z
  .strictObject({
    key: z.string(),
    event: z.string(),
    target_url: z.string(),
    test: z.boolean(),
    created_at: time,
    updated_at: time,
    secret,
  })
  .meta({ id: 'WebhookV1' })

export const webhookObject = (hook: HookRow): z.input<typeof Webhook> => ({
  key: hook.key,
  target: hook.target,
  events: [...hook.events],
  enabled: hook.enabled,
  disabled_reason: hook.disabledReason,
  failing_since: hook.failingSince,
  test: hook.mode === 'test',
  created_at: hook.createdAt,
  updated_at: hook.updatedAt,
})

/** In the spelling of version 1; one made on version 2 may have several events. */
export const webhookV1 = (hook: HookRow): z.input<typeof WebhookV1> => ({
  key: hook.key,
  event: hook.events.map((event) => event.replace('.', '_')).join(','),
  target_url: hook.target,
  test: hook.mode === 'test',
  created_at: hook.createdAt,
  updated_at: hook.updatedAt,
})

const times = { created_at: 1767225600000, updated_at: 1767225600000 }

export const exampleWebhook: z.input<typeof Webhook> = {
  ...{ key: 'hook_0SlGqF6Xs9Ah1T', target: 'https://acme.example/hooks', events: ['transaction.created'] },
  ...{ enabled: true, disabled_reason: null, failing_since: null, test: false, ...times },
}

export const exampleWebhookV1: z.input<typeof WebhookV1> = {
  ...{ key: 'hook_0SlGqF6Xs9Ah1T', event: 'transaction_created', target_url: 'https://acme.example/hooks' },
  ...{ test: false, ...times },
}

export const EXAMPLE_SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
