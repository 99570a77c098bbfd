/** Deciding whose customer somebody is. It asks why; the answer stands in the audit log. */
import { part, useChange } from '../../api/reads.ts'
import type { Customer } from '../../api/types.ts'
import type { Field, Values } from '../../parts/FieldsForm.tsx'
import { FormButton } from '../../parts/FormButton.tsx'
import { tell } from '../../parts/tell.ts'

const fields: readonly Field[] = [
  {
    name: 'partner',
    label: 'Partner',
    description: 'The partner key or e-mail of who brought them.',
    isRequired: true,
  },
  { name: 'reason', label: 'Why', description: 'Kept in the audit log.', type: 'lines', isRequired: true },
  {
    name: 'past',
    label: 'From when',
    options: [
      { value: 'no', label: 'Payments from now on' },
      { value: 'yes', label: 'Past payments too, with what they earned' },
    ],
    description: 'Past rewards that were paid out are taken back by a negative reward.',
  },
]

export function ChangeAttribution({ customer }: { readonly customer: Customer }) {
  const change = useChange<Customer>()
  const decide = async ({ partner, reason, past }: Values): Promise<void> => {
    const body = { partner, reason, past: past === 'yes' }
    await change.mutateAsync({ method: 'POST', path: `/customers${part(customer.key)}/attribution`, body })
    tell('The customer is credited to the other partner.')
  }
  return (
    <FormButton
      label="Change partner"
      title="Whose customer is it?"
      fields={fields}
      submit="Change"
      button={{ variant: 'default' }}
      act={decide}
    />
  )
}
