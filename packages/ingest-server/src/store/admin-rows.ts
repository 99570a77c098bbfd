/** Who may use the dashboard, and who does. Plain data, as in `rows.ts`. */

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
