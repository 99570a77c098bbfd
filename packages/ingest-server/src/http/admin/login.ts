/** Trying a password: slower and slower, for one address and for all of them together, in whichever process it is tried. */
import type { Request, Response } from 'express'
import { isPassword } from '../../admin-password.ts'
import { AppError } from '../../errors.ts'
import type { Patience } from '../../store/attempts.ts'
import type { Deps } from '../deps.ts'
import { addressOf } from '../limits.ts'
import { notLoggedIn } from './session.ts'

const SECOND_MS = 1_000
const HOUR_MS = 3_600_000

const EVERYBODY: Patience = { key: 'login', free: 50, firstMs: SECOND_MS, mostMs: 30 * SECOND_MS, forgetMs: HOUR_MS }
const ONE: Omit<Patience, 'key'> = { free: 5, firstMs: SECOND_MS, mostMs: HOUR_MS / 4, forgetMs: 24 * HOUR_MS }

/** Throws unless it is the password. */
export async function tryPassword(
  password: string,
  req: Request,
  res: Response,
  { books, vault, now }: Deps,
): Promise<void> {
  const mine = `login ${vault.mark(addressOf(req))}`
  const wait = await books.attempt([{ ...ONE, key: mine }, EVERYBODY], now())
  if (wait > 0) {
    const seconds = Math.ceil(wait / SECOND_MS)
    res.set('Retry-After', String(seconds))
    throw new AppError('TOO_MANY_REQUESTS', `Too many attempts. The next one is taken in ${seconds} s.`)
  }
  const admin = await books.admin()
  if (!admin) throw notLoggedIn(res, 'There is no password yet. Set one with: admin password')
  if (!(await isPassword(password, admin.hash))) throw notLoggedIn(res, 'The password is wrong.')
  await books.forgetAttempts(mine)
  await books.forgetAttempts(EVERYBODY.key)
}
