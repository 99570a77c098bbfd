/** `/api/v2/deals`, and what older clients ask for without a version. */
import { z } from 'zod'
import { AppError } from '../../errors.ts'
import { Deal, dealObject, exampleDeal } from '../../objects/deal.ts'
import { operation } from '../api/operation.ts'
import { amount, attributes, customFields, email, text } from '../fields.ts'
import { key, KEYS, known } from './parts.ts'
import { findProspect } from './find.ts'
import { prospectOperations } from './prospects.ts'

const word = text(255)

/** Shown again as it was given. */
const whom = z.union([attributes, word], 'must be an object or a string')

const told = {
  account_name: word.exactOptional(),
  amount: amount.exactOptional(),
  close_date: z.iso.date('must be a day, as 2026-06-30').exactOptional(),
  contact_first_name: word.exactOptional(),
  contact_last_name: word.exactOptional(),
  contact_email: email.exactOptional(),
  stage: word.exactOptional(),
  source: z.enum(['partner', 'vendor'], 'must be partner or vendor').exactOptional(),
  lost_reason: text(1000).exactOptional(),
  meta: attributes.exactOptional(),
  fields: customFields.exactOptional(),
  team: whom.exactOptional(),
  team_member: whom.exactOptional(),
}

const Create = z
  .object({ ...told, partner_key: key.optional(), group_key: key.optional(), external_key: key.optional() })
  .refine(
    (body) => (body.partner_key === undefined) !== (body.group_key === undefined),
    "Give either 'partner_key' or 'group_key'",
  )

const Edit = z
  .object({
    ...told,
    partner_key: key.exactOptional(),
    group_key: key.exactOptional(),
    external_key: key.nullable().exactOptional(),
  })
  .refine(
    (body) => body.partner_key === undefined || body.group_key === undefined,
    "Give either 'partner_key' or 'group_key'",
  )

const assignment = z.object({
  deal: z.string().meta({ description: "The deal's key or external key." }),
  partnership: z.string().meta({ description: 'partner_key, internal key or e-mail.' }),
  stack: z.string().meta({ description: "The partner's team; a partner has only one." }),
})
const file = z.object({ deal: z.string(), file: z.string() })

export const deals = [
  ...prospectOperations({
    kind: 'deal',
    path: '/deals',
    tag: 'Deals',
    Create,
    Edit,
    Shape: Deal,
    example: {
      create: { partner_key: 'ada', account_name: 'Initech', amount: 1200000, close_date: '2026-06-30' },
      edit: { stage: 'qualified' },
      object: exampleDeal,
    },
    said: ({ partner_key: partner, group_key: group, external_key: externalKey, ...data }) => ({
      ...{ partner, group, externalKey, data },
    }),
    object: dealObject,
  }),
  operation({
    id: 'assignDeal',
    method: 'POST',
    path: '/deals/{deal}/assignment/{partnership}/{stack}',
    bases: ['/api'],
    tag: 'Deals',
    summary: 'Give a deal to a partner',
    callers: KEYS,
    params: assignment,
    answers: Deal,
    message: 'Deal assigned',
    example: { data: exampleDeal },
    refuses: ['NOT_FOUND', 'PARTNER_NOT_FOUND'],
    async handle({ path, record }) {
      const { deal: ref, partnership: partner } = path
      const { prospect } = await record({ kind: 'prospect.edit', prospect: 'deal', ref, partner, data: {} })
      return dealObject(known(prospect))
    },
  }),
  operation({
    id: 'getDealFile',
    method: 'GET',
    path: '/deals/{deal}/file/{file}',
    bases: ['/api'],
    tag: 'Deals',
    summary: 'Read a file of a deal: always 404, files are not kept here',
    callers: KEYS,
    params: file,
    answers: z.never(),
    message: '',
    example: { data: undefined as never },
    refuses: ['NOT_FOUND'],
    async handle(call) {
      await findProspect(call, 'deal', call.path.deal, false)
      throw new AppError('NOT_FOUND', 'This deal has no such file: files are not kept here.')
    },
  }),
]
