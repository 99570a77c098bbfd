// Carries a sign-up to the server without holding up the page, and though the page be left.
import { attempt } from './attempt.ts'

/** What a sign-up came to: the server's answer, or one of two that are ours. */
export interface SignupResult {
  /** The HTTP status; 202 where the browser took it and will tell no answer; 204 where there was nothing to send. */
  status: number
  message?: string
  rdata?: Record<string, unknown>
}

/**
 * Posts a string, which browsers send as text/plain, without a preflight. Rejects where no good answer came.
 * @param body At most 64 KiB: browsers keep no more alive.
 */
export async function post(endpoint: string, body: string): Promise<SignupResult> {
  let request: Promise<Response> | undefined
  let response: Response
  try {
    request = fetch(endpoint, { method: 'POST', body, keepalive: true, credentials: 'omit' })
    response = await request
  } catch (error) {
    // A request that failed may have arrived: its signup_id makes a second one harmless. But no answer is no success.
    if (!attempt(() => navigator.sendBeacon(endpoint, body)) || request) throw error
    return { status: 202 }
  }
  const answer = await response.json()
  if (!response.ok) throw Object.assign(new Error(answer.message), answer)
  return answer
}
