// Sign-ups that no server has answered yet, kept in the browser until one does: retried at the next page view.
import { attempt } from '../attempt.ts'
import type { SignupData } from '../signup.ts'
import { post } from '../transport.ts'
import type { SignupResult } from '../transport.ts'

/** One entry a sign-up, so that two tabs do not overwrite each other's. */
const PREFIX = 'growsumo.outbox.'
const WEEK = 7 * 864e5

/** Those that are on their way from this page. */
const sent = new Set<string>()

interface Letter {
  /** Not there where a page's stub wrote it, for a script that did not come. */
  body?: string
  /** What the page told its stub. */
  data?: SignupData
  /** When it was written, in ms. */
  at: number
}

/** Sends a sign-up, and keeps it until the server has said yes or no. */
export function postKept(endpoint: string, body: string): Promise<SignupResult> {
  const name = PREFIX + Date.now() + Math.random()
  attempt(() => localStorage.setItem(name, JSON.stringify({ body, at: Date.now() } satisfies Letter)))
  return send(name, endpoint, body)
}

/**
 * Sends again what was never answered. Its `signup_id` makes it one sign-up, however often it arrives.
 * @param signUp Signs up from what a stub kept.
 */
export function retry(endpoint: string, signUp: (data: SignupData) => void): void {
  for (const name of names()) {
    if (sent.has(name)) continue
    const letter = attempt(() => JSON.parse(localStorage.getItem(name)!) as Letter)
    const { body, data } = letter && letter.at > Date.now() - WEEK ? letter : ({} as Letter)
    if (typeof body === 'string')
      send(name, endpoint, body).catch(() => {}) // It stays for the next page view.
    else {
      forget(name)
      if (data) signUp(data)
    }
  }
}

/** Forgets every one, as a visitor who withdraws their consent may expect. */
export const empty = (): void => names().forEach(forget)

const names = (): string[] => attempt(() => Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) || []

/** Forgets one, by the name it is kept under. Nothing else of the page's storage has such a name. */
export const forget = (name: string): void =>
  void attempt(() => name.startsWith(PREFIX) && localStorage.removeItem(name))

/** Forgets a sign-up once it is answered for good: not by silence, a server in trouble, or one that asks for patience. */
function send(name: string, endpoint: string, body: string): Promise<SignupResult> {
  sent.add(name)
  return post(endpoint, body).then(
    (result) => {
      forget(name)
      return result
    },
    (error: { status?: number }) => {
      sent.delete(name)
      if (/^4(?!08|29)/.test('' + error.status)) forget(name)
      throw error
    },
  )
}
