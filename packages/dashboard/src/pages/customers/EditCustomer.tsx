import { part, useChange } from '../../api/reads.ts'
import type { Customer } from '../../api/types.ts'
import type { Field, Values } from '../../parts/FieldsForm.tsx'
import { FormButton } from '../../parts/FormButton.tsx'
import { given } from '../../parts/given.ts'
import { tell } from '../../parts/tell.ts'

export function EditCustomer({ customer }: { readonly customer: Customer }) {
  const change = useChange<Customer>()
  const fields: readonly Field[] = [
    { name: 'name', label: 'Name', initial: customer.name ?? '' },
    { name: 'email', label: 'E-mail', type: 'email', initial: customer.email ?? '' },
    {
      name: 'customer_key',
      label: 'Customer key',
      description: 'Your own id of the customer. Payments that name it are credited to the partner.',
      isRequired: true,
      initial: customer.customer_key,
    },
    {
      name: 'provider_key',
      label: "Platform's key",
      description: "The payment platform's id of the customer, as cus_… of Stripe.",
      initial: customer.provider_key ?? '',
    },
  ]
  const save = async ({ provider_key: provider = '', ...values }: Values): Promise<void> => {
    const isChanged = provider !== (customer.provider_key ?? '')
    const body = { ...given(values), ...(isChanged && { provider_key: provider || null }) }
    await change.mutateAsync({ method: 'PATCH', path: `/customers${part(customer.key)}`, body })
    tell('The customer is changed.')
  }
  return (
    <FormButton
      label="Edit"
      title="Edit the customer"
      fields={fields}
      submit="Save"
      button={{ variant: 'default' }}
      act={save}
    />
  )
}
