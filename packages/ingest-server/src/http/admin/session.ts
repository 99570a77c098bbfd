/** Sessions of the dashboard: rows in the store, of which the browser holds the token in a cookie that no script reads. */
import { timingSafeEqual } from 'node:crypto'
import type { CookieOptions, Request, Response } from 'express'
import { adminAudit } from '../../admin-audit.ts'
import { AppError } from '../../errors.ts'
import { randomBase62, sha256 } from '../../secrets.ts'
import type { SessionRow } from '../../store/admin-rows.ts'
import type { Deps } from '../deps.ts'

const HOUR_MS = 3_600_000
/** Without use, and at most. */
const IDLE_MS = 12 * HOUR_MS
const MOST_MS = 7 * 24 * HOUR_MS
/** It is written down once a minute that a session is used. */
const SEEN_EVERY_MS = 60_000

/** What a page needs to know of its session. */
export interface Session {
  readonly row: SessionRow
  /** Sent back in a header with every change: another site can make a browser send the cookie, but not know this. */
  readonly csrf: string
}

const isSecure = (publicUrl: string): boolean => publicUrl.startsWith('https:')
const cookieName = (publicUrl: string): string => (isSecure(publicUrl) ? '__Secure-ps_admin' : 'ps_admin')
const cookie = (publicUrl: string): CookieOptions => ({
  ...{ httpOnly: true, sameSite: 'strict', secure: isSecure(publicUrl), path: '/admin' },
})

/** Follows from the token, which only the browser has, and does not lead back to it. */
const csrfOf = (token: string): string => sha256(`csrf ${token}`)

function tokenOf(req: Request, publicUrl: string): string | null {
  const name = cookieName(publicUrl)
  for (const part of (req.get('cookie') ?? '').split(';')) {
    const [key, value] = part.trim().split('=')
    if (key === name && value && /^\w{43}$/.test(value)) return value
  }
  return null
}

/** Names no Basic: a browser would ask for a key pair. */
export function notLoggedIn(res: Response, why: string): AppError {
  res.set('WWW-Authenticate', 'Session')
  return new AppError('UNAUTHORIZED', why)
}

export const endsAt = ({ createdAt, seenAt }: SessionRow): number => Math.min(createdAt + MOST_MS, seenAt + IDLE_MS)

/** The session whose cookie came with the request, while it stands. */
export async function sessionOf(req: Request, { books, publicUrl, now }: Deps): Promise<Session | null> {
  const token = tokenOf(req, publicUrl)
  if (token === null) return null
  const row = await books.session(sha256(token))
  if (!row || endsAt(row) <= now()) return null
  const isSeen = now() - row.seenAt >= SEEN_EVERY_MS
  if (isSeen) await books.seeSession(row.hash, now())
  return { row: isSeen ? { ...row, seenAt: now() } : row, csrf: csrfOf(token) }
}

/** Always under a token of its own: whatever cookie came with the login becomes no session. */
export async function beginSession(req: Request, res: Response, deps: Deps): Promise<Session> {
  const { books, publicUrl, now } = deps
  const former = await sessionOf(req, deps)
  if (former) await endSession(former, res, deps)
  const token = randomBase62(43)
  const at = now()
  const row = { hash: sha256(token), createdAt: at, seenAt: at }
  const audit = adminAudit({ mode: 'production', at, actor: 'admin', action: 'session.begin', subject: 'admin' })
  await books.beginSession(row, { created: at - MOST_MS, seen: at - IDLE_MS }, audit)
  res.cookie(cookieName(publicUrl), token, { ...cookie(publicUrl), maxAge: MOST_MS })
  return { row, csrf: csrfOf(token) }
}

export async function endSession({ row }: Session, res: Response, { books, publicUrl, now }: Deps): Promise<void> {
  const audit = adminAudit({ mode: 'production', at: now(), actor: 'admin', action: 'session.end', subject: 'admin' })
  await books.endSession(row.hash, audit)
  res.clearCookie(cookieName(publicUrl), cookie(publicUrl))
}

export function isCsrf({ csrf }: Session, given: string | undefined): boolean {
  const [expected, sent] = [Buffer.from(csrf), Buffer.from(given ?? '')]
  return expected.length === sent.length && timingSafeEqual(expected, sent)
}
