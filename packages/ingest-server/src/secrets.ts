/** Secrets: made, hashed, compared, and kept encrypted. */
import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { AppError } from './errors.ts'
import { newId, randomText } from './ledger/keys.ts'

/** So many random characters of base62. */
export const randomBase62 = (length: number): string => randomText(length, randomBytes)

/** The id of a click. */
export const newXid = (now: number): string => newId(now, randomBytes)

/** The least that a click of that moment can have, to look for those since then. */
export const leastXid = (at: number): string => newId(at, (size) => new Uint8Array(size))

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Whether `text` is what was hashed, in a time that does not tell how much of it fits. */
export function matchesHash(text: string, hash: string): boolean {
  const [given, kept] = [Buffer.from(sha256(text)), Buffer.from(hash)]
  return given.length === kept.length && timingSafeEqual(given, kept)
}

/** Keeps what has to be shown or used again, encrypted with the installation's own key. */
export interface Vault {
  seal(text: string): string
  open(sealed: string): string
}

/** AES-256-GCM; a sealed text is `iv.tag.cipher`, each base64url. */
export function createVault(key: Buffer): Vault {
  return {
    seal(text) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, iv)
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return [iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url')).join('.')
    },
    open(sealed) {
      const [iv, tag, text] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'))
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, iv!, { authTagLength: 16 }).setAuthTag(tag!)
        return Buffer.concat([decipher.update(text!), decipher.final()]).toString('utf8')
      } catch (cause) {
        throw new AppError('INTERNAL', 'SECRET_KEY is not the key that the secrets of this database were kept with.', {
          cause,
        })
      }
    },
  }
}
