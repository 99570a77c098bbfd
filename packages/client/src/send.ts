/** One request, tried again where that is safe: it is, because every POST carries an Idempotency-Key. */
import { setTimeout as wait } from 'node:timers/promises'
import { ApiError } from './errors.ts'

export interface SendOptions {
  readonly fetch: typeof globalThis.fetch
  /** How often a call is tried again at most. */
  readonly retries: number
  /** Milliseconds that one try may take. */
  readonly timeout: number
  /** Milliseconds before the first try again; each further one takes twice as long. */
  readonly pause: number
}

export interface Outgoing {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  readonly signal: AbortSignal | undefined
}

const LONGEST_PAUSE_MS = 30_000

/** What the answer says of when to come again, in milliseconds. */
function retryAfter(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) ? seconds * 1000 : null
}

const isPassing = (status: number): boolean => status === 429 || status === 502 || status === 503 || status === 504

async function attempt({ url, signal, ...request }: Outgoing, { fetch, timeout }: SendOptions): Promise<Response> {
  const limits = [AbortSignal.timeout(timeout), ...(signal ? [signal] : [])]
  try {
    return await fetch(url, { ...request, signal: AbortSignal.any(limits) })
  } catch (cause) {
    if (signal?.aborted) throw signal.reason
    throw new ApiError(`No answer from ${new URL(url).host}: ${(cause as Error).message}`, {
      status: 0,
      requestId: null,
      cause,
    })
  }
}

/** The answer's JSON, or the text of a file; anything but a 2xx is thrown as `ApiError`. */
export async function send(request: Outgoing, options: SendOptions): Promise<unknown> {
  for (let tried = 0; ; tried++) {
    const isLast = tried >= options.retries
    const pause = Math.min(LONGEST_PAUSE_MS, options.pause * 2 ** tried * (0.75 + Math.random() / 2))
    let again = pause
    try {
      const response = await attempt(request, options)
      if (!isPassing(response.status) || isLast) return await read(response)
      again = Math.min(LONGEST_PAUSE_MS, retryAfter(response) ?? pause)
      await response.body?.cancel()
    } catch (error) {
      const isSilence = error instanceof ApiError && error.status === 0
      if (!isSilence || isLast) throw error
    }
    await wait(again, undefined, request.signal ? { signal: request.signal } : {})
  }
}

async function read(response: Response): Promise<unknown> {
  const text = await response.text()
  const json = parsed(text)
  if (response.ok) return isFile(response) ? text : json
  const told = (json as { readonly message?: unknown } | undefined)?.message
  const message = typeof told === 'string' ? told : `The server answered ${response.status}.`
  throw new ApiError(message, { status: response.status, requestId: response.headers.get('x-request-id') })
}

const isFile = ({ headers }: Response): boolean => /csv|ndjson/.test(headers.get('content-type') ?? '')

/** A proxy in between may answer with a page of its own. */
function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
