/** One request's facts on their way to the ledger, and what became of them. */
import type { Fact, Mode, RowFact } from './facts.ts'
import type { ImportRow } from './store/import-rows.ts'

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
  /** What it is answered, where that is more than the books can tell of it again. */
  readonly answer?: Readonly<Record<string, unknown>>
}

/** Where a row lies in a file: the physical line on which it starts (the header's is 1), its first byte and the first behind it. */
export interface Place {
  readonly line: number
  readonly start: number
  readonly end: number
}

/** What is wrong with a row: in which column, or null where it is about all of it. */
export interface RowProblem {
  readonly column: string | null
  readonly reason: string
}

/** A row of a file: what it says, or why that cannot be read. */
export type FileRow = Place &
  (
    | { readonly fact: RowFact; readonly problems: null }
    | { readonly fact: null; readonly problems: readonly RowProblem[] }
  )

/** A stretch of a file that is imported: its rows are committed with how far the import has come, or none of it is. */
export interface FileStretch {
  /** `impo_…` */
  readonly importKey: string
  /** Whoever holds the import works it: under another claim the stretch is refused. */
  readonly claim: string
  /** Its first byte: the import must have come exactly so far. */
  readonly from: number
  /** Where the next one begins, and on which line. */
  readonly to: number
  readonly line: number
  /** Its bytes: a row that is refused is kept as it was. */
  readonly bytes: Uint8Array
  readonly rows: readonly FileRow[]
  /** Nothing comes behind it. */
  readonly last: boolean
}

/** What is committed together or not at all: the facts of one request, with the delivery that brought them. */
export interface Entry {
  readonly mode: Mode
  /** When we received it. */
  readonly at: number
  readonly facts: readonly Fact[]
  readonly delivery: Delivery | null
  /** Whose act it is, of a person or a key: what no rule tells of by itself comes to the audit log under this name. */
  readonly by?: string
  /** Of a call that carries an Idempotency-Key: made again, it does nothing and is answered alike. */
  readonly call?: Call
  /** A file that has come in whole and is to be imported, instead of facts. */
  readonly opens?: ImportRow
  /** A stretch of a file, instead of facts: a row that is refused does not touch the others. */
  readonly file?: FileStretch
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
