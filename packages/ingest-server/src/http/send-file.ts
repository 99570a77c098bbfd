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

/** What a stream says whose other end was closed before all was written. */
const GONE = new Set<unknown>(['ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_UNABLE_TO_PIPE'])

/** Whoever leaves before the end has what they wanted of it: that is no failure of ours. */
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
  try {
    await pipeline(Readable.from(text), res)
  } catch (error) {
    const isGone = res.closed && !res.writableFinished && GONE.has((error as NodeJS.ErrnoException).code)
    if (!isGone) throw error
  }
}
