/** What every payment platform's file gives: how to tell its deliveries are real, and what they mean as facts. */
import type { PlatformFact } from '../facts.ts'

/** A delivery as it came over HTTP; verify on these very bytes, before parsing. */
export interface RawDelivery {
  readonly body: Buffer
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>
  /** Epoch ms. */
  readonly receivedAt: number
}

/** Whatever the installation has to check a delivery against. More than one stands while a rotation runs. */
export interface Credentials {
  readonly secrets: readonly string[]
  readonly username: string | null
  readonly passwords: readonly string[]
}

/** What varies between installations. */
export interface ReadOptions {
  /** What payments are recorded from, for an event made at this time (epoch ms). */
  recordFrom(at: number): 'charge' | 'invoice'
  readonly mode: 'production' | 'test'
  /** For platforms that name none: upper-case, three letters. */
  readonly currency: string
}

/** What a delivery says, in our vocabulary. */
export interface Reading {
  readonly account: string
  readonly eventId: string
  readonly type: string
  readonly facts: readonly PlatformFact[]
  /** Set where there are no facts, in plain words: why not. */
  readonly verdict: { readonly state: 'ignored' | 'unsupported'; readonly reason: string } | null
}

export interface Provider {
  /** As in the URL, lower-case. */
  readonly name: string
  /** For messages. */
  readonly title: string
  /** How its deliveries are authenticated: what `webhook set` asks for, or what we generate. */
  readonly signs: 'secret' | 'password'
  /** Headers worth keeping with the delivery. Never credentials. */
  readonly keepHeaders: readonly string[]
  /** Throws `AppError` (401) unless the platform sent this, recently. Required: a new provider cannot forget it. */
  verify(delivery: RawDelivery, credentials: Credentials): void
  /**
   * Pure. What we have no use for has no facts and says why: an error would make the platform retry, then give up on us.
   * Throws `AppError('MALFORMED_JSON' | …)` only for a body that cannot be read at all.
   */
  read(delivery: RawDelivery, options: ReadOptions): Reading
}
