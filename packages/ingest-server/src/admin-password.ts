/** The dashboard's password: kept as a scrypt hash, made up at the first start where nobody has set one. */
import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'
import { adminAudit } from './admin-audit.ts'
import type { Books } from './ledger/books.ts'
import { randomBase62 } from './secrets.ts'

/** What a guess costs: 32 MB, for as long as a person does not notice. */
export interface Cost {
  readonly N: number
  readonly r: number
  readonly p: number
}
const COST: Cost = { N: 2 ** 15, r: 8, p: 3 }
/** Of one that is made up: 130 random bits are not guessed, at whatever cost. */
const RANDOM_COST: Cost = { N: 2 ** 12, r: 8, p: 1 }
const LENGTH = 32

const derive = (password: string, salt: Buffer, { N, r, p }: Cost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options: ScryptOptions = { N, r, p, maxmem: 128 * r * (N + p + 2) + 4096 }
    scrypt(password.normalize('NFKC'), salt, LENGTH, options, (error, key) => (error ? reject(error) : resolve(key)))
  })

/** `scrypt.N.r.p.salt.hash` */
export async function hashPassword(password: string, cost: Cost = COST): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(password, salt, cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('.')
}

/** Whether it is the password that was hashed, in a time that does not tell how much of it fits. */
export async function isPassword(password: string, kept: string): Promise<boolean> {
  const [, N, r, p, salt = '', hash = ''] = kept.split('.')
  const expected = Buffer.from(hash, 'base64url')
  const given = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) })
  return given.length === expected.length && timingSafeEqual(given, expected)
}

const ADMIN = 'admin'

/** From now on this is the password; every session ends. */
export async function setPassword(books: Books, password: string, actor: string, now: number): Promise<void> {
  const audit = adminAudit({ mode: 'production', at: now, actor, action: 'password.change', subject: ADMIN })
  await books.putAdmin({ name: ADMIN, hash: await hashPassword(password), updatedAt: now }, audit)
}

/**
 * Sees to it that there is a password: that of the environment, where it names one; else one that is made up, which is
 * returned, this once. Of several processes that start together, one makes it.
 */
export async function ensurePassword(books: Books, given: string | null, now: number): Promise<string | null> {
  const kept = await books.admin()
  if (given !== null) {
    if (!kept || !(await isPassword(given, kept.hash))) await setPassword(books, given, 'environment', now)
    return null
  }
  if (kept) return null
  const made = randomBase62(22)
  const isOurs = await books.addAdmin({ name: ADMIN, hash: await hashPassword(made, RANDOM_COST), updatedAt: now })
  return isOurs ? made : null
}
