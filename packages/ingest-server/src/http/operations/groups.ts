/** `/api/v2/groups` */
import { z } from 'zod'
import { operation, type Call } from '../api/operation.ts'
import { attributes, text, webAddress } from '../fields.ts'
import { exampleGroup, Group, groupObject } from '../../objects/group.ts'
import { listOf } from '../../objects/shapes.ts'
import { archivedQuery, listQuery, pageOf, pageQuery } from '../paging.ts'
import { findGroup } from './find.ts'
import { BY_API, KEYS, known, name, one } from './parts.ts'

const slug = text(100).regex(/^[\w.~-]+$/, 'must be made of letters, digits and . _ ~ -')

const Create = z.object({
  name,
  slug: slug.optional().meta({ description: 'Absent: made from the name.' }),
  destination: webAddress.optional(),
  features: attributes.optional(),
})

const Edit = z.object({
  name: name.exactOptional(),
  slug: slug.exactOptional(),
  destination: webAddress.exactOptional(),
  features: attributes.exactOptional(),
})

const about = { tag: 'Groups', bases: ['/api/v2'], callers: KEYS, answers: Group } as const
const byId = { ...about, path: '/groups/{id}', params: one('Key or slug.') } as const
const example = { data: exampleGroup }

const change = {
  ...byId,
  summary: 'Change a group',
  body: Edit,
  message: 'Group updated',
  example: { body: { name: 'Agencies' }, data: exampleGroup },
  refuses: ['NOT_FOUND', 'KEY_TAKEN', 'CONFLICT'],
  async handle({ path, body, record }: Call<{ id: string }, unknown, z.output<typeof Edit>>) {
    const { group } = await record({ kind: 'group.edit', actor: BY_API, ref: path.id, ...body })
    return groupObject(known(group))
  },
} as const

export const groups = [
  operation({
    ...about,
    id: 'listGroups',
    method: 'GET',
    path: '/groups',
    summary: 'List groups',
    query: listQuery({}),
    answers: listOf(Group),
    message: 'Groups retrieved',
    example: { data: { items: [exampleGroup], has_more: false } },
    refuses: ['UNKNOWN_CURSOR'],
    handle: async ({ books, mode, query }) => pageOf(await books.groups(pageQuery(mode, query)), groupObject),
  }),
  operation({
    ...about,
    id: 'createGroup',
    method: 'POST',
    path: '/groups',
    summary: 'Create a group',
    body: Create,
    message: 'Group created',
    example: { body: { name: 'Agencies', destination: 'https://acme.example/agencies' }, data: exampleGroup },
    refuses: ['KEY_TAKEN'],
    async handle({ body, record }) {
      const { slug: own = null, destination = null, features = {} } = body
      const said = { name: body.name, slug: own, destination, features }
      const { group } = await record({ kind: 'group.create', actor: BY_API, ...said })
      return groupObject(known(group))
    },
  }),
  operation({
    ...byId,
    id: 'getGroup',
    method: 'GET',
    summary: 'Read a group',
    query: archivedQuery,
    message: 'Group retrieved',
    example,
    refuses: ['NOT_FOUND'],
    handle: async (call) => groupObject(await findGroup(call, call.path.id, call.query.include_archived)),
  }),
  operation({ ...change, id: 'updateGroup', method: 'PATCH' }),
  operation({ ...change, id: 'replaceGroup', method: 'PUT' }),
  operation({
    ...byId,
    id: 'archiveGroup',
    method: 'DELETE',
    summary: 'Archive a group: its partners stay in it, nobody joins it any more',
    message: 'Group archived',
    example: { data: { ...exampleGroup, archived: true } },
    refuses: ['NOT_FOUND', 'CONFLICT'],
    async handle({ path, record }) {
      const { group } = await record({ kind: 'group.archive', actor: BY_API, ref: path.id })
      return groupObject(known(group))
    },
  }),
]
