/** What the installation itself was told: its keys, its webhook addresses, its settings. Plain data, as in `rows.ts`. */
import type { Mode } from '../facts.ts'

export interface ApiKeyRow {
  readonly publicKey: string
  readonly mode: Mode
  /** SHA-256, hex. */
  readonly secretHash: string
  readonly trackingHash: string
  readonly createdAt: number
  readonly revokedAt: number | null
}

/** A credential kept encrypted; `until` is set once a newer one has taken its place. */
export interface SealedRow {
  readonly sealed: string
  readonly until: number | null
}

/** How a platform's deliveries come in, for one mode. */
export interface WebhookRow {
  readonly mode: Mode
  readonly provider: string
  readonly tokens: readonly (SealedRow & { readonly hash: string })[]
  readonly username: string | null
  readonly passwords: readonly SealedRow[]
  readonly secrets: readonly SealedRow[]
  /** What payments are recorded from, newest first: each holds for events made since then. */
  readonly recordFrom: readonly { readonly from: 'charge' | 'invoice'; readonly since: number }[]
  readonly currency: string | null
  readonly updatedAt: number
}

export interface SettingRow {
  readonly mode: Mode
  readonly name: string
  readonly value: string
}
