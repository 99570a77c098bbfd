/** A group: which partners share links and triggers. */
import { z } from 'zod'
import type { GroupRow } from '../store/rows.ts'
import { anything, textOrNull, time } from './shapes.ts'

export const Group = z
  .strictObject({
    key: z.string(),
    name: z.string(),
    slug: z.string(),
    default: z.boolean(),
    archived: z.boolean(),
    destination: textOrNull.meta({
      description: "Where its partners' default links lead; null: the setting site_url.",
    }),
    features: anything,
    created_at: time,
    updated_at: time,
  })
  .meta({ id: 'Group' })

/** What callers look for, unless it was set otherwise. */
const FEATURES = { application_enabled: false, deals_enabled: true, disable_link_create: false, leads_enabled: true }

export const groupObject = (group: GroupRow): z.input<typeof Group> => ({
  key: group.key,
  name: group.name,
  slug: group.slug,
  default: group.isDefault,
  archived: group.archived,
  destination: group.destination,
  features: { ...FEATURES, ...group.features },
  created_at: group.createdAt,
  updated_at: group.updatedAt,
})

export const exampleGroup: z.input<typeof Group> = {
  key: 'grup_0SlGpWk5Rd1Vn4',
  name: 'Agencies',
  slug: 'agencies',
  default: false,
  archived: false,
  destination: 'https://acme.example/agencies',
  features: FEATURES,
  created_at: 1767225600000,
  updated_at: 1767225600000,
}
