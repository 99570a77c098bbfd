/** The dashboard's pages: one document for every address, and files that are named after what is in them. */
import { Router, type RequestHandler } from 'express'
import type { BuiltPages } from './built-pages.ts'
import { methodNotAllowed } from './errors.ts'

export function dashboard(pages: BuiltPages): Router {
  const serveAsset: RequestHandler = (req, res) => pages.sendAsset(res, String(req.params['name']))
  /** The address says which page it is; the document is the same. */
  const serveDocument: RequestHandler = (_req, res) => pages.sendDocument(res, 'index')
  const router = Router({ caseSensitive: true })
  const refuse = methodNotAllowed('GET, HEAD')
  router.route('/dashboard/assets/:name').get(serveAsset).all(refuse)
  router.route(['/dashboard', '/dashboard/{*page}']).get(serveDocument).all(refuse)
  return router
}
