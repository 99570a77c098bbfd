// The files under test as they are published.
import { existsSync, readFileSync } from 'node:fs'

const dist = new URL('../../dist/', import.meta.url)

/** Where a published file is; says what to do when nothing was built. */
export function published(name: string): URL {
  const file = new URL(name, dist)
  if (!existsSync(file)) throw new Error(`dist/${name} is missing. Build it first: npm run build`)
  return file
}

/** The script as pages load it, or the one with more. */
export const script = (name = 'partnerstack.min.js'): string => readFileSync(published(name), 'utf8')
