/** Pages and scripts as they were built, with a browser's guards around them. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Response } from 'express'
import { ASSETS } from '../assets.ts'
import { AppError } from '../errors.ts'
import { contentOf, readBuilt, sendContent, TYPES, type Content } from './built.ts'

const BUILT = fileURLToPath(ASSETS.dashboard)

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
    const plain = await readBuilt(join(folder, 'assets', name))
    if (!plain) throw new AppError('NOT_FOUND', 'There is nothing at this address.')
    const made = await contentOf(plain, 9)
    kept.set(name, made)
    return made
  }
  return {
    async sendAsset(res, name) {
      const type = TYPES[/\.(\w+)$/.exec(name)?.[1] ?? '']
      if (type === undefined || !/^[\w-]+\.\w+$/.test(name)) throw new AppError('NOT_FOUND', 'There is nothing here.')
      const content = await asset(name)
      res.set({ ...HEADERS, 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable' })
      sendContent(res, content)
    },
    async sendDocument(res, name) {
      const plain = await readBuilt(join(folder, `${name}.html`))
      if (!plain) throw new AppError('NOT_FOUND', 'The dashboard is not built yet. Build it once: npm run build')
      res.set({ ...HEADERS, 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' })
      sendContent(res, await contentOf(plain))
    },
  }
}
