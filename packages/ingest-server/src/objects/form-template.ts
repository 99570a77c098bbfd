/** The form by which deals or leads are told of: the fields that every one has. */
import { z } from 'zod'

const TemplateField = z.strictObject({
  api_name: z.string(),
  name: z.string(),
  type: z.enum(['input', 'number', 'date', 'email', 'picklist']),
  required: z.boolean(),
  hidden: z.boolean(),
  position: z.int(),
})

export const FormTemplate = z
  .strictObject({
    key: z.string(),
    name: z.string(),
    title: z.string(),
    description: z.string(),
    type: z.enum(['deal', 'lead']),
    fields: z.array(TemplateField),
    groups: z.array(z.unknown()),
  })
  .meta({ id: 'FormTemplate' })

type Kind = 'deal' | 'lead'
type FieldType = z.output<typeof TemplateField>['type']

const FIELDS: Readonly<Record<Kind, Readonly<Record<string, FieldType>>>> = {
  deal: {
    account_name: 'input',
    amount: 'number',
    close_date: 'date',
    contact_first_name: 'input',
    contact_last_name: 'input',
    contact_email: 'email',
    stage: 'input',
  },
  lead: { name: 'input', email: 'email', company: 'input', amount: 'number', status: 'picklist' },
}

const nameOf = (apiName: string): string => apiName.replace(/_/g, ' ').replace(/^./, (letter) => letter.toUpperCase())

export const formTemplate = (kind: Kind): z.input<typeof FormTemplate> => ({
  key: `template_${kind}`,
  name: 'Default',
  title: kind === 'deal' ? 'Register a deal' : 'Recommend somebody',
  description: '',
  type: kind,
  fields: Object.entries(FIELDS[kind]).map(([apiName, type], position) => ({
    ...{ api_name: apiName, name: nameOf(apiName), type, position },
    ...{ required: apiName === 'account_name', hidden: false },
  })),
  groups: [],
})
