/** Files that a build has left: read, compressed, and sent as a browser asks for them. */
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Response } from 'express'

const compress = promisify(gzip)

/** By the ending of the name; a file with another one is not served. */
export const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  html: 'text/html; charset=utf-8',
}

const isMissing = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'].includes((error as NodeJS.ErrnoException).code ?? '')

/** Null where there is no such file. */
export async function readBuilt(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

export interface Content {
  readonly plain: Buffer
  readonly small: Buffer
}

/** `level` as zlib counts it: 9 for what is compressed once and kept. */
export const contentOf = async (plain: Buffer, level = 6): Promise<Content> => ({
  plain,
  small: await compress(plain, { level }),
})

export function sendContent(res: Response, { plain, small }: Content): void {
  const isSmall = res.req.acceptsEncodings('gzip') === 'gzip'
  const bytes = isSmall ? small : plain
  res.set('Vary', 'Accept-Encoding')
  if (isSmall) res.set('Content-Encoding', 'gzip')
  res.set('Content-Length', String(bytes.length)).end(res.req.method === 'HEAD' ? undefined : bytes)
}
