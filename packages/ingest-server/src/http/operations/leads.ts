/** `/api/v2/leads` */
import { z } from 'zod'
import { exampleLead, Lead, LEAD_STATUSES, leadObject } from '../../objects/lead.ts'
import { amount, attributes, customFields, email, text } from '../fields.ts'
import { key } from './parts.ts'
import { prospectOperations } from './prospects.ts'

const told = {
  status: z.enum(LEAD_STATUSES, `must be one of ${LEAD_STATUSES.join(', ')}`).exactOptional(),
  meta: attributes.exactOptional(),
  amount: amount.exactOptional(),
  approved: z.boolean('must be true or false').exactOptional(),
  fields: customFields.exactOptional(),
  email: email.exactOptional(),
  name: text(255).exactOptional(),
  company: text(255).exactOptional(),
}

const Create = z.object({ ...told, partner_key: key.optional(), external_key: key.optional() })
const Edit = z.object({
  ...told,
  partner_key: key.exactOptional(),
  external_key: key.nullable().exactOptional().meta({ description: 'Null clears.' }),
})

export const leads = prospectOperations({
  kind: 'lead',
  path: '/leads',
  tag: 'Leads',
  Create,
  Edit,
  Shape: Lead,
  example: {
    create: { partner_key: 'ada', email: 'milton@initech.example', name: 'Milton', company: 'Initech' },
    edit: { status: 'closed won' },
    object: exampleLead,
  },
  said: ({ partner_key: partner, external_key: externalKey, ...data }) => ({ ...{ partner, externalKey, data } }),
  object: leadObject,
})
