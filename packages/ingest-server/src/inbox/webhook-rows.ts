/** The rows that say how each platform's deliveries come in: made on first use, changed without a gap. */
import type { Mode } from '../facts.ts'
import type { Books } from '../ledger/books.ts'
import type { Provider } from '../providers/provider.ts'
import { randomBase62, sha256, type Vault } from '../secrets.ts'
import type { SealedRow, WebhookRow } from '../store/config-rows.ts'

/** How long the old token, password or secret stands beside its successor. */
export const OVERLAP_MS = 24 * 60 * 60 * 1000

export const MODES: readonly Mode[] = ['production', 'test']

const isStanding =
  (now: number) =>
  ({ until }: SealedRow): boolean =>
    until === null || until > now

/** What stands now. */
export const standing = <T extends SealedRow>(rows: readonly T[], now: number): T[] => rows.filter(isStanding(now))

/** The new one first; what stood goes on standing for a day, what had run out is dropped. */
const succeed = <T extends SealedRow>(rows: readonly T[], next: T, now: number): T[] => [
  next,
  ...standing(rows, now).map((row) => ({ ...row, until: row.until ?? now + OVERLAP_MS })),
]

const sealed = (vault: Vault, text: string): SealedRow => ({ sealed: vault.seal(text), until: null })

function newToken(vault: Vault): WebhookRow['tokens'][number] {
  const token = randomBase62(32)
  return { ...sealed(vault, token), hash: sha256(token) }
}

/** A first row: an address that nobody can guess, and closed until its credentials are there. */
export const newWebhook = (mode: Mode, provider: Provider, vault: Vault, now: number): WebhookRow => ({
  mode,
  provider: provider.name,
  tokens: [newToken(vault)],
  username: provider.signs === 'password' ? provider.name : null,
  passwords: provider.signs === 'password' ? [sealed(vault, randomBase62(43))] : [],
  secrets: [],
  recordFrom: [],
  currency: null,
  updatedAt: now,
})

export const rotated = (row: WebhookRow, vault: Vault, now: number): WebhookRow => ({
  ...row,
  tokens: succeed(row.tokens, newToken(vault), now),
  passwords: row.passwords.length > 0 ? succeed(row.passwords, sealed(vault, randomBase62(43)), now) : [],
  updatedAt: now,
})

export const withSecret = (row: WebhookRow, secret: string, vault: Vault, now: number): WebhookRow => ({
  ...row,
  // Given again, a secret is the same secret: the others keep the end they have.
  secrets: succeed(
    row.secrets.filter((old) => vault.open(old.sealed) !== secret),
    sealed(vault, secret),
    now,
  ),
  updatedAt: now,
})

/** Holds for events made from now on. Platforms count in whole seconds, so the second that runs is the first. */
export const withRecordFrom = (row: WebhookRow, from: 'charge' | 'invoice', now: number): WebhookRow => ({
  ...row,
  recordFrom: [{ from, since: Math.floor(now / 1000) * 1000 }, ...row.recordFrom],
  updatedAt: now,
})

export interface WebhookDeps {
  readonly books: Books
  readonly providers: ReadonlyMap<string, Provider>
  readonly vault: Vault
  readonly now: () => number
}

/** Every row, after making those that are not there yet. An address that another process has just given out is not replaced. */
export async function ensureWebhooks({ books, providers, vault, now }: WebhookDeps): Promise<WebhookRow[]> {
  const rows = await books.webhooks()
  const wanted = MODES.flatMap((mode) => [...providers.values()].map((provider) => ({ mode, provider })))
  const missing = wanted.filter(
    ({ mode, provider }) => !rows.some((row) => row.mode === mode && row.provider === provider.name),
  )
  for (const { mode, provider } of missing) await books.addWebhook(newWebhook(mode, provider, vault, now()))
  return missing.length > 0 ? books.webhooks() : rows
}
