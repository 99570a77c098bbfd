/** The login cookie: who is asking, and a way in and out. */
import type { Request, RequestHandler, Response } from 'express'
import { SESSION_MS, type User, type Users } from './users.ts'

const NAME = 'rotawell_session'

/** Leaves the user, if any, in `res.locals.user`. */
export function session(users: Users): RequestHandler {
  return (req, res, next) => {
    const token = tokenOf(req)
    res.locals['user'] = token ? users.bySession(token) : null
    next()
  }
}

export const userOf = (res: Response): User | null => (res.locals['user'] as User | null) ?? null

export const mustBeUser: RequestHandler = (_req, res, next) => {
  if (userOf(res)) return next()
  res.redirect(303, '/log-in')
}

export async function logIn(users: Users, user: User, req: Request, res: Response): Promise<void> {
  const token = await users.startSession(user)
  // Lax: the cookie comes along when Stripe sends the buyer back, and stays away from other sites' forms.
  res.cookie(NAME, token, { httpOnly: true, sameSite: 'lax', secure: req.secure, maxAge: SESSION_MS })
}

export async function logOut(users: Users, req: Request, res: Response): Promise<void> {
  const token = tokenOf(req)
  if (token) await users.endSession(token)
  res.clearCookie(NAME)
}

function tokenOf(req: Request): string | null {
  const pairs = (req.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([name]) => name === NAME)?.[1] ?? null
}
