/** Where the books could not tell whose payment it is, or which one was refunded: a person says it. */
import { part, useChange } from '../../api/reads.ts'
import type { Delivery } from '../../api/types.ts'
import type { Field, Values } from '../../parts/FieldsForm.tsx'
import { FormButton } from '../../parts/FormButton.tsx'
import { given } from '../../parts/given.ts'
import { tell } from '../../parts/tell.ts'
import { stateName } from './states.tsx'

const fields: readonly Field[] = [
  {
    name: 'customer',
    label: 'Of a payment: whose it is',
    description: 'Customer key, or e-mail where only one customer has it.',
    placeholder: 'user-1024',
  },
  {
    name: 'payment',
    label: 'Of a refund: which payment',
    description: 'The id that the platform has for the payment.',
  },
]

export function DecideDelivery({ delivery: { key, state } }: { readonly delivery: Delivery }) {
  const change = useChange<Delivery>()
  if (state !== 'parked' && state !== 'unmatched') return null
  const act = async (values: Values): Promise<void> => {
    const body = given(values)
    const now = await change.mutateAsync({ method: 'POST', path: `/deliveries${part(key)}/replay`, body })
    tell(`Replayed: ${stateName(now.state)}.`)
  }
  return <FormButton label="Decide by hand" title="Decide by hand" fields={fields} submit="Apply" act={act} />
}
