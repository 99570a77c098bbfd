/** What the integrations are about, as the server's own shapes describe it. */
import type { z } from 'zod'
import type { Send as SendShape } from '../../../../ingest-server/src/http/admin/operations/hook-log.ts'
import type {
  ApiKey as ApiKeyShape,
  NewKey as NewKeyShape,
} from '../../../../ingest-server/src/http/admin/operations/keys.ts'
import type { Platform as PlatformShape } from '../../../../ingest-server/src/http/admin/operations/platforms.ts'
import type { Webhook } from '../../../../ingest-server/src/objects/webhook.ts'

export type Platform = z.output<typeof PlatformShape>
export type ApiKey = z.output<typeof ApiKeyShape>
export type NewKey = z.output<typeof NewKeyShape>
export type Hook = z.output<typeof Webhook>
export type Send = z.output<typeof SendShape>

export interface Snippet {
  readonly public_key: string | null
  readonly html: string | null
}
