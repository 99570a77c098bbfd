/** A partner of the program. */
import { z } from 'zod'
import type { GroupRow, PartnerRow } from '../store/rows.ts'
import { Company } from './company.ts'
import { fieldShapes, fieldShapesOf } from './fields.ts'
import { textOrNull, time } from './shapes.ts'

export const Partnership = z
  .strictObject({
    key: z.string().meta({ description: 'Internal key, `part_…`.' }),
    partner_key: z.string().meta({ description: 'Public and unique; it is in links and cookies.' }),
    email: z.string(),
    first_name: textOrNull,
    last_name: textOrNull,
    group: z.strictObject({ key: z.string(), name: z.string(), slug: z.string() }).nullable(),
    team: z.strictObject({ key: z.string(), name: z.string() }),
    tags: z.array(z.string()),
    ...fieldShapes,
    manager: z.strictObject({ email: textOrNull, name: textOrNull }).nullable(),
    claimed: z.boolean(),
    stats: z.strictObject({}).meta({ description: 'Always empty: figures are not counted while a list is read.' }),
    test: z.boolean(),
    archived: z.boolean(),
    joined_at: time,
    created_at: time,
    updated_at: time,
    company: Company.optional().meta({ description: 'Only to a partner.' }),
    has_sub_id: z.boolean().optional().meta({ description: 'Only to a partner.' }),
  })
  .meta({ id: 'Partnership' })

const nameOf = ({ firstName, lastName, email }: Pick<PartnerRow, 'firstName' | 'lastName' | 'email'>): string =>
  [firstName, lastName].filter(Boolean).join(' ') || email

export interface PartnershipView {
  readonly partner: Omit<PartnerRow, 'tokenHash'>
  readonly group: GroupRow | null
}

export function partnershipObject({ partner, group }: PartnershipView): z.input<typeof Partnership> {
  const { tags, fields, managerEmail, managerName } = partner.details
  return {
    key: partner.key,
    partner_key: partner.partnerKey,
    email: partner.email,
    first_name: partner.firstName,
    last_name: partner.lastName,
    group: group && { key: group.key, name: group.name, slug: group.slug },
    // A partner is one person here: a team of its own.
    team: { key: partner.key, name: nameOf(partner) },
    tags: [...tags],
    ...fieldShapesOf(fields),
    manager: managerEmail === null && managerName === null ? null : { email: managerEmail, name: managerName },
    claimed: true,
    stats: {},
    test: partner.mode === 'test',
    archived: partner.archived,
    joined_at: partner.joinedAt,
    created_at: partner.createdAt,
    updated_at: partner.updatedAt,
  }
}

/** To the partner itself: what the vendor notes about it is the vendor's. */
export const partnershipForPartner = (view: PartnershipView, company: Company): z.input<typeof Partnership> => ({
  ...partnershipObject(view),
  ...{ tags: [], ...fieldShapesOf({}), company, has_sub_id: false },
})

export const examplePartnership: z.input<typeof Partnership> = {
  key: 'part_0SlGpXa8Mz2Tc7',
  partner_key: 'ada',
  email: 'ada@partners.example',
  first_name: 'Ada',
  last_name: 'Byron',
  group: { key: 'grup_0SlGpWk5Rd1Vn4', name: 'Agencies', slug: 'agencies' },
  team: { key: 'part_0SlGpXa8Mz2Tc7', name: 'Ada Byron' },
  tags: ['analytics'],
  ...fieldShapesOf({ country: 'GB' }),
  manager: { email: 'mia@acme.example', name: 'Mia' },
  claimed: true,
  stats: {},
  test: false,
  archived: false,
  joined_at: 1767225600000,
  created_at: 1767225600000,
  updated_at: 1767225600000,
}
