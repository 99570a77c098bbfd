/** Stripe's error envelope. @see https://docs.stripe.com/api/errors */
export interface StripeError {
  readonly type: 'invalid_request_error' | 'idempotency_error' | 'api_error'
  readonly message: string
  readonly code?: string
  readonly param?: string
}
export interface Refusal extends Error {
  readonly status: number
  readonly answer: { readonly error: StripeError }
}

export function refusal(status: number, error: StripeError): Refusal {
  return Object.assign(new Error(error.message), { status, answer: { error } })
}
export function invalid(message: string, param?: string, code?: string): Refusal {
  const named = { ...(code ? { code } : {}), ...(param ? { param } : {}) }
  return refusal(400, { type: 'invalid_request_error', message, ...named })
}
export function missing(kind: string, id: string): Refusal {
  const message = `No such ${kind}: '${id}'`
  return refusal(404, { type: 'invalid_request_error', code: 'resource_missing', message, param: 'id' })
}
export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && 'answer' in error && 'status' in error
}
