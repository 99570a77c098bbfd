/** Somebody a partner has recommended. */
import { z } from 'zod'
import type { ProspectView } from '../store/prospects.ts'
import { exampleShapes, prospectShapes, prospectShapesOf } from './prospect.ts'
import { textOrNull } from './shapes.ts'

export const LEAD_STATUSES = ['open', 'closed', 'dead', 'closed won', 'closed lost'] as const

const told = {
  status: z.enum(LEAD_STATUSES),
  amount: z.int().nullable(),
  approved: z.boolean().nullable(),
  email: textOrNull,
  name: textOrNull,
  company: textOrNull,
}

export const Lead = z.strictObject({ ...prospectShapes, ...told }).meta({ id: 'Lead' })

export const leadObject = (view: ProspectView): z.input<typeof Lead> => {
  const { data } = view.prospect
  const given = Object.fromEntries(Object.keys(told).map((name) => [name, data[name] ?? null]))
  return { ...prospectShapesOf(view), ...given, status: data['status'] ?? 'open' } as z.input<typeof Lead>
}

export const exampleLead: z.input<typeof Lead> = {
  key: 'lead_0SlGqB9Np2Wd4K',
  ...exampleShapes,
  status: 'open',
  amount: null,
  approved: true,
  email: 'milton@initech.example',
  name: 'Milton',
  company: 'Initech',
}
