/** What a look at the installation comes to. */

/** `broken` does not work, or loses something; `warning` will, or is not safe; `note` is only worth knowing. */
export type State = 'ok' | 'note' | 'warning' | 'broken'

export interface Finding {
  /** What was looked at: `database`, `clock`, the name of a variable. */
  readonly check: string
  readonly state: State
  /** What is, in words. */
  readonly found: string
  /** What to do about it; null where there is nothing to do. */
  readonly mend: string | null
}

export const ok = (check: string, found: string): Finding => ({ check, state: 'ok', found, mend: null })
export const note = (check: string, found: string, mend: string | null = null): Finding => ({
  ...{ check, state: 'note', found, mend },
})
export const warning = (check: string, found: string, mend: string): Finding => ({
  ...{ check, state: 'warning', found, mend },
})
export const broken = (check: string, found: string, mend: string): Finding => ({
  ...{ check, state: 'broken', found, mend },
})

export const wordsOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  const { message, cause } = error
  // A look at an address fails with 'fetch failed', and why stands behind it.
  return cause instanceof Error && cause.message !== '' ? cause.message : message || error.name
}
