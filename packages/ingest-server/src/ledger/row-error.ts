/** Why a row of a file is refused, and in which column. */
import { AppError } from '../errors.ts'
import type { ErrorCode } from '../errors.ts'
import type { RowProblem } from '../entry.ts'
import type { RowFact } from '../facts.ts'

/** What a row came to. */
export type RowState = 'created' | 'updated' | 'unchanged'

/** Names the column, which a rule that is not only about rows cannot know. */
export const rowError = (column: string, code: ErrorCode, message: string): AppError =>
  new AppError(code, message, { cause: { column } })

/** Of errors of other rules: what they are about. */
const COLUMNS: Readonly<Record<RowFact['kind'], Partial<Record<ErrorCode, string>>>> = {
  'import.partner': { KEY_TAKEN: 'partner_key', NOT_FOUND: 'group' },
  'import.customer': { KEY_TAKEN: 'provider_key', PARTNER_NOT_FOUND: 'partner_key', EMAIL_AMBIGUOUS: 'email' },
  'import.transaction': {
    TRANSACTION_KEY_REUSED: 'key',
    CUSTOMER_NOT_FOUND: 'customer_key',
    EMAIL_AMBIGUOUS: 'customer_email',
  },
  'import.reward': {
    PARTNER_NOT_FOUND: 'partner_key',
    CUSTOMER_NOT_FOUND: 'customer_key',
    TRANSACTION_NOT_FOUND: 'transaction_key',
    CONFLICT: 'transaction_key',
    INVALID_FIELD: 'amount',
  },
}

export function problemOf({ code, message, cause }: AppError, { kind }: RowFact): RowProblem {
  const named = (cause as { readonly column?: string } | undefined)?.column
  return { column: named ?? COLUMNS[kind][code] ?? null, reason: message }
}
