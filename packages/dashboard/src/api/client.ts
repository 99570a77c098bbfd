/** Calls of the dashboard's API, from the browser that has a session. */

export type Mode = 'production' | 'test'
export const isMode = (text: string | undefined): text is Mode => text === 'production' || text === 'test'

/** What the server said against a call, in its own words; status 0 where it said nothing. */
export class ApiError extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.name = 'ApiError'
    this.status = status
  }
}

export const isLoggedOut = (error: unknown): boolean => error instanceof ApiError && error.status === 401
export const isNotFound = (error: unknown): boolean => error instanceof ApiError && error.status === 404

/** Sent back with every change: it shows that the change comes from a page of ours. */
let csrf = ''
export const keepCsrf = (token: string): void => void (csrf = token)
export const csrfHeader = (): Readonly<Record<string, string>> => ({ 'X-CSRF-Token': csrf })

export const UNREACHABLE = 'The server cannot be reached. Check that it runs and that you are online, then try again.'

/** What an answer says against a call; where it is not JSON, something between us and the server gave it. */
export function refusalOf({ status, statusText }: Pick<Response, 'status' | 'statusText'>, text: string): ApiError {
  try {
    const { message } = JSON.parse(text) as { message?: unknown }
    if (typeof message === 'string') return new ApiError(status, message)
  } catch {
    // told below
  }
  return new ApiError(status, `The server answered with ${status} ${statusText}`.trim())
}

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/** `path` stands below `/admin/api`. A body is sent as JSON; part of a file as it is. */
export async function call<T>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  let response: Response
  try {
    response = await fetch(`/admin/api${path}`, {
      method,
      headers: {
        ...(method !== 'GET' && csrfHeader()),
        ...(body !== undefined && { 'Content-Type': body instanceof Blob ? 'text/csv' : 'application/json' }),
      },
      ...(body !== undefined && { body: body instanceof Blob ? body : JSON.stringify(body) }),
      ...(signal && { signal }),
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new ApiError(0, UNREACHABLE)
  }
  if (!response.ok) throw refusalOf(response, await response.text())
  return ((await response.json()) as { data: T }).data
}
