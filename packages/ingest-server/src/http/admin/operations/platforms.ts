/** How each payment platform's deliveries come in: addresses, credentials, and what is recorded from them. */
import { z } from 'zod'
import { adminAudit } from '../../../admin-audit.ts'
import { AppError } from '../../../errors.ts'
import { ensureWebhooks, rotated, standing, withRecordFrom, withSecret } from '../../../inbox/webhook-rows.ts'
import { stateAt } from '../../../inbox/listing.ts'
import { currencyCode } from '../../../objects/shapes.ts'
import { samplers } from '../../../samples/index.ts'
import type { WebhookRow } from '../../../store/config-rows.ts'
import { operation, type Call } from '../../api/operation.ts'
import { currency, text } from '../../fields.ts'
import { Delivery, deliveryObject, exampleDelivery } from '../objects.ts'
import { ADMIN, IN_MODE } from './parts.ts'

export const Platform = z
  .strictObject({
    provider: z.string(),
    title: z.string(),
    url: z.string().nullable().meta({ description: 'Where the platform sends its deliveries. As good as a password.' }),
    signs: z
      .enum(['secret', 'password'])
      .meta({ description: 'What proves a delivery: a secret of theirs, or a password of ours.' }),
    secret_set: z.boolean(),
    username: z.string().nullable(),
    password: z.string().nullable(),
    record_from: z.enum(['charge', 'invoice']),
    currency: currencyCode
      .nullable()
      .meta({ description: 'Where its deliveries name none; null: that of the program.' }),
    events: z.array(z.string()).meta({ description: 'What to have it send.' }),
    last_delivery: Delivery.nullable(),
  })
  .meta({ id: 'Platform' })

const Change = z.object({
  secret: text(500).optional(),
  record_from: z.enum(['charge', 'invoice'], 'must be charge or invoice').optional(),
  currency: currency.nullable().optional(),
})

const named = z.object({ provider: z.string().meta({ description: 'As `stripe`.' }) })

async function rowOf({ deps, mode }: Call, provider: string): Promise<WebhookRow> {
  const row = (await ensureWebhooks(deps)).find((one) => one.mode === mode && one.provider === provider)
  if (row) return row
  throw new AppError('NOT_FOUND', `There is no platform '${provider}'.`)
}

async function shown({ books, deps, mode, now }: Call, row: WebhookRow): Promise<z.input<typeof Platform>> {
  const { vault, publicUrl, providers } = deps
  const provider = providers.get(row.provider)
  const [token] = row.tokens
  const [password] = standing(row.passwords, now)
  const { items } = await books.deliveries({ mode, provider: row.provider, limit: 1 })
  return {
    provider: row.provider,
    title: provider?.title ?? row.provider,
    url: token ? `${publicUrl}/webhooks/${row.provider}/${vault.open(token.sealed)}` : null,
    signs: provider?.signs ?? 'secret',
    secret_set: standing(row.secrets, now).length > 0,
    username: row.username,
    password: password ? vault.open(password.sealed) : null,
    record_from: row.recordFrom[0]?.from ?? 'charge',
    currency: row.currency,
    events: [...(samplers.get(row.provider)?.events ?? [])],
    last_delivery: items[0] ? deliveryObject((await stateAt(books, mode, now))(items[0])) : null,
  }
}

/** Written with the line that says what was changed, never to what where it is a secret. */
async function keep(
  call: Call,
  row: WebhookRow,
  action: string,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { books, mode, now } = call
  const audit = adminAudit({ mode, at: now, actor: ADMIN, action, subject: row.provider, detail })
  await books.act({ audit: [audit], webhooks: [row] })
}

const example: z.input<typeof Platform> = {
  ...{ provider: 'stripe', title: 'Stripe', url: 'https://partners.example.com/webhooks/stripe/…', signs: 'secret' },
  ...{ secret_set: true, username: null, password: null, record_from: 'charge', currency: null },
  ...{ events: ['charge.succeeded', 'charge.refunded'], last_delivery: exampleDelivery },
}
const about = { ...IN_MODE, tag: 'Platforms' } as const

export const platforms = [
  operation({
    ...about,
    id: 'listPlatforms',
    method: 'GET',
    path: '/platforms',
    summary: 'List the payment platforms',
    answers: z.strictObject({ items: z.array(Platform) }),
    message: 'Platforms retrieved',
    example: { data: { items: [example] } },
    async handle(call) {
      const rows = (await ensureWebhooks(call.deps)).filter(({ mode }) => mode === call.mode)
      const known = rows.filter(({ provider }) => call.deps.providers.has(provider))
      return { items: await Promise.all(known.map((row) => shown(call, row))) }
    },
  }),
  operation({
    ...about,
    id: 'updatePlatform',
    method: 'PATCH',
    path: '/platforms/{provider}',
    summary: 'Configure a platform; a secret before this one stays valid for 24 hours',
    params: named,
    body: Change,
    answers: Platform,
    message: 'Platform updated',
    example: { body: { secret: 'whsec_…' }, data: example },
    refuses: ['NOT_FOUND'],
    async handle(call) {
      const { body, now, deps } = call
      let row = await rowOf(call, call.path.provider)
      if (body.secret !== undefined) row = withSecret(row, body.secret, deps.vault, now)
      if (body.record_from !== undefined) row = withRecordFrom(row, body.record_from, now)
      if (body.currency !== undefined) row = { ...row, currency: body.currency, updatedAt: now }
      const { secret, ...open } = body
      await keep(call, row, 'platform.change', { ...open, ...(secret !== undefined && { secret: 'set' }) })
      return shown(call, row)
    },
  }),
  operation({
    ...about,
    id: 'rotatePlatform',
    method: 'POST',
    path: '/platforms/{provider}/rotate',
    summary: 'A new address and password; those before stay valid for 24 hours',
    params: named,
    answers: Platform,
    message: 'Platform rotated',
    example: { data: example },
    refuses: ['NOT_FOUND'],
    async handle(call) {
      const row = rotated(await rowOf(call, call.path.provider), call.deps.vault, call.now)
      await keep(call, row, 'platform.rotate', {})
      return shown(call, row)
    },
  }),
]
