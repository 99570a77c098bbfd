// Prints what a page pays for the script, and fails when that is too much.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

/** Bytes over the wire, js-cookie included. A tracker's weight is paid by people who never asked for it. */
export const LIMIT = 2_000
const file = new URL('../dist/partnerstack.min.js', import.meta.url)

/** The published file in bytes, as it is and as servers send it. */
export function size(): { raw: number; gzip: number } {
  const bytes = readFileSync(file)
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length }
}

if (import.meta.main) {
  const { raw, gzip } = size()
  console.log(`partnerstack.min.js: ${raw} B, ${gzip} B gzip (limit ${LIMIT} B gzip)`)
  if (gzip > LIMIT) {
    console.error(`Too big by ${gzip - LIMIT} B gzip. Make it smaller; the limit is a promise in the README.`)
    process.exitCode = 1
  }
}
