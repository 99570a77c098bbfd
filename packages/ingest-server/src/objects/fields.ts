/** What was told of somebody beyond the fields of its object, in the three shapes that callers know. */
import { z } from 'zod'
import { anything } from './shapes.ts'

const Field = z
  .strictObject({ api_name: z.string(), name: z.string(), value: z.unknown(), read_only: z.boolean() })
  .meta({ id: 'Field' })

export const fieldShapes = {
  fields: z.array(Field),
  field_data: anything,
  mdata: anything,
}

type Values = Readonly<Record<string, unknown>>

export const fieldShapesOf = (values: Values) => ({
  fields: Object.entries(values).map(([name, value]) => ({ api_name: name, name, value, read_only: false })),
  field_data: { ...values },
  mdata: { ...values },
})
