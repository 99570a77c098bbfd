/**
 * HTTP Basic, where that is all a platform has to show who it is.
 * @see https://datatracker.ietf.org/doc/html/rfc7617
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import { AppError } from '../errors.ts'
import type { Credentials, RawDelivery } from './provider.ts'

const HEADER = /^basic +([A-Za-z0-9+/]+={0,2})$/i

/** Hashes are of one length, so that how long a comparison takes says nothing about either text. */
function same(one: string, two: string): boolean {
  const [left, right] = [one, two].map((text) => createHash('sha256').update(text).digest())
  return timingSafeEqual(left!, right!)
}

/** Throws `AppError` (401) unless the user name and a standing password came with the delivery. */
export function verifyBasic(
  { headers }: RawDelivery,
  { username, passwords }: Credentials,
  title: string,
  provider: string,
): void {
  const standing = passwords.filter((password) => password.trim() !== '')
  if (username === null || username.trim() === '' || standing.length === 0) {
    throw new AppError(
      'WEBHOOK_NOT_CONFIGURED',
      `No user name and password for ${title} yet, so nothing from it is accepted. Make them and see them with: ` +
        `partnerstack-ingest webhook list, then enter both in ${title} as HTTP Basic authentication of this address`,
    )
  }
  const given = credentialsOf(headers['authorization'])
  if (given === null) {
    throw new AppError(
      'INVALID_SIGNATURE',
      `The user name and password are missing. Enter those that "webhook list" shows for ${provider} in ${title}, as HTTP ` +
        'Basic authentication; a proxy in front has to let the Authorization header pass.',
    )
  }
  // Every comparison is made, whichever fails.
  const isUser = same(given.username, username)
  const isPassword = standing.map((password) => same(given.password, password)).includes(true)
  if (!isUser || !isPassword) {
    throw new AppError(
      'INVALID_SIGNATURE',
      `The user name or the password is not the one that "webhook list" shows for ${provider} in this mode.`,
    )
  }
}

function credentialsOf(header: string | undefined): { readonly username: string; readonly password: string } | null {
  const encoded = HEADER.exec(header?.trim() ?? '')?.[1]
  if (encoded === undefined) return null
  const decoded = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = decoded.indexOf(':')
  return colon < 0 ? null : { username: decoded.slice(0, colon), password: decoded.slice(colon + 1) }
}
