/** `/api/v2/links/{partnership}`: the referral links of a partner. */
import { z } from 'zod'
import { linkUrl } from '../../link-url.ts'
import { exampleLink, Link, linkObject } from '../../objects/link.ts'
import { listOf } from '../../objects/shapes.ts'
import { operation } from '../api/operation.ts'
import type { Deps } from '../deps.ts'
import { text, webAddress } from '../fields.ts'
import { listQuery, pageOf, pageQuery } from '../paging.ts'
import { reservedPaths } from '../reserved-paths.ts'
import { AppError } from '../../errors.ts'
import { findPartner } from './find.ts'
import { KEYS, known } from './parts.ts'

const path = text(255)
  .regex(/^[^\s/?#\\]+(\/[^\s/?#\\]+)*$/, 'must be words between slashes, without spaces and ? # \\')
  .refine((value) => !/(^|\/)\.\.?(\/|$)/.test(value), 'must not hold . or .. as a word')

const Create = z.object({
  path: path.optional().meta({ description: 'Unique over both modes; absent: made up.' }),
  destination: webAddress.optional().meta({ description: "Absent: the group's, else the setting site_url." }),
  title: text(255).optional(),
})

/** A link on such a path could not be reached on a link host. */
function checkFree(deps: Deps, wanted: string | undefined): void {
  if (wanted === undefined || !reservedPaths(deps)(`/${wanted}`)) return
  throw new AppError('INVALID_FIELD', `'path' must not be '${wanted}': this server needs that path itself`)
}

const about = {
  tag: 'Links',
  path: '/links/{partnership}',
  bases: ['/api/v2'],
  callers: KEYS,
  params: z.object({ partnership: z.string().meta({ description: 'partner_key, internal key or e-mail.' }) }),
} as const

export const links = [
  operation({
    ...about,
    id: 'listLinks',
    method: 'GET',
    summary: 'List the links of a partner',
    query: listQuery({}),
    answers: listOf(Link),
    message: 'Links retrieved',
    example: { data: { items: [exampleLink], has_more: false } },
    refuses: ['PARTNER_NOT_FOUND', 'UNKNOWN_CURSOR'],
    async handle(call) {
      const { books, mode, query, deps } = call
      const { partner } = await findPartner(call, call.path.partnership, query.include_archived)
      const page = await books.linksOf({ ...pageQuery(mode, query), partnerKey: partner.partnerKey })
      return pageOf(page, (link) => linkObject(link, partner, linkUrl(deps, link.path)))
    },
  }),
  operation({
    ...about,
    id: 'createLink',
    method: 'POST',
    summary: 'Give a partner a further link',
    body: Create,
    answers: Link,
    message: 'Link created',
    example: { body: { path: 'ada-spring', destination: 'https://acme.example/spring' }, data: exampleLink },
    refuses: ['PARTNER_NOT_FOUND', 'KEY_TAKEN'],
    async handle({ path: { partnership }, body, deps, record }) {
      checkFree(deps, body.path)
      const { path: wanted = null, destination = null, title = null } = body
      const said = { partner: partnership, path: wanted, destination, title }
      const { link, partner } = known((await record({ kind: 'link.create', ...said })).link)
      return linkObject(link, partner, linkUrl(deps, link.path))
    },
  }),
]
