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

const UNREACHABLE = 'The server cannot be reached. Check that it runs and that you are online, then try again.'

async function messageOf(response: Response): Promise<string> {
  try {
    const { message } = (await response.json()) as { message?: unknown }
    if (typeof message === 'string') return message
  } catch {
    // Not JSON: something between us and the server answered.
  }
  return `The server answered with ${response.status} ${response.statusText}`.trim()
}

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/** `path` stands below `/admin/api`. */
export async function call<T>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  let response: Response
  try {
    response = await fetch(`/admin/api${path}`, {
      method,
      headers: {
        ...(method !== 'GET' && { 'X-CSRF-Token': csrf }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new ApiError(0, UNREACHABLE)
  }
  if (!response.ok) throw new ApiError(response.status, await messageOf(response))
  return ((await response.json()) as { data: T }).data
}
