// Sign-ups that no server has answered yet, kept in the browser until one does: retried at the next page view.
import { attempt } from '../attempt.ts'
import { post } from '../transport.ts'
import type { SignupResult } from '../transport.ts'

/** One entry a sign-up, so that two tabs do not overwrite each other's. */
const PREFIX = 'growsumo.outbox.'
const WEEK = 7 * 864e5

interface Letter {
  body: string
  /** When it was written, in ms. */
  at: number
}

/** Sends a sign-up, and keeps it until the server has said yes or no. */
export function postKept(endpoint: string, body: string): Promise<SignupResult> {
  const name = PREFIX + Date.now() + Math.random()
  attempt(() => localStorage.setItem(name, JSON.stringify({ body, at: Date.now() } satisfies Letter)))
  return settle(name, post(endpoint, body))
}

/** Sends again what was never answered. Its `signup_id` makes it one sign-up, however often it arrives. */
export function retry(endpoint: string): void {
  for (const name of names()) {
    const letter = attempt(() => JSON.parse(localStorage.getItem(name)!) as Letter)
    if (letter && typeof letter.body === 'string' && letter.at > Date.now() - WEEK) {
      settle(name, post(endpoint, letter.body)).catch(() => {}) // It stays for the next page view.
    } else forget(name)
  }
}

/** Forgets every one, as a visitor who withdraws their consent may expect. */
export const empty = (): void => names().forEach(forget)

const names = (): string[] => attempt(() => Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) || []

const forget = (name: string): void => void attempt(() => localStorage.removeItem(name))

/** Forgets a sign-up once it is answered for good: not by silence, a server in trouble, or one that asks for patience. */
function settle(name: string, sent: Promise<SignupResult>): Promise<SignupResult> {
  return sent.then(
    (result) => {
      forget(name)
      return result
    },
    (error: { status?: number } | undefined) => {
      const status = error?.status || 0
      if (status >= 400 && status < 500 && status !== 408 && status !== 429) forget(name)
      throw error
    },
  )
}
