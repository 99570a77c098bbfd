/** What a call can end with instead of an answer. */

export interface ApiErrorOptions {
  /** HTTP status; 0 where no answer came at all. */
  readonly status: number
  /** `X-Request-Id`, under which the server's log has it. */
  readonly requestId: string | null
  readonly cause?: unknown
}

/** Thrown for every answer that is not 2xx, and where none came. The message is the server's own, for whoever has to act. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly status: number
  readonly requestId: string | null

  constructor(message: string, { status, requestId, cause }: ApiErrorOptions) {
    super(message, { cause })
    this.status = status
    this.requestId = requestId
  }
}

const hasStatus =
  (...statuses: readonly number[]) =>
  (error: unknown): error is ApiError =>
    error instanceof ApiError && statuses.includes(error.status)

/** The request does not fit: the message names the field. */
export const isInvalid = hasStatus(400, 413, 415, 422)
export const isUnauthorized = hasStatus(401, 403)
export const isNotFound = hasStatus(404)
/** A unique key belongs to something else. */
export const isConflict = hasStatus(409)
/** Worth trying again later: no answer, too many calls, or the server's own trouble. The client has tried already. */
export const isTemporary = (error: unknown): error is ApiError =>
  error instanceof ApiError && (error.status === 0 || error.status === 429 || error.status >= 500)
