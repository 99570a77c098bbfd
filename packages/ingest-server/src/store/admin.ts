/** The store's promises to the dashboard: who may use it, and acts of a person with the line that tells of them. */
import type { Mode } from '../facts.ts'
import type { AdminRow, SessionRow, SightingRow } from './admin-rows.ts'
import type { Patience } from './attempts.ts'
import type { ApiKeyRow, SettingRow, WebhookRow } from './config-rows.ts'
import type { HookRow, SendRow } from './hook-rows.ts'
import type { AuditRow } from './rows.ts'

/** So many sightings are kept, the newest: anybody can make some. */
export const MOST_SIGHTINGS = 200

/** What a person changed, with the lines of the audit log: written in one commit. */
export interface Act {
  readonly audit: readonly AuditRow[]
  readonly settings?: readonly SettingRow[]
  /** Back to their defaults. */
  readonly unset?: readonly { readonly mode: Mode; readonly name: string }[]
  readonly apiKeys?: readonly ApiKeyRow[]
  readonly webhooks?: readonly WebhookRow[]
  readonly hooks?: readonly HookRow[]
  /** Nothing is sent to them any more. */
  readonly goneHooks?: readonly { readonly mode: Mode; readonly key: string }[]
  readonly sends?: readonly SendRow[]
}

export interface AdminReads {
  admin(): Promise<AdminRow | null>
  session(hash: string): Promise<SessionRow | null>
  /** The newest first. */
  sightings(): Promise<SightingRow[]>
}

export interface AdminWrites {
  /** Only where there is none yet; whether it was. */
  addAdmin(row: AdminRow): Promise<boolean>
  /** A new password: every session ends, and nobody waits any more. */
  putAdmin(row: AdminRow, audit: AuditRow | null): Promise<void>
  /** Forgets sessions made before `created` or not used since `seen` on the way. */
  beginSession(
    row: SessionRow,
    past: { readonly created: number; readonly seen: number },
    audit: AuditRow,
  ): Promise<void>
  /** A session that has ended meanwhile stays ended. */
  seeSession(hash: string, at: number): Promise<void>
  endSession(hash: string, audit: AuditRow): Promise<void>
  /** Whether an attempt is taken now, and counts: ms to wait, 0 where it is taken. */
  attempt(limits: readonly Patience[], now: number): Promise<number>
  /** It ended well. */
  forgetAttempts(key: string): Promise<void>
  act(act: Act): Promise<void>
  /** In the place of the one with its key. */
  putSighting(row: SightingRow): Promise<void>
}
