/** A file as an answer, written as it is made. */
import { DATA_ONLY } from './guards.ts'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'

/** Opened in a browser it runs nothing; a page that is sent brings its own style. */
const guards = {
  ...DATA_ONLY,
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
}

export async function sendFile(
  res: Response,
  { name, type }: { readonly name: string; readonly type: string },
  text: AsyncIterable<string> | Iterable<string>,
): Promise<void> {
  res
    .set(guards)
    .type(type)
    .set('Content-Disposition', `attachment; filename="${name}"`)
    .set('Cache-Control', 'no-store')
  await pipeline(Readable.from(text), res)
}
