/** The installation's own key, kept beside its database where the environment brings none. */
import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'
const isThere = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EEXIST'

export const secretKeyFile = (databaseFile: string): string => join(dirname(databaseFile), 'secret.key')

/** The key in a file of this kind; null where there is none. */
export async function readSecretKey(file: string): Promise<Buffer | null> {
  try {
    const key = Buffer.from(await readFile(file, 'utf8'), 'base64')
    if (key.length === 32) return key
    throw Object.assign(new Error(`${file} does not hold 32 bytes in base64. Put the key back, or set SECRET_KEY.`), {
      name: 'ConfigError',
    })
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** The key before it, where somebody has put one there: `secret.key.previous`. */
export async function formerSecretKey(databaseFile: string): Promise<readonly Buffer[]> {
  const kept = await readSecretKey(`${secretKeyFile(databaseFile)}.previous`)
  return kept ? [kept] : []
}

/** Reads `secret.key` in the folder of the database, or makes it, readable by its owner alone. */
export async function keptSecretKey(databaseFile: string): Promise<Buffer> {
  const file = secretKeyFile(databaseFile)
  const kept = await readSecretKey(file)
  if (kept) return kept
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  // Written whole under another name first: of two processes that start at once, both get the key that stays.
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  try {
    await writeFile(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
    await link(draft, file)
  } catch (error) {
    if (!isThere(error)) throw error
  } finally {
    await rm(draft, { force: true })
  }
  const made = await readSecretKey(file)
  if (made) return made
  throw new Error(`${file} was written and is not there`)
}
