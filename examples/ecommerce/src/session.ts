/** A visitor's cart, orders and referral, in one signed cookie: nothing is stored for those who only look. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'

export interface Session {
  /** How many of which product, by slug. */
  cart: Record<string, number>
  /** This visitor's orders, newest first. */
  orders: string[]
  partner: { key: string; at: number } | null
  owner: boolean
}

const NAME = 'brindle'
const MAX_AGE_MS = 90 * 86_400_000

export function session(secret: string): RequestHandler {
  return (req, res, next) => {
    res.locals['session'] = read(cookie(req), secret) ?? { cart: {}, orders: [], partner: null, owner: false }
    res.locals['secret'] = secret
    next()
  }
}

export const sessionOf = (res: Response): Session => res.locals['session'] as Session

/** Call after a change, before anything is sent. */
export function saveSession(req: Request, res: Response): void {
  const body = Buffer.from(JSON.stringify(sessionOf(res))).toString('base64url')
  const value = `${body}.${sign(body, String(res.locals['secret']))}`
  // Lax: the cookie comes along from referral links and from the payment page, and stays away from other sites' forms.
  res.cookie(NAME, value, { httpOnly: true, sameSite: 'lax', secure: req.secure, maxAge: MAX_AGE_MS })
}

function read(value: string, secret: string): Session | null {
  const [body = '', signature = ''] = value.split('.')
  const expected = Buffer.from(sign(body, secret))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  return JSON.parse(Buffer.from(body, 'base64url').toString()) as Session
}

const sign = (body: string, secret: string): string => createHmac('sha256', secret).update(body).digest('base64url')

function cookie(req: Request): string {
  const pairs = (req.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([name]) => name === NAME)?.[1] ?? ''
}
