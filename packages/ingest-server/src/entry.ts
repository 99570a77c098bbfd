/** One request's facts on their way to the ledger, and what became of them. */
import type { Fact, Mode } from './facts.ts'

/** A delivery as it came in: one row of the inbox, written in the same commit as its effects. */
export interface Delivery {
  /** `stripe`, …, or `script` for sign-ups from the browser. */
  readonly provider: string
  readonly account: string
  /** Once per event id: a second delivery of it changes nothing. */
  readonly eventId: string
  readonly type: string
  /** Raw bytes. */
  readonly body: Uint8Array
  /** The few headers worth keeping, never credentials. */
  readonly headers: Readonly<Record<string, string>>
  /** Where the source itself had no use for it. */
  readonly verdict: { readonly state: 'ignored' | 'unsupported'; readonly reason: string } | null
}

/** What makes a call the same call. */
export interface Call {
  /** SHA-256, hex, of who calls and the Idempotency-Key. */
  readonly id: string
  /** SHA-256, hex, of what was sent: the same id with another request is a mistake. */
  readonly request: string
}

/** What is committed together or not at all: the facts of one request, with the delivery that brought them. */
export interface Entry {
  readonly mode: Mode
  /** When we received it. */
  readonly at: number
  readonly facts: readonly Fact[]
  readonly delivery: Delivery | null
  /** Of a call that carries an Idempotency-Key: made again, it does nothing and is answered alike. */
  readonly call?: Call
  /** Work a delivery again though its event id was seen: a replay by hand. */
  readonly again?: boolean
}

/** What became of a fact. `refused` is the caller's to mend; the others are ours to explain. */
export type Outcome =
  | { readonly state: 'applied' | 'unchanged'; readonly reason: string; readonly changed: readonly string[] }
  | {
      readonly state: 'ignored' | 'parked' | 'unsupported'
      readonly reason: string
      readonly changed: readonly string[]
    }
  | { readonly state: 'refused'; readonly code: string; readonly reason: string; readonly changed: readonly string[] }
