/** What deals and leads have in common. */
import { z } from 'zod'
import type { ProspectView } from '../store/prospects.ts'
import { fieldShapes, fieldShapesOf } from './fields.ts'
import { anything, keyOrNull, time } from './shapes.ts'

export const prospectShapes = {
  key: z.string(),
  partner_key: keyOrNull,
  partnership_key: keyOrNull,
  group_key: keyOrNull.meta({ description: "Its own group's key, else its partner's." }),
  external_key: keyOrNull,
  customer_key: keyOrNull.meta({ description: 'Whom it became.' }),
  meta: anything,
  ...fieldShapes,
  mold_key: z.null(),
  test: z.boolean(),
  archived: z.boolean(),
  created_at: time,
  updated_at: time,
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const prospectShapesOf = ({ prospect, partner, group, customer }: ProspectView) => ({
  key: prospect.key,
  partner_key: partner?.partnerKey ?? null,
  partnership_key: partner?.key ?? null,
  group_key: group?.key ?? null,
  external_key: prospect.externalKey,
  customer_key: customer?.customerKey ?? null,
  meta: isRecord(prospect.data['meta']) ? prospect.data['meta'] : {},
  ...fieldShapesOf(isRecord(prospect.data['fields']) ? prospect.data['fields'] : {}),
  mold_key: null,
  test: prospect.mode === 'test',
  archived: prospect.archived,
  created_at: prospect.createdAt,
  updated_at: prospect.updatedAt,
})

export const exampleShapes = {
  partner_key: 'ada',
  partnership_key: 'part_0SlGpXa8Mz2Tc7',
  group_key: 'grup_0SlGpWk5Rd1Vn4',
  external_key: 'crm-7',
  customer_key: null,
  meta: {},
  ...fieldShapesOf({}),
  mold_key: null,
  test: false,
  archived: false,
  created_at: 1767225600000,
  updated_at: 1767225600000,
}
