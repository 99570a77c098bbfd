/** An account that a partner, or the vendor for it, is working on. */
import { z } from 'zod'
import type { ProspectView } from '../store/prospects.ts'
import { exampleShapes, prospectShapes, prospectShapesOf } from './prospect.ts'
import { textOrNull } from './shapes.ts'

/** What is told of it and shown again, each as it was given. */
const told = {
  account_name: textOrNull,
  amount: z.int().nullable(),
  close_date: textOrNull,
  contact_first_name: textOrNull,
  contact_last_name: textOrNull,
  contact_email: textOrNull,
  stage: textOrNull,
  source: z.enum(['partner', 'vendor']),
  lost_reason: textOrNull,
  team: z.unknown(),
  team_member: z.unknown(),
}

export const Deal = z.strictObject({ ...prospectShapes, ...told }).meta({ id: 'Deal' })

export const dealObject = (view: ProspectView): z.input<typeof Deal> => {
  const { data } = view.prospect
  const given = Object.fromEntries(Object.keys(told).map((name) => [name, data[name] ?? null]))
  return { ...prospectShapesOf(view), ...given, source: data['source'] ?? 'partner' } as z.input<typeof Deal>
}

export const exampleDeal: z.input<typeof Deal> = {
  key: 'deal_0SlGqA3Lm8Vt6Y',
  ...exampleShapes,
  account_name: 'Initech',
  amount: 1200000,
  close_date: '2026-06-30',
  contact_first_name: 'Peter',
  contact_last_name: 'Gibbons',
  contact_email: 'peter@initech.example',
  stage: 'qualified',
  source: 'partner',
  lost_reason: null,
  team: null,
  team_member: null,
}
