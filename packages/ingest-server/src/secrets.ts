/** Secrets: made, hashed, compared, and kept encrypted. */
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
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
  /** The same, where it is sealed with the key that seals; else sealed anew. */
  renew(sealed: string): string
  /** What stands for a text that is only to be known again, as an address: nobody without the key can try which it was. */
  mark(text: string): string
}

function openedWith(key: Buffer, sealed: string): string {
  const [iv, tag, text] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'))
  const decipher = createDecipheriv('aes-256-gcm', key, iv!, { authTagLength: 16 }).setAuthTag(tag!)
  return Buffer.concat([decipher.update(text!), decipher.final()]).toString('utf8')
}

/**
 * AES-256-GCM; a sealed text is `iv.tag.cipher`, each base64url. What `former` keys sealed is opened, too: so one key takes the
 * place of another while everything goes on.
 */
export function createVault(key: Buffer, former: readonly Buffer[] = []): Vault {
  const marking = createHmac('sha256', key).update('marks').digest()
  const seal: Vault['seal'] = (text) => {
    const iv = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', key, iv)
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return [iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url')).join('.')
  }
  /** What it holds, and whether another key has to be asked for it. */
  const opened = (sealed: string): { readonly text: string; readonly isOld: boolean } => {
    let cause: unknown
    for (const [place, one] of [key, ...former].entries()) {
      try {
        return { text: openedWith(one, sealed), isOld: place > 0 }
      } catch (error) {
        cause = error
      }
    }
    const mend = 'Put the key back, or name it in SECRET_KEY_PREVIOUS.'
    throw new AppError(
      'INTERNAL',
      `SECRET_KEY is not the key that the secrets of this database were kept with. ${mend}`,
      { cause },
    )
  }
  return {
    seal,
    open: (sealed) => opened(sealed).text,
    renew(sealed) {
      const { text, isOld } = opened(sealed)
      return isOld ? seal(text) : sealed
    },
    mark: (text) => createHmac('sha256', marking).update(text).digest('hex'),
  }
}
