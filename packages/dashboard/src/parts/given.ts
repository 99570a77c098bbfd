/** What was filled in: an empty field says nothing. */
import type { Values } from './FieldsForm.tsx'

export const given = (values: Values): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
