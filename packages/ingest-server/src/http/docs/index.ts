/** `/openapi.json`, and the same to read at `/docs`: made once, of the table the routes are made of. */
import { createHash } from 'node:crypto'
import helmet from 'helmet'
import { Router, type RequestHandler } from 'express'
import { openApi } from '../api/openapi.ts'
import type { Operation } from '../api/operation.ts'
import type { Deps } from '../deps.ts'
import { besideDocs } from '../beside-docs.ts'
import { methodNotAllowed } from '../errors.ts'
import { docsPage } from './page.ts'
import { STYLE } from './style.ts'

const styleHash = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`

const guards = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: ["'none'"], styleSrc: [styleHash], baseUri: ["'none'"], frameAncestors: ["'none'"] },
  },
  // Whether the host is for https only is its owner's to say.
  strictTransportSecurity: false,
})

const HOUR = 'public, max-age=3600'

export function docs(operations: readonly Operation[], { publicUrl }: Pick<Deps, 'publicUrl'>): Router {
  let made: { readonly json: string; readonly html: string } | undefined
  const both = (): NonNullable<typeof made> => {
    if (made) return made
    const document = openApi(operations, publicUrl, besideDocs)
    return (made = { json: JSON.stringify(document), html: docsPage(document) })
  }
  const document: RequestHandler = (_req, res) => {
    res.set('Cache-Control', HOUR).set('Access-Control-Allow-Origin', '*').type('json').send(both().json)
  }
  const page: RequestHandler = (_req, res) => {
    res.set('Cache-Control', HOUR).type('html').send(both().html)
  }
  const router = Router({ caseSensitive: true })
  router.route('/openapi.json').get(document).all(methodNotAllowed('GET, HEAD'))
  router.route('/docs').get(guards, page).all(methodNotAllowed('GET, HEAD'))
  return router
}
