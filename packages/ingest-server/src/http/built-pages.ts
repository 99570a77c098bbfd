/** Pages and scripts as they were built, with a browser's guards around them. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Response } from 'express'
import { AppError } from '../errors.ts'

const BUILT = fileURLToPath(new URL('../../../dashboard/dist/', import.meta.url))
const compress = promisify(gzip)

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
}

/** Scripts come from here and from nowhere else. The components set styles while they run, so styles may be inline. */
const POLICY = [
  ...["default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data:"],
  ...["connect-src 'self'", "font-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"],
].join('; ')

const HEADERS = {
  'Content-Security-Policy': POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  // Addresses of pages hold keys of partners and customers.
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

async function read(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

interface Content {
  readonly plain: Buffer
  readonly small: Buffer
}

function send(res: Response, { plain, small }: Content): void {
  const isSmall = res.req.acceptsEncodings('gzip') === 'gzip'
  const bytes = isSmall ? small : plain
  res.set('Vary', 'Accept-Encoding')
  if (isSmall) res.set('Content-Encoding', 'gzip')
  res.set('Content-Length', String(bytes.length)).end(res.req.method === 'HEAD' ? undefined : bytes)
}

export interface BuiltPages {
  /** The document of that name, always asked for anew. The answer's status is whatever was set before. */
  sendDocument(res: Response, name: string): Promise<void>
  /** A file whose name stands for its bytes for ever. */
  sendAsset(res: Response, name: string): Promise<void>
}

export function builtPages(folder = BUILT): BuiltPages {
  /** Read and compressed once. */
  const kept = new Map<string, Content>()

  async function asset(name: string): Promise<Content> {
    const known = kept.get(name)
    if (known) return known
    const plain = await read(join(folder, 'assets', name))
    if (!plain) throw new AppError('NOT_FOUND', 'There is nothing at this address.')
    const made = { plain, small: await compress(plain, { level: 9 }) }
    kept.set(name, made)
    return made
  }
  return {
    async sendAsset(res, name) {
      const type = TYPES[/\.(\w+)$/.exec(name)?.[1] ?? '']
      if (type === undefined || !/^[\w-]+\.\w+$/.test(name)) throw new AppError('NOT_FOUND', 'There is nothing here.')
      const content = await asset(name)
      res.set({ ...HEADERS, 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable' })
      send(res, content)
    },
    async sendDocument(res, name) {
      const plain = await read(join(folder, `${name}.html`))
      if (!plain) throw new AppError('NOT_FOUND', 'The dashboard is not built yet. Build it once: npm run build')
      res.set({ ...HEADERS, 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' })
      send(res, { plain, small: await compress(plain) })
    },
  }
}
