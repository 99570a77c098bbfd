// Prints what a page pays for the script, and fails when that is too much.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

/** Bytes over the wire, js-cookie included. A tracker's weight is paid by people who never asked for it. */
export const LIMITS = { 'partnerstack.min.js': 2_000, 'partnerstack.more.min.js': 2_800 } as const

export type Published = keyof typeof LIMITS

/** A published file in bytes, as it is and as servers send it. */
export function size(name: Published): { raw: number; gzip: number } {
  const bytes = readFileSync(new URL(`../dist/${name}`, import.meta.url))
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length }
}

if (import.meta.main) {
  for (const name of Object.keys(LIMITS) as Published[]) {
    const { raw, gzip } = size(name)
    console.log(`${name}: ${raw} B, ${gzip} B gzip (limit ${LIMITS[name]} B gzip)`)
    if (gzip <= LIMITS[name]) continue
    console.error(`Too big by ${gzip - LIMITS[name]} B gzip. Make it smaller; the limit is a promise in the README.`)
    process.exitCode = 1
  }
}
