/** A file as an answer, written as it is made. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'

export async function sendFile(
  res: Response,
  { name, type }: { readonly name: string; readonly type: string },
  text: AsyncIterable<string> | Iterable<string>,
): Promise<void> {
  res.type(type).set('Content-Disposition', `attachment; filename="${name}"`).set('Cache-Control', 'no-store')
  await pipeline(Readable.from(text), res)
}
