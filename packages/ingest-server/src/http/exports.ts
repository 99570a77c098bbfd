/** `/v1/export/{type}`: everything out again, written as it is read. */
import { Router, type RequestHandler } from 'express'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { exported } from '../moving/export.ts'
import { EXPORT_TYPES } from '../moving/full-tables.ts'
import { callerOf } from './api/caller.ts'
import { allowOrigins, options } from './api/cors.ts'
import type { Deps } from './deps.ts'
import { methodNotAllowed } from './errors.ts'
import { readFields } from './fields.ts'
import { sendFile } from './send-file.ts'

const Asked = z.object({
  format: z.enum(['csv', 'ndjson'], 'must be csv or ndjson').default('csv'),
  full: z
    .enum(['true', 'false', '1', '0'], 'must be true or false')
    .default('false')
    .transform((text) => /^(true|1)$/.test(text)),
})

const MEDIA = { csv: 'text/csv', ndjson: 'application/x-ndjson' } as const

export function exports({ books, apiOrigins }: Deps, entrance: readonly RequestHandler[]): Router {
  const send: RequestHandler = async (req, res) => {
    const type = EXPORT_TYPES.find((one) => one === req.params['type'])
    if (!type) throw new AppError('NOT_FOUND', `There is no such export. Possible: ${EXPORT_TYPES.join(', ')}.`)
    const { format, full } = readFields(Asked, req.query)
    const name = `${type}${full ? '-full' : ''}.${format}`
    await sendFile(
      res,
      { name, type: MEDIA[format] },
      exported(books, { mode: callerOf(res).mode, type, format, full }),
    )
  }
  return Router({ caseSensitive: true })
    .use(allowOrigins(apiOrigins))
    .get('/:type', ...entrance, send)
    .options('/:type', options('GET, HEAD'))
    .all('/:type', methodNotAllowed('GET, HEAD'))
}
