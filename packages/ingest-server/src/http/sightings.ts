/**
 * Who came to a public door and left nothing in the books: pages that fetched the script, and sign-ups and deliveries that were
 * turned away. The Testing Suite shows them. Kept on the side: nobody waits for it, and nobody is refused where it fails.
 */
import type { Request } from 'express'
import { AppError } from '../errors.ts'
import type { SightingRow } from '../store/admin-rows.ts'
import type { Deps } from './deps.ts'

export type Sighting = Omit<SightingRow, 'key' | 'at'>
export interface Sightings {
  saw(sighting: Sighting): void
  /** For what a door turned away by its caller's mistake; a fault of ours is none. */
  turnedAway(sighting: Omit<Sighting, 'reason'>, error: unknown): void
}

/** The same sighting is written so often at most. */
const EACH_MS = 10_000
/** And so many of all within a second: strangers can make up any number. */
const A_SECOND = 5
const REMEMBERED = 1_000
const LONGEST = 255
const SECOND_MS = 1_000

const keyOf = ({ kind, scope, source }: Sighting): string => [kind, scope ?? 'any', source].join(' ')

/** The origin of the page that a browser says it is on; empty where it does not tell, or is no browser on a page. */
export function originOf(text: string | undefined): string {
  const url = URL.parse(text ?? '')
  return url && /^https?:$/.test(url.protocol) ? url.origin.slice(0, LONGEST) : ''
}

/** Whether a page asks for a script, not a person who opens its address, or a program that looks at it. */
export const isPage = (req: Request): boolean =>
  req.get('sec-fetch-dest') === 'script' ||
  (req.get('sec-fetch-dest') === undefined && originOf(req.get('referer')) !== '')

export function createSightings({ books, now, elapsed, log }: Deps): Sightings {
  const written = new Map<string, number>()
  let second = { from: -Infinity, count: 0 }

  /** Whether it is worth a row now. */
  const isDue = (key: string): boolean => {
    const at = elapsed()
    if (at - (written.get(key) ?? -Infinity) < EACH_MS) return false
    if (at - second.from >= SECOND_MS) second = { from: at, count: 0 }
    if (++second.count > A_SECOND) return false
    if (written.size >= REMEMBERED) written.clear()
    written.set(key, at)
    return true
  }
  const saw: Sightings['saw'] = (sighting) => {
    const key = keyOf(sighting)
    if (!isDue(key)) return
    const row = { ...sighting, key, reason: sighting.reason?.slice(0, LONGEST) ?? null, at: now() }
    books.putSighting(row).catch((error: unknown) => log.warn({ err: error }, 'a sighting was not kept'))
  }
  return {
    saw,
    turnedAway(sighting, error) {
      if (error instanceof AppError && error.status < 500) saw({ ...sighting, reason: error.message })
    },
  }
}
