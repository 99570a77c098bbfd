/** `/partner/<token>`: the page a partner opens by a link that was made for them. Its status says whether the link is good. */
import { Router, type RequestHandler } from 'express'
import { AppError } from '../errors.ts'
import { admit } from './admin/partner-ticket.ts'
import type { BuiltPages } from './built-pages.ts'
import type { Deps } from './deps.ts'
import { methodNotAllowed } from './errors.ts'

export function partnerPages(deps: Deps, pages: BuiltPages): Router {
  async function statusOf(token: string): Promise<number> {
    try {
      await admit(deps, token)
      return 200
    } catch (error) {
      if (error instanceof AppError) return error.status
      throw error
    }
  }
  const serve: RequestHandler = async (req, res) => {
    res.status(await statusOf(String(req.params['token'])))
    await pages.sendDocument(res, 'partner')
  }
  const router = Router({ caseSensitive: true })
  router.route('/partner/:token').get(serve).all(methodNotAllowed('GET, HEAD'))
  return router
}
