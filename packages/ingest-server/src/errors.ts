/** Every error a caller can meet: one class, one table of codes. Anything else that is thrown is our own bug. */

export const ERRORS = {
  BAD_REQUEST: 400,
  MISSING_FIELD: 400,
  INVALID_FIELD: 400,
  MALFORMED_JSON: 400,
  UNKNOWN_CURSOR: 400,
  UNREADABLE_FILE: 400,
  WRONG_COLUMNS: 400,
  UNAUTHORIZED: 401,
  INVALID_SIGNATURE: 401,
  STALE_SIGNATURE: 401,
  WEBHOOK_NOT_CONFIGURED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CUSTOMER_NOT_FOUND: 404,
  TRANSACTION_NOT_FOUND: 404,
  PARTNER_NOT_FOUND: 404,
  REWARD_NOT_FOUND: 404,
  TRIGGER_NOT_FOUND: 404,
  ACTION_NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  REQUEST_TIMEOUT: 408,
  GONE: 410,
  CONFLICT: 409,
  KEY_TAKEN: 409,
  EMAIL_AMBIGUOUS: 409,
  TRANSACTION_KEY_REUSED: 409,
  STATUS_NOT_POSSIBLE: 409,
  IDEMPOTENCY_KEY_REUSED: 422,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  TOO_MANY_REQUESTS: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
} as const satisfies Record<string, number>

export type ErrorCode = keyof typeof ERRORS

/** An error whose message is written for the person who has to act on it. Never put a secret into one. */
export class AppError extends Error {
  override name = 'AppError'
  readonly code: ErrorCode
  readonly status: number

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.status = ERRORS[code]
  }
}
