/** What is told to others of each change: where to, what, and how the telling went. */
import type { Mode } from '../facts.ts'
import type { SealedRow } from './config-rows.ts'

/** An address that is told of changes. */
export interface HookRow {
  readonly key: string
  readonly mode: Mode
  /** Which spelling of event names it was made for: `customer_created` or `customer.created`. */
  readonly style: 'v1' | 'v2'
  readonly target: string
  /** In the spelling with a dot; `*` is every one. */
  readonly events: readonly string[]
  /** The newest first; all that stand sign. */
  readonly secrets: readonly SealedRow[]
  readonly enabled: boolean
  /** Why it was switched off, in plain words. */
  readonly disabledReason: string | null
  /** Since when every attempt has failed. */
  readonly failingSince: number | null
  readonly createdAt: number
  readonly updatedAt: number
}

/** A change that is told, written in the same transaction as the change. */
export interface MessageRow {
  readonly key: string
  readonly mode: Mode
  /** `customer.created` */
  readonly event: string
  /** Key of what changed. */
  readonly subject: string
  /** The rows its object is made of, as they were then. */
  readonly data: Readonly<Record<string, unknown>>
  readonly createdAt: number
}

/** One message on its way to one address. */
export interface SendRow {
  readonly message: string
  readonly hook: string
  readonly mode: Mode
  readonly state: 'waiting' | 'sent' | 'failed'
  readonly attempts: number
  /** When it is tried next; null once it is sent or given up. */
  readonly nextAt: number | null
  readonly lastAt: number | null
  /** The answer's HTTP status, or null where there was none. */
  readonly lastStatus: number | null
  readonly lastError: string | null
  readonly createdAt: number
}

/** A call with an Idempotency-Key, and what it did. */
export interface IdempotencyRow {
  /** SHA-256 of the public key and the Idempotency-Key. */
  readonly id: string
  readonly mode: Mode
  /** SHA-256 of method, path and body. */
  readonly request: string
  /** The receipt of what it recorded, from which the answer is made again. */
  readonly receipt: Readonly<Record<string, unknown>> | null
  readonly createdAt: number
}
