// What a page sees of the script: its options, its object, and what its calls come to. Types only.
import type { Attribution } from './referral.ts'
import type { SignupData } from './signup.ts'
import type { SignupResult } from './transport.ts'

/** How the script is set up: by `data-…` on its tag, or in `_initialize`. */
export interface Options {
  /** The URL that sign-ups are posted to. */
  endpoint: string
  /** The domain to write cookies on instead of the registrable one; `none` for this host only. */
  cookieDomain?: string
  /** Who is credited when several partners led here. `last` unless said. */
  attribution?: Attribution
  /** How long a click is remembered, in days: 90 unless said. */
  expires?: number | string
  /** Writes and sends nothing before `consent(true)`. On a tag the attribute says so by being there. */
  requiresConsent?: boolean | ''
}

/** The options, with the public key that `_initialize` named. */
export interface Settings extends Options {
  key?: string | undefined
}

/** How a sign-up ended: exactly one of the two is there. */
export type Outcome = { result: SignupResult; error?: never } | { error: unknown; result?: never }

/** Called once for each sign-up, never in the same turn: with `(null, result)`, or with the error alone. */
export type SignupCallback = (error: unknown, result?: SignupResult) => void

/** A call as a stub queues it before the script is there: an array, or the `arguments` of a function. */
export type EarlyCall = [method: '_initialize' | '_spk' | 'createSignup' | 'consent', ...args: unknown[]]

/** `window.growsumo`. No member throws, and each works detached from it. */
export interface Growsumo {
  /** The page's to change, field by field or as a whole. */
  data: SignupData
  /** Finds the referral in the URL or else the cookies, remembers it, fills `data`. */
  _initialize(publicKey: string, options?: Partial<Options>): void
  /** Looks for the referral again: to be called before reading `data.partner_key`. */
  _spk(): void
  /** Sends `data` as it stands now. The promise never rejects. Without a referral nothing is sent. */
  createSignup(callback?: SignupCallback): Promise<Outcome>
  /** `true` writes and sends what waited, `false` drops it and deletes our cookies. May be called again. */
  consent(yes: boolean): void
  /** Calls waiting for `_initialize`. */
  q: EarlyCall[]
  /** Tells our object from a stranger's, across two copies of this script on one page. */
  _v: 1
}
