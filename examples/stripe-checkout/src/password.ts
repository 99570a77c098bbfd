/** Passwords are kept as salted scrypt hashes. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(scrypt) as (password: string, salt: Buffer, length: number) => Promise<Buffer>
const LENGTH = 32

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(password, salt, LENGTH)
  return `${salt.toString('base64url')}.${hash.toString('base64url')}`
}

export async function isPassword(password: string, stored: string): Promise<boolean> {
  const [salt = '', hash = ''] = stored.split('.')
  const given = await derive(password, Buffer.from(salt, 'base64url'), LENGTH)
  return timingSafeEqual(given, Buffer.from(hash, 'base64url'))
}
