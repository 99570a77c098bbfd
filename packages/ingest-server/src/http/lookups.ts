/** What hot routes look up again and again, each remembered for a second. */
import type { Mode } from '../facts.ts'
import { standing } from '../inbox/webhook-rows.ts'
import type { Channel } from '../inbox/webhook-entry.ts'
import type { Credentials } from '../providers/provider.ts'
import { sha256 } from '../secrets.ts'
import { readSettings, type Settings } from '../settings.ts'
import type { ApiKeyRow, WebhookRow } from '../store/config-rows.ts'
import type { LinkView } from '../store/queries.ts'
import type { PartnerRow } from '../store/rows.ts'
import { cached } from './cached.ts'
import type { Deps } from './deps.ts'

/** A webhook address with what stands to check its deliveries. */
export interface Doorway {
  readonly provider: string
  readonly channel: Channel
  readonly credentials: Credentials
}

export interface Lookups {
  apiKey(publicKey: string): Promise<ApiKeyRow | null>
  link(path: string): Promise<LinkView | null>
  settings(mode: Mode): Promise<Settings>
  /** The first characters of the mode's public key, which cookies carry in their names. */
  program(mode: Mode): Promise<string>
  doorway(provider: string, token: string): Promise<Doorway | null>
  /** The key pair whose tracking token this is. */
  trackingKey(token: string): Promise<ApiKeyRow | null>
  /** The partner whose token this is. */
  partner(token: string): Promise<PartnerRow | null>
}

export function createLookups({ books, now, elapsed, vault, log }: Deps): Lookups {
  const onFailure = (error: unknown): void => log.warn({ err: error }, 'a read failed; what was last known stands in')
  /** A redirect goes on when the store does not answer. */
  const lasting = { elapsed, onFailure }

  const link = cached((path) => books.link(path), lasting)
  const settings = cached(async (mode) => readSettings(await books.settings(mode as Mode)), lasting)
  const program = cached(async (mode) => {
    const keys = (await books.apiKeys()).filter((row) => row.mode === mode && row.revokedAt === null)
    const oldest = keys.toSorted((a, b) => a.createdAt - b.createdAt)[0]
    return oldest?.publicKey.replace(/^pk_/, '').slice(0, 8) ?? '00000000'
  }, lasting)

  const doorwayOf = (row: WebhookRow): Doorway => ({
    provider: row.provider,
    channel: row,
    credentials: {
      secrets: standing(row.secrets, now()).map(({ sealed }) => vault.open(sealed)),
      username: row.username,
      passwords: standing(row.passwords, now()).map(({ sealed }) => vault.open(sealed)),
    },
  })
  const doorways = cached(
    async () =>
      new Map(
        (await books.webhooks()).flatMap((row) => {
          const doorway = doorwayOf(row)
          return standing(row.tokens, now()).map(({ hash }) => [`${row.provider} ${hash}`, doorway] as const)
        }),
      ),
    { elapsed },
  )

  const trackingKeys = cached(async () => new Map((await books.apiKeys()).map((row) => [row.trackingHash, row])), {
    elapsed,
  })
  const partners = cached(async (hash) => books.partnerByToken(hash), { elapsed })

  return {
    apiKey: cached(async (publicKey) => books.apiKey(publicKey), { elapsed }),
    link,
    settings: async (mode) => (await settings(mode)) ?? readSettings({}),
    program: async (mode) => (await program(mode)) ?? '',
    doorway: async (provider, token) => (await doorways(''))?.get(`${provider} ${sha256(token)}`) ?? null,
    trackingKey: async (token) => (await trackingKeys(''))?.get(sha256(token)) ?? null,
    partner: async (token) => partners(sha256(token)),
  }
}
