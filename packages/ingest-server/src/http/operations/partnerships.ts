/** `/partnerships`, the same in both versions. */
import { z } from 'zod'
import { operation, type Call } from '../api/operation.ts'
import { customFields, email, moment, text, webAddress } from '../fields.ts'
import { examplePartnership, Partnership, partnershipForPartner, partnershipObject } from '../../objects/partnership.ts'
import { listOf } from '../../objects/shapes.ts'
import { archivedQuery, pageOf } from '../paging.ts'
import { findPartner } from './find.ts'
import { ANYBODY, presenter } from './own.ts'
import { listPartners, partnerFilters } from './partner-list.ts'
import { BY_API, key, KEYS, known, one } from './parts.ts'

const tags = z.array(text(255), 'must be a list of tags')

const described = {
  group_key: key.exactOptional().meta({ description: "A group's key or slug." }),
  group: key.exactOptional().meta({ description: 'As `group_key`, which comes first.' }),
  manager_email: email.exactOptional(),
  manager_name: text(255).exactOptional(),
  tags: tags.exactOptional(),
  fields: customFields.exactOptional(),
}

const Create = z.object({
  email,
  first_name: text(50).optional(),
  last_name: text(50).optional(),
  partner_key: key.optional().meta({ description: 'Absent: 12 hexadecimal digits are made up.' }),
  joined_at: moment.exactOptional(),
  destination: webAddress.optional().meta({ description: "Where its default link leads; absent: as its group's." }),
  ...described,
})

const Edit = z.object({
  email: email.exactOptional(),
  first_name: text(50).exactOptional(),
  last_name: text(50).exactOptional(),
  partner_key: key.exactOptional().meta({ description: 'Only as it stands: links and cookies carry it.' }),
  ...described,
})

const describedBy = (body: z.output<z.ZodObject<typeof described>>) => ({
  ...(body.tags && { tags: body.tags }),
  ...(body.fields && { fields: body.fields }),
  ...(body.manager_email !== undefined && { managerEmail: body.manager_email }),
  ...(body.manager_name !== undefined && { managerName: body.manager_name }),
})

async function create({ body, record }: Call<unknown, unknown, z.output<typeof Create>>) {
  const { link } = await record({
    kind: 'partner',
    partnerKey: body.partner_key ?? null,
    email: body.email,
    firstName: body.first_name ?? null,
    lastName: body.last_name ?? null,
    group: body.group_key ?? body.group ?? null,
    destination: body.destination ?? null,
    ...(body.joined_at !== undefined && { joinedAt: body.joined_at }),
    ...describedBy(body),
  })
  return partnershipObject(known(link))
}

const about = { tag: 'Partnerships', answers: Partnership, callers: KEYS } as const
const v2 = { ...about, bases: ['/api/v2'] } as const
const byId = { ...v2, path: '/partnerships/{id}', params: one('partner_key, internal key or e-mail.') } as const
const creation = {
  ...about,
  method: 'POST',
  summary: 'Add a partner, with a referral link',
  body: Create,
  message: 'Partnership created',
  example: { body: { email: 'ada@partners.example', first_name: 'Ada', partner_key: 'ada' }, data: examplePartnership },
  refuses: ['KEY_TAKEN', 'NOT_FOUND'],
  handle: create,
} as const
const change = {
  ...byId,
  summary: 'Change a partner',
  body: Edit,
  message: 'Partnership updated',
  example: { body: { last_name: 'Byron' }, data: examplePartnership },
  refuses: ['PARTNER_NOT_FOUND', 'NOT_FOUND', 'KEY_TAKEN'],
  async handle({ path, body, record }: Call<{ id: string }, unknown, z.output<typeof Edit>>) {
    const group = body.group_key ?? body.group
    const { partner } = await record({
      ...{ kind: 'partner.edit', actor: BY_API, ref: path.id, ...describedBy(body) },
      ...(body.email !== undefined && { email: body.email }),
      ...(body.first_name !== undefined && { firstName: body.first_name }),
      ...(body.last_name !== undefined && { lastName: body.last_name }),
      ...(body.partner_key !== undefined && { partnerKey: body.partner_key }),
      ...(group !== undefined && { group }),
    })
    return partnershipObject(known(partner))
  },
} as const

export const partnerships = [
  operation({
    ...about,
    id: 'listPartnerships',
    method: 'GET',
    path: '/partnerships',
    bases: ['/v1', '/api/v2'],
    summary: 'List partners',
    callers: ANYBODY,
    query: partnerFilters,
    answers: listOf(Partnership),
    message: 'Partnerships retrieved',
    example: { data: { items: [examplePartnership], has_more: false } },
    refuses: ['UNKNOWN_CURSOR'],
    handle: async (call) =>
      pageOf(await listPartners(call), await presenter(call, partnershipObject, partnershipForPartner)),
  }),
  operation({ ...creation, id: 'createPartnership', path: '/partnerships', bases: ['/v1', '/api/v2'] }),
  operation({
    ...creation,
    id: 'createPartnershipOf',
    path: '/partnerships/{public_key}',
    bases: ['/v1'],
    params: z.object({
      public_key: z.string().meta({ description: 'As older clients send it; the key pair decides.' }),
    }),
  }),
  operation({
    ...byId,
    id: 'getPartnership',
    method: 'GET',
    summary: 'Read a partner',
    callers: ANYBODY,
    query: archivedQuery,
    message: 'Partnership retrieved',
    example: { data: examplePartnership },
    refuses: ['PARTNER_NOT_FOUND'],
    async handle(call) {
      const present = await presenter(call, partnershipObject, partnershipForPartner)
      return present(await findPartner(call, call.path.id, call.query.include_archived))
    },
  }),
  operation({ ...change, id: 'updatePartnership', method: 'PATCH' }),
  operation({ ...change, id: 'replacePartnership', method: 'PUT' }),
  operation({
    ...byId,
    id: 'archivePartnership',
    method: 'DELETE',
    summary: 'Archive a partner: its links go on without credit',
    message: 'Partnership archived',
    example: { data: { ...examplePartnership, archived: true } },
    refuses: ['PARTNER_NOT_FOUND'],
    async handle({ path, record }) {
      const { partner } = await record({ kind: 'partner.archive', actor: BY_API, ref: path.id })
      return partnershipObject(known(partner))
    },
  }),
]
