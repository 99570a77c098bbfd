/** Key pairs of the API, and what a page needs of them: the loader. */
import { z } from 'zod'
import { adminAudit } from '../../../admin-audit.ts'
import { AppError } from '../../../errors.ts'
import { newApiKey } from '../../../new-api-key.ts'
import { time } from '../../../objects/shapes.ts'
import type { ApiKeyRow } from '../../../store/config-rows.ts'
import { operation, type Call } from '../../api/operation.ts'
import { one } from '../../operations/parts.ts'
import { loader } from '../loader.ts'
import { ADMIN, IN_MODE } from './parts.ts'

const shape = { public_key: z.string(), created_at: time, revoked_at: z.int().nullable() }
export const ApiKey = z.strictObject(shape).meta({ id: 'ApiKey' })
export const NewKey = z
  .strictObject({
    ...shape,
    secret_key: z.string().meta({ description: 'Shown this once.' }),
    tracking_token: z.string(),
  })
  .meta({ id: 'NewApiKey' })

const shown = ({ publicKey, createdAt, revokedAt }: ApiKeyRow): z.input<typeof ApiKey> => ({
  ...{ public_key: publicKey, created_at: createdAt, revoked_at: revokedAt },
})
const example = { public_key: 'pk_3Fd81kLmQz0', created_at: 1767225600000, revoked_at: null }

const keep = ({ books, mode, now }: Call, row: ApiKeyRow, action: string): Promise<void> => {
  const audit = adminAudit({ mode, at: now, actor: ADMIN, action, subject: row.publicKey })
  return books.act({ audit: [audit], apiKeys: [row] })
}
const keysOf = async ({ books, mode }: Call): Promise<ApiKeyRow[]> =>
  (await books.apiKeys()).filter((row) => row.mode === mode).toSorted((a, b) => a.createdAt - b.createdAt)

const about = { ...IN_MODE, tag: 'Keys' } as const

export const keys = [
  operation({
    ...about,
    id: 'listApiKeys',
    method: 'GET',
    path: '/keys',
    summary: 'List the key pairs of a mode, revoked ones too',
    answers: z.strictObject({ items: z.array(ApiKey) }),
    message: 'Keys retrieved',
    example: { data: { items: [example] } },
    handle: async (call) => ({ items: (await keysOf(call)).map(shown) }),
  }),
  operation({
    ...about,
    id: 'createApiKey',
    method: 'POST',
    path: '/keys',
    summary: 'Make a key pair; its secrets are shown this once',
    answers: NewKey,
    message: 'Key created',
    example: { data: { ...example, secret_key: 'sk_…', tracking_token: 'tt_…' } },
    async handle(call) {
      const { row, secretKey, trackingToken } = newApiKey(call.mode, call.now)
      await keep(call, row, 'key.create')
      return { ...shown(row), secret_key: secretKey, tracking_token: trackingToken }
    },
  }),
  operation({
    ...about,
    id: 'revokeApiKey',
    method: 'DELETE',
    path: '/keys/{id}',
    summary: 'Revoke a key pair: it stops working everywhere within two seconds',
    params: one('The public key.'),
    answers: ApiKey,
    message: 'Key revoked',
    example: { data: { ...example, revoked_at: 1767225600000 } },
    refuses: ['NOT_FOUND'],
    async handle(call) {
      const found = await call.books.apiKey(call.path.id)
      if (found?.mode !== call.mode) throw new AppError('NOT_FOUND', 'There is no such public key.')
      const row = { ...found, revokedAt: found.revokedAt ?? call.now }
      if (found.revokedAt === null) await keep(call, row, 'key.revoke')
      return shown(row)
    },
  }),
  operation({
    ...about,
    id: 'getSnippet',
    method: 'GET',
    path: '/snippet',
    summary: 'The loader to put into every page, with the oldest key of the mode that stands',
    answers: z
      .strictObject({ public_key: z.string().nullable(), html: z.string().nullable() })
      .meta({ id: 'Snippet', description: 'Null where there is no key yet.' }),
    message: 'Snippet retrieved',
    example: { data: { public_key: 'pk_3Fd81kLmQz0', html: '<script>…</script>' } },
    async handle(call) {
      const key = (await keysOf(call)).find(({ revokedAt }) => revokedAt === null)?.publicKey ?? null
      return { public_key: key, html: key === null ? null : loader(call.deps.publicUrl, key) }
    },
  }),
]
