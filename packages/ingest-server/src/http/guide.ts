/** The guide at `/docs/guide`, as it was built from docs/: pages without their ending, and files named after what is in them. */
import { createHash } from 'node:crypto'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Router, type RequestHandler } from 'express'
import { ASSETS } from '../assets.ts'
import { AppError } from '../errors.ts'
import { contentOf, readBuilt, sendContent, TYPES, type Content } from './built.ts'
import { methodNotAllowed } from './errors.ts'

const BUILT = fileURLToPath(ASSETS.guide)
const HOME = '/docs/guide/'
const FOR_EVER = 'public, max-age=31536000, immutable'

/** The page's own lines of script, by what is in them: nothing else that stands in a page may run. */
const hashesOf = (html: string): string[] =>
  [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  )

/** Code in the pages is coloured by attributes: styles may be inline. */
const policyOf = (html: string): string =>
  [
    ...["default-src 'none'", ["script-src 'self'", ...hashesOf(html)].join(' '), "style-src 'self' 'unsafe-inline'"],
    ...["img-src 'self' data:", "font-src 'self'", "connect-src 'self'", "base-uri 'none'", "form-action 'none'"],
    "frame-ancestors 'none'",
  ].join('; ')

const HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

const nothing = (): AppError => new AppError('NOT_FOUND', 'There is nothing at this address.')

/** The path of a file within the build; null where nothing of that name can have been built. */
function within(path: string): string | null {
  // What leads out of the folder begins with dots, once it is normalized.
  const clean = posix.normalize(path || 'index.html')
  return /^\w[\w./-]*$/.test(clean) ? clean : null
}

export function guide(folder = BUILT): Router {
  const kept = new Map<string, Content>()

  /** What is named after its content is read once; a page may be built anew while the server runs. */
  async function file(path: string): Promise<Content | null> {
    const known = kept.get(path)
    if (known) return known
    const plain = await readBuilt(join(folder, path))
    if (!plain) return null
    const isForEver = path.startsWith('assets/')
    const content = await contentOf(plain, isForEver ? 9 : 6)
    if (isForEver) kept.set(path, content)
    return content
  }

  const serve: RequestHandler = async (req, res) => {
    const asked = [req.params['path'] ?? ''].flat().join('/')
    const type = TYPES[/\.(\w+)$/.exec(asked)?.[1] ?? '']
    if (type !== undefined && !asked.endsWith('.html')) {
      const path = within(asked)
      const content = path && (await file(path))
      if (!content) throw nothing()
      const cache = asked.startsWith('assets/') ? FOR_EVER : 'public, max-age=3600'
      res.set({ ...HEADERS, 'Content-Type': type, 'Cache-Control': cache })
      return sendContent(res, content)
    }
    const name = asked.replace(/(\/|\.html)$/, '')
    const path = within(name)
    const page = path && ((await file(name === '' ? path : `${path}.html`)) ?? (await file(`${path}/index.html`)))
    if (!page && name === '')
      throw new AppError('NOT_FOUND', 'The guide is not built yet. Build it once: npm run build')
    const content = page || (await file('404.html'))
    if (!content) throw nothing()
    const html = { 'Content-Type': TYPES['html'] ?? '', 'Content-Security-Policy': policyOf(content.plain.toString()) }
    res.status(page ? 200 : 404).set({ ...HEADERS, ...html, 'Cache-Control': 'no-cache' })
    sendContent(res, content)
  }

  const router = Router({ caseSensitive: true, strict: true })
  router.get('/docs/guide', (_req, res) => res.redirect(308, HOME))
  router.route(['/docs/guide/', '/docs/guide/{*path}']).get(serve).all(methodNotAllowed('GET, HEAD'))
  return router
}
