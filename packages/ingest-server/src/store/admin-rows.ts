/** Who may use the dashboard, who does, and who was seen at the public doors. Plain data, as in `rows.ts`. */
import type { Mode } from '../facts.ts'

/** The password's hash, with what it was made with; one row, `admin`. */
export interface AdminRow {
  readonly name: string
  readonly hash: string
  readonly updatedAt: number
}

export interface SessionRow {
  /** SHA-256 of its token, hex: the token itself is only in the browser. */
  readonly hash: string
  readonly createdAt: number
  /** When it was last used, to the minute. */
  readonly seenAt: number
}

/** How often something was tried in vain, and until when it is not taken again. */
export interface AttemptRow {
  readonly key: string
  readonly count: number
  readonly at: number
  readonly until: number
}

/** That somebody came to a public door and left nothing in the books: a page that fetched the script, or what was turned away. */
export interface SightingRow {
  /** Of its kind, scope and source: one row for each, the newest. */
  readonly key: string
  readonly kind: 'script' | 'signup' | 'webhook'
  /** Null where it cannot be told: the script is fetched without a key. */
  readonly scope: Mode | null
  /** The page's origin, or the platform; empty where the browser does not tell. */
  readonly source: string
  /** Why it was turned away; null where it was not. */
  readonly reason: string | null
  readonly at: number
}
